using CivicsClass.Library;
using CivicsClass.Library.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library;

/// <summary>What a version says otherwise than an earlier one.</summary>
public sealed class ChangesModel(Packs packs) : PageModel
{
    public PublishedVersion Version { get; private set; } = null!;
    public PublishedVersion? Since { get; private set; }
    /// <summary>The versions it can be compared with.</summary>
    public IReadOnlyList<PublishedVersion> Others { get; private set; } = [];
    public IReadOnlyList<PartChange> Parts { get; private set; } = [];

    /// <param name="since">The number of the other version; the one before when absent.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int? since)
    {
        var versions = await packs.VersionsAsync();
        if (versions.FirstOrDefault(v => v.Id == id) is not { } version)
            return NotFound();
        (Version, Others) = (version, [.. versions.Where(v => v.PackId == version.PackId && v.Id != id)]);
        Since = since is null ? Others.FirstOrDefault(v => v.Number < version.Number) ?? (Others is [var other, ..] ? other : null) : Others.FirstOrDefault(v => v.Number == since);
        if (Since is null && since is not null)
            return NotFound();
        if (Since is not null)
            Parts = Difference.Between(await packs.GetAsync(Since.Id), await packs.GetAsync(id));
        return Page();
    }

    public static string Of(Change change) => change switch
    {
        Change.Added => "New",
        Change.Removed => "Taken out",
        _ => "Changed",
    };
}
