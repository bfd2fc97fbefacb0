using CivicsClass.Lessons;

namespace CivicsClass.Sessions;

/// <param name="PackVersion">Id of the pinned pack version.</param>
/// <param name="PositionOrder">The two positions in the order this session shows them.</param>
/// <param name="Seed">Source of everything shuffled in this session.</param>
public sealed record SessionStarted(Guid PackVersion, LessonPlan Plan, IdentityMode Identity, IReadOnlyList<string> PositionOrder, int Seed) : SessionEvent;

public sealed record StepOpened(string Step) : SessionEvent;

public sealed record StepClosed(string Step) : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record StepSkipped(string Step) : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

/// <summary>The timer runs to <c>EndsAt</c> (UTC), or stands still with <c>Remaining</c>, or there is no limit (both absent).</summary>
public sealed record TimerSet(DateTime? EndsAt, TimeSpan? Remaining) : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record TimeRanOut : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record LessonPaused(bool On) : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record EyesCalledUp(bool On) : SessionEvent
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record DoorLocked(bool On) : SessionEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall;
}

public sealed record StudentSeated(string Participant, string Alias) : SessionEvent, IAboutStudent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

public sealed record StudentRemoved(string Participant) : SessionEvent, IAboutStudent;

public sealed record PostingPaused(string Participant, bool On) : SessionEvent, IAboutStudent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

/// <summary>Ended from the lobby, a class sees its norms for the first time: own views change too.</summary>
public sealed record SessionEnded : SessionEvent;

public sealed record TextReleased(long Seq) : SessionEvent;

public sealed record TextReturned(long Seq, string Reason, string? Note) : SessionEvent;

/// <param name="Over">True: it is an incident no longer.</param>
public sealed record IncidentKept(long Seq, bool? Over = null) : SessionEvent
{
    internal override Audiences Touches => Audiences.Teacher;
}

/// <param name="Seqs">The events whose texts were overwritten: every version of one item.</param>
public sealed record TextErased(IReadOnlyList<long> Seqs) : SessionEvent;
