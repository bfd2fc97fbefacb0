namespace CivicsClass.Lessons;

/// <summary>An ordered list of steps over one pack.</summary>
public sealed record LessonPlan
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required int Minutes { get; init; }
    public required IReadOnlyList<string> Objectives { get; init; }
    public required IReadOnlyList<StepPlan> Steps { get; init; }
}

/// <summary>What a step of a lesson will do. Each step folder declares its own kind; on the wire and in the log it carries <c>kind</c>.</summary>
public abstract record StepPlan
{
    /// <summary>Unique in the lesson, begins with a letter: the kind, with "-2", "-3" … where a kind recurs.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Minutes { get; init; }
    /// <summary>A sentence or two that a teacher might say.</summary>
    public required string Script { get; init; }
    /// <summary>Something worthwhile for those who finish early.</summary>
    public required string Early { get; init; }
}
