using CivicsClass.Lessons;

namespace CivicsClass.Library;

/// <summary>One topic as a typed document: its question, two positions, excerpts, quiz, source checks, glossary and lesson plans.
/// A published version never changes. File form: docs/content-packs.md.</summary>
public sealed record Pack
{
    public const string Background = "background";

    public required int Format { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }
    public required string Summary { get; init; }
    public required string Language { get; init; }
    /// <summary>State of law and facts: YYYY-MM or YYYY-MM-DD.</summary>
    public required string AsOf { get; init; }
    public required IReadOnlyList<Position> Positions { get; init; }
    public required IReadOnlyList<string> Norms { get; init; }
    public required IReadOnlyList<Excerpt> Readings { get; init; }
    public required IReadOnlyList<QuizItem> Quiz { get; init; }
    public IReadOnlyList<SourceCheck> SourceChecks { get; init; } = [];
    public required IReadOnlyList<GlossaryTerm> Glossary { get; init; }
    public required IReadOnlyList<LessonPlan> Lessons { get; init; }
    /// <summary>Absent where the topic names none, so that older documents stay the same.</summary>
    public IReadOnlyList<Standard>? Standards { get; init; }

    public Excerpt? FindReading(string id) => Readings.FirstOrDefault(r => r.Id == id);
    public QuizItem? FindItem(string id) => Quiz.FirstOrDefault(i => i.Id == id);
    public SourceCheck? FindSourceCheck(string id) => SourceChecks.FirstOrDefault(c => c.Id == id);
}

/// <summary>One of the two positions. <c>Id</c> doubles as the <c>side</c> of excerpts and arguments.</summary>
public sealed record Position(string Id, string Name, string Short);

public enum SourceKind { Primary, Secondary, Opinion }

/// <summary>A text that students read and quote. Its plain text is its numbered blocks' sentences joined by a space, blocks by a blank line.</summary>
public sealed record Excerpt
{
    public required string Id { get; init; }
    /// <summary>A position's id or <see cref="Pack.Background"/>.</summary>
    public required string Side { get; init; }
    public required string Title { get; init; }
    public required string Author { get; init; }
    public required string Publisher { get; init; }
    public required string Date { get; init; }
    public required SourceKind Kind { get; init; }
    public string? LawAsOf { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    /// <summary>By what right the text is used, as <see cref="Library.Rights"/> says; absent in older packs.</summary>
    public string? Rights { get; init; }
    /// <summary>True for a text that a teacher added for their own classes; absent otherwise, so that older documents stay the same.</summary>
    public bool? NotReviewed { get; init; }
    public required IReadOnlyList<Block> Blocks { get; init; }
}

public sealed record Source(string Title, string? Url, string? Note)
{
    /// <summary>Absent where nobody said; then it is counted as unknown.</summary>
    public Institution? Institution { get; init; }
}

/// <summary>What kind of institution a source comes from, wherever it is found: a judgment printed on a news page comes from a court.</summary>
public enum Institution { Court, Legislature, Executive, Research, PolicyInstitute, Press, Advocacy, Profession, Business, Other }

public enum BlockKind { Paragraph, Heading, Quote, List, Table, Row, Note, Image }

/// <summary>A piece of a reading. Paragraphs, quotations, list items and table rows carry a number from 1 and can be quoted;
/// headings, the head of a table (its only sentence is the caption), footnotes and images (its description) carry none.
/// What a kind does not use is absent, so that older documents stay the same.</summary>
public sealed record Block(BlockKind Kind, int? Number, IReadOnlyList<string> Sentences)
{
    /// <summary>Headings below the highest: 3 or 4. List items within other items: 2 to 4.</summary>
    public int? Level { get; init; }
    /// <summary>A numbered list item's number, "3."; a footnote's, "3", which stands in the text as "[3]".</summary>
    public string? Mark { get; init; }
    /// <summary>The heads of a table's columns, or a row's cells. A row's sentence says the same in words.</summary>
    public IReadOnlyList<string>? Cells { get; init; }
    /// <summary>An image's name, which its content gives.</summary>
    public string? Image { get; init; }
}

public enum ItemKind { Single, Multiple, TrueFalse }

public enum Difficulty { Easy, Medium, Hard }

public sealed record QuizItem
{
    public required string Id { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Stem { get; init; }
    public required IReadOnlyList<Option> Options { get; init; }
    public required string Explanation { get; init; }
    public required IReadOnlyList<ParagraphRef> RestsOn { get; init; }
    public required Difficulty Difficulty { get; init; }
    public IReadOnlyList<string> Standards { get; init; } = [];
    /// <summary>The position whose case the key happens to help, or <c>neither</c>.</summary>
    public required string Helps { get; init; }
    public string? AsOf { get; init; }

    public IEnumerable<string> Key => Options.Where(o => o.Correct).Select(o => o.Id);

    public bool IsRight(IReadOnlyCollection<string> chosen) => Options.All(o => o.Correct == chosen.Contains(o.Id));
}

/// <summary>An answer option. <c>Id</c> is a letter by its place in the file: a, b, c …</summary>
public sealed record Option(string Id, string Text, bool Correct, string? Misconception, string Feedback);

public sealed record ParagraphRef(string Reading, int Paragraph);

/// <summary>What a framework of standards asks for under a code, in our own words.</summary>
/// <param name="Note">How sure the paraphrase is, where somebody should compare it with the framework.</param>
/// <param name="Lessons">Ids of the lessons that work on it.</param>
public sealed record Standard(string Code, string Framework, string Says, string? Note, IReadOnlyList<string> Lessons);

public sealed record GlossaryTerm(string Term, IReadOnlyList<string> Also, string Definition);
