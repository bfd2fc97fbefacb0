using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

/// <summary>How balanced a version is and what reviewers say of it, for every member of staff.</summary>
public sealed class BalanceModel(CivicsDbContext db, Packs packs, WordList words, SignOffs reviews) : PageModel
{
    private string _packId = "", _hash = "";
    private bool _isForAll;

    public Guid Version { get; private set; }
    public int Number { get; private set; }
    public Pack Pack { get; private set; } = null!;
    public BalanceView View { get; private set; } = null!;
    public ReviewsView Reviews { get; private set; } = null!;
    public bool Signed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool signed, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        Signed = signed;
        await ShowAsync(null, stop);
        return Page();
    }

    /// <summary>The report alone, as a piece of a page.</summary>
    public async Task<IActionResult> OnGetReportAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ? Partial("/Pages/Library/_Balance.cshtml", await ReportAsync(stop)) : NotFound();

    public async Task<IActionResult> OnPostSignOffAsync(Guid id, SignOffForm form, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || !_isForAll)
            return NotFound();
        ModelState.Clear();
        foreach (var (field, sentence) in form.Problems(_hash))
            ModelState.AddModelError(field, sentence);
        if (ModelState.IsValid)
        {
            await reviews.SignAsync(_packId, _hash, form, User.Id(), stop);
            return Redirect($"/library/packs/{id}/balance?signed=true#reviews");
        }
        await ShowAsync(form, stop);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var me = User.Id();
        var isAdmin = User.IsInRole(Roles.Admin);
        if (await db.PackVersions.Where(v => v.Id == id && (v.OwnerId == null || v.OwnerId == me || isAdmin)).Select(v => new { v.PackId, v.Hash, v.Number, v.OwnerId }).SingleOrDefaultAsync(stop) is not { } found)
            return false;
        (Version, Number, _packId, _hash, _isForAll) = (id, found.Number, found.PackId, found.Hash, found.OwnerId is null);
        Pack = await packs.GetAsync(id);
        return true;
    }

    private async Task ShowAsync(SignOffForm? typed, CancellationToken stop)
    {
        View = await ReportAsync(stop);
        var all = await reviews.ForAsync(_hash, stop);
        var mine = all.FirstOrDefault(s => s.Reviewer == User.Id());
        Reviews = new ReviewsView(all, _hash, User.Id(), _isForAll ? typed ?? (mine is null ? new SignOffForm() : SignOffForm.Of(mine)) : null);
    }

    private async Task<BalanceView> ReportAsync(CancellationToken stop) =>
        new(Pack, Balance.Of(Pack, await words.ReadAsync(stop)), $"/library/packs/{Version}");
}
