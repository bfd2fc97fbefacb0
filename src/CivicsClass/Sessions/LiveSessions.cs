using System.Collections.Concurrent;
using CivicsClass.Data;
using CivicsClass.Servers;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>The sessions this server runs. Each is loaded when first asked for and leaves memory when nobody needs it.</summary>
public sealed partial class LiveSessions(SessionStore store, EventLog log, ServerLease lease, IMegaphone megaphone, StepCatalog catalog, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveSessions> logger)
    : BackgroundService
{
    private const string Deleted = "Your teacher has deleted this session.";
    private static readonly TimeSpan KeepIdle = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Lazy<Task<SessionHost?>>> _hosts = [];
    private readonly Lock _gate = new();
    private Task? _draining;

    internal SessionMetrics Metrics => log.Metrics;

    /// <returns>Null when there is no such session.</returns>
    /// <exception cref="ElsewhereException">Another server runs it, or this one is stopping.</exception>
    public async Task<SessionHost?> FindAsync(string key)
    {
        if (!lease.IsHeld && await MayHaveLostAsync())
            throw new ElsewhereException(key);
        if (_draining is not null)
            return Here(key) ?? throw new ElsewhereException(key);
        var lazy = _hosts.GetOrAdd(key, k => new Lazy<Task<SessionHost?>>(() => LoadAsync(k)));
        try
        {
            if (await lazy.Value is { } host)
            {
                if (!host.Running.IsCompleted)
                    return host;
                _hosts.TryRemove(KeyValuePair.Create(key, lazy));
                return await FindAsync(key);
            }
        }
        catch
        {
            _hosts.TryRemove(KeyValuePair.Create(key, lazy));
            throw;
        }
        _hosts.TryRemove(KeyValuePair.Create(key, lazy));
        return null;
    }

    /// <summary>The session a join code opens; null when the code is wrong or its session has ended.</summary>
    public async Task<SessionHost?> FindByCodeAsync(string code)
    {
        if (Running.FirstOrDefault(h => h.Row.JoinCode == code) is { } here)
            return await FindAsync(here.Key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var key = await db.Sessions.Where(s => s.JoinCode == code).Select(s => s.Key).SingleOrDefaultAsync();
        return key is null ? null : await FindAsync(key);
    }

    /// <summary>What <see cref="FindAsync"/> would find at once, without a task for each answer; null when it has to look.</summary>
    internal SessionHost? AtHand(string key) => lease.IsHeld && _draining is null ? Here(key) : null;

    /// <summary>The session if this server runs it now; nothing is loaded.</summary>
    public SessionHost? Here(string key) =>
        _hosts.TryGetValue(key, out var lazy) && Loaded(lazy) is { Running.IsCompleted: false } host ? host : null;

    /// <summary>Stops all sessions for good: takes no more over, stores what was accepted, and leaves them to the other servers.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
            return _draining ??= LeaveAllAsync();
    }

    public bool IsDraining => _draining is not null;

    /// <summary>Removes a session for good: everybody is told, then every row goes.</summary>
    public async Task DeleteAsync(SessionHost host)
    {
        _hosts.TryRemove(host.Key, out _);
        await host.StopAsync(Deleted);
        try
        {
            await store.DeleteAsync(host.Row.Id);
            // Whoever came back while the rows were going has woken the session up again.
            if (_hosts.TryRemove(host.Key, out var woken) && await woken.Value is { } again)
                await again.StopAsync(Deleted);
        }
        finally
        {
            await log.ForgetAsync();
        }
    }

    /// <summary>Loads what must act without being asked: sessions whose time is running.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        lease.Lost += LetAllGo;
        await LoadDueAsync(DateTime.MaxValue, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await DrainAsync();
    }

    /// <summary>A database that does not answer holds up the chores, never the beat, by which classes stop waiting for it.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(BeatAsync(stoppingToken), DoChoresAsync(stoppingToken));

    private async Task BeatAsync(CancellationToken stop)
    {
        using var halfSecond = new PeriodicTimer(TimeSpan.FromSeconds(0.5), clock);
        while (await TickAsync(halfSecond, stop))
            foreach (var host in Running)
                host.Beat();
    }

    private async Task DoChoresAsync(CancellationToken stop)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        for (var seconds = 1; await TickAsync(second, stop); seconds++)
        {
            if (seconds % 3 == 0)
                await CutRevokedStaffAsync(stop);
            if (seconds % 5 == 0 && !lease.IsAlone)
                await LookAroundAsync(stop);
            if (seconds % 60 == 0)
                await LetIdleGoAsync();
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try { return await timer.WaitForNextTickAsync(stop); }
        catch (OperationCanceledException) { return false; }
    }

    private IEnumerable<SessionHost> Running => _hosts.Values.Select(Loaded).OfType<SessionHost>();

    private static SessionHost? Loaded(Lazy<Task<SessionHost?>> lazy) =>
        lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? lazy.Value.GetAwaiter().GetResult() : null;

    private async Task<SessionHost?> LoadAsync(string key)
    {
        if (await store.LoadAsync(key) is not { } loaded)
            return null;
        // The lease may have been lost while the session was read.
        return loaded.Row.OwnerId == lease.Id && _draining is null
            ? new SessionHost(loaded, store, log, lease, megaphone, catalog, clock, logger)
            : throw new ElsewhereException(key);
    }

    private async Task LetIdleGoAsync()
    {
        var since = clock.GetUtcNow().UtcDateTime - KeepIdle;
        foreach (var (key, lazy) in _hosts)
        {
            // Looked at only now: while the others were let go somebody may have come, or this one been replaced.
            if (Loaded(lazy) is not { } host || !(host.Running.IsCompleted || host.IsIdleSince(since)) || !_hosts.TryRemove(KeyValuePair.Create(key, lazy)))
                continue;
            await host.StopAsync();
            try { await store.ReleaseAsync(host.Row); }
            catch (Exception problem) when (problem is not OperationCanceledException) { LogNotReleased(problem, key); }
        }
    }

    private async Task CutRevokedStaffAsync(CancellationToken stop)
    {
        var hosts = Running.Where(h => h.HasStaff).ToArray();
        if (hosts.Length == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
            var ids = hosts.Select(h => h.Row.TeacherId).Distinct().ToArray();
            var stamps = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.SecurityStamp, stop);
            var ended = (await db.EndedSignIns.Select(e => e.Id).ToListAsync(stop)).Select(id => id.ToString()).ToHashSet();
            foreach (var host in hosts)
                host.CutStaff(seat => stamps.TryGetValue(seat.UserId, out var stamp) && stamp == seat.SecurityStamp && !ended.Contains(seat.SignIn ?? ""));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogNotChecked(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Session {Key} could not be loaded at start")]
    private partial void LogNotLoaded(Exception problem, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {Key} could not be left to the other servers; it stays this one's until somebody asks for it")]
    private partial void LogNotReleased(Exception problem, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not check the staff who are connected; trying again")]
    private partial void LogNotChecked(Exception problem);
}
