using System.Text.Json;
using CivicsClass.Accounts;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Lessons;

/// <summary>A lesson as students will see it: the students' own page over a session that is never stored.</summary>
public sealed class PreviewModel(Packs packs, TeacherLessons lessons, StepCatalog catalog, TimeProvider clock) : PageModel
{
    public Guid Version { get; private set; }
    public string LessonId { get; private set; } = "";
    public LessonPlan Plan { get; private set; } = null!;
    public int At { get; private set; }
    /// <summary>What the page's script shows, as JSON.</summary>
    public string Views { get; private set; } = "";
    public bool IsOwn { get; private set; }

    public string? Hint => Plan.Steps[At] is QuizPlan { Pace: QuizPace.Teacher, Items.Count: > 1 } quiz ? $"The first of {quiz.Items.Count} questions, which come one at a time" : null;

    public async Task<IActionResult> OnGetAsync(Guid id, string lesson, string? step)
    {
        if (await packs.FindAsync(id, User.Id()) is null)
            return NotFound();
        var pack = await packs.GetAsync(id);
        var own = Guid.TryParse(lesson, out var mine) && await lessons.FindAsync(User.Id(), mine) is { } found && found.Row.VersionId == id ? found.Plan : null;
        if ((own ?? pack.Lessons.FirstOrDefault(l => l.Id == lesson)) is not { } plan)
            return NotFound();
        var at = step is null ? 0 : plan.Steps.ToList().FindIndex(s => s.Id == step);
        if (at < 0)
            return NotFound();
        (Version, LessonId, Plan, At, IsOwn) = (id, lesson, plan, at, own is not null);
        Views = JsonSerializer.Serialize(LessonPreview.Of(plan, plan.Steps[at].Id, id, pack, catalog, clock.GetUtcNow().UtcDateTime), catalog.Json);
        return Page();
    }
}
