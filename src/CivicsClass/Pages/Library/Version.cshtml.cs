using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library.Versions;
using CivicsClass.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

public sealed class VersionModel(CivicsDbContext db, Packs packs, LawAge law, TeacherLessons lessons, TimeProvider clock) : PageModel
{
    public Pack Pack { get; private set; } = null!;
    public PublishedVersion Version { get; private set; } = null!;
    /// <summary>The one that teachers get, or would get if it were not withdrawn.</summary>
    public bool IsCurrent { get; private set; }
    public bool IsSuperseded { get; private set; }
    public bool HasOthers { get; private set; }
    /// <summary>What states law of long ago; null when nothing does.</summary>
    public string? OldLaw { get; private set; }
    /// <summary>It holds texts of the teacher's own, and nobody else sees it.</summary>
    public bool IsOwn { get; private set; }
    public string By { get; private set; } = "";
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await packs.FindAsync(id, User.Id()) is not { } found)
            return NotFound();
        var published = await packs.VersionsAsync();
        (IsOwn, Pack) = (found.OwnerId is not null, await packs.GetAsync(id));
        Version = IsOwn ? found.Version with { Number = published.Single(v => v.Id == found.BasedOn).Number } : found.Version;
        var versions = published.Where(v => v.PackId == Version.PackId).ToList();
        var current = PublishedVersion.Current(versions);
        (IsCurrent, IsSuperseded) = (current?.Id == id, !IsOwn && current?.Number > Version.Number);
        HasOthers = !IsOwn && versions.Count > 1;
        OldLaw = Words.OldLaw(Pack, law);
        By = Words.By(Version.By, await db.Users.Where(u => u.Id == Version.By).ToDictionaryAsync(u => u.Id, u => u.DisplayName));
        return Page();
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid id, string? lesson) =>
        await lessons.CopyAsync(User.Id(), id, lesson ?? "") is { } copy ? Redirect($"/lessons/{copy}?copied=true") : NotFound();
}
