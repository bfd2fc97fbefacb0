using System.Data.Common;
using System.Threading.Channels;
using CivicsClass.Servers;

namespace CivicsClass.Sessions;

/// <summary>Runs one live session on this server. One reader takes everything from the mailbox in order, so the session needs
/// no locks; what was drained together is stored together, then acknowledged, then shown. Acknowledged means stored.</summary>
public sealed partial class SessionHost : IAsyncDisposable
{
    private const int MailboxSize = 2_000;
    private const int BatchSize = 500;
    private static readonly TimeSpan AppendPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    private readonly SessionStore _store;
    private readonly EventLog _log;
    private readonly ServerLease _lease;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Audience _audience;
    private readonly Channel<Work> _mail = Channel.CreateBounded<Work>(new BoundedChannelOptions(MailboxSize) { SingleReader = true });
    private readonly List<Asked> _asked = [];
    private readonly ITimer _alarm;
    private LoadedSession _loaded;
    private volatile Storing? _storing;
    private DateTime? _alarmAt;
    private bool _mustReload, _mustTakeOver;
    private volatile bool _stopping, _lost;

    internal SessionHost(LoadedSession loaded, SessionStore store, EventLog log, ServerLease lease, IMegaphone megaphone, StepCatalog catalog, TimeProvider clock, ILogger logger)
    {
        (_loaded, _store, _log, _lease, _clock, _logger) = (loaded, store, log, lease, clock, logger);
        _audience = new Audience(loaded, megaphone, catalog.Json, clock, log.Metrics, () => Post(new Flush()));
        _alarm = clock.CreateTimer(_ => Post(new Alarm()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        SetAlarm();
        log.Metrics.SessionOpened();
        Running = Task.Run(RunAsync);
    }

    /// <summary>Completes when the host has stopped and everything accepted is stored.</summary>
    public Task Running { get; }
    public SessionRow Row => _loaded.Row;
    public string Key => _loaded.Row.Key;

    /// <summary>Carries out a command for somebody. The answer comes only when its effect is stored.</summary>
    /// <param name="arrived">When the server received it (UTC); this decides what was in time.</param>
    /// <exception cref="ObjectDisposedException">The host has left memory; find the session again.</exception>
    /// <param name="connection">The page that asks; absent at the door.</param>
    public Task<Outcome> DoAsync(Actor by, Guid? id, SessionCommand command, DateTime arrived, string? connection = null)
    {
        // A page's answer only has to be written to its socket: not worth another thread.
        var asked = new Asked(by, id, command, arrived, connection, new(connection is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None));
        if (_mail.Writer.TryWrite(asked))
            return asked.Answer.Task;
        ObjectDisposedException.ThrowIf(_stopping, this);
        _log.Metrics.TurnedAway();
        return Task.FromResult(Outcome.No("The class is very busy. Try again in a moment; your text is kept."));
    }

    /// <summary>Somebody opened a page: from now on it hears of every change to the views returned here.</summary>
    public async Task<Entered> EnterAsync(Listener listener, IReadOnlyDictionary<string, int[]> have)
    {
        var entering = new Entering(listener, have, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _mail.Writer.WriteAsync(entering);
        return await entering.Answer.Task;
    }

    /// <summary>Never dropped, even when the mailbox is full: who left must not stay on the roster.</summary>
    public void Leave(string connection) => _ = _mail.Writer.WriteAsync(new Leaving(connection)).AsTask();

    /// <summary>Reads from the stored state, between commands.</summary>
    public async Task<T> AskAsync<T>(Func<LiveSession, LoadedSession, T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _mail.Writer.WriteAsync(new Reading(loaded => answer.TrySetResult(question(loaded.Live, loaded)), problem => answer.TrySetException(problem)));
        return await answer.Task;
    }

    /// <summary>Once a second: repeat versions, so that a lost last frame is noticed; wait no longer for a disk that does not answer.</summary>
    internal void Beat()
    {
        if (_storing is { } storing && _clock.GetElapsedTime(storing.Since) > AppendPatience)
            storing.Done.TrySetException(new TimeoutException("The database has not answered for too long."));
        Post(new Beating());
    }

    /// <summary>Cuts staff whose account was disabled or whose password changed.</summary>
    internal void CutStaff(Func<StaffSeat, bool> isValid) => Post(new Cutting(isValid));

    internal bool IsStoring => _storing is not null;

    internal bool HasStaff => _audience.HasStaff;

    /// <summary>Nothing holds this host in memory: nobody listens and no time runs.</summary>
    internal bool IsIdleSince(DateTime since) => _audience.QuietSince is { } quiet && quiet <= since && _loaded.Live.NextDeadline is null && _mail.Reader.Count == 0;

    /// <summary>Takes no more work; what was accepted is still stored.</summary>
    internal async Task StopAsync(string? farewell = null)
    {
        if (farewell is not null && !_stopping)
            await _mail.Writer.WriteAsync(new Closing(farewell));
        _stopping = true;
        _mail.Writer.TryComplete();
        await Running;
        await DisposeAsync();
    }

    /// <summary>Another server runs the session now: nothing more is stored here, and whoever listens is cut off, to come back to that one.</summary>
    internal void LetGo()
    {
        _lost = true;
        _stopping = true;
        _mail.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        await _alarm.DisposeAsync();
        _audience.Dispose();
    }

    private void Post(Work work) => _mail.Writer.TryWrite(work);

    private sealed record Storing(TaskCompletionSource Done, long Since);

    private abstract record Work;
    private sealed record Asked(Actor By, Guid? Id, SessionCommand Command, DateTime Arrived, string? Connection, TaskCompletionSource<Outcome> Answer) : Work;
    private sealed record Entering(Listener Listener, IReadOnlyDictionary<string, int[]> Have, TaskCompletionSource<Entered> Answer) : Work;
    private sealed record Leaving(string Connection) : Work;
    private sealed record Reading(Action<LoadedSession> Read, Action<Exception> Failed) : Work;
    private sealed record Cutting(Func<StaffSeat, bool> IsValid) : Work;
    private sealed record Closing(string Farewell) : Work;
    private sealed record Flush : Work;
    private sealed record Alarm : Work;
    private sealed record Beating : Work;

    private async Task RunAsync()
    {
        try { await ReadMailAsync(); }
        finally { _log.Metrics.SessionClosed(); }
    }

    private async Task ReadMailAsync()
    {
        while (await _mail.Reader.WaitToReadAsync())
        {
            while (_mail.Reader.TryRead(out var work))
            {
                try
                {
                    await TakeAsync(work);
                }
                catch (Exception problem)
                {
                    if (problem is ElsewhereException)
                        LetGo();
                    else
                        LogTrouble(problem, Key, work.GetType().Name);
                    (work as Entering)?.Answer.TrySetException(problem);
                    (work as Reading)?.Failed(problem);
                }
            }
        }
        if (_lost)
        {
            _audience.CutAll();
            await DisposeAsync();
        }
    }

    private async Task TakeAsync(Work work)
    {
        if (_lost && work is not Asked)
            throw new ElsewhereException(Key);
        if (work is not (Asked or Leaving))
            await ReadAgainToShowAsync();
        switch (work)
        {
            case Asked asked:
                _log.Metrics.Drained(1 + _mail.Reader.Count);
                _asked.Add(asked);
                while (_asked.Count < BatchSize && _mail.Reader.TryPeek(out var next) && next is Asked && _mail.Reader.TryRead(out next))
                    _asked.Add((Asked)next);
                await CarryOutAsync();
                break;
            case Alarm:
                await CallTimeAsync();
                break;
            case Entering entering:
                try { entering.Answer.TrySetResult(await _audience.EnterAsync(entering.Listener, entering.Have)); }
                catch (Refusal refusal) { entering.Answer.TrySetException(refusal); }
                break;
            case Leaving leaving: _audience.Leave(leaving.Connection, show: !_mustReload); break;
            case Reading reading: reading.Read(_loaded); break;
            case Cutting cutting: _audience.Cut(cutting.IsValid); break;
            case Closing closing: _audience.SendAway(closing.Farewell); break;
            case Flush: _audience.Flush(); break;
            case Beating: _audience.Beat(); break;
        }
    }

    private async Task CallTimeAsync()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        if (_loaded.Live.NextDeadline is { } due && due <= now)
        {
            _asked.Add(new Asked(Actor.Server, null, new CallTime(), now, null, new(TaskCreationOptions.RunContinuationsAsynchronously)));
            await CarryOutAsync();
        }
        _alarmAt = null;
        if (_loaded.Live.NextDeadline <= now)
            _alarm.Change(BeforeTryingAgain, Timeout.InfiniteTimeSpan);
        else
            SetAlarm();
    }

    private async Task CarryOutAsync()
    {
        try
        {
            for (var failures = 0; _asked.Count > 0;)
            {
                try
                {
                    await MustOwnAsync();
                    await ReadAgainIfNeededAsync();
                    await StoreAsync();
                    return;
                }
                catch (ElsewhereException moved)
                {
                    LetGo();
                    foreach (var asked in _asked)
                        asked.Answer.TrySetException(moved);
                    return;
                }
                catch (BrokenCommandException broken)
                {
                    LogBroken(broken.InnerException!, Key, broken.Asked.Command.GetType().Name);
                    _mustReload = true;
                    _log.Metrics.Failed(1);
                    _asked.Remove(broken.Asked);
                    broken.Asked.Answer.TrySetResult(Outcome.No("This could not be done. Reload the page and try again; your text is kept."));
                }
                catch (Exception problem)
                {
                    LogNotStored(problem, Key, _asked.Count);
                    _mustReload = true;
                    if (++failures < 2)
                        continue;
                    _log.Metrics.Failed(_asked.Count);
                    foreach (var asked in _asked)
                        asked.Answer.TrySetException(problem);
                    return;
                }
            }
        }
        finally
        {
            _asked.Clear();
        }
    }

    /// <summary>A process that stood still has to learn first what happened meanwhile.</summary>
    private async Task MustOwnAsync()
    {
        if (!_lost && !_lease.IsHeld)
            await _lease.HoldAsync();
        if (_lost || !_lease.IsHeld)
            throw new ElsewhereException(Key);
    }

    /// <summary>A verb failed in a way that is no refusal: a defect. Its session may be half changed; the others' commands go on.</summary>
    private sealed class BrokenCommandException(Asked asked, Exception inner) : Exception(inner.Message, inner)
    {
        public Asked Asked { get; } = asked;
    }

    /// <summary>Verbs change memory first, so after any failure to store the whole session is read again and the commands are run again:
    /// those that were stored after all answer with what they did.</summary>
    private async Task StoreAsync()
    {
        var live = _loaded.Live;
        var outcomes = new (long Seq, string? Refused)[_asked.Count];
        for (var i = 0; i < _asked.Count; i++)
        {
            var asked = _asked[i];
            try
            {
                outcomes[i].Seq = live.Do(asked.By, asked.Id, asked.Command, asked.Arrived);
            }
            catch (Refusal refusal)
            {
                outcomes[i].Refused = refusal.Message;
                _log.Metrics.Refused();
            }
            catch (Exception problem)
            {
                throw new BrokenCommandException(asked, problem);
            }
        }
        var (events, rows) = live.TakeNew();
        if (events.Count + rows.Count > 0)
        {
            var entry = new LogEntry(_loaded.Row.Id, _loaded.Row.Epoch, [.. events.Select(e => _store.Write(_loaded.Row.Id, e))], rows);
            _storing = new Storing(new(TaskCreationOptions.RunContinuationsAsynchronously), _clock.GetTimestamp());
            try { await _log.AppendAsync(entry, _storing.Done); }
            finally { _storing = null; }
            Remember(rows);
            SetAlarm();
        }
        var askers = new Dictionary<string, string>();
        foreach (var asked in _asked)
            if (asked is { By.Role: Role.Student, Connection: { } connection })
                askers[asked.By.Id] = connection;
        var carried = _audience.Stored(events, askers);
        for (var i = _asked.Count - 1; i >= 0; i--)
            _asked[i].Answer.TrySetResult(Answer(_asked[i], outcomes[i].Seq, outcomes[i].Refused, carried));
    }

    /// <summary>The last command of a student's page in a batch carries the patch for all of them.</summary>
    private Outcome Answer(Asked asked, long seq, string? refused, Dictionary<string, ViewChange> carried)
    {
        var outcome = refused is null ? new Outcome(seq) : Outcome.No(refused);
        if (asked.By.Role != Role.Student)
            return outcome;
        if (carried.Remove(asked.By.Id, out var change))
            outcome = outcome with { From = change.From.ToWire(), Patch = change.Patch };
        var my = change?.To ?? (refused is null ? _audience.MyVersion(asked.By.Id) : null);
        return outcome with { My = my?.ToWire(), Class = asked.Connection is { } page ? _audience.ClassVersionFor(page, my)?.ToWire() : null };
    }

    private void Remember(IReadOnlyList<RowChange> rows)
    {
        foreach (var row in rows)
        {
            if (row is SeatRow)
                _log.Metrics.Joined();
            switch (row)
            {
                case SeatRow { Name: { } name } seat: _loaded.Names[seat.Participant] = name; break;
                case DraftKept draft: Remember(draft); break;
                case SessionClosed closed:
                    _loaded.Drafts.Clear();
                    (_loaded.Row.EndedAt, _loaded.Row.JoinCode) = (closed.At, null);
                    break;
            }
        }
    }

    private void Remember(DraftKept draft)
    {
        if (!_loaded.Drafts.TryGetValue(draft.Participant, out var kept))
            _loaded.Drafts[draft.Participant] = kept = [];
        if (draft.Text.Length > 0)
            kept[draft.Field] = new KeptDraft(draft.Text, draft.At);
        else
            kept.Remove(draft.Field);
    }

    /// <summary>After trouble, memory may be ahead of the log: nothing is done or shown until the session was read again.</summary>
    private async Task ReadAgainIfNeededAsync()
    {
        if (!_mustReload && !_mustTakeOver)
            return;
        _loaded = await _store.LoadAsync(Key) ?? throw new StaleEpochException($"Session {Key} is gone.");
        (_mustReload, _mustTakeOver) = (false, false);
        _audience.Reloaded(_loaded);
        SetAlarm();
    }

    /// <summary>A database that takes no writes, its disk being full, can still be read. What was shown was stored, so the same versions go on.</summary>
    private async Task ReadAgainToShowAsync()
    {
        if (!_mustReload)
            return;
        try
        {
            await ReadAgainIfNeededAsync();
        }
        catch (DbException)
        {
            if (await _store.LookAsync(Key) is not { } stored || stored.Row.Epoch != _loaded.Row.Epoch)
                throw;
            (_loaded, _mustReload, _mustTakeOver) = (stored, false, true);
            _audience.LookedAgain(stored);
        }
    }

    private void SetAlarm()
    {
        if (_alarmAt == _loaded.Live.NextDeadline)
            return;
        _alarmAt = _loaded.Live.NextDeadline;
        var due = _alarmAt is { } at ? at - _clock.GetUtcNow().UtcDateTime : Timeout.InfiniteTimeSpan;
        _alarm.Change(due == Timeout.InfiniteTimeSpan || due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Session {Key}: trouble with {Work}")]
    private partial void LogTrouble(Exception problem, string key, string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "Session {Key}: the command {Command} failed; the session is read again")]
    private partial void LogBroken(Exception problem, string key, string command);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {Key}: {Commands} commands could not be stored; reading the session again")]
    private partial void LogNotStored(Exception problem, string key, int commands);
}
