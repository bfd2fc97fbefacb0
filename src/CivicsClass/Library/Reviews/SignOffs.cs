using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Reviews;

/// <summary>How many reviewers agree and dissent.</summary>
public sealed record ReviewCount(int Agree, int Dissent)
{
    public static readonly ReviewCount None = new(0, 0);

    public int All => Agree + Dissent;
}

/// <summary>What reviewers say of one exact content, each by name and once. A changed content begins without reviews.</summary>
public sealed class SignOffs(CivicsDbContext db, TimeProvider clock)
{
    /// <summary>Dissent first, so that it is not overlooked; then as they were signed.</summary>
    /// <param name="hash">See <see cref="PackVersion.Hash"/>.</param>
    public async Task<IReadOnlyList<SignOff>> ForAsync(string hash, CancellationToken stop = default) =>
        await db.SignOffs.AsNoTracking().Where(s => s.Hash == hash).OrderBy(s => s.Agrees).ThenBy(s => s.At).ThenBy(s => s.Id).ToListAsync(stop);

    /// <summary>By hash; what nobody reviewed is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, ReviewCount>> CountAsync(IReadOnlyCollection<string> hashes, CancellationToken stop = default) =>
        (await db.SignOffs.Where(s => hashes.Contains(s.Hash)).GroupBy(s => new { s.Hash, s.Agrees }).Select(g => new { g.Key.Hash, g.Key.Agrees, Count = g.Count() }).ToListAsync(stop))
            .GroupBy(c => c.Hash).ToDictionary(g => g.Key, g => new ReviewCount(g.Where(c => c.Agrees).Sum(c => c.Count), g.Where(c => !c.Agrees).Sum(c => c.Count)));

    /// <summary>Signs, or puts the new words in the place of what this reviewer signed of the same content before.</summary>
    /// <param name="form">Without <see cref="SignOffForm.Problems"/>.</param>
    /// <param name="reviewer">User id.</param>
    public async Task SignAsync(string packId, string hash, SignOffForm form, string reviewer, CancellationToken stop = default)
    {
        var name = await db.Users.Where(u => u.Id == reviewer).Select(u => u.DisplayName).SingleAsync(stop);
        var signed = new SignOff
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PackId = packId,
            Hash = hash,
            Reviewer = reviewer,
            Name = name,
            Viewpoint = form.Viewpoint!.Trim(),
            Agrees = form.Agrees!.Value,
            Reasons = form.Reasons?.Trim() ?? "",
            At = clock.GetUtcNow().UtcDateTime,
        };
        if (await ReplaceAsync(signed, stop))
            return;
        db.SignOffs.Add(signed);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException twice) when (Conflict.Is(twice))
        {
            db.ChangeTracker.Clear();
            await ReplaceAsync(signed, stop);
        }
    }

    private async Task<bool> ReplaceAsync(SignOff signed, CancellationToken stop) =>
        await db.SignOffs.Where(s => s.Hash == signed.Hash && s.Reviewer == signed.Reviewer).ExecuteUpdateAsync(s => s
            .SetProperty(o => o.Name, signed.Name).SetProperty(o => o.Viewpoint, signed.Viewpoint).SetProperty(o => o.Agrees, signed.Agrees)
            .SetProperty(o => o.Reasons, signed.Reasons).SetProperty(o => o.At, signed.At), stop) > 0;
}
