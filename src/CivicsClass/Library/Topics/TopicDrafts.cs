using System.Security.Cryptography;
using System.Text;
using CivicsClass.Data;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Topics;

/// <summary>What became of a change: its number in the history, and the topic with it. Without a number nothing was changed;
/// <c>Refused</c> says why, if there is a reason to say.</summary>
public sealed record TopicChanged(int? Number, string? Refused, TopicInProgress Topic);

/// <summary>The topics in progress. Every change writes one file and a line of the history, and takes the topic out of review.</summary>
public sealed class TopicDrafts(CivicsDbContext db, PackDoor door, TimeProvider clock)
{
    private const int Tries = 20;

    /// <summary>There is one for each topic, so that two people do not edit past each other.</summary>
    public static Guid IdOf(string packId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("topic " + packId)).AsSpan(0, 16));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<TopicInProgress?> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.TopicDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
            return null;
        var files = await db.TopicDraftFiles.AsNoTracking().Where(f => f.DraftId == id).ToListAsync(stop);
        return await OpenAsync(draft, new TopicTexts(files.ToDictionary(f => f.Path, f => f.Text)), stop);
    }

    /// <summary>What asks for review; nothing when it does not, or not any more.</summary>
    public async Task<Pack?> FindInReviewAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { Draft.HashInReview: { } hash, Reading.Pack: { } pack } && door.HashOf(pack) == hash ? pack : null;

    /// <summary>Begins a topic, or finds the one that is in progress already.</summary>
    public async Task<TopicDraft> BeginAsync(string packId, string title, Guid? basedOn, IReadOnlyDictionary<string, string> texts, string by, CancellationToken stop)
    {
        var draft = new TopicDraft { Id = IdOf(packId), PackId = packId, Title = Short(title), BasedOn = basedOn, AddedBy = by, AddedAt = Now, ChangedAt = Now, Version = Guid.NewGuid() };
        if (await db.TopicDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draft.Id, stop) is { } known)
            return known;
        db.TopicDrafts.Add(draft);
        db.TopicDraftFiles.AddRange(texts.Select(t => File(draft.Id, t.Key, t.Value, by)));
        try
        {
            await db.SaveChangesAsync(stop);
            return draft;
        }
        catch (Exception lost) when (Conflict.Is(lost))
        {
            db.ChangeTracker.Clear();
            return await db.TopicDrafts.AsNoTracking().SingleAsync(d => d.Id == draft.Id, stop);
        }
    }

    /// <param name="change">The edit, or nothing, given how the topic stands. Asked again when somebody else was faster.</param>
    /// <param name="goesOn">The change that this one goes on with, by the same person in the same part: one line in the history for both.</param>
    /// <returns>Nothing when there is no such topic any more.</returns>
    public async Task<TopicChanged?> ChangeAsync(Guid id, string by, Func<TopicInProgress, TopicEdit?> change, int? goesOn, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.TopicDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
                return null;
            var files = await db.TopicDraftFiles.Where(f => f.DraftId == id).ToListAsync(stop);
            var before = await OpenAsync(draft, new TopicTexts(files.ToDictionary(f => f.Path, f => f.Text)), stop);
            if (change(before) is not { } edit || edit.Before == edit.After)
                return new TopicChanged(null, null, before);
            var texts = before.Texts.With(edit);
            if (TooLarge(texts, edit) is { } refused)
                return new TopicChanged(null, refused, before);
            var after = await OpenAsync(draft, texts, stop);
            await using var together = await db.Database.BeginTransactionAsync(stop);
            if (await TakeTurnAsync(draft, edit.Path == PackReader.Manifest ? Short(after.Pack.Title) : draft.Title, stop))
            {
                Put(files, texts, id, by);
                var number = await RememberAsync(id, edit, goesOn, by, stop);
                await db.SaveChangesAsync(stop);
                await TopicHistory.ForgetOldAsync(db, id, number, stop);
                await together.CommitAsync(stop);
                return new TopicChanged(number, null, after);
            }
            if (attempt == Tries)
                throw new TimeoutException($"The topic {id} was changed by others {Tries} times while one change was to be saved.");
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The topic as it would be with an edit.</summary>
    public Task<TopicInProgress> WithAsync(TopicInProgress topic, TopicEdit edit, CancellationToken stop) => OpenAsync(topic.Draft, topic.Texts.With(edit), stop);

    /// <summary>Fixes what reviewers look at, or says why there is nothing to review yet.</summary>
    public async Task<string?> SendToReviewAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } topic)
            return "The topic is not in progress any more.";
        if (topic.Reading.Pack is not { } pack)
            return "There is something to put right first. It is listed below.";
        if (topic.TooLarge is { } large)
            return large;
        var hash = door.HashOf(pack);
        return await db.TopicDrafts.Where(d => d.Id == id && d.Version == topic.Draft.Version)
            .ExecuteUpdateAsync(d => d.SetProperty(t => t.HashInReview, hash), stop) == 1 ? null : "Somebody changed the topic in this moment. Look at it again.";
    }

    public Task TakeBackAsync(Guid id, CancellationToken stop) =>
        db.TopicDrafts.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(t => t.HashInReview, (string?)null), stop);

    /// <param name="over">Also when there is a newer version than the one it was begun from.</param>
    public async Task<PackReport?> PublishAsync(Guid id, bool over, string by, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } topic)
            return null;
        if (topic.Reading.Pack is not { } pack)
            return PackReport.Refuse(topic.Reading.Problems);
        if (topic.Draft.HashInReview != door.HashOf(pack))
            return PackReport.Refuse([new Problem("", 0, "Only what is in review can be published. Send the topic to review first.")]);
        if (topic.TooLarge is { } large)
            return PackReport.Refuse([new Problem("", 0, large)]);
        var report = await door.PublishAsync(topic.Reading, over ? null : topic.Draft.BasedOn ?? Guid.Empty, by, stop);
        if (report.Outcome != PackOutcome.Refused)
            await DeleteAsync(id, topic.Draft.Version, stop);
        return report;
    }

    /// <param name="seen">The draft's version that was on the screen; a change since then keeps it.</param>
    public async Task<bool> DeleteAsync(Guid id, Guid seen, CancellationToken stop)
    {
        await using var together = await db.Database.BeginTransactionAsync(stop);
        if (await db.TopicDrafts.Where(d => d.Id == id && d.Version == seen).ExecuteUpdateAsync(d => d.SetProperty(t => t.Version, Guid.NewGuid()), stop) == 0)
            return false;
        await db.TopicDraftChanges.Where(c => c.DraftId == id).ExecuteDeleteAsync(stop);
        await db.TopicDraftFiles.Where(f => f.DraftId == id).ExecuteDeleteAsync(stop);
        await db.TopicDrafts.Where(d => d.Id == id).ExecuteDeleteAsync(stop);
        await together.CommitAsync(stop);
        return true;
    }

    private async Task<TopicInProgress> OpenAsync(TopicDraft draft, TopicTexts texts, CancellationToken stop)
    {
        var names = texts.Images.ToList();
        var images = names.Count == 0 ? [] : await db.ReadingImages.Where(i => names.Contains(i.Name)).Select(i => new { i.Name, i.Bytes.Length }).ToDictionaryAsync(i => i.Name, i => i.Length, stop);
        return new TopicInProgress(draft, texts, images);
    }

    /// <returns>Whether the topic still is as it was read; then nobody else changes it before this transaction ends.</returns>
    private async Task<bool> TakeTurnAsync(TopicDraft read, string title, CancellationToken stop)
    {
        var now = Now;
        return await db.TopicDrafts.Where(d => d.Id == read.Id && d.Version == read.Version).ExecuteUpdateAsync(d => d
            .SetProperty(t => t.Title, title).SetProperty(t => t.ChangedAt, now).SetProperty(t => t.HashInReview, (string?)null).SetProperty(t => t.Version, Guid.NewGuid()), stop) == 1;
    }

    private void Put(List<TopicDraftFile> files, TopicTexts texts, Guid id, string by)
    {
        db.TopicDraftFiles.RemoveRange(files.Where(f => texts.Find(f.Path) is null));
        foreach (var path in texts.Paths)
            if (files.FirstOrDefault(f => f.Path == path) is not { } file)
                db.TopicDraftFiles.Add(File(id, path, texts.Find(path)!, by));
            else if (file.Text != texts.Find(path))
                (file.Text, file.ChangedBy, file.ChangedAt, file.Version) = (texts.Find(path)!, by, Now, Guid.NewGuid());
    }

    private async Task<int> RememberAsync(Guid id, TopicEdit edit, int? goesOn, string by, CancellationToken stop)
    {
        var last = await db.TopicDraftChanges.Where(c => c.DraftId == id).OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Path, c.By }).FirstOrDefaultAsync(stop);
        if (last is not null && last.Number == goesOn && last.Path == edit.Path && last.By == by)
        {
            var row = await db.TopicDraftChanges.SingleAsync(c => c.DraftId == id && c.Number == last.Number, stop);
            if (row.Before == edit.After)
            {
                db.TopicDraftChanges.Remove(row);
                return last.Number;
            }
            db.Entry(row).Property(c => c.After).CurrentValue = edit.After;
            db.Entry(row).Property(c => c.At).CurrentValue = Now;
            return last.Number;
        }
        var number = (last?.Number ?? 0) + 1;
        db.TopicDraftChanges.Add(new TopicDraftChange { DraftId = id, Number = number, Path = edit.Path, Before = edit.Before, After = edit.After, By = by, At = Now });
        return number;
    }

    private static string? TooLarge(TopicTexts texts, TopicEdit edit)
    {
        if (Encoding.UTF8.GetByteCount(edit.After ?? "") > Limits.Of(edit.Path))
            return $"This would make more than {Limits.Of(edit.Path) / 1024:N0} KB{(edit.Path == QuizFile.Path ? " of questions" : "")}. Shorten it.";
        if (texts.Paths.Count() > Limits.Entries || texts.Paths.Sum(p => texts.Find(p)!.Length) > Limits.PackBytes)
            return "The topic is as large as a topic can be. Take something out first.";
        return null;
    }

    private TopicDraftFile File(Guid id, string path, string text, string by) => new() { DraftId = id, Path = path, Text = text, ChangedBy = by, ChangedAt = Now, Version = Guid.NewGuid() };

    private static string Short(string title) => title.Length == 0 ? "A topic without a title" : title.Length > 200 ? title[..200] : title;
}
