using System.Collections;
using CivicsClass.Lessons;
using Humanizer;

namespace CivicsClass.Library.Versions;

/// <summary>A line of plain text without line ends.</summary>
internal sealed record Line(string Name, string Text);

/// <param name="Fields">Each with a name of its own.</param>
/// <param name="Text">Running text, whose lines move when one comes in between.</param>
internal sealed record Part(string Id, string Name, IReadOnlyList<Line> Fields, IReadOnlyList<Line> Text);

/// <summary>A topic as lines of text under the names that people read.</summary>
internal static class PackParts
{
    public static IReadOnlyList<(string Kind, IReadOnlyList<Part> Parts)> Of(Pack pack) =>
    [
        ("Topic", [new("topic", pack.Title, Topic(pack), [])]),
        ("Reading", [.. pack.Readings.Select(r => new Part(r.Id, r.Title, Reading(r, pack), Text(r)))]),
        ("Question", [.. pack.Quiz.Select(i => new Part(i.Id, i.Stem, Question(i, pack), []))]),
        ("Source check", [.. pack.SourceChecks.Select(c => new Part(c.Id, c.Title, Check(c, pack), [.. c.Paragraphs.Select((p, n) => new Line($"Paragraph {n + 1}", Flat(p)))]))]),
        ("Glossary", [.. pack.Glossary.Select(t => new Part(t.Term, t.Term, Named(("Also", string.Join(", ", t.Also)), ("Definition", t.Definition)), []))]),
        ("Standard", [.. (pack.Standards ?? []).Select(s => new Part(s.Code, s.Code, Named(("Framework", s.Framework), ("In our words", s.Says), ("Note", s.Note), ("Lessons", string.Join(", ", s.Lessons))), []))]),
        ("Lesson", [.. pack.Lessons.Select(l => new Part(l.Id, l.Title, Lesson(l), []))]),
    ];

    private static IReadOnlyList<Line> Topic(Pack pack) =>
    [
        .. Named(("Title", pack.Title), ("Question", pack.Question), ("Summary", pack.Summary), ("Language", pack.Language), ("Law and facts as of", pack.AsOf), ("Order of the readings", string.Join(", ", pack.Readings.Select(r => r.Title)))),
        .. pack.Positions.Select((p, n) => new Line(n == 0 ? "First position" : "Second position", $"{p.Name} ({p.Short})")),
        .. pack.Norms.Select((norm, n) => new Line($"Norm {n + 1}", Flat(norm))),
    ];

    private static IReadOnlyList<Line> Reading(Excerpt reading, Pack pack) =>
    [
        .. Named(("Title", reading.Title), ("Side", Side(pack, reading.Side)), ("Author", reading.Author), ("Publisher", reading.Publisher), ("Date", reading.Date),
            ("Kind", $"{reading.Kind}"), ("Law as of", reading.LawAsOf), ("Language", reading.Language), ("Rights", reading.Rights)),
        .. reading.Sources.Select((s, n) => new Line($"Source {n + 1}", Flat(string.Join(" · ", new[] { s.Title, s.Url, s.Note }.OfType<string>())))),
    ];

    private static IReadOnlyList<Line> Text(Excerpt reading) =>
        [.. reading.Blocks.Select(b => new Line(
            b.Number is { } number ? $"Paragraph {number}" : b.Kind.Humanize(),
            Flat(string.Join(' ', new[] { b.Mark, b.Cells is { } cells ? string.Join(" | ", cells) : null, b.Image }.OfType<string>().Concat(b.Sentences)))))];

    private static IReadOnlyList<Line> Question(QuizItem item, Pack pack) =>
    [
        .. Named(("Question", item.Stem), ("Kind", item.Kind.Humanize()), ("Difficulty", $"{item.Difficulty}"), ("As of", item.AsOf), ("The key helps", item.Helps == "neither" ? "neither side" : Side(pack, item.Helps)),
            ("Explanation", item.Explanation), ("Rests on", Rests(item.RestsOn)), ("Standards", string.Join(", ", item.Standards))),
        .. item.Options.Select(o => new Line($"Option {o.Id}", Flat($"{o.Text} ({(o.Correct ? "right" : "wrong")}{(o.Misconception is { } why ? $", {why}" : "")}) {o.Feedback}"))),
    ];

    private static IReadOnlyList<Line> Check(SourceCheck check, Pack pack) =>
    [
        .. Named(("Title", check.Title), ("About", check.About), ("As of", check.AsOf)),
        .. check.Claims.Select(c => new Line($"Claim {c.Id}", Flat($"{c.Text} (paragraph {c.Paragraph}) {c.Verdict.Humanize()}: {c.Reason} Rests on {Rests(c.RestsOn)}. {string.Join("; ", c.Evidence.Select(e => e.Title))}. {c.ChangeMind}"))),
    ];

    private static IReadOnlyList<Line> Lesson(LessonPlan lesson) =>
    [
        .. Named(("Title", lesson.Title), ("Summary", lesson.Summary), ("Minutes", $"{lesson.Minutes}"), ("Objectives", string.Join(" ", lesson.Objectives)), ("Order of the steps", string.Join(", ", lesson.Steps.Select(s => s.Title)))),
        .. lesson.Steps.Select(s => new Line($"Step “{s.Title}”", Flat(string.Join("; ", Members(s))))),
    ];

    /// <summary>Every kind of step has members of its own.</summary>
    private static IEnumerable<string> Members(StepPlan step) =>
        from member in step.GetType().GetProperties()
        where member.Name is not (nameof(StepPlan.Id) or nameof(StepPlan.Title) or "EqualityContract")
        let value = member.GetValue(step)
        where value is not null
        select $"{member.Name.Humanize(LetterCasing.LowerCase)}: {(value is IEnumerable many and not string ? string.Join(", ", many.Cast<object>()) : value)}";

    private static string Side(Pack pack, string side) => pack.Positions.FirstOrDefault(p => p.Id == side)?.Name ?? "Background";

    private static string Rests(IReadOnlyList<ParagraphRef> on) => string.Join(", ", on.Select(r => $"{r.Reading} ¶{r.Paragraph}"));

    private static IReadOnlyList<Line> Named(params IEnumerable<(string Name, string? Text)> fields) =>
        [.. fields.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => new Line(f.Name, Flat(f.Text!)))];

    private static string Flat(string text) => text.ReplaceLineEndings(" ");
}
