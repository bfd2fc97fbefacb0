using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <param name="Teams">In the order of their numbers.</param>
public sealed record TeamsDealt(string Step, IReadOnlyList<DealtTeam> Teams) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

/// <param name="SideA">The side assigned to pair A by lot; pair B has the other.</param>
/// <param name="Begins">The pair that presents first.</param>
public sealed record DealtTeam(string Id, IReadOnlyList<string> A, IReadOnlyList<string> B, string SideA, Pair Begins);

/// <summary>A student came to a pair: late, moved by the teacher, or because a pair had become too small. Leaves the pair they were in.</summary>
public sealed record MemberPlaced(string Step, string Participant, DealtTeam? NewTeam, string Team, Pair Pair) : StepEvent(Step), IAboutStudent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

public sealed record AbsenceMarked(string Step, string Participant, bool On) : StepEvent(Step), IAboutStudent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

public sealed record KeptApart(string Step, string One, string Other, bool On) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher;
}

/// <param name="Except">Teams that stay where they are.</param>
public sealed record PhaseOpened(string Step, ControversyPhase Phase, IReadOnlyList<string> Except) : StepEvent(Step);

public sealed record TeamMoved(string Step, string Team, ControversyPhase Phase, int Turn) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

/// <summary>A team's own time, relative to the class's; see <see cref="TeamClock"/>.</summary>
public sealed record TeamClockSet(string Step, string Team, long OffsetMs, long? StoppedMs) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record StoppedForToday(string Step, bool On) : StepEvent(Step);

/// <param name="LooksLike">An entry of the other pair that says nearly the same.</param>
public sealed record EntrySaved(string Step, string Team, string Entry, int Version, Part Part, Pair Pair, ControversyPhase Phase, string? Side, string Text, IReadOnlyList<Quotation> Quotations, IReadOnlyList<HoldMark>? Held = null, string? LooksLike = null) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
    string IWritten.Item => Entry;
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => [new("text", Text)];
    SessionEvent IWritten.Erased() => this with { Text = Written.Erased, Held = null, LooksLike = null };
}

/// <summary>It may stand on the projector, in a statement that is shown.</summary>
public sealed record EntryDropped(string Step, string Entry) : StepEvent(Step);

/// <summary>It may stand on the projector too.</summary>
public sealed record EntryRemoved(string Step, string Entry, int Version, string Reason, string? Note) : StepEvent(Step);

public sealed record Presented(string Step, string Team, int Turn, string? Text, IReadOnlyList<HoldMark>? Held = null) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
    string IWritten.Item => $"{Team}/presented/{Turn}";
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => Text is null ? [] : [new("text", Text)];
    SessionEvent IWritten.Erased() => this with { Text = Written.Erased, Held = null };
}

public sealed record Restated(string Step, string Team, int Turn, int Round, string? Text, IReadOnlyList<HoldMark>? Held = null) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
    string IWritten.Item => $"{Team}/restated/{Turn}/{Round}";
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => Text is null ? [] : [new("text", Text)];
    SessionEvent IWritten.Erased() => this with { Text = Written.Erased, Held = null };
}

public sealed record RestatementAccepted(string Step, string Team, int Turn) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

public sealed record RestatementSentBack(string Step, string Team, int Turn, int Round, string Note, IReadOnlyList<HoldMark>? Held = null) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
    string IWritten.Item => $"{Team}/note/{Turn}/{Round}";
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => [new("note", Note)];
    SessionEvent IWritten.Erased() => this with { Note = Written.Erased, Held = null };
}

/// <summary>All present members have said how far they go along. Counts only, in the order of <see cref="Consent"/>; nothing stands anywhere of who said what.</summary>
public sealed record TeamSignedOff(string Step, string Team, IReadOnlyList<int> Consents) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My | Audiences.Wall;
}

public sealed record TeacherCalled(string Step, string Team, bool On) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record TeamShown(string Step, string? Team) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Shared;
}
