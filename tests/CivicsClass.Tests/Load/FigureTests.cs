using System.Text.Json.Nodes;
using CivicsClass.Load.Bench;

namespace CivicsClass.Tests.Load;

public sealed class FigureTests
{
    private static readonly Figure Memory = new("idleRssMb", "Memory while idle", 601.4, "0 'MB'", AtMost: 600);

    [Fact]
    public void A_missed_goal_says_so()
    {
        Assert.Equal("601 MB", Memory.Shown);
        Assert.Equal("at most 600 MB, missed", Memory.Goal);
        Assert.Equal("at most 600 MB", (Memory with { Value = 600 }).Goal);
        Assert.Equal("at least 600 MB", (Memory with { AtMost = null, AtLeast = 600 }).Goal);
        Assert.Equal("at least 600 MB, missed", (Memory with { Value = 599, AtMost = null, AtLeast = 600 }).Goal);
    }

    [Fact]
    public void A_figure_without_a_goal_neither_meets_nor_misses_it()
    {
        var free = Memory with { AtMost = null };

        Assert.Null(free.IsMet);
        Assert.Empty(free.Goal);
    }

    [Fact]
    public void What_could_not_be_measured_does_not_meet_its_goal()
    {
        var unknown = Memory with { Value = double.NaN };

        Assert.False(unknown.IsMet);
        Assert.Null(JsonNode.Parse(Figures.ToJson([unknown]))!["idleRssMb"]);
    }

    [Fact]
    public void The_json_holds_values_and_goals_by_name()
    {
        var json = JsonNode.Parse(Figures.ToJson([Memory, new("acked", "Acknowledged", 3, "0")]))!;

        Assert.Equal(601.4, (double)json["idleRssMb"]!);
        Assert.Equal(3, (double)json["acked"]!);
        Assert.Equal(600, (double)json["goals"]!["idleRssMb"]!["atMost"]!);
        Assert.False((bool)json["goals"]!["idleRssMb"]!["met"]!);
        Assert.Null(json["goals"]!["acked"]);
    }
}
