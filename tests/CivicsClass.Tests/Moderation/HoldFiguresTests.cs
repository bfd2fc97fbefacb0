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

    [Fact]
    public void What_the_page_on_moderation_says_of_the_list_is_what_is_measured()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "moderation.md"));
        var figures = HoldFigures.Of(HoldRules.Read(HoldList.BuiltIn).Rules);

        Assert.Contains($"{HoldFigures.Sentences.Count} labelled sentences", page, StringComparison.Ordinal);
        Assert.Contains($"**{figures.Found} of {figures.MustHold}**", page, StringComparison.Ordinal);
        Assert.Contains($"**{figures.FalseAlarms.Count} of {figures.MustPass}**", page, StringComparison.Ordinal);
        Assert.All(figures.ByReason, r => Assert.Contains($"| {r.Found} of {r.Of} |", page, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }
}
