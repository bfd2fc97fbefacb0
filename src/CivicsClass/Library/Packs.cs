using System.Collections.Concurrent;
using System.Text.Json;
using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

/// <param name="OwnerId">See <see cref="PackVersion.OwnerId"/>.</param>
/// <param name="BasedOn">See <see cref="PackVersion.BasedOn"/>.</param>
public sealed record FoundVersion(PublishedVersion Version, string? OwnerId, Guid? BasedOn);

/// <summary>Published packs in memory, one shared instance per version: a version never changes.</summary>
public sealed partial class Packs(IServiceScopeFactory scopes, StepCatalog catalog, ILogger<Packs> log)
{
    private readonly ConcurrentDictionary<Guid, Task<Pack>> _versions = [];

    /// <exception cref="InvalidOperationException">There is no such version, or it is not as it was published (<see cref="AlteredVersionException"/>).</exception>
    public async Task<Pack> GetAsync(Guid version)
    {
        try
        {
            return await _versions.GetOrAdd(version, ReadAsync);
        }
        catch
        {
            _versions.TryRemove(version, out _);
            throw;
        }
    }

    /// <summary>Absent when the version is not as it was published.</summary>
    public async Task<Pack?> FindWholeAsync(Guid version)
    {
        try
        {
            return await GetAsync(version);
        }
        catch (AlteredVersionException)
        {
            return null;
        }
    }

    /// <summary>The newest version of every topic that may be started, by title, without the documents' text being of interest.</summary>
    public async Task<IReadOnlyList<PackVersion>> LatestAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.PackVersions.AsNoTracking()
            .Where(v => v.OwnerId == null && !db.Withdrawals.Any(w => w.VersionId == v.Id))
            .Where(v => v.Number == db.PackVersions.Where(o => o.PackId == v.PackId && !db.Withdrawals.Any(w => w.VersionId == o.Id)).Max(o => o.Number))
            .OrderBy(v => v.Title).ToListAsync();
    }

    /// <summary>All versions that are for everybody, withdrawn ones too, without their documents; of each topic the newest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.PackVersions.Where(v => v.OwnerId == null).OrderBy(v => v.PackId).ThenByDescending(v => v.Number)
            .Select(v => new PublishedVersion(v.Id, v.PackId, v.Number, v.Title, v.Question, v.PublishedAt, v.PublishedBy) { Withdrawn = db.Withdrawals.FirstOrDefault(w => w.VersionId == v.Id) })
            .AsNoTracking().ToListAsync();
    }

    /// <summary>A version that this person may use: one for all, or one of their own.</summary>
    public async Task<FoundVersion?> FindAsync(Guid id, string reader)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.PackVersions.Where(v => v.Id == id && (v.OwnerId == null || v.OwnerId == reader))
            .Select(v => new FoundVersion(new(v.Id, v.PackId, v.Number, v.Title, v.Question, v.PublishedAt, v.PublishedBy) { Withdrawn = db.Withdrawals.FirstOrDefault(w => w.VersionId == v.Id) }, v.OwnerId, v.BasedOn))
            .AsNoTracking().SingleOrDefaultAsync();
    }

    private async Task<Pack> ReadAsync(Guid version)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var stored = await db.PackVersions.Where(v => v.Id == version).Select(v => new { v.Title, v.Number, v.Hash, v.Document }).SingleAsync();
        if (PackVersion.HashOf(stored.Document) != stored.Hash)
        {
            Altered(version, stored.Number, stored.Title);
            throw new AlteredVersionException(stored.Title, stored.Number);
        }
        return JsonSerializer.Deserialize<Pack>(stored.Document, catalog.Json)!;
    }

    [LoggerMessage(LogLevel.Error, "Version {Id} ({Number} of “{Title}”) is not as it was published: its document does not have the hash that stands beside it. It is refused; load the topic again or restore a backup")]
    private partial void Altered(Guid id, int number, string title);
}
