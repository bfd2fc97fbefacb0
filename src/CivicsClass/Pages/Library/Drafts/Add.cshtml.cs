using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Drafts;

[Authorize(Roles = Roles.Admin)]
public sealed class AddModel(CivicsDbContext db, Packs packs, PackDoor door) : PageModel
{
    public DraftReading Draft { get; private set; } = null!;
    public IReadOnlyList<PackVersion> Topics { get; private set; } = [];
    public PackVersion? Topic { get; private set; }
    public Pack? Pack { get; private set; }
    public Choice Chosen { get; private set; } = new();
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What the admin chose. <c>Version</c> and <c>Base</c>: the draft and the topic's version that were on the screen.</summary>
    public sealed class Choice
    {
        public string? Side { get; set; }
        public string? Url { get; set; }
        public List<string> Lessons { get; set; } = [];
        public string? Pair { get; set; }
        public Guid Version { get; set; }
        public Guid Base { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string? topic) => await FindAsync(id, topic) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? topic, Choice choice, CancellationToken stop)
    {
        if (!await FindAsync(id, topic) || Pack is null || Topic is null)
            return NotFound();
        Chosen = choice;
        ModelState.Clear();
        if (Draft.Version != choice.Version)
            return Refuse("Somebody changed the draft meanwhile. Look at it again before you add it.");
        if (Topic.Id != choice.Base)
            return Refuse("The topic has a newer version meanwhile. Check your choice below and add the text again.");
        var (pack, refused) = new TopicAddition(Draft, choice.Side ?? "", choice.Url, choice.Lessons, choice.Pair).To(Pack);
        if (pack is null)
            return Refuse(refused!);
        var report = await door.PublishAsync(pack, Topic.Id, User.Id(), stop);
        if (report.Version is not { } version)
        {
            Problems = report.Problems;
            return Page();
        }
        var me = User.Id();
        await db.DraftReadings.Where(d => d.Id == id && d.Version == choice.Version && d.AddedBy == me).ExecuteDeleteAsync(stop);
        return Redirect($"/library/packs/{version.Id}#readings");
    }

    private async Task<bool> FindAsync(Guid id, string? topic)
    {
        if (await db.DraftReadings.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id) is not { } draft)
            return false;
        (Draft, Topics) = (draft, await packs.LatestAsync());
        Topic = topic is null && Topics.Count == 1 ? Topics[0] : Topics.FirstOrDefault(t => t.PackId == topic);
        Pack = Topic is null ? null : await packs.GetAsync(Topic.Id);
        return true;
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }
}
