using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Editing;
using CivicsClass.Pages.Library.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Drafts;

/// <summary>A draft reading. Saves what is typed, also what is not right yet; never over what somebody else has saved meanwhile.</summary>
[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
public sealed class EditModel(CivicsDbContext db, DraftEdits edits, Editors editors, Images images) : PageModel
{
    /// <summary>Absent when the draft is not there any more.</summary>
    public DraftView? View { get; private set; }
    public IReadOnlyList<Editor> Others { get; private set; } = [];
    /// <summary>Something of somebody else's that was asked to be taken back; absent when nothing is to be asked.</summary>
    public UndoButton? ToConfirm { get; private set; }
    /// <summary>Why nothing was undone or deleted.</summary>
    public string? Told { get; private set; }
    /// <summary>What was typed into a draft that is not there any more.</summary>
    public string Lost { get; private set; } = "";

    private IQueryable<DraftReading> Mine => db.DraftReadings.VisibleTo(User);

    public async Task<IActionResult> OnGetAsync(Guid id, bool saved, bool large, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } draft)
            return NotFound();
        if (large)
            ModelState.AddModelError("image", $"That was more than {UploadLimitAttribute.Bytes / 1024 / 1024} MB, so nothing was sent. Go back in your browser to find what you typed.");
        return await ShowAsync(Of(draft) with { Saved = saved }, stop);
    }

    /// <param name="token">Of the draft as it was on the screen.</param>
    /// <param name="goesOn">The change that this page saved last, to go on with.</param>
    /// <param name="script">Asked for by the page's script: the form, the list and the preview alone.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, DraftForm form, string? token, int? goesOn, bool script, CancellationToken stop)
    {
        ModelState.Clear();
        if (await edits.SaveAsync(Mine, id, form, token, goesOn, User.Id(), stop) is not { } saved)
            return await GoneAsync(id, script, stop);
        if (saved.IsOvertaken)
            return await OvertakenAsync(saved.Draft, form, stop, script);
        if (saved.Refused is { } refused)
            return await ShowAsync(Of(saved.Draft, form) with { Refused = refused }, stop, script);
        return script ? await ShowAsync(Of(saved.Draft) with { Saved = true, Change = saved.Number ?? goesOn }, stop, script: true) : Redirect($"/library/drafts/{id}?saved=true");
    }

    /// <summary>Puts another text in the place of the draft's: the one with the tracked changes.</summary>
    public async Task<IActionResult> OnPostTextAsync(Guid id, string? text, Guid version, CancellationToken stop)
    {
        ModelState.Clear();
        if (await FindAsync(id, stop) is not { } draft)
            return NotFound();
        var form = DraftForm.Of(draft);
        form.Text = text;
        if (form.TextProblem() is { } problem)
            return await ShowAsync(Of(draft, form) with { Refused = problem }, stop);
        return await edits.ChangeAsync(Mine, id, User.Id(), now => now.Version == version ? form : null, null, stop) is { IsOvertaken: false } ? Redirect($"/library/drafts/{id}?saved=true") : await OvertakenAsync(draft, form, stop);
    }

    /// <summary>What is typed as it would look, without saving it.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, DraftForm form, string? token, bool script, CancellationToken stop)
    {
        ModelState.Clear();
        if (await FindAsync(id, stop) is not { } draft)
            return script && token == DraftEdits.New ? Partial("_Outcome", New(id, form)) : await GoneAsync(id, script, stop);
        var preview = Of(draft, form) with { Shown = form };
        return script ? Partial("_Outcome", preview) : await ShowAsync(preview with { Refused = "This is how it will look. The draft is not saved yet." }, stop);
    }

    /// <summary>The page is still open, or is being left.</summary>
    public async Task<IActionResult> OnPostHereAsync(Guid id, string? window, bool leaves, CancellationToken stop)
    {
        if (window is not { Length: > 0 and <= 40 } || await FindAsync(id, stop) is not { } draft)
            return NotFound();
        if (leaves)
        {
            await editors.GoneAsync(id, User.Id(), window, stop);
            return new NoContentResult();
        }
        Others = await editors.HereAsync(id, User.Id(), window, "", stop);
        return Partial("/Pages/Library/Editing/_Others.cshtml", new OthersView(DraftForm.Of(draft).Token, "", Others));
    }

    /// <param name="step">The change that the button named.</param>
    /// <param name="sure">It was asked whether to take back what is somebody else's.</param>
    public Task<IActionResult> OnPostUndoAsync(Guid id, int step, bool sure, CancellationToken stop) => GoAsync(id, step, sure, undo: true, stop);

    public Task<IActionResult> OnPostRedoAsync(Guid id, int step, bool sure, CancellationToken stop) => GoAsync(id, step, sure, undo: false, stop);

    public async Task<IActionResult> OnPostPictureAsync(Guid id, DraftForm form, string? token, IFormFile? image, string? description, CancellationToken stop)
    {
        ModelState.Clear();
        if (await FindAsync(id, stop) is not { } draft)
            return await GoneAsync(id, false, stop);
        var (markdown, refused) = await images.TakeAsync(image, description, stop);
        if (markdown is null)
            ModelState.AddModelError("image", refused!);
        else
            form.Text = $"{form.Text?.TrimEnd()}\n\n{markdown}\n";
        return await ShowAsync(Of(draft, form) with { Token = token ?? "", Shown = form, Refused = refused ?? "The image stands at the end of the text. Move its line where it belongs, then save the draft." }, stop);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, string? token, CancellationToken stop)
    {
        ModelState.Clear();
        if (await FindAsync(id, stop) is not { } draft)
            return Redirect("/library");
        if (DraftForm.Of(draft).Token == token && await Mine.Where(d => d.Id == id && d.Version == draft.Version).ExecuteDeleteAsync(stop) == 1)
            return Redirect("/library");
        Told = "Somebody changed the draft meanwhile, so it was not deleted. Look at it again first.";
        return await FindAsync(id, stop) is { } now ? await ShowAsync(Of(now), stop) : Redirect("/library");
    }

    private async Task<IActionResult> GoAsync(Guid id, int step, bool sure, bool undo, CancellationToken stop)
    {
        ModelState.Clear();
        if (await FindAsync(id, stop) is not { } draft)
            return Redirect("/library");
        var page = await ShowAsync(Of(draft), stop);
        var next = undo ? View!.Undo!.Undo : View!.Undo!.Redo;
        if (next is not null && next.Step.Number == step && !next.IsYours && !sure)
        {
            ToConfirm = next;
            return page;
        }
        if (await edits.GoAsync(Mine, id, User.Id(), step, undo, stop) is not { } gone)
            return Redirect("/library");
        if (gone.Number is not null)
            return Redirect($"/library/drafts/{id}");
        Told = next is null ? $"There is nothing to {(undo ? "undo" : "redo")}." : $"Something else was changed meanwhile, so nothing was {(undo ? "undone" : "redone")}. The buttons say what they take back now.";
        return await ShowAsync(Of(gone.Draft), stop);
    }

    /// <summary>Shows what the other person saved beside what stands in this form, and overwrites neither.</summary>
    private async Task<IActionResult> OvertakenAsync(DraftReading found, DraftForm typed, CancellationToken stop, bool script = false)
    {
        var theirs = await FindAsync(found.Id, stop) ?? found;
        var by = await db.DraftReadingChanges.Where(c => c.DraftId == found.Id).OrderByDescending(c => c.Number).Select(c => c.By).FirstOrDefaultAsync(stop) ?? theirs.AddedBy;
        var name = by == User.Id() ? "You" : await UndoView.NameAsync(db, by, stop);
        return await ShowAsync(Of(theirs, typed) with { TheirName = name }, stop, script);
    }

    private async Task<IActionResult> ShowAsync(DraftView view, CancellationToken stop, bool script = false)
    {
        View = view;
        if (!script || view.Change is not null)
            View = view with { Undo = await UndoView.OfDraftAsync(db, User.Id(), view.Id, await edits.NextAsync(view.Id, stop), stop) };
        if (script)
            return Partial("_Outcome", View);
        Others = await editors.OthersAsync(view.Id, User.Id(), stop);
        return Page();
    }

    private async Task<IActionResult> GoneAsync(Guid id, bool script, CancellationToken stop)
    {
        // What is somebody else's looks as if it had never been there.
        if (await db.DraftReadings.AnyAsync(d => d.Id == id, stop) || !Request.Form.ContainsKey("token"))
            return NotFound();
        Lost = string.Join("\n\n", Request.Form.Where(f => f.Key is nameof(DraftForm.Title) or nameof(DraftForm.Author) or nameof(DraftForm.Publisher) or nameof(DraftForm.Text)).Select(f => f.Value.ToString()).Where(v => v.Length > 0));
        Response.StatusCode = StatusCodes.Status410Gone;
        return script ? new EmptyResult() : Page();
    }

    private Task<DraftReading?> FindAsync(Guid id, CancellationToken stop) => Mine.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop);

    internal static DraftView New(Guid id, DraftForm form) => new(id, form, DraftEdits.New, form) { IsNew = true };

    private static DraftView Of(DraftReading draft, DraftForm? typed = null)
    {
        var stands = DraftForm.Of(draft);
        return new DraftView(draft.Id, typed ?? stands, stands.Token, stands);
    }
}
