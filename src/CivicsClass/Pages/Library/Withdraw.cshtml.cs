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
public sealed class WithdrawModel(CivicsDbContext db, Packs packs, Withdrawals withdrawals) : PageModel
{
    public PublishedVersion Version { get; private set; } = null!;
    public string Reason { get; private set; } = "";
    public string? Problem { get; private set; }
    /// <summary>A newer version that is not withdrawn.</summary>
    public PublishedVersion? InUse { get; private set; }
    /// <summary>Classes that run on it now.</summary>
    public int Running { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? reason)
    {
        if (!await FindAsync(id))
            return NotFound();
        Reason = reason ?? "";
        Problem = await withdrawals.WithdrawAsync(id, reason, User.Id());
        return Problem is null ? Redirect($"/library/packs/{id}") : Page();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        await withdrawals.BringBackAsync(id);
        return Redirect($"/library/packs/{id}");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var versions = await packs.VersionsAsync();
        if (versions.FirstOrDefault(v => v.Id == id) is not { } version)
            return false;
        InUse = versions.FirstOrDefault(v => v.PackId == version.PackId && v.Number > version.Number && v.Withdrawn is null);
        (Version, Running) = (version, await db.Sessions.CountAsync(s => s.PackVersionId == id && s.EndedAt == null));
        return true;
    }
}
