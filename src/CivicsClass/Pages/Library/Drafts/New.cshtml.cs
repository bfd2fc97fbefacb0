using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Drafts;

[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
public sealed class NewModel(CivicsDbContext db, DraftIntake intake, Images images, TimeProvider clock) : PageModel
{
    public DraftForm Form { get; private set; } = new();
    public IReadOnlyList<ImportedFile> Reports { get; private set; } = [];

    public void OnGet(bool large)
    {
        if (large)
            ModelState.AddModelError("", $"That was more than {UploadLimitAttribute.Bytes / 1024 / 1024} MB at once, so nothing was sent. Go back in your browser to find what you typed; choose fewer files, or take the part that the class will read.");
    }

    public async Task<IActionResult> OnPostAsync(DraftForm form, CancellationToken stop)
    {
        Form = form;
        ModelState.Clear();
        foreach (var (field, sentence) in form.Problems())
            ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid)
            return Page();
        var draft = form.Make(User.Id(), clock.GetUtcNow().UtcDateTime);
        db.DraftReadings.Add(draft);
        await db.SaveChangesAsync(stop);
        return Redirect($"/library/drafts/{draft.Id}");
    }

    /// <param name="part">Asked for by the page's script, which needs the reports alone.</param>
    public async Task<IActionResult> OnPostFilesAsync(List<IFormFile> files, bool part, CancellationToken stop)
    {
        ModelState.Clear();
        var reports = new List<ImportedFile>();
        foreach (var file in files)
            reports.Add(await TakeAsync(file, stop));
        Reports = reports;
        if (reports.Count == 0)
            ModelState.AddModelError("", "Choose one or more files first.");
        return part ? Partial("_Reports", Reports) : Page();
    }

    public IActionResult OnPostPreview(DraftForm form, bool part)
    {
        Form = form;
        ModelState.Clear();
        return part ? Partial("/Pages/Library/_Excerpt.cshtml", ExcerptView.Of(form)) : Page();
    }

    public async Task<IActionResult> OnPostPictureAsync(DraftForm form, IFormFile? image, string? description, bool part, CancellationToken stop)
    {
        Form = form;
        ModelState.Clear();
        var (markdown, refused) = await images.TakeAsync(image, description, stop);
        if (part)
            return new ContentResult { Content = markdown ?? refused, ContentType = "text/plain; charset=utf-8", StatusCode = markdown is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
        if (markdown is null)
            ModelState.AddModelError("image", refused!);
        else
            form.Text = $"{form.Text?.TrimEnd()}\n\n{markdown}\n";
        return Page();
    }

    private async Task<ImportedFile> TakeAsync(IFormFile file, CancellationToken stop)
    {
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, stop);
        return await intake.TakeAsync(Path.GetFileName(file.FileName), bytes, User.Id(), stop);
    }
}
