using CivicsClass.Servers;

namespace CivicsClass.Sessions;

/// <summary>The work itself: one thing after the other, until the mailbox closes.</summary>
public sealed partial class SessionHost
{
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
        if (work is Beating or Flush && _mustReload && DatabaseIsAway)
            return;
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
            case Beating:
                _audience.Beat();
                await CallOverdueTimeAsync();
                break;
        }
    }

    /// <summary>An alarm is lost when it comes while the session cannot be read, or while the mailbox is full.</summary>
    private Task CallOverdueTimeAsync() =>
        _loaded.Live.NextDeadline <= _clock.GetUtcNow().UtcDateTime && !DatabaseIsAway ? CallTimeAsync() : Task.CompletedTask;

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
                    // A connection that broke is tried again at once; a database that stays away is not, for each command that comes.
                    var wasAway = DatabaseIsAway;
                    _failedAt = _clock.GetTimestamp();
                    _log.Failed();
                    if (++failures < 2 && !wasAway)
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
            rows = _store.Erasing(_loaded.Row.Id, rows);
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
        if (rows.Any(row => row is PayloadReplaced))
        {
            await _log.ForgetAtOnceAsync();
            // Memory still holds what was erased: the session is read again before anything else is done.
            _mustReload = true;
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Session {Key}: trouble with {Work}")]
    private partial void LogTrouble(Exception problem, string key, string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "Session {Key}: the command {Command} failed; the session is read again")]
    private partial void LogBroken(Exception problem, string key, string command);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {Key}: {Commands} commands could not be stored; reading the session again")]
    private partial void LogNotStored(Exception problem, string key, int commands);
}
