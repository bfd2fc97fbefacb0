using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Lessons;

/// <summary>A lesson of the teacher's own. Steps are moved, added and taken out in the form; only saving changes the lesson.</summary>
[RequestFormLimits(ValueCountLimit = 16_384)]
public sealed class EditModel(TeacherLessons lessons, CivicsDbContext db) : PageModel
{
    public OwnLesson Lesson { get; private set; } = null!;
    public LessonForm Form { get; private set; } = new();
    public IReadOnlyList<Problem> Problems { get; private set; } = [];
    /// <summary>The state of the lesson that the form was made from.</summary>
    public Guid Seen { get; private set; }
    /// <summary>What just happened, in a sentence.</summary>
    public string? Told { get; private set; }
    public string? Refused { get; private set; }
    /// <summary>The lesson was saved in another tab after this form was opened.</summary>
    public bool Overtaken { get; private set; }
    /// <summary>The step that was just changed, from 0: there the keyboard goes on.</summary>
    public int? At { get; private set; }
    /// <summary>Complete drafts of the teacher's own.</summary>
    public IReadOnlyList<DraftReading> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, bool copied, bool saved)
    {
        if (!await FindAsync(id))
            return NotFound();
        (Form, Seen) = (LessonForm.Of(Lesson.Plan), Lesson.Row.Version);
        Told = copied ? "This is your copy. Change what you like; the topic's own lesson stays as it is." : saved ? "The lesson is saved. It is on your dashboard." : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, LessonForm form, Guid seen)
    {
        if (!await ShowAsync(id, form, seen))
            return NotFound();
        var (plan, problems) = form.Read(Lesson.Plan.Id, Lesson.Pack);
        Problems = problems;
        if (seen != Lesson.Row.Version)
            return Overtake();
        if (plan is null)
            return Page();
        if (await lessons.SaveAsync(User.Id(), id, seen, plan))
            return Redirect($"/lessons/{id}?saved=true");
        return await FindAsync(id) ? Overtake() : NotFound();
    }

    /// <param name="change">"up-2", "down-2", "remove-2", "back-2", or "add": a step by its place in the form, from 0.</param>
    public async Task<IActionResult> OnPostStepAsync(Guid id, LessonForm form, Guid seen, string? change, string? kind)
    {
        if (!await ShowAsync(id, form, seen))
            return NotFound();
        if (change == "add")
            Add(kind);
        else if (change?.Split('-') is [var what, var place] && int.TryParse(place, out var at) && at >= 0 && at < form.Steps.Count)
            Change(what, at);
        return Page();
    }

    /// <summary>Lets the lesson choose from one of the teacher's own drafts, too.</summary>
    public async Task<IActionResult> OnPostUseAsync(Guid id, LessonForm form, Guid seen, Guid draft, [FromForm] Dictionary<string, string> side)
    {
        if (!await ShowAsync(id, form, seen))
            return NotFound();
        if (seen != Lesson.Row.Version)
            return Overtake();
        if (Drafts.FirstOrDefault(d => d.Id == draft) is not { } text)
            return NotFound();
        Refused = await lessons.UseAsync(Lesson, seen, text, side.GetValueOrDefault($"{draft}", ""));
        if (Refused is not null || !await FindAsync(id))
            return Page();
        Seen = Lesson.Row.Version;
        Told = $"“{text.Title}” can be chosen in every reading step now, marked as not reviewed. Steps you changed above are not saved yet.";
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid seen)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (await lessons.DeleteAsync(User.Id(), id, seen))
        {
            TempData["Notice"] = $"“{Lesson.Row.Title}” is deleted. Sessions that were held with it stay.";
            return Redirect("/dashboard");
        }
        (Form, Seen) = (LessonForm.Of(Lesson.Plan), Lesson.Row.Version);
        Refused = "The lesson was saved in another tab after you opened this page. Here is what was saved. Delete it again if you still want to.";
        return Page();
    }

    public string? ProblemsOf(int step) => Problems.Where(p => p.Line == step + 1).Select(p => p.Sentence).DefaultIfEmpty(null).Aggregate((one, other) => $"{one} {other}");

    private void Add(string? kind)
    {
        if (kind is null || !StepForm.Kinds.ContainsKey(kind))
            return;
        if (Form.Steps.Count >= Limits.Steps)
        {
            Refused = $"A lesson has at most {Limits.Steps} steps.";
            return;
        }
        Form.Steps.Add(StepForm.New(kind, Lesson.Pack));
        At = Form.Steps.Count - 1;
        Told = $"{StepForm.Kinds[kind]} is the last step now. Nothing is saved yet.";
    }

    private void Change(string what, int at)
    {
        var step = Form.Steps[at];
        var to = what switch { "up" => at - 1, "down" => at + 1, _ => at };
        if (to < 0 || to >= Form.Steps.Count)
            return;
        (Form.Steps[at], Form.Steps[to]) = (Form.Steps[to], Form.Steps[at]);
        if (what is "remove" or "back")
            step.Removed = what == "remove";
        At = to;
        Told = what switch
        {
            "remove" => $"“{step.Title}” is taken out when you save. You can put it back until then.",
            "back" => $"“{step.Title}” is back. Nothing is saved yet.",
            _ => $"“{step.Title}” is step {to + 1} of {Form.Steps.Count} now. Nothing is saved yet.",
        };
    }

    /// <summary>Keeps what was typed, and shows what was saved meanwhile beside it.</summary>
    private PageResult Overtake()
    {
        (Overtaken, Seen) = (true, Lesson.Row.Version);
        return Page();
    }

    private async Task<bool> ShowAsync(Guid id, LessonForm form, Guid seen)
    {
        ModelState.Clear();
        (Form, Seen) = (form, seen);
        if (!await FindAsync(id))
            return false;
        // Of another article than before: its claims are not those that were chosen.
        foreach (var step in form.Steps.Where(s => s.Kind == "sourceCheck"))
            step.Claims.RemoveAll(c => Lesson.Pack.FindSourceCheck(step.Check ?? "")?.FindClaim(c) is null);
        return true;
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var me = User.Id();
        if (await lessons.FindAsync(me, id) is not { } lesson)
            return false;
        Lesson = lesson;
        Drafts = [.. (await db.DraftReadings.AsNoTracking().Where(d => d.AddedBy == me).ToListAsync()).Where(d => !DraftForm.Of(d).Problems().Any()).OrderBy(d => d.Title, StringComparer.CurrentCultureIgnoreCase)];
        return true;
    }
}
