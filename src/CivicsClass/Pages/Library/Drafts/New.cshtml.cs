using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Drafts;

[Authorize(Roles = Roles.Admin)]
[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
public sealed class NewModel(CivicsDbContext db, TimeProvider clock) : PageModel
{
    public DraftForm Form { get; private set; } = new();

    public void OnGet(bool large)
    {
        if (large)
            ModelState.AddModelError("", $"The file is larger than {Limits.FileBytes / 1024} KB, so nothing was sent. Go back in your browser to find what you typed, and take the part that the class will read.");
    }

    public async Task<IActionResult> OnPostAsync(DraftForm form, IFormFile? file, CancellationToken stop)
    {
        Form = form;
        ModelState.Clear();
        if (file is { Length: > 0 })
            await TakeAsync(file, stop);
        if (ModelState.IsValid)
            foreach (var (field, sentence) in form.Problems())
                ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid)
            return Page();
        var draft = form.Make(User.Id(), clock.GetUtcNow().UtcDateTime);
        db.DraftReadings.Add(draft);
        await db.SaveChangesAsync(stop);
        return Redirect($"/library/drafts/{draft.Id}");
    }

    /// <summary>Puts the file's text into the form, so that it stays there whatever else is missing.</summary>
    private async Task TakeAsync(IFormFile file, CancellationToken stop)
    {
        await using var stream = file.OpenReadStream();
        var (text, refused) = DraftFile.Read(await Uploads.ReadAsync(stream, (int)UploadLimitAttribute.Bytes, stop) ?? []);
        if (refused is not null)
            ModelState.AddModelError("file", refused);
        else if (!string.IsNullOrWhiteSpace(Form.Text) && DraftFile.Tidy(Form.Text) != text)
            ModelState.AddModelError("file", "There is a text in the box and a file as well. Empty the box to take the file, or leave the file out.");
        else
            Form.Text = text;
    }
}
