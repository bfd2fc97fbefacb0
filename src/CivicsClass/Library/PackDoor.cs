using System.Text.Json;
using System.Text.RegularExpressions;
using CivicsClass.Data;
using CivicsClass.Guards;
using CivicsClass.Library.Files;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

public enum PackOutcome { Taken, Unchanged, Refused }

/// <summary>What became of a pack at the door. <c>Version</c> is the one it became or already was; absent when refused.</summary>
public sealed record PackReport(PackOutcome Outcome, PublishedVersion? Version, IReadOnlyList<Problem> Problems)
{
    /// <summary>Present: refused because it is the same as this version, which was withdrawn. What was withdrawn comes back because somebody says so,
    /// and not by being loaded once more.</summary>
    public PublishedVersion? Withdrawn { get; private init; }

    /// <summary>What to do when it should be used again.</summary>
    public string WayBack { get; private init; } = "";

    public static PackReport Refuse(IReadOnlyList<Problem> problems) => new(PackOutcome.Refused, null, problems);

    /// <param name="inUse">The version that teachers get, if there is any.</param>
    public static PackReport Refuse(PublishedVersion withdrawn, PublishedVersion? inUse)
    {
        var back = inUse?.Number > withdrawn.Number
            ? $"To use it again in place of version {inUse.Number}, bring version {withdrawn.Number} back first, then load this once more: it becomes the newest version."
            : $"To use it again, bring version {withdrawn.Number} back; nothing needs to be loaded.";
        return Refuse([new Problem("", 0, $"This is the same as version {withdrawn.Number}, which was withdrawn ({withdrawn.Withdrawn!.Reason.TrimEnd('.')}). {back}")]) with { Withdrawn = withdrawn, WayBack = back };
    }
}

/// <summary>A version without its document.</summary>
public sealed record PublishedVersion(Guid Id, string PackId, int Number, string Title, string Question, DateTime At, string By)
{
    /// <summary>Present: nobody is to start a class on it any more.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>The one that a change goes on from: the newest that is not withdrawn, or the newest where all are.</summary>
    /// <param name="versions">Of one topic, the newest first.</param>
    public static PublishedVersion? Current(IReadOnlyList<PublishedVersion> versions) => versions.FirstOrDefault(v => v.Withdrawn is null) ?? (versions is [var newest, ..] ? newest : null);
}

/// <summary>The one door through which packs come into the library, from files or from the browser.</summary>
public sealed class PackDoor(CivicsDbContext db, Images images, StepCatalog catalog, TimeProvider clock)
{
    private const int Tries = 20;

    /// <param name="by">A user's id, "seed" or "command line".</param>
    public async Task<PackReport> PublishAsync(PackFiles files, string by, CancellationToken stop = default)
    {
        try
        {
            var reading = PackReader.Read(files);
            return reading.Pack is { } pack ? await KeepAsync(pack, reading.Pictures, by, stop) : PackReport.Refuse(reading.Problems);
        }
        catch (RegexMatchTimeoutException)
        {
            return PackReport.Refuse([new Problem("", 0, PatternTime.Sentence)]);
        }
    }

    /// <summary>Publishes a topic that was in progress.</summary>
    /// <param name="begun">The version it was begun from, <see cref="Guid.Empty"/> for a new topic; refused when it is not the current one any more
    /// (<see cref="PublishedVersion.Current"/>). Absent: it replaces whatever is the current one.</param>
    public async Task<PackReport> PublishAsync(PackReading reading, Guid? begun, string by, CancellationToken stop = default) =>
        reading.Pack is { } pack ? await KeepAsync(pack, reading.Pictures, by, stop, begun) : PackReport.Refuse(reading.Problems);

    /// <summary>What a version of this content would be known by; see <see cref="PackVersion.Hash"/>.</summary>
    public string HashOf(Pack pack) => PackVersion.HashOf(JsonSerializer.Serialize(pack, catalog.Json));

