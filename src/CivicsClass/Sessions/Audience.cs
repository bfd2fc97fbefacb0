using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>Who listens to a session, and what each audience was last shown. Lives inside the host's mailbox.</summary>
internal sealed partial class Audience : IDisposable
{
    public const string Class = "class", My = "my", Teacher = "teacher", Wall = "wall", Gzip = "gzip";
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250), Soon = TimeSpan.FromMilliseconds(100), Tallies = TimeSpan.FromSeconds(1);

    private readonly IMegaphone _megaphone;
    private readonly JsonSerializerOptions _json;
    private readonly TimeProvider _clock;
    private readonly SessionMetrics _metrics;
    private readonly ITimer _flush;
    private readonly Dictionary<string, Listener> _listeners = [];
    private readonly Dictionary<string, int> _hearing = [];
    private readonly Dictionary<string, Own> _own = [];
    private readonly Dictionary<string, DateTime?> _away = [];
    private LoadedSession _loaded;
    private ClassView? _shared;
    private Shared<ClassView> _class = null!;
    private Shared<TeacherView> _teacher = null!;
    private Shared<WallView> _wall = null!;

    public Audience(LoadedSession loaded, IMegaphone megaphone, JsonSerializerOptions json, TimeProvider clock, SessionMetrics metrics, Action flush)
    {
        (_loaded, _megaphone, _json, _clock, _metrics) = (loaded, megaphone, json, clock, metrics);
        _flush = clock.CreateTimer(_ => flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        QuietSince = Now;
        MakeStreams();
    }

    /// <summary>Since when nobody listens; null while somebody does.</summary>
    public DateTime? QuietSince { get; private set; }

    public bool HasStaff { get; private set; }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;
    private LiveSession Live => _loaded.Live;
    private string Key => _loaded.Row.Key;

    public ViewVersion? MyVersion(string participant) => _own.TryGetValue(participant, out var own) ? own.Stream.Version : null;

    public async Task<Entered> EnterAsync(Listener listener, IReadOnlyDictionary<string, int[]> have)
    {
        if (listener.Participant is { } student)
            Live.Person(student);
        if (_listeners.TryAdd(listener.Connection, listener))
        {
            _hearing[listener.Audience] = _hearing.GetValueOrDefault(listener.Audience) + 1;
            if (listener.Participant is { } pid)
                Arrive(pid);
        }
        QuietSince = null;
        HasStaff |= listener.Staff is not null;
        // Those who listen already get a patch; who comes gets the whole view once, with the answer.
        Flush(now: listener.Audience);
        await _megaphone.JoinAsync(Key, listener);
        var views = new Dictionary<string, EnteredView>();
        switch (listener.Audience)
        {
            case Class:
                views[Class] = View(Class, _class.Stream, have);
                views[My] = View(My, _own[listener.Participant!].Stream, have);
                break;
            case Teacher: views[Teacher] = View(Teacher, _teacher.Stream, have); break;
            case Wall: views[Wall] = View(Wall, _wall.Stream, have); break;
        }
        var drafts = listener.Participant is { } p && _loaded.Drafts.TryGetValue(p, out var kept) ? kept : null;
        return new Entered(Milliseconds, views, drafts is null ? null : new Dictionary<string, KeptDraft>(drafts));
    }

    public void Leave(string connection, bool show = true)
    {
        if (!_listeners.Remove(connection, out var listener))
            return;
        _hearing[listener.Audience]--;
        _reminders.Forget(connection);
        if (listener.Participant is { } pid && _own.TryGetValue(pid, out var own) && --own.Pages == 0)
        {
            _away[pid] = Now;
            MakeDirty(Audiences.Teacher | Audiences.Wall);
            if (show)
                Flush();
        }
        HasStaff = HasStaff && _listeners.Values.Any(l => l.Staff is not null);
        if (_listeners.Count == 0)
            QuietSince = Now;
    }

    /// <summary>Events are stored: show their effects.</summary>
    /// <param name="askers">Students whose commands are being answered, with the page that asked.</param>
    /// <returns>Changes to the own views of askers that the answer itself can carry, because no other page shows them.</returns>
    public Dictionary<string, ViewChange> Stored(IReadOnlyList<Recorded> events, IReadOnlyDictionary<string, string> askers)
    {
        var carried = new Dictionary<string, ViewChange>();
        var (audiences, people) = Live.TakeTouched();
        var senders = new HashSet<string>();
        foreach (var (_, _, by, _, happened) in events)
        {
            senders.Add(by);
            if (happened is StudentRemoved removed)
                SendAway("Your teacher has taken you out of this class. Talk to your teacher.", l => l.Participant == removed.Participant);
        }
        foreach (var pid in people)
        {
            if (!_own.TryGetValue(pid, out var own) || own.Pages == 0 || own.Stream.Next(SessionViews.My(Live, pid)) is not { } change)
                continue;
            if (!senders.Contains(pid))
                own.ChangedAt = Now;
            if (own.Pages == 1 && askers.TryGetValue(pid, out var connection) && _listeners.ContainsKey(connection))
                carried[pid] = change;
            else
                _megaphone.Patch(Key, My, pid, change.From, change.To, change.Patch);
        }
        // A teacher sees the effect of a press of a key at once, and the class and the wall soon; what the class does meanwhile can gather.
        var isByStaff = !senders.All(Live.People.ContainsKey);
        MakeDirty(audiences, isByStaff ? Soon : events.Count > 0 && events.All(e => e.Event is ITally) ? Tallies : Often);
        Flush(now: isByStaff ? Teacher : null);
        return carried;
    }

    public void Flush() => Flush(now: null);

    /// <summary>The session was read again: everything sent before may differ, so every view begins a new epoch.</summary>
    public void Reloaded(LoadedSession loaded)
    {
        _loaded = loaded;
        MakeStreams();
        foreach (var (pid, own) in _own.ToArray())
        {
            if (!loaded.Live.People.ContainsKey(pid))
                continue;
            own.Stream = NewStream<MyView>();
            own.Stream.Next(SessionViews.My(loaded.Live, pid));
            own.ChangedAt = Now;
        }
        Flush();
        Beat();
    }

    /// <summary>The session was read again, and is still this server's: the views go on from what was last shown.</summary>
    public void LookedAgain(LoadedSession loaded)
    {
        _loaded = loaded;
        foreach (var (pid, own) in _own.Where(o => o.Value.Pages > 0 && loaded.Live.People.ContainsKey(o.Key)))
        {
            if (own.Stream.Next(SessionViews.My(loaded.Live, pid)) is not { } change)
                continue;
            own.ChangedAt = Now;
            _megaphone.Patch(Key, My, pid, change.From, change.To, change.Patch);
        }
        MakeDirty(Audiences.Class | Audiences.Teacher | Audiences.Wall);
        Flush();
    }

    public void Cut(Func<StaffSeat, bool> isValid) =>
        SendAway("You were signed out. Sign in again to go on.", l => l.Staff is { } seat && !isValid(seat));

    public void SendAway(string sentence, Func<Listener, bool>? who = null)
    {
        foreach (var listener in _listeners.Values.Where(who ?? (_ => true)).ToArray())
        {
            _ = _megaphone.LeaveAsync(Key, listener);
            _megaphone.Removed(Key, listener, sentence);
            Leave(listener.Connection);
        }
    }

    /// <summary>Without a word: every page comes back by itself.</summary>
    public void CutAll()
    {
        foreach (var listener in _listeners.Values)
            listener.Abort();
    }

    public void Dispose() => _flush.Dispose();

    private void Arrive(string pid)
    {
        if (!_own.TryGetValue(pid, out var own))
            _own[pid] = own = new Own(NewStream<MyView>());
        if (own.Pages++ > 0)
            return;
        own.Stream.Next(SessionViews.My(Live, pid));
        _away.Remove(pid);
        MakeDirty(Audiences.Teacher | Audiences.Wall);
    }

    private void MakeDirty(Audiences audiences) => MakeDirty(audiences, Often);

    /// <param name="wait">For the class and the wall, from when they were last sent something.</param>
    private void MakeDirty(Audiences audiences, TimeSpan wait)
    {
        if ((audiences & Audiences.Class) != 0)
            _shared = null;
        MakeDirty(_class, (audiences & Audiences.Class) != 0, wait);
        MakeDirty(_teacher, (audiences & Audiences.Teacher) != 0, Tallies);
        MakeDirty(_wall, (audiences & Audiences.Wall) != 0, wait);
    }

    private static void MakeDirty<T>(Shared<T> view, bool changed, TimeSpan wait) where T : class
    {
        if (!changed)
            return;
        view.Wait = view.Dirty && view.Wait < wait ? view.Wait : wait;
        if (view.Dirty)
            return;
        (view.Dirty, view.DirtySince) = (true, TimeProvider.System.GetTimestamp());
    }

    /// <param name="now">The audience whose view must be the newest.</param>
    private void Flush(string? now)
    {
        var at = Now;
        var wait = new[] { Send(_class, at, now), Send(_teacher, at, now), Send(_wall, at, now) }.Min();
        if (wait == TimeSpan.MaxValue)
            return;
        _flush.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private long Milliseconds => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private Presence Present() => new(Live.Seated.Where(p => _own.GetValueOrDefault(p.Id) is not { Pages: > 0 }).ToDictionary(p => p.Id, p => _away.GetValueOrDefault(p.Id)));
}
