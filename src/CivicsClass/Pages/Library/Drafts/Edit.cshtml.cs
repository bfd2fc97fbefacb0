using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Drafts;

[Authorize(Roles = Roles.Admin)]
public sealed class EditModel(CivicsDbContext db, TimeProvider clock) : PageModel
{
    public DraftReading Draft { get; private set; } = null!;
    public DraftForm Form { get; private set; } = null!;
    public bool Saved { get; private set; }
    /// <summary>Somebody else saved the draft after this form was opened.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>A year that asks for "law as of", while that is empty.</summary>
    public string? RecentYear => Draft.LawAsOf is null ? PackRules.RecentYear(DraftBlocks.Read(Draft.Text).SelectMany(b => b.Sentences)) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, bool saved)
    {
        if (await db.DraftReadings.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id) is not { } draft)
            return NotFound();
        (Draft, Form, Saved) = (draft, DraftForm.Of(draft), saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, DraftForm form, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return NotFound();
        (Draft, Form) = (draft, form);
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

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid version, CancellationToken stop)
    {
        if (await db.DraftReadings.FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return Redirect("/library");
        (Draft, Form) = (draft, DraftForm.Of(draft));
        if (await db.DraftReadings.Where(d => d.Id == id && d.Version == version).ExecuteDeleteAsync(stop) == 1)
            return Redirect("/library");
        return await OvertakenAsync(stop);
    }

    /// <summary>Shows what the other person saved beside what stands in this form, and overwrites neither.</summary>
    private async Task<IActionResult> OvertakenAsync(CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (await db.DraftReadings.AsNoTracking().FirstOrDefaultAsync(d => d.Id == Draft.Id, stop) is not { } theirs)
            return NotFound();
        (Draft, Overtaken) = (theirs, true);
        return Page();
    }
}
