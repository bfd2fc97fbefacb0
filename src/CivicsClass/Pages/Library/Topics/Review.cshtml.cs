using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Reviews;
using CivicsClass.Library.Topics;
using CivicsClass.Library.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>A topic in review, for every member of staff: to read, to compare with what is published, and to sign or dissent.</summary>
public sealed class ReviewModel(Packs packs, TopicDrafts topics, PackDoor door, WordList words, SignOffs reviews) : PageModel
{
    public Guid Id { get; private set; }
    public Pack Pack { get; private set; } = null!;
    /// <summary>See <see cref="PublishedVersion.Current"/>; absent while nothing is published.</summary>
    public PublishedVersion? Current { get; private set; }
    public IReadOnlyList<PartChange> Parts { get; private set; } = [];
    public BalanceView Balance { get; private set; } = null!;
    public ReviewsView Reviews { get; private set; } = null!;
    public bool Signed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool signed, CancellationToken stop)
    {
        Signed = signed;
        return await ShowAsync(id, null, stop) ? Page() : await OverAsync(id, stop);
    }

    public async Task<IActionResult> OnPostSignOffAsync(Guid id, SignOffForm form, CancellationToken stop)
    {
        ModelState.Clear();
        if (!await ShowAsync(id, form, stop))
            return await OverAsync(id, stop);
        foreach (var (field, sentence) in form.Problems(Reviews.Hash))
            ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid)
            return Page();
        await reviews.SignAsync(Pack.Id, Reviews.Hash, form, User.Id(), stop);
        return Redirect($"/library/topics/{id}/review?signed=true#reviews");
    }

    private async Task<bool> ShowAsync(Guid id, SignOffForm? typed, CancellationToken stop)
    {
        if (await topics.FindInReviewAsync(id, stop) is not { } pack)
            return false;
        (Id, Pack) = (id, pack);
        Current = PublishedVersion.Current([.. (await packs.VersionsAsync()).Where(v => v.PackId == pack.Id)]);
        if (Current is not null && await packs.FindWholeAsync(Current.Id) is { } before)
            Parts = Difference.Between(before, pack);
        Balance = new BalanceView(pack, CivicsClass.Library.Balance.Balance.Of(pack, await words.ReadAsync(stop)));
        var hash = door.HashOf(pack);
        var all = await reviews.ForAsync(hash, stop);
        var mine = all.FirstOrDefault(s => s.Reviewer == User.Id());
        Reviews = new ReviewsView(all, hash, User.Id(), typed ?? (mine is null ? new SignOffForm() : SignOffForm.Of(mine)));
        return true;
    }

    private async Task<IActionResult> OverAsync(Guid id, CancellationToken stop) =>
        await topics.FindAsync(id, stop) is null ? NotFound() : LocalRedirect("/library?over=true");
}
