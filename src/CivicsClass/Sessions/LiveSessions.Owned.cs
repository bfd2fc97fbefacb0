using System.Data.Common;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>Which sessions this server runs where it is one of several.</summary>
public sealed partial class LiveSessions
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>The lease was not renewed in time. Without the database nobody can have taken anything over: what is in memory may
    /// still be looked at.</summary>
    private async Task<bool> MayHaveLostAsync()
    {
        try
        {
            await lease.HoldAsync();
            return !lease.IsHeld && _draining is null;
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }

    private void LetAllGo()
    {
        foreach (var (key, lazy) in _hosts)
            if (_hosts.TryRemove(KeyValuePair.Create(key, lazy)))
                Loaded(lazy)?.LetGo();
    }

    private async Task LeaveAllAsync()
    {
        await Task.Yield();
        await Task.WhenAll(Running.Select(host => host.StopAsync()));
        await lease.LeaveAsync();
    }

    /// <summary>Takes over what its owner left while time was running, and lets go of what others have taken over.</summary>
    private async Task LookAroundAsync(CancellationToken stop)
    {
        try
        {
            var here = Running.ToArray();
            await using (var scope = scopes.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
                var me = lease.Id;
                var owned = await db.Sessions.Where(s => s.OwnerId == me).Select(s => s.Key).ToHashSetAsync(stop);
                foreach (var host in here.Where(h => h.Row.OwnerId == me && !owned.Contains(h.Key)))
                    host.LetGo();
            }
            await LoadDueAsync(clock.GetUtcNow().UtcDateTime + Soon, stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogNotSeen(problem);
        }
    }

    private async Task LoadDueAsync(DateTime before, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var alone = lease.IsAlone;
        var due = db.Sessions.Where(s => s.NextDeadline < before && s.EndedAt == null && (alone || s.OwnerId == null || !db.Servers.Any(v => v.Id == s.OwnerId)));
        foreach (var key in await due.Select(s => s.Key).ToListAsync(stop))
        {
            try { await FindAsync(key); }
            catch (Servers.ElsewhereException) { }
            catch (InvalidOperationException problem) { LogNotLoaded(problem, key); }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not see which sessions other servers run; trying again")]
    private partial void LogNotSeen(Exception problem);
}
