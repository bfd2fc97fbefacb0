using CivicsClass.Accounts;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Lessons;

/// <summary>A lesson of a published version, or of the teacher's own, as students will see it.</summary>
public sealed class PreviewModel(Packs packs, TeacherLessons lessons, StepCatalog catalog, TimeProvider clock) : PageModel
{
    public PreviewView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string lesson, string? step)
    {
        if (await packs.FindAsync(id, User.Id()) is null)
            return NotFound();
        var pack = await packs.GetAsync(id);
        var own = Guid.TryParse(lesson, out var mine) && await lessons.FindAsync(User.Id(), mine) is { } found && found.Row.VersionId == id ? found.Plan : null;
        if ((own ?? pack.Lessons.FirstOrDefault(l => l.Id == lesson)) is not { } plan)
            return NotFound();
        var (back, backTo) = own is null ? ($"/library/packs/{id}#lessons", "Back to the topic") : ($"/lessons/{lesson}", "Back to the lesson");
        if (PreviewView.Of(plan, step, id, pack, catalog, clock.GetUtcNow().UtcDateTime, $"/library/packs/{id}/lessons/{lesson}/preview", back, backTo) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
