using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Drafts;

[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
public sealed class EditModel(CivicsDbContext db, Images images, TimeProvider clock) : PageModel
{
    public DraftReading Draft { get; private set; } = null!;
    public DraftForm Form { get; private set; } = null!;
    public bool Saved { get; private set; }
    /// <summary>Somebody else saved the draft after this form was opened.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>What the preview shows: what is saved, or what was typed since.</summary>
    public DraftForm Shown { get; private set; } = null!;
    /// <summary>What was done without saving the draft.</summary>
    public string? NotSaved { get; private set; }
    public IReadOnlyList<string> Missing => [.. DraftForm.Of(Draft).Problems().Select(p => p.Sentence)];

    /// <summary>A year that asks for "law as of", while that is empty.</summary>
    public string? RecentYear => Draft.LawAsOf is null ? PackRules.RecentYear(DraftBlocks.Read(Draft.Text).SelectMany(b => b.Sentences)) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, bool saved, bool large)
    {
        if (await db.DraftReadings.AsNoTracking().VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id) is not { } draft)
            return NotFound();
        Show(draft, DraftForm.Of(draft));
        Saved = saved;
        if (large)
            ModelState.AddModelError("image", $"That was more than {UploadLimitAttribute.Bytes / 1024 / 1024} MB, so nothing was sent. Go back in your browser to find what you typed.");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, DraftForm form, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return NotFound();
        Show(draft, form);
        ModelState.Clear();
        foreach (var (field, sentence) in form.Problems())
            ModelState.AddModelError(field, sentence);
        if (draft.Version != version)
            return await OvertakenAsync(stop);
        if (!ModelState.IsValid)
            return Page();
        form.Change(draft, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await OvertakenAsync(stop);
        }
        return Redirect($"/library/drafts/{id}?saved=true");
    }

    /// <summary>Puts another text in the place of the draft's: the one with the tracked changes.</summary>
    public async Task<IActionResult> OnPostTextAsync(Guid id, string? text, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.AsNoTracking().VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return NotFound();
        var form = DraftForm.Of(draft);
        form.Text = text;
        Show(draft, form);
        ModelState.Clear();
        if (form.TextProblem() is { } problem)
        {
            ModelState.AddModelError(nameof(form.Text), problem);
            return Page();
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var tidy = DraftFile.Tidy(text!);
        return await db.DraftReadings.VisibleTo(User).Where(d => d.Id == id && d.Version == version)
            .ExecuteUpdateAsync(d => d.SetProperty(r => r.Text, tidy).SetProperty(r => r.ChangedAt, now).SetProperty(r => r.Version, Guid.NewGuid()), stop) == 1
            ? Redirect($"/library/drafts/{id}?saved=true") : await OvertakenAsync(stop);
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, DraftForm form, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.AsNoTracking().VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return NotFound();
        Show(draft, form);
        ModelState.Clear();
        if (draft.Version != version)
            return await OvertakenAsync(stop);
        (Shown, NotSaved) = (form, "This is how it will look. The draft is not saved yet.");
        return Page();
    }

    public async Task<IActionResult> OnPostPictureAsync(Guid id, DraftForm form, IFormFile? image, string? description, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.AsNoTracking().VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return NotFound();
        Show(draft, form);
        ModelState.Clear();
        if (draft.Version != version)
            return await OvertakenAsync(stop);
        var (markdown, refused) = await images.TakeAsync(image, description, stop);
        if (markdown is null)
            ModelState.AddModelError("image", refused!);
        else
        {
            form.Text = $"{form.Text?.TrimEnd()}\n\n{markdown}\n";
            (Shown, NotSaved) = (form, "The image stands at the end of the text. Move its line where it belongs, then save the draft.");
        }
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.VisibleTo(User).FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return Redirect("/library");
        Show(draft, DraftForm.Of(draft));
        if (await db.DraftReadings.VisibleTo(User).Where(d => d.Id == id && d.Version == version).ExecuteDeleteAsync(stop) == 1)
            return Redirect("/library");
        return await OvertakenAsync(stop);
    }

    /// <summary>Shows what the other person saved beside what stands in this form, and overwrites neither.</summary>
    private async Task<IActionResult> OvertakenAsync(CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (await db.DraftReadings.AsNoTracking().VisibleTo(User).FirstOrDefaultAsync(d => d.Id == Draft.Id, stop) is not { } theirs)
            return NotFound();
        (Draft, Shown, Overtaken) = (theirs, DraftForm.Of(theirs), true);
        return Page();
    }

    private void Show(DraftReading draft, DraftForm form) => (Draft, Form, Shown) = (draft, form, DraftForm.Of(draft));
}
