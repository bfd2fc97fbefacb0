using System.Data.Common;
using System.Threading.Channels;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>What one session adds in one go: its new events and the rows that change with them.</summary>
/// <param name="Epoch">Refused when another server has loaded the session since.</param>
public sealed record LogEntry(Guid Session, int Epoch, IReadOnlyList<SessionEventRow> Events, IReadOnlyList<RowChange> Rows);

/// <summary>Appends events durably. Everything that waits, of all sessions, is one transaction: the busier, the cheaper.
/// A task returned by <see cref="AppendAsync"/> completes only when the rows are on the disk.</summary>
public sealed partial class EventLog(IServiceScopeFactory scopes, WriteLock @lock, SessionMetrics metrics, TimeProvider clock, ILogger<EventLog> logger) : BackgroundService
{
    private const int RowsPerCheckpoint = 4_000;
    private static readonly TimeSpan IdleBeforeCheckpoint = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);
    /// <summary>Commits are at least this far apart: when many sessions write, more of them share one. A lone write does not wait.</summary>
    private static readonly TimeSpan CommitWindow = TimeSpan.FromMilliseconds(16);
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private const int ManyFailures = 3;
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(15);
    private int _failures;
    private long _failedAt;
    private int _rowsSinceCheckpoint;
    private long _committedAt;
    private volatile bool _mustForget;

    internal SessionMetrics Metrics => metrics;

    /// <summary>Transactions committed since the start.</summary>
    public long Commits { get; private set; }

    /// <summary>Nothing could be stored lately, though it was tried several times: the disk is full, or the database takes no writes.</summary>
    public bool IsStuck => Volatile.Read(ref _failures) >= ManyFailures && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _failedAt)) < Lately;

    /// <summary>A session could not store what it was asked to.</summary>
    internal void Failed()
    {
        Interlocked.Increment(ref _failures);
        Volatile.Write(ref _failedAt, TimeProvider.System.GetTimestamp());
    }

    private sealed record Waiting(LogEntry Entry, TaskCompletionSource Stored);

    /// <param name="stored">Completed by the log; the caller may fail it earlier and no longer wait.</param>
    /// <exception cref="StaleEpochException">The session was loaded elsewhere or deleted; nothing was stored.</exception>
    /// <exception cref="DbException">Nothing is known: load the session again and see.</exception>
    public Task AppendAsync(LogEntry entry, TaskCompletionSource? stored = null)
    {
        var waiting = new Waiting(entry, stored ?? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_queue.Writer.TryWrite(waiting))
            throw new InvalidOperationException("The server is stopping.");
        return waiting.Stored.Task;
    }

    /// <summary>What was deleted leaves the write-ahead log too: all of it moves into the database file, where it was overwritten,
    /// and the log is emptied. While a backup reads the log this cannot be done; then a later checkpoint does it.</summary>
    public async Task ForgetAsync()
    {
        _mustForget = true;
        for (var tries = 0; _mustForget && tries < 20; tries++)
        {
            if (tries > 0)
                await Task.Delay(BetweenTries, clock);
            await CheckpointAsync();
        }
    }

    /// <summary>The same, where a class would have to wait: tried once now, and on beside it while somebody reads the log.</summary>
    public async Task ForgetAtOnceAsync()
    {
        _mustForget = true;
        await CheckpointAsync();
        if (_mustForget)
            _ = ForgetAsync();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var batch = new List<Waiting>();
        var waiting = _queue.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        while (true)
        {
            if (_rowsSinceCheckpoint > 0 && !waiting.IsCompleted)
                await Task.WhenAny(waiting, Task.Delay(IdleBeforeCheckpoint, clock, CancellationToken.None));
            if (_rowsSinceCheckpoint > 0 && !waiting.IsCompleted)
                await CheckpointAsync();
            if (!await waiting)
                break;
            await GatherAsync();
            while (_queue.Reader.TryRead(out var next))
                batch.Add(next);
            await StoreAsync(batch);
            batch.Clear();
            if (_rowsSinceCheckpoint >= RowsPerCheckpoint)
                await CheckpointAsync();
            waiting = _queue.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        }
        await CheckpointAsync();
        _writer?.Dispose();
        _scope?.Dispose();
    }

    /// <summary>By the machine's own clock, whatever time the classes are told: this is about the disk, not about them.</summary>
    private async Task GatherAsync()
    {
        var left = CommitWindow - TimeProvider.System.GetElapsedTime(_committedAt);
        if (left > TimeSpan.Zero)
            await Task.Delay(left);
        _committedAt = TimeProvider.System.GetTimestamp();
    }

    private async Task StoreAsync(List<Waiting> batch)
    {
        try
        {
            await WriteAsync(batch);
            foreach (var waiting in batch)
                waiting.Stored.TrySetResult();
        }
        catch (Exception problem) when (batch.Count > 1 && _writer is not null && problem is StaleEpochException or DbException)
        {
            if (problem is DbException && !await IsBackAsync(batch))
                return;
            foreach (var waiting in batch)
                await StoreAsync([waiting]);
        }
        catch (Exception problem)
        {
            Refuse(batch, problem);
        }
    }

    /// <summary>A database that is away is asked once for all that waits, not once for each session.</summary>
    private async Task<bool> IsBackAsync(List<Waiting> batch)
    {
        Reconnect();
        try
        {
            _writer = await ConnectAsync();
            return true;
        }
        catch (Exception problem)
        {
            Refuse(batch, problem);
            return false;
        }
    }

    private void Refuse(List<Waiting> batch, Exception problem)
    {
        LogNotStored(problem, batch.Count);
        Reconnect();
        foreach (var waiting in batch)
            waiting.Stored.TrySetException(problem);
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        var asked = TimeProvider.System.GetTimestamp();
        using var turn = await @lock.EnterAsync();
        var writer = _writer ??= await ConnectAsync();
        using var transaction = writer.Begin();
        foreach (var waiting in batch)
            writer.Write(waiting.Entry);
        transaction.Commit();
        Commits++;
        Volatile.Write(ref _failures, 0);
        metrics.Committed(batch.Count, TimeProvider.System.GetElapsedTime(asked));
        _rowsSinceCheckpoint += batch.Sum(w => w.Entry.Events.Count + w.Entry.Rows.Count);
    }

    /// <summary>What the log's own connection says of one of SQLite's settings.</summary>
    internal async Task<string?> PragmaAsync(string name)
    {
        using var turn = await @lock.EnterAsync();
        return (_writer ??= await ConnectAsync()).Pragma(name);
    }

    private async Task CheckpointAsync()
    {
        try
        {
            using var turn = await @lock.EnterAsync();
            var writer = _writer ??= await ConnectAsync();
            if (_mustForget)
                _mustForget = !writer.Truncate();
            else
                writer.Checkpoint();
            _rowsSinceCheckpoint = 0;
        }
        catch (DbException problem)
        {
            LogNoCheckpoint(problem);
            _rowsSinceCheckpoint = 0;
            Reconnect();
        }
    }

    private IServiceScope? _scope;
    private LogWriter? _writer;

    private async Task<LogWriter> ConnectAsync()
    {
        _scope = scopes.CreateScope();
        var db = _scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        await db.Database.OpenConnectionAsync();
        return new LogWriter(db.Database.GetDbConnection());
    }

    private void Reconnect()
    {
        _writer?.Dispose();
        _scope?.Dispose();
        (_writer, _scope) = (null, null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not store the events of {Sessions} sessions")]
    private partial void LogNotStored(Exception problem, int sessions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not checkpoint the database; trying again later")]
    private partial void LogNoCheckpoint(Exception problem);
}

/// <summary>Another server has loaded the session, or it was deleted: this host must let go.</summary>
public sealed class StaleEpochException(string message) : Exception(message);
