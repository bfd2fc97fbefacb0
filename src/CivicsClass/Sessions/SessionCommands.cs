namespace CivicsClass.Sessions;

/// <summary>Opens a step and closes the one before it: next, back and reopen are all this.</summary>
public sealed record OpenStep(string Step) : SessionCommand, IFromTeacher;

/// <summary>Closes the current step without opening another.</summary>
public sealed record CloseStep : SessionCommand, IFromTeacher;

/// <summary>Marks a step as skipped; when it is the current one, the next that is not skipped opens.</summary>
public sealed record SkipStep(string Step) : SessionCommand, IFromTeacher;

public sealed record PauseLesson(bool On) : SessionCommand, IFromTeacher;

/// <param name="Seconds">May be negative; −3600 to 3600.</param>
public sealed record ExtendTime(int Seconds) : SessionCommand, IFromTeacher;

/// <summary>Freezes every student's screen, and the timer with it.</summary>
public sealed record CallEyesUp(bool On) : SessionCommand, IFromTeacher;

public sealed record LockDoor(bool On) : SessionCommand, IFromTeacher;

public sealed record RemoveStudent(string Participant) : SessionCommand, IFromTeacher;

public sealed record PausePosting(string Participant, bool On) : SessionCommand, IFromTeacher;

public sealed record EndSession : SessionCommand, IFromTeacher;

/// <param name="Seq">Of the event that brought the held text, as in the other three.</param>
public sealed record ReleaseText(long Seq) : SessionCommand, IFromTeacher;

/// <summary>Sends a held text back to its author, who can write it anew.</summary>
/// <param name="Reason">Id of a moderation reason (Moderation/ModerationReason.cs).</param>
public sealed record ReturnText(long Seq, string Reason, string? Note) : SessionCommand, IFromTeacher;

/// <summary>Keeps a held text, whatever becomes of it, until somebody has looked into what happened.</summary>
/// <param name="Over">True: that is done, and it is kept no longer than all the rest. Absent: it is kept.</param>
public sealed record KeepIncident(long Seq, bool? Over = null) : SessionCommand, IFromTeacher;

/// <summary>Removes a text and all its versions from every screen, the log and restored backups. Any student's text, held or not.</summary>
public sealed record EraseText(long Seq) : SessionCommand, IFromTeacher;

/// <summary>Keeps what a student is typing, privately, so that it is there on another device. Not an event.</summary>
/// <param name="Field">What the text belongs to, such as "debate/new/claim"; at most 100 characters.</param>
/// <param name="Text">At most 10,000 characters; empty forgets the draft.</param>
public sealed record KeepDraft(string Field, string Text) : SessionCommand, IFromStudent;

/// <summary>A student takes a seat. The name never enters the log; it goes to the participants table in the same transaction.</summary>
public sealed record TakeSeat(string? Name, string? Nickname, byte[] RecoveryHash) : SessionCommand, IFromServer;

/// <summary>The timer is due. Does nothing when the time was moved or the timer stopped meanwhile.</summary>
public sealed record CallTime : SessionCommand, IFromServer;
