using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>Who listens to a session, and what each audience was last shown. Lives inside the host's mailbox.</summary>
internal sealed class Audience : IDisposable
{
    public const string Class = "class", My = "my", Teacher = "teacher", Wall = "wall";
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250), Tallies = TimeSpan.FromMilliseconds(500);

    private readonly IMegaphone _megaphone;
    private readonly JsonSerializerOptions _json;
    private readonly TimeProvider _clock;
    private readonly SessionMetrics _metrics;
    private readonly ITimer _flush;
    private readonly Dictionary<string, Listener> _listeners = [];
    private readonly Dictionary<string, int> _hearing = [];
    private readonly Dictionary<string, Own> _own = [];
    private readonly Dictionary<string, DateTime?> _away = [];
    private readonly Reminders _reminders = new();
    private LoadedSession _loaded;
    private ClassView? _shared;
    private Shared<ClassView> _class = null!;
    private Shared<TeacherView> _teacher = null!;
    private Shared<WallView> _wall = null!;

    /// <summary>A student's own view and the number of pages that show it. It stays while the student is away, so that its version
    /// never names two different views.</summary>
    private sealed class Own(ViewStream<MyView> stream)
    {
        public ViewStream<MyView> Stream { get; set; } = stream;
        public int Pages { get; set; }
        /// <summary>By somebody else: a student's own command is answered with the version it led to.</summary>
        public DateTime ChangedAt { get; set; }
    }

    /// <summary>A view that many share: sent at once, then not again before <paramref name="refresh"/> has passed.</summary>
    private sealed class Shared<T>(string name, TimeSpan refresh, ViewStream<T> stream, Func<T> compute) where T : class
    {
        public string Name { get; } = name;
        public TimeSpan Refresh { get; } = refresh;
        public ViewStream<T> Stream { get; } = stream;
        public Func<T> Compute { get; } = compute;
        public bool Dirty { get; set; }
        /// <summary>The machine's time stamp of the first change that nobody was shown yet.</summary>
        public long DirtySince { get; set; }
        public DateTime SentAt { get; set; }
        public DateTime ChangedAt { get; set; }
    }

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

    /// <summary>The version of the class's view that the answer to this page must name; null when it was named before.</summary>
    /// <param name="my">The version of the student's own view that the answer names.</param>
    public ViewVersion? ClassVersionFor(string connection, ViewVersion? my)
    {
        if (!_listeners.ContainsKey(connection))
            return null;
        var version = _class.Stream.Version;
        return _reminders.Answered(connection, version, my, Now) ? version : null;
    }

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
                views[Class] = View(_class.Stream, have.GetValueOrDefault(Class));
                views[My] = View(_own[listener.Participant!].Stream, have.GetValueOrDefault(My));
                break;
            case Teacher: views[Teacher] = View(_teacher.Stream, have.GetValueOrDefault(Teacher)); break;
            case Wall: views[Wall] = View(_wall.Stream, have.GetValueOrDefault(Wall)); break;
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
        MakeDirty(audiences);
        // A teacher sees the effect of a press of a key at once; what the class does meanwhile can gather.
        Flush(now: senders.All(Live.People.ContainsKey) ? null : Teacher);
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

    /// <summary>Once a second: names the versions of views that changed lately, and of all now and then.</summary>
    public void Beat()
    {
        if (_listeners.Count == 0)
            return;
        _reminders.Beat(Now);
        Beat(_teacher);
        Beat(_wall);
        RemindStudents();
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

    private void MakeDirty(Audiences audiences)
    {
        if ((audiences & Audiences.Class) != 0)
            _shared = null;
        MakeDirty(_class, (audiences & Audiences.Class) != 0);
        MakeDirty(_teacher, (audiences & Audiences.Teacher) != 0);
        MakeDirty(_wall, (audiences & Audiences.Wall) != 0);
    }

    private static void MakeDirty<T>(Shared<T> view, bool changed) where T : class
    {
        if (!changed || view.Dirty)
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

    /// <summary>A view that nobody looks at is not made; it stays dirty until somebody enters.</summary>
    /// <returns>How long until this view may be sent again; MaxValue when nothing waits.</returns>
    private TimeSpan Send<T>(Shared<T> view, DateTime at, string? now) where T : class
    {
        if ((view.Stream.Started && !view.Dirty) || _hearing.GetValueOrDefault(view.Name) == 0)
            return TimeSpan.MaxValue;
        if (now != view.Name && view.Stream.Started && at - view.SentAt < view.Refresh)
            return view.SentAt + view.Refresh - at;
        view.Dirty = false;
        if (view.Stream.Next(view.Compute()) is { } patch)
        {
            view.SentAt = view.ChangedAt = at;
            _megaphone.Patch(Key, view.Name, null, patch.From, patch.To, patch.Patch);
            if (view.DirtySince != 0)
                _metrics.Broadcast(TimeProvider.System.GetElapsedTime(view.DirtySince));
        }
        return TimeSpan.MaxValue;
    }

    private void Beat<T>(Shared<T> view) where T : class
    {
        if (_reminders.IsDue(view.ChangedAt))
            _megaphone.Beacon(Key, view.Name, null, new Dictionary<string, int[]> { [view.Name] = view.Stream.Version.ToWire() }, Milliseconds);
    }

    /// <summary>The class's version goes to all at once where most lack it; with a student's own, to each page by itself.</summary>
    private void RemindStudents()
    {
        ViewVersion? version = _reminders.IsDue(_class.ChangedAt) ? _class.Stream.Version : null;
        var lacking = new List<Listener>();
        foreach (var page in _listeners.Values)
        {
            if (page.Participant is not { } pid)
                continue;
            var own = _own[pid];
            if (_reminders.IsDue(own.ChangedAt) && _reminders.Needs(page.Connection, version, own.Stream.Version))
                Remind(page, version, own.Stream.Version);
            else if (version is not null && _reminders.Needs(page.Connection, version, null))
                lacking.Add(page);
        }
        if (lacking.Count > _hearing.GetValueOrDefault(Class) / 2)
            _megaphone.Beacon(Key, Class, null, new Dictionary<string, int[]> { [Class] = version!.Value.ToWire() }, Milliseconds);
        else
            foreach (var page in lacking)
                Remind(page, version, null);
    }

    private void Remind(Listener page, ViewVersion? @class, ViewVersion? my)
    {
        var versions = new Dictionary<string, int[]>();
        if (@class is { } ofClass)
            versions[Class] = ofClass.ToWire();
        if (my is { } own)
            versions[My] = own.ToWire();
        _megaphone.Beacon(page, versions, Milliseconds);
    }

    private long Milliseconds => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static EnteredView View<T>(ViewStream<T> stream, int[]? have) where T : class =>
        new(stream.Version.ToWire(), have is [var epoch, var n] && stream.Version == new ViewVersion(epoch, n) ? null : stream.Whole());

    /// <summary>The class's view, made once for all who show it or a part of it.</summary>
    private ClassView SharedView() => _shared ??= SessionViews.Class(Live);

    private void MakeStreams()
    {
        _shared = null;
        _class = new(Class, Often, NewStream<ClassView>(), SharedView);
        _teacher = new(Teacher, Tallies, NewStream<TeacherView>(), () => SessionViews.Teacher(Live, Present(), _loaded.Names, _loaded.Row.JoinCode ?? "", SharedView()));
        _wall = new(Wall, Often, NewStream<WallView>(), () => SessionViews.Wall(Live, Present(), _loaded.Row.JoinCode ?? ""));
    }

    private ViewStream<T> NewStream<T>() where T : class => new(_loaded.Row.Epoch, _json);

    private Presence Present() => new(Live.Seated.Where(p => _own.GetValueOrDefault(p.Id) is not { Pages: > 0 }).ToDictionary(p => p.Id, p => _away.GetValueOrDefault(p.Id)));
}
