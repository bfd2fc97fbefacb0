using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Servers;

/// <summary>What a load balancer or a service manager asks. <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can
/// serve classes; if not, one word says why.</summary>
internal sealed partial class Health(IServiceScopeFactory scopes, LiveSessions live, EventLog events, ServerLease lease, ILogger<Health> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Fresh = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (long At, string Word)? _last;
    private bool _migrated;

    public static bool IsAsked(PathString path) => path == "/health/live" || path == "/health/ready";

    /// <summary>"ready", "draining", "migrations", "database", "lease" or "storage".</summary>
    public async Task<string> ReadyAsync()
    {
        if (live.IsDraining)
            return "draining";
        await _turn.WaitAsync();
        try
        {
            // However many ask, the database is asked twice a second at most.
            if (_last is not { } last || TimeProvider.System.GetElapsedTime(last.At) > Fresh)
                _last = last = (TimeProvider.System.GetTimestamp(), await LookAsync());
            return last.Word;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<string> LookAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
            if (!_migrated && (await db.Database.GetPendingMigrationsAsync(patience.Token)).Any())
                return "migrations";
            _migrated = true;
            await db.Servers.AnyAsync(patience.Token);
            return !lease.IsHeld ? "lease" : events.IsStuck ? "storage" : "ready";
        }
        catch (Exception problem)
        {
            LogNotReady(problem);
            return "database";
        }
    }

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(LogLevel.Warning, "Not ready: the database does not answer")]
    private partial void LogNotReady(Exception problem);
}
