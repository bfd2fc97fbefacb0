using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Editing;
using CivicsClass.Library.Files;
using CivicsClass.Library.Reviews;
using CivicsClass.Library.Topics;
using CivicsClass.Pages.Library.Editing;
using Humanizer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>A topic in progress: its parts, what is still to do, review and publication.</summary>
[Authorize(Roles = Roles.Admin)]
public sealed class TopicModel(CivicsDbContext db, Packs packs, TopicDrafts topics, TopicHistory history, Editors editors, WordList words, SignOffs reviews, TimeProvider clock) : PageModel
{
    public sealed record DraftLine(Guid Id, string Title);

    public TopicInProgress Topic { get; private set; } = null!;
    public IReadOnlyList<TopicProblem> Problems { get; private set; } = [];
    public IReadOnlyList<DraftLine> Readings { get; private set; } = [];
    public IReadOnlyList<Editor> Others { get; private set; } = [];
    /// <summary>Absent until there are two positions to compare.</summary>
    public BalanceView? Balance { get; private set; }
    /// <summary>What reviewers say; absent while the topic is being written.</summary>
    public ReviewsView? Reviews { get; private set; }
    /// <summary>See <see cref="PublishedVersion.Current"/>; absent while nothing is published.</summary>
    public PublishedVersion? Current { get; private set; }
    /// <summary>The version it was begun from; absent for a new topic.</summary>
    public PublishedVersion? Begun { get; private set; }
    /// <summary>The number that it would be published under.</summary>
    public int Next { get; private set; } = 1;
    public UndoView Undo { get; private set; } = null!;
    /// <summary>Something of somebody else's that was asked to be taken back; absent when nothing is to be asked.</summary>
    public UndoButton? ToConfirm { get; private set; }
    /// <summary>The part whose page asked; empty for this page.</summary>
    public string Back { get; private set; } = "";
    /// <summary>It was in progress already when somebody chose to edit the topic.</summary>
    public bool Known { get; private set; }
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>The version in use is not the one that this was begun from.</summary>
    public bool IsBehind => Current is { } current && current.Id != Topic.Draft.BasedOn;

    /// <summary>What was brought in from elsewhere just now.</summary>
    public string? Taken { get; private set; }

    /// <param name="added">A part that was added from a draft reading.</param>
    /// <param name="questions">How many questions an import has added.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool known, string? added, int questions, CancellationToken stop)
    {
        Known = known;
        if (await ShowAsync(id, null, stop) is not { } page)
            return NotFound();
        if (TopicPart.Parse(added) is { } part && part.Find(Topic.Texts) is not null)
            Taken = $"“{Topic.TitleOf(part)}” is in the topic now.";
        else if (questions is > 0 and <= Limits.Items)
            Taken = $"{"question".ToQuantity(questions)} {(questions == 1 ? "is" : "are")} in the topic now.";
        return page;
    }

    /// <param name="step">The change that the button named.</param>
    /// <param name="sure">It was asked whether to take back what is somebody else's.</param>
    public Task<IActionResult> OnPostUndoAsync(Guid id, string? back, int step, bool sure, CancellationToken stop) => GoAsync(id, back, step, sure, undo: true, stop);

    public Task<IActionResult> OnPostRedoAsync(Guid id, string? back, int step, bool sure, CancellationToken stop) => GoAsync(id, back, step, sure, undo: false, stop);

