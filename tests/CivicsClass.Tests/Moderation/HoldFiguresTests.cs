using System.Globalization;
using CivicsClass.Moderation.Holds;

namespace CivicsClass.Tests.Moderation;

public sealed class HoldFiguresTests(ITestOutputHelper output)
{
    [Fact]
    public void The_built_in_list_holds_what_it_must_and_lets_the_topic_pass()
    {
        var (rules, problems) = HoldRules.Read(HoldList.BuiltIn);
        var figures = HoldFigures.Of(rules);

        foreach (var (reason, found, of) in figures.ByReason)
            output.WriteLine($"{reason}: {found} of {of}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Recall {figures.Found} of {figures.MustHold} ({figures.Recall:F3}), false alarms {figures.FalseAlarms.Count} of {figures.MustPass} ({figures.FalseAlarmRate:F3})"));
        foreach (var missed in figures.Missed.Concat(figures.FalseAlarms))
            output.WriteLine($"{(missed.Held is null ? "False alarm" : "Missed")}: {missed.Text}");
        Assert.Empty(problems);
        Assert.True(HoldFigures.Sentences.Count >= 120);
        Assert.InRange(figures.Recall, 0.95, 1);
        Assert.InRange(figures.FalseAlarmRate, 0, 0.03);
        Assert.All(figures.ByReason, r => Assert.InRange((double)r.Found / r.Of, 0.9, 1));
    }
}
