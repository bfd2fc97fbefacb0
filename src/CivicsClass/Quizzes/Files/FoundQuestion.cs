using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>A question as a file says it, in the pack's own terms. What the file does not say is absent, for an admin to fill in.</summary>
public sealed record FoundQuestion
{
    /// <summary>Where it stands in the file, such as "line 12".</summary>
    public required string Place { get; init; }
    public required string Id { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Stem { get; init; }
    public required IReadOnlyList<FoundOption> Options { get; init; }
    public string? Explanation { get; init; }
    public IReadOnlyList<ParagraphRef> RestsOn { get; init; } = [];
    public Difficulty? Difficulty { get; init; }
    public IReadOnlyList<string> Standards { get; init; } = [];
    public string? Helps { get; init; }
    public string? AsOf { get; init; }
    /// <summary>What was left out or changed, and why: a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

public sealed record FoundOption(string Text, bool Correct, string? Feedback, string? Misconception);

/// <summary>A question that could not be taken. <c>Words</c>: how it begins, to find it again.</summary>
public sealed record RefusedQuestion(string Place, string Words, string Reason);

/// <summary>Everything that was found in one file. <c>Format</c> is absent when it was not recognised.</summary>
/// <param name="Remarks">What was noticed about the file as a whole.</param>
public sealed record QuizReading(string File, string? Format, IReadOnlyList<FoundQuestion> Questions, IReadOnlyList<RefusedQuestion> Refused, IReadOnlyList<string> Remarks);
