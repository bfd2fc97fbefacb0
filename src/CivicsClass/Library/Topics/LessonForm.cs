using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Topics;

/// <summary>The form of a lesson: its steps, each with the fields of its kind.</summary>
internal static class LessonForm
{
    public static PartField[] Fields(Pack pack) =>
    [
        new TextField("title", "Title"),
        new TextField("summary", "Summary", TextShape.Long) { Hint = "One or two sentences for the teacher" },
        new TextField("minutes", "Minutes", TextShape.Short) { Hint = "The whole lesson" },
        new LinesField("objectives", "Objectives") { Hint = "1 to 4, one on each line" },
        new EntriesField("steps", "Steps", "step",
        [
            new ChoiceField("kind", "What students do", [("norms", "Norms"), ("reading", "Reading"), ("quiz", "Quiz"), ("debate", "Debate"), ("sourceCheck", "Source check"), ("reflection", "Reflection")]) { Shapes = true },
            new TextField("title", "Title of the step") { Hint = "Optional" },
            new TextField("minutes", "Minutes of the step", TextShape.Short),
            For("reading", new PickField("readings", "Readings", [.. pack.Readings.Select(r => (r.Id, $"{r.Title} ({pack.Positions.FirstOrDefault(p => p.Id == r.Side)?.Short ?? "background"})"))]) { Hint = "Both positions with the same number; background is not counted" }),
            For("quiz", new ChoiceField("pace", "Pace", [("teacher", "The teacher opens each question"), ("self", "Each student at their own pace")])),
            For("quiz", new PickField("items", "Questions", [.. pack.Quiz.Select(i => (i.Id, i.Stem.Truncate(140)))])),
            For("quiz", new TextField("seconds", "Seconds for each question", TextShape.Short) { Hint = "Optional, 10 to 600, only where the teacher opens each question" }),
            For("debate", new ChoiceField("sides", "Sides", [("lot", "Each student gets a side by lot"), ("both", "Each student writes for both")])),
            For("debate", new ChoiceField("starters", "Sentence starters", [("", "Offered at each field; students can hide them"), ("false", "None")])),
            For("debate", new TextField("prompt", "Prompt", TextShape.Long) { Hint = "Empty: the topic's question" }),
            For("sourceCheck", new ChoiceField("check", "Source check", [.. pack.SourceChecks.Select(c => (c.Id, c.Title))])),
            For("sourceCheck", new PickField("claims", "Claims", [.. pack.SourceChecks.SelectMany(c => c.Claims).DistinctBy(c => c.Id).Select(c => (c.Id, c.Text))]) { Hint = "None chosen: all of them" }),
            For("reflection", new LinesField("prompts", "Prompts") { Hint = "1 to 4 questions, one on each line" }),
            new TextField("script", "What the teacher may say", TextShape.Long),
            new TextField("early", "For those who finish early", TextShape.Long),
        ], Limits.Steps),
    ];

    private static PartField For(string kind, PartField field) => field with { When = ("kind", [kind]) };
}
