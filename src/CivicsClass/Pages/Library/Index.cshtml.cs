using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Versions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

[Authorize(Roles = Roles.Admin)]
public sealed class IndexModel(CivicsDbContext db, Packs packs, LawAge law, TimeProvider clock) : PageModel
{
    public sealed record Topic(Pack Pack, PublishedVersion Latest, IReadOnlyList<PublishedVersion> Earlier, string? OldLaw);

    public sealed record DraftLine(Guid Id, string Title, string Author, DateTime ChangedAt);

    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];
    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>();
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync()
    {
        var topics = new List<Topic>();
        foreach (var versions in (await packs.VersionsAsync()).GroupBy(v => v.PackId))
        {
            var pack = await packs.GetAsync(versions.First().Id);
            topics.Add(new Topic(pack, versions.First(), [.. versions.Skip(1)], Words.OldLaw(pack, law)));
        }
        Topics = [.. topics.OrderBy(t => t.Latest.Title, StringComparer.CurrentCultureIgnoreCase)];
        Drafts = await db.DraftReadings.OrderByDescending(d => d.ChangedAt).Select(d => new DraftLine(d.Id, d.Title, d.Author, d.ChangedAt)).ToListAsync();
        People = await db.Users.ToDictionaryAsync(u => u.Id, u => u.DisplayName);
    }
}
