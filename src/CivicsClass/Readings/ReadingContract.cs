using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Readings;

public sealed record ReadingPlan : StepPlan
{
    public required IReadOnlyList<string> Readings { get; init; }
}

/// <summary>Puts a numbered sentence into the student's evidence tray. <c>Passage</c>: "reading.paragraph.sentence".</summary>
public sealed record KeepPassage(string Step, string Passage) : StepCommand(Step), IFromStudent;

public sealed record DropPassage(string Step, string Passage) : StepCommand(Step), IFromStudent;

public sealed record FinishReading(string Step, string Reading) : StepCommand(Step), IFromStudent;

public sealed record PassageKept(string Step, string Passage) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record PassageDropped(string Step, string Passage) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record ReadingFinished(string Step, string Reading) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

/// <summary>All texts of the step. Each student reads them in the order of <see cref="MyReading.Order"/>.</summary>
public sealed record ReadingView(IReadOnlyDictionary<string, ReadingText> Readings, IReadOnlyList<GlossaryTerm> Glossary) : StepView;

public sealed record ReadingText
{
    public required string Side { get; init; }
    public required string Title { get; init; }
    public required string Author { get; init; }
    public required string Publisher { get; init; }
    public required string Date { get; init; }
    public required SourceKind Kind { get; init; }
    public string? LawAsOf { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public string? Rights { get; init; }
    public bool? NotReviewed { get; init; }
    public required IReadOnlyList<Block> Blocks { get; init; }
    /// <summary>Rounded to whole minutes, at least 1, at 200 words a minute.</summary>
    public required int Minutes { get; init; }
}

/// <param name="Order">Reading ids: background first, then the sides in turn; half of the class begins with the other side.</param>
/// <param name="Tray">Passage ids in the order they were kept.</param>
public sealed record MyReading(IReadOnlyList<string> Order, IReadOnlyList<string> Tray, IReadOnlyList<string> Finished) : MyStepView;

/// <param name="Finished">How many have finished every reading.</param>
/// <param name="PerReading">How many have finished each reading, by reading id.</param>
/// <param name="NotReviewed">Ids of readings that nobody reviewed; absent when there are none.</param>
public sealed record TeacherReading(int Finished, IReadOnlyDictionary<string, int> PerReading, IReadOnlyDictionary<string, string> Titles, int PassagesKept, IReadOnlyList<string>? NotReviewed = null) : TeacherStepView;

public sealed record WallReading(IReadOnlyList<WallReadingTitle> Readings, int Finished) : WallStepView;

public sealed record WallReadingTitle(string Title, string Side, bool? NotReviewed = null);
