using CivicsClass.Accounts;
using CivicsClass.Lessons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Lessons;

/// <summary>Moves a lesson from a superseded or withdrawn version to the one that is used now, after showing what that changes.</summary>
public sealed class MoveModel(TeacherLessons lessons) : PageModel
{
    public OwnLesson Lesson { get; private set; } = null!;
    public LessonMove Move { get; private set; } = null!;
    public string? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        !await FindAsync(id) ? NotFound() : Lesson.CanMove ? Page() : Redirect($"/lessons/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, Guid seen, Guid to)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Lesson.CanMove)
            return Redirect($"/lessons/{id}");
        Refused = to == Lesson.Newest!.Id ? await lessons.MoveAsync(Lesson, seen) : "There is a newer version meanwhile. Look at what changes below, then move.";
        if (Refused is not null)
            return Page();
        TempData["Notice"] = $"“{Lesson.Row.Title}” stands on version {Lesson.Newest.Number} now.";
        return Redirect("/dashboard");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await lessons.FindAsync(User.Id(), id) is not { } lesson)
            return false;
        Lesson = lesson;
        if (lesson.CanMove)
            Move = await lessons.LookAheadAsync(lesson);
        return true;
    }
}
