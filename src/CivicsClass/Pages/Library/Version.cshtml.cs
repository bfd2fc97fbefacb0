using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Versions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

[Authorize(Roles = Roles.Admin)]
public sealed class VersionModel(CivicsDbContext db, Packs packs, LawAge law, TimeProvider clock) : PageModel
{
    public Pack Pack { get; private set; } = null!;
    public PublishedVersion Version { get; private set; } = null!;
    public bool IsLatest { get; private set; }
    public bool HasOthers { get; private set; }
    /// <summary>What states law of long ago; null when nothing does.</summary>
    public string? OldLaw { get; private set; }
    public string By { get; private set; } = "";
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var versions = await packs.VersionsAsync();
        if (versions.FirstOrDefault(v => v.Id == id) is not { } version)
            return NotFound();
        (Version, Pack) = (version, await packs.GetAsync(id));
        IsLatest = versions.First(v => v.PackId == version.PackId).Id == id;
        HasOthers = versions.Count(v => v.PackId == version.PackId) > 1;
        OldLaw = Words.OldLaw(Pack, law);
        By = Words.By(version.By, await db.Users.Where(u => u.Id == version.By).ToDictionaryAsync(u => u.Id, u => u.DisplayName));
        return Page();
    }
}
