using CivicsClass.Library.Topics;
using CivicsClass.Pages.Lessons;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>A lesson of a topic that asks for review, as students will see it; for every member of staff.</summary>
public sealed class ReviewPreviewModel(TopicDrafts topics, StepCatalog catalog, TimeProvider clock) : PageModel
{
    public PreviewView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string lesson, string? step, CancellationToken stop)
    {
        if (await topics.FindInReviewAsync(id, stop) is not { } pack || pack.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } plan)
            return NotFound();
        var page = $"/library/topics/{id}/review";
        if (PreviewView.Of(plan, step, id, pack, catalog, clock.GetUtcNow().UtcDateTime, $"{page}/lessons/{lesson}/preview", $"{page}#lessons", "Back to the review") is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
