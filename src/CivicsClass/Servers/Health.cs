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
    private Task<string>? _asking;
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
        try
        {
            // A database that stands still does not even take a question back, so there is only one at a time.
            if (_asking is not { IsCompleted: false })
                _asking = AskAsync();
            return await _asking.WaitAsync(Patience);
        }
        catch (Exception problem)
        {
            LogNotReady(problem);
            return "database";
        }
    }

    private async Task<string> AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        if (!_migrated && (await db.Database.GetPendingMigrationsAsync()).Any())
            return "migrations";
        _migrated = true;
        await db.Servers.AnyAsync();
        return !lease.IsHeld ? "lease" : events.IsStuck ? "storage" : "ready";
    }

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(LogLevel.Warning, "Not ready: the database does not answer")]
    private partial void LogNotReady(Exception problem);
}
