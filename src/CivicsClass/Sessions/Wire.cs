namespace CivicsClass.Sessions;

/// <summary>A view's version: the epoch rises whenever a server loads the session, n with every change. On the wire: [epoch, n].</summary>
public readonly record struct ViewVersion(int Epoch, int N)
{
    public int[] ToWire() => [Epoch, N];
}

/// <summary>The answer to <c>Enter</c>.</summary>
/// <param name="Now">The server's clock, milliseconds since 1970, UTC.</param>
public sealed record Entered(long Now, IReadOnlyDictionary<string, EnteredView> Views, IReadOnlyDictionary<string, KeptDraft>? Drafts);

/// <param name="View">Absent when the client holds this version already, or when it is packed.</param>
/// <param name="Packed">A large view in gzip and base64, for a page that can unpack.</param>
public sealed record EnteredView(int[] Version, RawJson? View, string? Packed = null);

/// <summary>The answer to <c>Do</c>.</summary>
/// <param name="Seq">Present: what was asked is stored.</param>
/// <param name="My">The version of the student's own view in which the effect shows.</param>
/// <param name="From">With <paramref name="Patch"/>: the version it applies to.</param>
/// <param name="Patch">What changes in the student's own view, where this page alone shows it: one message instead of two.</param>
/// <param name="Refused">Present: nothing changed; the sentence says what to do.</param>
/// <param name="Class">The version of the class's view, where it was not yet named to this page: it needs no beacon then.</param>
public sealed record Outcome(long? Seq, int[]? My = null, int[]? From = null, RawJson? Patch = null, string? Refused = null, int[]? Class = null)
{
    public static Outcome No(string sentence) => new(null, Refused: sentence);
}

/// <summary>One open page of somebody: a student's tab, a console, a projector.</summary>
/// <param name="Audience">"class" for students, "teacher" or "wall".</param>
/// <param name="Participant">The student's id; null for staff and walls.</param>
/// <param name="Staff">The teacher's user id and security stamp; null for students and tokens.</param>
/// <param name="Abort">Cuts the connection.</param>
public sealed record Listener(string Connection, string Audience, string? Participant, StaffSeat? Staff, Action Abort);

/// <param name="SignIn">Which of the person's sign-ins: signing out on one device cuts that device only.</param>
public sealed record StaffSeat(string UserId, string? SecurityStamp, string? SignIn = null);

/// <summary>What the host sends, to whom: the real one is SignalR's groups.</summary>
public interface IMegaphone
{
    Task JoinAsync(string session, Listener listener);
    Task LeaveAsync(string session, Listener listener);
    void Patch(string session, string audience, string? participant, ViewVersion from, ViewVersion to, RawJson patch);
    void Beacon(string session, string audience, string? participant, IReadOnlyDictionary<string, int[]> versions, long now);
    /// <summary>To this page only.</summary>
    void Beacon(Listener listener, IReadOnlyDictionary<string, int[]> versions, long now);
    void Removed(string session, Listener listener, string sentence);
}
