using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library;

[Authorize(Roles = Roles.Admin)]
[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
public sealed class UploadModel(PackDoor door) : PageModel
{
    public PackReport? Report { get; private set; }
    public string? Trouble { get; private set; }

    public void OnGet(bool large)
    {
        if (large)
            Trouble = TooLarge;
    }

    public async Task OnPostAsync(IFormFile? pack, CancellationToken stop)
    {
        if (pack is null || pack.Length == 0)
        {
            Trouble = "Choose the zip file of a pack first.";
            return;
        }
        await using var stream = pack.OpenReadStream();
        if (await Uploads.ReadAsync(stream, Limits.PackBytes, stop) is not { } zip)
        {
            Trouble = TooLarge;
            return;
        }
        var problems = new Problems();
        if (PackZip.Read(zip, problems) is not { } files)
            Report = PackReport.Refuse(problems.List());
        else if (LoadedTexts.InZip(zip) is not null)
            Trouble = "There are texts in this zip, but no pack.yaml, so it is no pack. Unpack it and choose the texts under Library, New draft reading; several can be chosen at once.";
        else
            Report = await door.PublishAsync(files, User.Id(), stop);
    }

    private static string TooLarge => $"The file is larger than {Limits.PackBytes / 1024 / 1024} MB. A pack is text and needs far less; remove what does not belong to it.";
}
