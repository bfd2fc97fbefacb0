using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Topics;

/// <summary>The forms of a topic's parts. They follow the pack's file form, docs/content-packs.md.</summary>
public static class PartForms
{
    private const string Date = "YYYY-MM or YYYY-MM-DD";

    /// <param name="pack">The topic as far as it can be read, to choose from.</param>
    public static PartForm For(TopicPart part, Pack pack) => new(part.Kind switch
    {
        PartKind.About => About(),
        PartKind.Reading => Reading(pack),
        PartKind.Question => Question(pack),
        PartKind.Glossary => [new EntriesField("terms", "Words", "word",
        [
            new TextField("term", "Word"),
            new LinesField("also", "Other spellings") { Hint = "Optional, one on each line" },
            new TextField("definition", "What it means", TextShape.Long),
        ], Limits.Terms)],
        PartKind.SourceCheck => SourceCheck(pack),
        PartKind.Standards => [new EntriesField("standards", "Standards", "standard",
        [
            new TextField("code", "Code", TextShape.Short) { Hint = "The framework’s own" },
            new TextField("framework", "Framework"),
            new TextField("says", "What it asks for, in your own words", TextShape.Long),
            new TextField("note", "Note") { Hint = "Optional: how sure the paraphrase is" },
            new PickField("lessons", "Lessons that work on it", [.. pack.Lessons.Select(l => (l.Id, l.Title))]),
        ], Limits.Standards)],
        _ => LessonForm.Fields(pack),
    });

    public static ChoiceField Side(Pack pack) => new("side", "Side", [.. pack.Positions.Select(p => (p.Id, p.Name)), (Pack.Background, "Background, for neither side")]);

    private static PartField[] About() =>
    [
        new KeptField("format"), new KeptField("id"),
        new TextField("title", "Title"),
        new TextField("question", "Question", TextShape.Long) { Hint = "The contested question, so that both answers are respectable" },
        new TextField("summary", "Summary", TextShape.Long) { Hint = "One to three neutral sentences" },
        new TextField("asOf", "Law and facts as of", TextShape.Short) { Hint = Date },
        new TextField("language", "Language", TextShape.Short) { Hint = "en, es …" },
        new EntriesField("positions", "The two positions", "position",
        [
            new KeptField("id"),
            new TextField("name", "Name") { Hint = "As its supporters would put it, in neutral words" },
            new TextField("short", "Short name") { Hint = "For tags and columns" },
        ], 2) { Least = 2 },
        new LinesField("norms", "Norms") { Hint = "3 to 10 sentences, one on each line, which students accept before anyone posts" },
    ];

    private static PartField[] Reading(Pack pack) =>
    [
        Side(pack),
        new TextField("title", "Title"),
        new TextField("author", "Author") { Hint = "A person or an institution" },
        new TextField("publisher", "Published by") { Hint = "A newspaper, a court, a web site" },
        new TextField("date", "Date", TextShape.Short) { Hint = "YYYY, YYYY-MM or YYYY-MM-DD" },
        ChoiceField.Of<SourceKind>("kind", "Kind of source", k => Pages.Library.Words.Of(k)),
        new TextField("lawAsOf", "Law as of", TextShape.Short) { Hint = "YYYY-MM, if it states law or facts" },
        new TextField("language", "Language", TextShape.Short) { Hint = $"Empty: {pack.Language}, like the topic" },
        new TextField("rights", "Rights") { Hint = "own, public domain, licence: CC BY 4.0, or permission: who gave it" },
        new TextField("body", "Text", TextShape.Markdown) { Hint = "An empty line begins a paragraph; ## makes a heading, - or 1. a list, > a quotation, | cells | a table; [^1] refers to a footnote, and [^1]: begins its text." },
        Sources("sources", "Sources", 50),
    ];

    private static PartField[] Question(Pack pack) =>
    [
        new KeptField("id"),
        ChoiceField.Of<ItemKind>("kind", "Kind", k => Pages.Library.Words.Of(k).Humanize()),
        new TextField("stem", "Question", TextShape.Long),
        new EntriesField("options", "Options", "option",
        [
            new TextField("text", "Text"),
            new FlagField("correct", "Right"),
            new TextField("misconception", "Misconception it catches") { Hint = "Optional, for wrong options" },
            new TextField("feedback", "Feedback", TextShape.Long) { Hint = "What a student who chose it reads" },
        ], 6) { Least = 2 },
        new TextField("explanation", "Explanation", TextShape.Long) { Hint = "Why the answer is right; students read it after the reveal" },
        RestsOn(pack, "The answer rests on"),
        ChoiceField.Of<Difficulty>("difficulty", "Difficulty", d => d.ToString()),
        new ChoiceField("helps", "The right answer helps", [(PackRules.Neither, "Neither position"), .. pack.Positions.Select(p => (p.Id, p.Name))]),
        new TextField("asOf", "As of", TextShape.Short) { Hint = $"{Date}, if the fact may change" },
        new LinesField("standards", "Standards") { Hint = "Optional codes, one on each line" },
    ];

    private static PartField[] SourceCheck(Pack pack) =>
    [
        new TextField("title", "Title") { Hint = "What kind of text it is" },
        new TextField("about", "About it", TextShape.Long) { Hint = "Who wrote it and when, as far as that is known, and why it is worth checking" },
        new TextField("asOf", "Verdicts as of", TextShape.Short) { Hint = Date },
        new LinesField("paragraphs", "The article in your own words") { Hint = "One paragraph on each line; never reprint it" },
        new EntriesField("claims", "Claims", "claim",
        [
            new TextField("id", "Short name", TextShape.Short) { Hint = "Small letters, digits and hyphens, such as first-claim" },
            new TextField("claim", "Claim", TextShape.Long) { Hint = "One sentence that can be judged" },
            new TextField("paragraph", "Paragraph", TextShape.Short) { Hint = "The number of the paragraph in which it stands" },
            ChoiceField.Of<Verdict>("verdict", "Verdict", v => Pages.Library.Words.Of(v)),
            new TextField("reason", "Reason", TextShape.Long),
            Sources("evidence", "Evidence", Limits.Evidence),
            RestsOn(pack, "Rests on readings") with { Least = 0, Hint = "Optional" },
            new TextField("changeMind", "What would change the verdict", TextShape.Long),
        ], Limits.Claims),
    ];

    private static EntriesField Sources(string key, string label, int most) => new(key, label, "source",
    [
        new TextField("title", "Title"),
        new ChoiceField("institution", "Kind of institution", [("", "Not said"), .. ChoiceField.Of<Institution>("", "", i => i.Humanize()).Options]),
        new TextField("url", "Web address") { Hint = "Optional" },
        new TextField("note", "Note") { Hint = "Optional" },
    ], most)
    { Least = 1 };

    private static EntriesField RestsOn(Pack pack, string label) => new("restsOn", label, "paragraph",
    [
        new ChoiceField("reading", "Reading", [.. pack.Readings.Select(r => (r.Id, r.Title))]),
        new TextField("number", "Paragraph", TextShape.Short) { Hint = "Its number" },
    ], 20)
    { Least = 1, Together = '#' };
}
