using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Topics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Drafts;

/// <summary>Puts a draft reading into the next version of a topic.</summary>
[Authorize(Roles = Roles.Admin)]
public sealed class AddModel(CivicsDbContext db, Packs packs, TopicDrafts topics, TopicIntake intake, TimeProvider clock) : PageModel
{
    /// <summary>A topic that the draft can go into. <c>Version</c>: the one in use, if there is one; <c>IsOpen</c>: its next version is being written.</summary>
    public sealed record Target(string PackId, string Title, PublishedVersion? Version, bool IsOpen);

    public DraftReading Draft { get; private set; } = null!;
    public IReadOnlyList<Target> Topics { get; private set; } = [];
    public Target? Topic { get; private set; }
    /// <summary>The next version as far as it is written, or the one in use.</summary>
    public Pack? Pack { get; private set; }
    /// <summary>Absent when nobody has begun the next version yet.</summary>
    public TopicDraft? Open { get; private set; }
    public Choice Chosen { get; private set; } = new();
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>What the admin chose. <c>Version</c>: of the draft that was on the screen; <c>Review</c>: send the topic to review at once.</summary>
    public sealed class Choice
    {
        public string? Side { get; set; }
        public string? Url { get; set; }
        public List<string> Lessons { get; set; } = [];
        public string? Pair { get; set; }
        public Guid Version { get; set; }
        public bool Review { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string? topic, CancellationToken stop) => await FindAsync(id, topic, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? topic, Choice choice, CancellationToken stop)
    {
        if (!await FindAsync(id, topic, stop) || Pack is null || Topic is null)
            return NotFound();
        Chosen = choice;
        ModelState.Clear();
        if (Draft.Version != choice.Version)
            return Refuse("Somebody changed the draft meanwhile. Look at it again before you add it.");
        var addition = new TopicAddition(Draft, choice.Side ?? "", choice.Url, choice.Lessons, choice.Pair);
        if (addition.To(Pack).Refused is { } refused)
            return Refuse(refused);
        if (await intake.OpenAsync(Topic.PackId, User.Id(), stop) is not { } open || await intake.TakeAsync(open.Id, addition, User.Id(), stop) is not { } taken)
            return Refuse("Somebody has published or deleted the topic in this moment. Nothing was added; add the text again.");
        if (taken.Refused is { } why)
            return Refuse(why);
        if (choice.Review)
            await topics.SendToReviewAsync(open.Id, stop);
        return Redirect($"/library/topics/{open.Id}?added={Uri.EscapeDataString(taken.Part!.Route)}");
    }

    private async Task<bool> FindAsync(Guid id, string? topic, CancellationToken stop)
    {
        if (await db.DraftReadings.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return false;
        Draft = draft;
        var open = await db.TopicDrafts.Select(d => new { d.PackId, d.Title }).ToListAsync(stop);
        var published = (await packs.VersionsAsync()).GroupBy(v => v.PackId).Select(g => PublishedVersion.Current([.. g])!).ToList();
        Topics = [.. published.Select(v => new Target(v.PackId, v.Title, v, open.Any(o => o.PackId == v.PackId)))
            .Concat(open.Where(o => published.All(v => v.PackId != o.PackId)).Select(o => new Target(o.PackId, o.Title, null, true)))
            .OrderBy(t => t.Title, StringComparer.CurrentCultureIgnoreCase)];
        Topic = topic is null && Topics.Count == 1 ? Topics[0] : Topics.FirstOrDefault(t => t.PackId == topic);
        if (Topic is null)
            return true;
        if (await topics.FindAsync(TopicDrafts.IdOf(Topic.PackId), stop) is { } inProgress)
            (Open, Pack) = (inProgress.Draft, inProgress.Pack);
        else if (Topic.Version is { } version)
            Pack = await packs.FindWholeAsync(version.Id);
        return true;
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }
}