    public async Task<IActionResult> OnPostAddAsync(Guid id, string? kind, string? title, string? side, CancellationToken stop)
    {
        var name = string.Join(' ', (title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (kind is "reading" or "check" or "lesson" && name.Length is 0 or > Limits.Title)
            return await AgainAsync(id, name.Length == 0 ? "Write a title first." : $"Keep the title to {Limits.Title} characters; there are {name.Length:N0}.", stop);
        return await AddAsync(id, topic => kind switch
        {
            "reading" => NewParts.Reading(topic, name, Side(topic, side)),
            "question" => NewParts.Question(topic),
            "check" => NewParts.SourceCheck(topic, name),
            "lesson" => NewParts.Lesson(topic, name),
            _ => null,
        }, stop);
    }

    /// <summary>Takes a draft reading in. It stays among the drafts.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid reading, string? side, CancellationToken stop)
    {
        if (await db.DraftReadings.AsNoTracking().FirstOrDefaultAsync(d => d.Id == reading, stop) is not { } draft)
            return await AgainAsync(id, "Choose a draft reading that is still there.", stop);
        return await AddAsync(id, topic => NewParts.Reading(topic, draft, Side(topic, side)), stop);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? part, int by, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked)
            return NotFound();
        return await topics.ChangeAsync(id, User.Id(), topic => TopicOrder.Move(topic, asked, by), null, stop) is null ? Gone() : Redirect($"/library/topics/{id}#{asked.Route.Replace('/', '-')}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? part, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked)
            return NotFound();
        return await topics.ChangeAsync(id, User.Id(), topic => TopicOrder.Remove(topic, asked), null, stop) is null ? Gone() : Redirect($"/library/topics/{id}");
    }

    public async Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken stop) =>
        await topics.SendToReviewAsync(id, stop) is { } refused ? await AgainAsync(id, refused, stop) : Redirect($"/library/topics/{id}");

    public async Task<IActionResult> OnPostSignOffAsync(Guid id, SignOffForm form, CancellationToken stop)
    {
        if (await topics.FindAsync(id, stop) is not { } topic)
            return Gone();
        if (topic.Draft.HashInReview is not { } hash)
            return await AgainAsync(id, "The topic is not in review any more, so your review was not signed. What it said may have changed.", stop);
        ModelState.Clear();
        var problems = form.Problems(hash).ToList();
        if (problems.Count == 0)
        {
            await reviews.SignAsync(topic.Draft.PackId, hash, form, User.Id(), stop);
            return Redirect($"/library/topics/{id}#reviews");
        }
        var page = await ShowAsync(id, null, stop, form);
        foreach (var (field, sentence) in problems)
            ModelState.AddModelError(field, sentence);
        return page ?? Gone();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken stop)
    {
        await topics.TakeBackAsync(id, stop);
        return Redirect($"/library/topics/{id}");
    }

    /// <param name="over">Over a version that was published after this was begun.</param>
    /// <param name="doubt">What was confirmed to have been seen; see <see cref="ReviewsView.Doubt"/>.</param>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, bool over, string? doubt, CancellationToken stop)
    {
        if (await ShowAsync(id, null, stop) is null)
            return Gone();
        if (Reviews is { } signed && ReviewsView.Doubt(signed.Count) is { } must && must != doubt)
            return await AgainAsync(id, $"{ReviewsView.InWords(signed.Count)} Confirm below that it is to be published all the same.", stop);
        if (await topics.PublishAsync(id, over, User.Id(), stop) is not { } report)
            return Gone();
        return report.Version is { } version ? Redirect($"/library/packs/{version.Id}") : await AgainAsync(id, string.Join(' ', report.Problems.Take(3).Select(p => p.Sentence)), stop);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid version, CancellationToken stop)
    {
        if (await topics.DeleteAsync(id, version, stop))
            return Redirect("/library");
        return await AgainAsync(id, "Somebody changed the topic meanwhile, so it was not deleted. Look at it again first.", stop);
    }

    private async Task<IActionResult> AddAsync(Guid id, Func<TopicInProgress, (TopicPart Part, TopicEdit Edit)?> add, CancellationToken stop)
    {
        TopicPart? added = null;
        var changed = await topics.ChangeAsync(id, User.Id(), topic =>
        {
            var made = add(topic);
            added = made?.Part;
            return made?.Edit;
        }, null, stop);
        if (changed is null)
            return Gone();
        return changed.Refused is { } refused ? await AgainAsync(id, refused, stop) : added is null ? NotFound() : Redirect($"/library/topics/{id}/{added.Route}");
    }

    private async Task<IActionResult> GoAsync(Guid id, string? back, int step, bool sure, bool undo, CancellationToken stop)
    {
        var part = TopicPart.Parse(back);
        if (await ShowAsync(id, null, stop) is not { } page)
            return Gone();
        if ((undo ? Undo.Undo : Undo.Redo) is not { } next)
            return await AgainAsync(id, undo ? "There is nothing to undo." : "There is nothing to redo.", stop);
        if (next.Step.Number == step && !next.IsYours && !sure)
        {
            (ToConfirm, Back) = (next, part?.Route ?? "");
            return page;
        }
        var going = undo ? history.UndoAsync(id, User.Id(), step, stop) : history.RedoAsync(id, User.Id(), step, stop);
        if (await going is not { } gone)
            return Gone();
        if (gone.Number is null)
            return await AgainAsync(id, $"Something else was changed meanwhile, so nothing was {(undo ? "undone" : "redone")}. The buttons say what they take back now.", stop);
        return Redirect(part?.Find(gone.Topic.Texts) is not null ? $"/library/topics/{id}/{part.Route}" : $"/library/topics/{id}");
    }

    private async Task<IActionResult> AgainAsync(Guid id, string sentence, CancellationToken stop) => await ShowAsync(id, sentence, stop) ?? Gone();

    private LocalRedirectResult Gone() => LocalRedirect("/library?gone=true");

    private async Task<IActionResult?> ShowAsync(Guid id, string? sentence, CancellationToken stop, SignOffForm? review = null)
    {
        if (await topics.FindAsync(id, stop) is not { } topic)
            return null;
        ModelState.Clear();
        if (sentence is not null)
            ModelState.AddModelError("", sentence);
        (Topic, Problems) = (topic, topic.Problems);
        Others = await editors.OthersAsync(id, User.Id(), stop);
        Undo = await UndoView.OfTopicAsync(db, User.Id(), id, "", await history.NextAsync(id, stop), stop);
        Readings = await db.DraftReadings.OrderBy(d => d.Title).Select(d => new DraftLine(d.Id, DraftReading.NameOf(d.Title))).ToListAsync(stop);
        if (topic.Pack.Positions.Count == 2)
            Balance = new BalanceView(topic.Pack, CivicsClass.Library.Balance.Balance.Of(topic.Pack, await words.ReadAsync(stop)));
        if (topic.Draft.HashInReview is { } hash)
        {
            var all = await reviews.ForAsync(hash, stop);
            var mine = all.FirstOrDefault(s => s.Reviewer == User.Id());
            Reviews = new ReviewsView(all, hash, User.Id(), review ?? (mine is null ? new SignOffForm() : SignOffForm.Of(mine)));
        }
        var versions = (await packs.VersionsAsync()).Where(v => v.PackId == topic.Draft.PackId).ToList();
        (Current, Next, Begun) = (PublishedVersion.Current(versions), (versions.FirstOrDefault()?.Number ?? 0) + 1, versions.FirstOrDefault(v => v.Id == topic.Draft.BasedOn));
        return Page();
    }

    private static string Side(TopicInProgress topic, string? side) => topic.Pack.Positions.Any(p => p.Id == side) ? side! : Pack.Background;
}