    /// <summary>Keeps a version for one teacher's own classes: a published one with texts that nobody reviewed. No list shows it to anybody else.</summary>
    /// <param name="key">What it is called in place of the pack's id; no pack can be called so.</param>
    public Task<PackReport> KeepForAsync(string owner, Pack pack, string key, Guid basedOn, CancellationToken stop = default)
    {
        var problems = new Problems();
        new PackRules(pack, new PlaceBook(), problems).Check();
        return problems.None ? KeepAsync(pack, [], owner, stop, owned: (key, basedOn)) : Task.FromResult(PackReport.Refuse(problems.List()));
    }

    private async Task<PackReport> KeepAsync(Pack pack, IReadOnlyList<Picture> pictures, string by, CancellationToken stop, Guid? changed = null, (string Key, Guid BasedOn)? owned = null)
    {
        var id = owned?.Key ?? pack.Id;
        var document = JsonSerializer.Serialize(pack, catalog.Json);
        var hash = PackVersion.HashOf(document);
        for (var attempt = 1; ; attempt++)
        {
            var versions = await db.PackVersions.AsNoTracking().Where(v => v.PackId == id).OrderByDescending(v => v.Number)
                .Select(v => new { v.Hash, v.BasedOn, Version = new PublishedVersion(v.Id, v.PackId, v.Number, v.Title, v.Question, v.PublishedAt, v.PublishedBy) { Withdrawn = db.Withdrawals.FirstOrDefault(w => w.VersionId == v.Id) } })
                .ToListAsync(stop);
            var current = PublishedVersion.Current([.. versions.Select(v => v.Version)]);
            var inUse = current?.Withdrawn is null ? current : null;
            var same = versions.Where(v => v.Hash == hash && (owned is null || v.BasedOn == owned.Value.BasedOn)).Select(v => v.Version).ToList();
            if (inUse is not null && same.Any(v => v.Id == inUse.Id))
            {
                if (await IsWholeAsync(inUse.Id, hash, stop))
                    return new PackReport(PackOutcome.Unchanged, inUse, []);
            }
            else if (same is [{ Withdrawn: not null } withdrawn, ..])
                return PackReport.Refuse(withdrawn, inUse);
            if (changed is not null && (current?.Id ?? Guid.Empty) != changed)
                return PackReport.Refuse([new Problem("", 0, "The topic has a newer version meanwhile. Look at it, and make your change again.")]);
            var version = new PackVersion
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PackId = id,
                Number = (versions.FirstOrDefault()?.Version.Number ?? 0) + 1,
                Hash = hash,
                Title = pack.Title,
                Question = pack.Question,
                Document = document,
                PublishedAt = clock.GetUtcNow().UtcDateTime,
                PublishedBy = by,
                OwnerId = owned is null ? null : by,
                BasedOn = owned?.BasedOn,
            };
            foreach (var name in pack.Readings.SelectMany(r => r.Blocks).Select(b => b.Image).OfType<string>().Distinct())
                if (!await images.HasAsync(name, stop))
                {
                    if (pictures.FirstOrDefault(p => p.Name == name) is not { } picture)
                        return PackReport.Refuse([new Problem("", 0, $"The image {name} is not in the library any more. Upload it again.")]);
                    images.Add(picture);
                }
            db.PackVersions.Add(version);
            try
            {
                await db.SaveChangesAsync(stop);
                return new PackReport(PackOutcome.Taken, new(version.Id, version.PackId, version.Number, version.Title, version.Question, version.PublishedAt, by), []);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                var lost = db.ChangeTracker.Entries<ReadingImage>().Select(e => e.Entity.Name).ToList();
                db.ChangeTracker.Clear();
                if (!await db.PackVersions.AnyAsync(v => v.PackId == version.PackId && v.Number == version.Number, stop) && !await images.HasAnyAsync(lost, stop))
                    throw;
            }
        }
    }

    /// <summary>Whether it is stored as it was published; if not, the same content again becomes a new version.</summary>
    private async Task<bool> IsWholeAsync(Guid version, string hash, CancellationToken stop) =>
        PackVersion.HashOf(await db.PackVersions.Where(v => v.Id == version).Select(v => v.Document).SingleAsync(stop)) == hash;
}
