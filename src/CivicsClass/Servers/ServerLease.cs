using System.Collections.Concurrent;
using System.Data.Common;

namespace CivicsClass.Servers;

/// <summary>This server's lease: six seconds by the database's clock, renewed every two, one statement for all sessions it owns.
/// A server that is alone holds one for ever and says nothing to the database.</summary>
public sealed partial class ServerLease : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    /// <summary>By our own clock the lease is over a little earlier than by the database's.</summary>
    private static readonly TimeSpan Ours = LeaseTable.Length - TimeSpan.FromSeconds(1);
    /// <summary>When the database has been away nobody could renew; whoever comes back first must not take everything from the others.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(3);

    private readonly LeaseTable _table;
    private readonly ClusterSettings _cluster;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<Guid, Neighbour> _living = [];
    /// <summary>The machine's monotonic clock, whatever time the classes are told: it also runs while the process is stopped.</summary>
    private readonly TimeProvider _clock = TimeProvider.System;
    private long _renewedAt, _backAt;
    private bool _isSilent, _left;
    private Guid _id;

    internal ServerLease(LeaseTable table, ClusterSettings cluster, ILogger<ServerLease> log) => (_table, _cluster, _log) = (table, cluster, log);

    /// <summary>Another server has ended this lease: nothing that was owned under it is ours any more.</summary>
    public event Action? Lost;

    public bool IsAlone => _cluster.IsAlone;

    /// <summary>What sessions name as their owner; null on a server that is alone.</summary>
    public Guid? Id => IsAlone ? null : _id;

    /// <summary>No other server can have taken anything over yet.</summary>
    public bool IsHeld => IsAlone || (!_left && _clock.GetElapsedTime(Volatile.Read(ref _renewedAt)) < Ours);

    /// <summary>Another server with a lease, as far as is known here; null when it has none or is this one.</summary>
    public Neighbour? Find(Guid? owner) => owner is { } id && id != _id && _living.TryGetValue(id, out var found) ? found : null;

    /// <summary>Renews now, where the heartbeat came too late, as after the whole process stood still.</summary>
    /// <exception cref="DbException">The database does not answer: nobody can say whose the sessions are.</exception>
    public Task HoldAsync() => IsHeld || _left ? Task.CompletedTask : InTurnAsync(async () =>
    {
        if (!IsHeld && !_left)
            await RenewAsync();
    });

    /// <summary>Ends the leases of servers that have not renewed theirs. Does nothing shortly after the database was away.</summary>
    public Task EndOverAsync() => InTurnAsync(async () =>
    {
        if (_clock.GetElapsedTime(_backAt) >= Courtesy)
            await _table.EndOverAsync();
        await LookAroundAsync();
    });

    /// <summary>Gives the lease up: every session of this server is free at once.</summary>
    public async Task LeaveAsync()
    {
        if (IsAlone || _left)
            return;
        try
        {
            await InTurnAsync(async () =>
            {
                _left = true;
                await _table.LeaveAsync(_id);
            });
        }
        catch (DbException problem)
        {
            LogNotReturned(_log, problem);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsAlone)
            return;
        await InTurnAsync(EnrolAsync);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await LeaveAsync();
        await _table.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, _clock);
        while (await TickAsync(beat, stoppingToken))
        {
            try
            {
                await InTurnAsync(BeatAsync);
                _isSilent = false;
            }
            catch (Exception problem) when (problem is DbException or InvalidOperationException or TimeoutException or IOException)
            {
                if (!_isSilent)
                    LogNotRenewed(_log, problem);
                _isSilent = true;
            }
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try { return await timer.WaitForNextTickAsync(stop); }
        catch (OperationCanceledException) { return false; }
    }

    private async Task BeatAsync()
    {
        if (_left)
            return;
        await RenewAsync();
        if (_clock.GetElapsedTime(_backAt) >= Courtesy)
            await _table.EndOverAsync();
        await LookAroundAsync();
    }

    private async Task RenewAsync()
    {
        var (wasHeld, at) = (IsHeld, _clock.GetTimestamp());
        if (!await _table.RenewAsync(_id))
        {
            LogLost(_log);
            Lost?.Invoke();
            await EnrolAsync();
            return;
        }
        if (!wasHeld)
            _backAt = _clock.GetTimestamp();
        Volatile.Write(ref _renewedAt, at);
    }

    private async Task EnrolAsync()
    {
        var at = _clock.GetTimestamp();
        var id = Guid.NewGuid();
        await _table.EnrolAsync(id, _cluster.Address!);
        _id = id;
        Volatile.Write(ref _renewedAt, at);
        await LookAroundAsync();
    }

    private async Task LookAroundAsync()
    {
        var there = await _table.LivingAsync();
        foreach (var (id, address) in there)
            _living.GetOrAdd(id, _ => new Neighbour(address));
        foreach (var id in _living.Keys)
            if (!there.ContainsKey(id) && _living.TryRemove(id, out var gone))
                gone.Dispose();
    }

    private async Task InTurnAsync(Func<Task> work)
    {
        await _turn.WaitAsync();
        try
        {
            await work();
        }
        catch
        {
            await _table.DisposeAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _turn.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "This server's lease cannot be renewed; until it can, nothing is stored here")]
    private static partial void LogNotRenewed(ILogger log, Exception problem);

    [LoggerMessage(LogLevel.Warning, "This server did not renew its lease in time: others have taken its sessions over, and it lets go of them")]
    private static partial void LogLost(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The lease could not be given back; it runs out by itself")]
    private static partial void LogNotReturned(ILogger log, Exception problem);
}

/// <summary>Another server.</summary>
public sealed class Neighbour : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    internal Neighbour(Uri address) => (Address, Gone) = (address, _gone.Token);

    public Uri Address { get; }

    /// <summary>Cancelled when its lease is over: what is forwarded to it can come to nothing.</summary>
    public CancellationToken Gone { get; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
