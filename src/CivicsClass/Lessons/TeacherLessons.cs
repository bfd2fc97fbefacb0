using System.Text.Json;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Lessons;

/// <summary>The lessons that teachers made for themselves. Everything is looked up through its owner.</summary>
public sealed class TeacherLessons(CivicsDbContext db, Packs packs, PackDoor door, StepCatalog catalog, TimeProvider clock)
{
    private const string Overtaken = "The lesson was changed or deleted in another tab meanwhile. Look at it again first.";

    /// <summary>By title, without regard to case.</summary>
    public async Task<IReadOnlyList<OwnLesson>> AllAsync(string owner) =>
        [.. (await WithVersionsAsync(owner, await db.TeacherLessons.AsNoTracking().Where(l => l.OwnerId == owner).ToListAsync(), onlyWhole: true)).OrderBy(l => l.Row.Title, StringComparer.CurrentCultureIgnoreCase)];

    /// <returns>Null when this teacher has no such lesson.</returns>
    public async Task<OwnLesson?> FindAsync(string owner, Guid id) =>
        await db.TeacherLessons.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.OwnerId == owner) is { } row ? (await WithVersionsAsync(owner, [row])).Single() : null;

    /// <summary>Copies a lesson of a version that this teacher may use.</summary>
    /// <returns>The copy's id; null when there is no such lesson.</returns>
    public async Task<Guid?> CopyAsync(string owner, Guid version, string lesson)
    {
        if (await packs.FindAsync(version, owner) is null || (await packs.GetAsync(version)).Lessons.FirstOrDefault(l => l.Id == lesson) is not { } plan)
            return null;
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow().UtcDateTime);
        var taken = await db.TeacherLessons.Where(l => l.OwnerId == owner).Select(l => l.Title).ToListAsync();
        plan = plan with { Id = $"{id}", Title = FreeTitle(plan.Title, taken) };
        db.TeacherLessons.Add(new TeacherLesson { Id = id, OwnerId = owner, VersionId = version, Title = plan.Title, Document = Write(plan), AddedAt = now, ChangedAt = now, Version = Guid.NewGuid() });
        await db.SaveChangesAsync();
        return id;
    }

    /// <param name="seen">The state that was on the screen (<see cref="TeacherLesson.Version"/>).</param>
    /// <param name="on">Another version of the topic to stand on; absent: the same.</param>
    /// <returns>Whether it was saved; not when somebody saved the lesson since.</returns>
    public async Task<bool> SaveAsync(string owner, Guid id, Guid seen, LessonPlan plan, Guid? on = null)
    {
        if (await db.TeacherLessons.FirstOrDefaultAsync(l => l.Id == id && l.OwnerId == owner) is not { } row || row.Version != seen)
            return false;
        (row.Title, row.Document, row.ChangedAt, row.Version, row.VersionId) = (plan.Title, Write(plan), clock.GetUtcNow().UtcDateTime, Guid.NewGuid(), on ?? row.VersionId);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException problem) when (Conflict.Is(problem))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <returns>Whether it is gone; not when somebody saved the lesson since.</returns>
    public async Task<bool> DeleteAsync(string owner, Guid id, Guid seen) =>
        await db.TeacherLessons.Where(l => l.Id == id && l.OwnerId == owner && l.Version == seen).ExecuteDeleteAsync() == 1;

    /// <summary>Puts a draft of the teacher's own into the texts that the lesson may choose from.</summary>
    /// <returns>A sentence when it cannot be.</returns>
    public async Task<string?> UseAsync(OwnLesson lesson, Guid seen, DraftReading draft, string side)
    {
        var (pack, refused) = new TopicAddition(draft, side, null, [], null) { IsOwn = true }.To(lesson.Pack);
        return pack is null ? refused : await StandOnAsync(lesson, seen, pack, lesson.Base.Id);
    }

    /// <summary>What would change if the lesson stood on the newest version. Own texts that it reads go with it.</summary>
    public async Task<LessonMove> LookAheadAsync(OwnLesson lesson)
    {
        var to = await packs.GetAsync(lesson.Newest!.Id);
        var read = lesson.Plan.Steps.OfType<ReadingPlan>().SelectMany(s => s.Readings).ToHashSet();
        var own = lesson.Pack.Readings.Where(r => r.NotReviewed == true && read.Contains(r.Id)).ToList();
        var move = LessonMove.Of(lesson.Plan, lesson.Pack, to with { Readings = [.. to.Readings, .. own] }, lesson.Newest.Number, catalog.Json);
        var strange = own.Where(r => r.Side != Pack.Background && to.Positions.All(p => p.Id != r.Side)).Select(r => $"Your own text “{r.Title}” speaks for a position that version {lesson.Newest.Number} does not have.");
        return move with { Gone = [.. move.Gone, .. strange] };
    }

    /// <returns>A sentence when the lesson stays where it is.</returns>
    public async Task<string?> MoveAsync(OwnLesson lesson, Guid seen)
    {
        if (!lesson.CanMove)
            return "The lesson is on the newest version already.";
        var move = await LookAheadAsync(lesson);
        if (move.Gone.Count > 0)
            return $"{move.Gone[0]} Choose something else in that step first, then move up.";
        if (move.To.Readings.Any(r => r.NotReviewed == true))
            return await StandOnAsync(lesson, seen, move.To, lesson.Newest!.Id);
        return Misfit(lesson, move.To) ?? (await SaveAsync(lesson.Row.OwnerId, lesson.Row.Id, seen, lesson.Plan, lesson.Newest!.Id) ? null : Overtaken);
    }

    private async Task<string?> StandOnAsync(OwnLesson lesson, Guid seen, Pack pack, Guid basedOn)
    {
        if (Misfit(lesson, pack) is { } misfit)
            return misfit;
        var report = await door.KeepForAsync(lesson.Row.OwnerId, pack, OwnLesson.OwnKey(lesson.Row.Id), basedOn);
        if (report.Version is not { } version)
            return report.Problems[0].Sentence;
        return await SaveAsync(lesson.Row.OwnerId, lesson.Row.Id, seen, lesson.Plan, version.Id) ? null : Overtaken;
    }

    /// <summary>Why the lesson as it is saved would break a rule on this pack.</summary>
    private static string? Misfit(OwnLesson lesson, Pack pack)
    {
        var problems = LessonForm.Of(lesson.Plan).Read(lesson.Plan.Id, pack).Problems;
        return problems.Count == 0 ? null : problems[0].Line == 0 ? problems[0].Sentence : $"Step {problems[0].Line}: {problems[0].Sentence}";
    }

    /// <param name="onlyWhole">Leaves out those whose version is not as it was published.</param>
    /// <exception cref="AlteredVersionException">Otherwise.</exception>
    private async Task<List<OwnLesson>> WithVersionsAsync(string owner, List<TeacherLesson> rows, bool onlyWhole = false)
    {
        if (rows.Count == 0)
            return [];
        var published = await packs.VersionsAsync();
        var reasons = await db.Withdrawals.ToDictionaryAsync(w => w.VersionId, w => w.Reason);
        var lessons = new List<OwnLesson>();
        foreach (var row in rows)
        {
            var on = await packs.FindAsync(row.VersionId, owner) ?? throw new InvalidOperationException($"Lesson {row.Id} stands on a version that its owner may not use.");
            var behind = published.Single(v => v.Id == (on.BasedOn ?? on.Version.Id));
            var newest = published.FirstOrDefault(v => v.PackId == behind.PackId && !reasons.ContainsKey(v.Id));
            if ((onlyWhole ? await packs.FindWholeAsync(row.VersionId) : await packs.GetAsync(row.VersionId)) is { } pack)
                lessons.Add(new OwnLesson(row, JsonSerializer.Deserialize<LessonPlan>(row.Document, catalog.Json)!, pack, on, behind, newest, reasons.GetValueOrDefault(behind.Id)));
        }
        return lessons;
    }

    private string Write(LessonPlan plan) => JsonSerializer.Serialize(plan, catalog.Json);

    private static string FreeTitle(string title, List<string> taken)
    {
        var room = Limits.Title - 20;
        var mine = $"{title[..Math.Min(title.Length, room)]}, my copy";
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? mine : $"{mine} {n}").First(free => !taken.Contains(free));
    }
}
