using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Topics;

/// <summary>The form of a lesson: its steps, each with the fields of its kind.</summary>
internal static class LessonForm
{
    private static readonly (string Key, string Words)[] Phases = [("prepare", "prepare"), ("present", "present and restate"), ("reverse", "argue the other side, each time"), ("agree", "look for agreement"), ("debrief", "debrief")];

    public static PartField[] Fields(Pack pack) =>
    [
        new TextField("title", "Title"),
        new TextField("summary", "Summary", TextShape.Long) { Hint = "One or two sentences for the teacher" },
        new TextField("minutes", "Minutes", TextShape.Short) { Hint = "The whole lesson" },
        new LinesField("objectives", "Objectives") { Hint = "1 to 4, one on each line" },
        new EntriesField("steps", "Steps", "step",
        [
            new ChoiceField("kind", "What students do", [("norms", "Norms"), ("reading", "Reading"), ("quiz", "Quiz"), ("debate", "Debate"), ("controversy", "Controversy"), ("sourceCheck", "Source check"), ("reflection", "Reflection")]) { Shapes = true },
            new TextField("title", "Title of the step") { Hint = "Optional" },
            new TextField("minutes", "Minutes of the step", TextShape.Short) { Hint = "Empty for a controversy: its phases say it" },
            For("reading", new PickField("readings", "Readings", [.. pack.Readings.Select(r => (r.Id, $"{r.Title} ({pack.Positions.FirstOrDefault(p => p.Id == r.Side)?.Short ?? "background"})"))]) { Hint = "Both positions with the same number; background is not counted" }),
            For("quiz", new ChoiceField("pace", "Pace", [("teacher", "The teacher opens each question"), ("self", "Each student at their own pace")])),
            For("quiz", new PickField("items", "Questions", [.. pack.Quiz.Select(i => (i.Id, i.Stem.Truncate(140)))])),
            For("quiz", new TextField("seconds", "Seconds for each question", TextShape.Short) { Hint = "Optional, 10 to 600, only where the teacher opens each question" }),
            For("debate", new ChoiceField("sides", "Sides", [("lot", "Each student gets a side by lot"), ("both", "Each student writes for both")])),
            For("debate", new ChoiceField("starters", "Sentence starters", [("", "Offered at each field; students can hide them"), ("false", "None")])),
            For("debate", new TextField("prompt", "Prompt", TextShape.Long) { Hint = "Empty: the topic's question" }),
            For("controversy", new TextField("prompt", "Prompt", TextShape.Long) { Hint = "Empty: the topic's question" }),
            For("controversy", new FlagField("written", "Presenting and restating are written")),
            For("controversy", new ChoiceField("switches", "How often pairs change sides", [("0", "Not at all"), ("1", "Once"), ("2", "There and back")])),
            For("controversy", new FlagField("twoPeriods", "It takes two periods")),
            For("controversy", new TextField("reasons", "Reasons on each card, at most", TextShape.Short) { Hint = "1 to 5; empty: 3" }),
            .. Phases.Select(p => For("controversy", new TextField($"phases/{p.Key}", $"Minutes to {p.Words}", TextShape.Short))),
            For("sourceCheck", new ChoiceField("check", "Source check", [.. pack.SourceChecks.Select(c => (c.Id, c.Title))])),
            For("sourceCheck", new PickField("claims", "Claims", [.. pack.SourceChecks.SelectMany(c => c.Claims).DistinctBy(c => c.Id).Select(c => (c.Id, c.Text))]) { Hint = "None chosen: all of them" }),
            For("reflection", new LinesField("prompts", "Prompts") { Hint = "1 to 4 questions, one on each line" }),
            new TextField("script", "What the teacher may say", TextShape.Long),
            new TextField("early", "For those who finish early", TextShape.Long),
        ], Limits.Steps),
    ];

    private static PartField For(string kind, PartField field) => field with { When = ("kind", [kind]) };
}
