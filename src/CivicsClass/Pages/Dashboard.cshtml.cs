using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Reviews;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages;

public sealed class DashboardModel(CivicsDbContext db, Packs packs, SignOffs reviews, TeacherLessons lessons, SessionStore store, TimeProvider clock) : PageModel
{
    public const int PastShown = 30;

    public sealed record Topic(PackVersion Version, Pack Pack, ReviewCount Reviews);

    public string Who { get; private set; } = "";
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public IReadOnlyList<SessionRow> Running { get; private set; } = [];
    public IReadOnlyList<SessionRow> Past { get; private set; } = [];
    public bool HasEarlier { get; private set; }
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<OwnLesson> Own { get; private set; } = [];
    /// <summary>Own lessons of topics that are not offered any more.</summary>
    public IReadOnlyList<OwnLesson> Stray => [.. Own.Where(l => Topics.All(t => t.Version.PackId != l.TopicId))];

    /// <summary>A teacher's sessions that ended, newest first.</summary>
    internal static IQueryable<SessionRow> PastOf(CivicsDbContext db, string teacher) =>
        db.Sessions.AsNoTracking().Where(s => s.TeacherId == teacher && s.EndedAt != null).OrderByDescending(s => s.EndedAt).ThenByDescending(s => s.Id);

    public async Task OnGetAsync()
    {
        var me = User.Id();
        Who = await db.Users.Where(u => u.Id == me).Select(u => u.DisplayName).SingleAsync();
        Running = await db.Sessions.AsNoTracking().Where(s => s.TeacherId == me && s.EndedAt == null).OrderByDescending(s => s.StartedAt).ToListAsync();
        var past = await PastOf(db, me).Take(PastShown + 1).ToListAsync();
        (Past, HasEarlier) = ([.. past.Take(PastShown)], past.Count > PastShown);
        var topics = new List<Topic>();
        var latest = await packs.LatestAsync();
        var counts = await reviews.CountAsync([.. latest.Select(v => v.Hash)]);
        foreach (var version in latest)
            if (await packs.FindWholeAsync(version.Id) is { } pack)
                topics.Add(new Topic(version, pack, counts.GetValueOrDefault(version.Hash, ReviewCount.None)));
        Topics = topics;
        Own = await lessons.AllAsync(me);
    }

    /// <summary>The same lesson with the next class, on the newest version of its topic.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string key)
    {
        if (await store.FindStartAsync(User.Id(), key) is not var (before, started))
            return NotFound();
        var pinned = await db.PackVersions.AsNoTracking().SingleAsync(v => v.Id == before.PackVersionId);
        // One with texts of the teacher's own stays: they are in no other version.
        var version = (await packs.LatestAsync()).SingleOrDefault(v => v.PackId == pinned.PackId) ?? pinned;
        var again = started.Plan.FitsTo(await packs.GetAsync(version.Id)) ? version : pinned;
        var withdrawn = again.BasedOn ?? again.Id;
        if (await db.Withdrawals.Where(w => w.VersionId == withdrawn).Select(w => w.Reason).SingleOrDefaultAsync() is { } reason)
        {
            TempData["Notice"] = $"The version of “{again.Title}” that this lesson needs was withdrawn: {reason}";
            return Redirect("/dashboard");
        }
        var row = await store.StartAsync(User.Id(), again, started.Plan, started.Identity);
        return Redirect($"/s/{row.Key}/teach");
    }
}
