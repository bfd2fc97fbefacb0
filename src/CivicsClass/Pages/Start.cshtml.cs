using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Reviews;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages;

/// <summary>Turns a lesson plan into a session: which steps, how long, which texts, and who students are to each other.</summary>
public sealed class StartModel(CivicsDbContext db, Packs packs, SignOffs reviews, TeacherLessons lessons, SessionStore store) : PageModel
{
    private PackVersion _version = null!;

    public Guid Version => _version.Id;
    public ReviewCount Reviews { get; private set; } = ReviewCount.None;
    public Pack Pack { get; private set; } = null!;
    public LessonPlan Lesson { get; private set; } = null!;
    public IdentityMode Identity { get; private set; } = IdentityMode.NameForTeacher;
    public IReadOnlyCollection<string> Use { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Minutes { get; private set; } = new Dictionary<string, int>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ChosenReadings { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();
    public string? Problem { get; private set; }

    public string SideName(string side) => Pack.Positions.FirstOrDefault(p => p.Id == side)?.Short ?? "Background";

    public async Task<IActionResult> OnGetAsync(Guid version, string lesson)
    {
        if (!await FindAsync(version, lesson))
            return NotFound();
        if (await WithdrawnAsync() is { } sentence)
            return Back(sentence);
        Show([.. Lesson.Steps.Select(s => s.Id)], Lesson.Steps);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid version, string lesson, IdentityMode identity, string[] use)
    {
        if (!await FindAsync(version, lesson))
            return NotFound();
        if (await WithdrawnAsync() is { } sentence)
            return Back(sentence);
        Identity = identity;
        var steps = Lesson.Steps.Select(AsChosen).ToArray();
        Show(use, steps);
        var kept = steps.Where(s => use.Contains(s.Id)).ToArray();
        Problem = kept.Length == 0 ? "Choose at least one step."
            : kept.Any(s => s.Minutes is < 1 or > 180) ? "Give each step between 1 and 180 minutes."
            : kept.OfType<ReadingPlan>().Select(Imbalance).FirstOrDefault(p => p is not null);
        if (Problem is not null)
            return Page();
        var plan = Lesson with { Steps = kept, Minutes = kept.Sum(s => s.Minutes) };
        var row = await store.StartAsync(User.Id(), _version, plan, identity);
        return Redirect($"/s/{row.Key}/teach");
    }

    private async Task<string?> WithdrawnAsync() =>
        await db.Withdrawals.Where(w => w.VersionId == (_version.BasedOn ?? _version.Id)).Select(w => w.Reason).SingleOrDefaultAsync() is { } reason
            ? $"Version {_version.Number} of “{_version.Title}” was withdrawn: {reason} Start a lesson from the list below."
            : null;

    private RedirectResult Back(string sentence)
    {
        TempData["Notice"] = sentence;
        return Redirect("/dashboard");
    }

    private async Task<bool> FindAsync(Guid version, string lesson)
    {
        var me = User.Id();
        if (await db.PackVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version && (v.OwnerId == null || v.OwnerId == me)) is not { } found)
            return false;
        (_version, Pack) = (found, await packs.GetAsync(version));
        Reviews = (await reviews.CountAsync([found.Hash])).GetValueOrDefault(found.Hash, ReviewCount.None);
        Lesson = (Pack.Lessons.FirstOrDefault(l => l.Id == lesson) ?? await OwnAsync(version, lesson))!;
        return Lesson is not null;
    }

    /// <summary>The teacher's own lesson of this id, while it stands on this version and that was not withdrawn.</summary>
    private async Task<LessonPlan?> OwnAsync(Guid version, string lesson) =>
        Guid.TryParse(lesson, out var id) && await lessons.FindAsync(User.Id(), id) is { Withdrawn: null } own && own.Row.VersionId == version ? own.Plan : null;

    private StepPlan AsChosen(StepPlan step)
    {
        if (step is Controversies.ControversyPlan)
            return step;
        step = step with { Minutes = int.TryParse(Request.Form[$"minutes-{step.Id}"], out var minutes) ? minutes : step.Minutes };
        return step is ReadingPlan reading
            ? reading with { Readings = [.. Pack.Readings.Select(r => r.Id).Where(id => Request.Form[$"readings-{step.Id}"].Contains(id))] }
            : step;
    }

    private string? Imbalance(ReadingPlan reading)
    {
        var perSide = Pack.Positions.Select(p => reading.Readings.Count(id => Pack.FindReading(id)!.Side == p.Id)).ToArray();
        return reading.Readings.Count == 0 ? $"Choose at least one text for “{reading.Title}”."
            : perSide[0] != perSide[1] ? $"“{reading.Title}” has {perSide[0]} and {perSide[1]} texts for the two sides. Choose as many for one side as for the other."
            : null;
    }

    private void Show(IReadOnlyCollection<string> use, IReadOnlyList<StepPlan> steps)
    {
        Use = use;
        Minutes = steps.ToDictionary(s => s.Id, s => s.Minutes);
        ChosenReadings = steps.OfType<ReadingPlan>().ToDictionary(s => s.Id, s => s.Readings);
    }
}
