using CivicsClass.Help;

namespace CivicsClass.Sessions;

/// <summary>A step's part of what all students share. Nothing here may be secret from any student.</summary>
public abstract record StepView;

/// <summary>A step's part of one student's own view.</summary>
public abstract record MyStepView;

/// <summary>A step's part of the teacher's console.</summary>
public abstract record TeacherStepView;

/// <summary>A step's part of the projector: only what a wall may show.</summary>
public abstract record WallStepView;

/// <summary>What all students share. No nulls on the wire; ids begin with a letter; order is an explicit list of ids.</summary>
public sealed record ClassView
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }
    public required Phase Phase { get; init; }
    /// <summary>The two positions in this session's order; the order alternates by session.</summary>
    public required IReadOnlyList<string> PositionOrder { get; init; }
    public required IReadOnlyDictionary<string, PositionView> Positions { get; init; }
    public required IReadOnlyList<string> StepOrder { get; init; }
    public required IReadOnlyDictionary<string, StepHead> Steps { get; init; }
    /// <summary>The step on the screen now; absent in the lobby.</summary>
    public string? Current { get; init; }
    public required TimerView Timer { get; init; }
    public required bool EyesUp { get; init; }
    /// <summary>The question of the moment, without a name; absent: there is none.</summary>
    public string? Moment { get; init; }
    /// <summary>Every step that was opened so far, by step id.</summary>
    public required IReadOnlyDictionary<string, StepView> Open { get; init; }
}

/// <summary>Lobby: nothing opened yet. Running: a lesson. Ended: read only.</summary>
public enum Phase { Lobby, Running, Ended }

/// <param name="Shape">"diamond" or "circle": with the word, never colour alone.</param>
public sealed record PositionView(string Name, string Short, string Shape);

public sealed record StepHead(string Kind, string Title, StepStatus Status, int Minutes, string Early);

/// <summary>Running: <c>EndsAt</c>. Stopped (paused or eyes up): <c>RemainingMs</c>. Neither: no time limit. <c>Up</c>: the time ran out.</summary>
public sealed record TimerView(DateTime? EndsAt, long? RemainingMs, bool Paused, bool Up);

/// <summary>One student's own part.</summary>
public sealed record MyView
{
    public required string Id { get; init; }
    /// <summary>What the class sees.</summary>
    public required string Alias { get; init; }
    public required bool PostingPaused { get; init; }
    public required IReadOnlyDictionary<string, MyStepView> Steps { get; init; }
    /// <summary>Absent until this student asked something or the teacher said something.</summary>
    public MyHelp? Help { get; init; }
}

public sealed record TeacherView
{
    public required ClassView Class { get; init; }
    public required string JoinCode { get; init; }
    public required bool Locked { get; init; }
    public required IdentityMode Identity { get; init; }
    /// <summary>In the order of joining.</summary>
    public required IReadOnlyList<string> RosterOrder { get; init; }
    public required IReadOnlyDictionary<string, RosterEntry> Roster { get; init; }
    public required IReadOnlyDictionary<string, string> Scripts { get; init; }
    /// <summary>Every step of the lesson, by step id.</summary>
    public required IReadOnlyDictionary<string, TeacherStepView> Steps { get; init; }
    /// <summary>Held texts to decide on and incidents; absent when there are none.</summary>
    public IReadOnlyDictionary<string, HeldView>? Held { get; init; }
    /// <summary>Why one may be sent back; absent when there are none.</summary>
    public IReadOnlyList<ReasonView>? HeldReasons { get; init; }
    /// <summary>Absent until somebody asked or the teacher said something.</summary>
    public TeacherHelp? Help { get; init; }
}

/// <param name="Name">The name the teacher knows; absent in the alias-only and nickname modes.</param>
/// <param name="AwaySince">Absent while here.</param>
public sealed record RosterEntry(string Alias, string? Name, bool Here, DateTime? AwaySince, bool PostingPaused, string Progress);

public sealed record WallView
{
    public required string Title { get; init; }
    public required string Question { get; init; }
    public required Phase Phase { get; init; }
    public required IReadOnlyList<string> PositionOrder { get; init; }
    public required IReadOnlyDictionary<string, PositionView> Positions { get; init; }
    public required IReadOnlyList<string> StepOrder { get; init; }
    public required IReadOnlyDictionary<string, StepHead> Steps { get; init; }
    public string? Current { get; init; }
    public required TimerView Timer { get; init; }
    public required bool EyesUp { get; init; }
    /// <summary>Absent while the door is locked or the session has ended.</summary>
    public string? JoinCode { get; init; }
    public required int Here { get; init; }
    /// <summary>Aliases of those here, in the lobby only; at most 60, the newest.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }
    /// <summary>The question of the moment, without a name; absent: there is none.</summary>
    public string? Moment { get; init; }
    /// <summary>The current step only; absent in the lobby and at the end.</summary>
    public WallStepView? Step { get; init; }
}

/// <summary>NameForTeacher: a typed name that only the teacher sees, an alias for the class. Alias: no name at all. Nickname: a checked name that all see.</summary>
public enum IdentityMode { NameForTeacher, Alias, Nickname }
