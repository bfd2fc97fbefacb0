using System.Data.Common;
using CivicsClass.Servers;

namespace CivicsClass.Sessions;

/// <summary>What is held in memory, whose it is, and how it follows the database.</summary>
public sealed partial class SessionHost
{
    /// <summary>A process that stood still has to learn first what happened meanwhile.</summary>
    private async Task MustOwnAsync()
    {
        if (!_lost && !_lease.IsHeld)
            await _lease.HoldAsync();
        if (_lost || !_lease.IsHeld)
            throw new ElsewhereException(Key);
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
                case DraftsForgotten typing: _loaded.Drafts.Remove(typing.Participant); break;
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

    /// <summary>It failed less than a moment ago: what nobody waits for can wait.</summary>
    private bool DatabaseIsAway => _failedAt is { } failed && _clock.GetElapsedTime(failed) < BeforeTryingAgain;

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
            _failedAt = _clock.GetTimestamp();
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
}
