using System.Globalization;
using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Finding;
using CivicsClass.Library.Reviews;
using CivicsClass.Library.Versions;
using CivicsClass.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CivicsClass.Pages.Library;

public sealed class IndexModel(CivicsDbContext db, Packs packs, LawAge law, LibrarySearch library, SignOffs reviews, TimeProvider clock) : PageModel
{
    public const int Shown = 30, SpotLetters = 260;

    public sealed record Topic(Pack Pack, PublishedVersion Latest, IReadOnlyList<PublishedVersion> Earlier, string? OldLaw);

    public sealed record DraftLine(Guid Id, string Title, string Author, DateTime ChangedAt);

    public sealed record TopicLine(Guid Id, string Title, bool IsInReview, DateTime ChangedAt);

    /// <summary>A topic that is in review, with what reviewers say of it so far.</summary>
    public sealed record ReviewLine(Guid Id, string Title, ReviewCount Count, bool IsSigned);

    /// <summary>For every member of staff.</summary>
    public IReadOnlyList<ReviewLine> AsksForReview { get; private set; } = [];
    public IReadOnlyList<TopicLine> InProgress { get; private set; } = [];
    [BindProperty(SupportsGet = true, Name = "")]
    public Search Search { get; set; } = new();
    public SearchWords Words { get; private set; } = SearchWords.Of("");
    /// <summary>Absent while nothing is looked for.</summary>
    public SearchResults? Results { get; private set; }
    public int From { get; private set; }
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<string> Languages { get; private set; } = [];
    /// <summary>Topics whose newest version is not as it was published, with their versions.</summary>
    public IReadOnlyList<IReadOnlyList<PublishedVersion>> Altered { get; private set; } = [];
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];
    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>();
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Somebody came for a topic in progress that is not there any more.</summary>
    public bool Gone { get; private set; }
    /// <summary>Somebody came to review a topic that is not in review any more.</summary>
    public bool Over { get; private set; }

    /// <summary>The topic that was chosen, whose own positions can be chosen then.</summary>
    public Pack? Chosen => Topics.FirstOrDefault(t => t.Latest.PackId == Search.Topic)?.Pack;

    /// <summary>The same search from another result on.</summary>
    public string At(int from) =>
        QueryString.Create(Request.Query.Where(q => q.Key != "from").Append(KeyValuePair.Create("from", new StringValues(from.ToString(CultureInfo.InvariantCulture))))).ToString();

    public async Task OnGetAsync(int from, bool gone, bool over)
    {
        (Gone, Over) = (gone, over);
        ModelState.Clear();
        Words = SearchWords.Of(Search.Q);
        From = Math.Max(0, from);
        var (topics, altered) = (new List<Topic>(), new List<IReadOnlyList<PublishedVersion>>());
        foreach (var versions in (await packs.VersionsAsync()).GroupBy(v => v.PackId))
            if (await packs.FindWholeAsync(versions.First().Id) is { } pack)
                topics.Add(new Topic(pack, versions.First(), [.. versions.Skip(1)], CivicsClass.Pages.Library.Words.OldLaw(pack, law)));
            else
                altered.Add([.. versions]);
        Altered = altered;
        Topics = [.. topics.OrderBy(t => t.Latest.Title, StringComparer.CurrentCultureIgnoreCase)];
        Drafts = await db.DraftReadings.OrderByDescending(d => d.ChangedAt).Select(d => new DraftLine(d.Id, d.Title, d.Author, d.ChangedAt)).ToListAsync();
        InProgress = !User.IsInRole(Roles.Admin) ? [] : await db.TopicDrafts.OrderByDescending(d => d.ChangedAt).Select(d => new TopicLine(d.Id, d.Title, d.HashInReview != null, d.ChangedAt)).ToListAsync();
        AsksForReview = await AsksForReviewAsync();
        Languages = [.. Topics.SelectMany(t => t.Pack.Readings.Select(r => r.Language).Append(t.Pack.Language)).Distinct().Order(StringComparer.Ordinal)];
        if (!Search.IsEmpty)
            Results = await library.FindAsync(Search, [.. NotWithdrawn()], From, Shown);
        Drafts = await DraftsAsync();
        People = await db.Users.ToDictionaryAsync(u => u.Id, u => u.DisplayName);
    }

    private async Task<IReadOnlyList<ReviewLine>> AsksForReviewAsync()
    {
        var me = User.Id();
        var topics = await db.TopicDrafts.Where(d => d.HashInReview != null).OrderBy(d => d.Title)
            .Select(d => new { d.Id, d.Title, Hash = d.HashInReview!, IsSigned = db.SignOffs.Any(s => s.Hash == d.HashInReview && s.Reviewer == me) }).ToListAsync();
        var counts = await reviews.CountAsync([.. topics.Select(t => t.Hash)]);
        return [.. topics.Select(t => new ReviewLine(t.Id, t.Title, counts.GetValueOrDefault(t.Hash, ReviewCount.None), t.IsSigned))];
    }

    private IEnumerable<PublishedVersion> NotWithdrawn() =>
        Topics.Select(t => t.Earlier.Prepend(t.Latest).FirstOrDefault(v => v.Withdrawn is null)).OfType<PublishedVersion>();

    /// <summary>An admin sees all drafts, a teacher their own. Of a search, those in which the words occur.</summary>
    private async Task<IReadOnlyList<DraftLine>> DraftsAsync()
    {
        if (Search.AsksForReadings || Search.Topic is not null || Search.Language is not null)
            return [];
        var drafts = db.DraftReadings.VisibleTo(User).OrderByDescending(d => d.ChangedAt);
        if (Results is null)
            return await drafts.Select(d => new DraftLine(d.Id, d.Title, d.Author, d.ChangedAt)).ToListAsync();
        var texts = await drafts.Select(d => new { Line = new DraftLine(d.Id, d.Title, d.Author, d.ChangedAt), d.Text }).ToListAsync();
        return [.. texts.Where(d => Words.AreIn(SearchWords.FoldToBytes($"{d.Line.Title}\n{d.Line.Author}\n{d.Text}"))).Select(d => d.Line)];
    }
}
