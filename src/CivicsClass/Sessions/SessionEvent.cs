namespace CivicsClass.Sessions;

/// <summary>A fact of a session. Registered under a stable kind; payloads only ever gain optional members.</summary>
public abstract record SessionEvent
{
    /// <summary>Whose views may change by this fact.</summary>
    internal virtual Audiences Touches => Audiences.All;
}

public abstract record StepEvent(string Step) : SessionEvent;

/// <summary>Changes nothing but a count: the class's screens may show it up to a second later.</summary>
public interface ITally;

/// <summary>An event as it stands in the log.</summary>
/// <param name="Seq">From 1, without gaps, per session.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Participant id, teacher's user id or "server".</param>
/// <param name="CommandId">On the first event of a command; unique per session and sender.</param>
public sealed record Recorded(long Seq, DateTime At, string By, Guid? CommandId, SessionEvent Event);

[Flags]
public enum Audiences { None = 0, Class = 1, Wall = 2, Teacher = 4, My = 8, Shared = Class | Wall | Teacher, All = Shared | My }
