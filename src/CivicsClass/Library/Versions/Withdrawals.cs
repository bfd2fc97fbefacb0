using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Versions;

/// <summary>Takes published versions out of use, with a reason, and brings them back.</summary>
public sealed class Withdrawals(CivicsDbContext db, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <returns>What is wrong with the reason; null when the version is withdrawn. Who comes second changes nothing.</returns>
    public async Task<string?> WithdrawAsync(Guid version, string? reason, string by)
    {
        reason = reason?.Trim() ?? "";
        if (reason.Length == 0)
            return "Say why: teachers who use this topic will read it.";
        if (reason.Length > LongestReason)
            return $"Keep the reason within {LongestReason} characters. This one has {reason.Length}.";
        if (await db.Withdrawals.AnyAsync(w => w.VersionId == version))
            return null;
        db.Withdrawals.Add(new Withdrawal { VersionId = version, Reason = reason, By = by, At = clock.GetUtcNow().UtcDateTime });
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException lost) when (Conflict.Is(lost)) { db.ChangeTracker.Clear(); }
        return null;
    }

    public Task BringBackAsync(Guid version) => db.Withdrawals.Where(w => w.VersionId == version).ExecuteDeleteAsync();
}
