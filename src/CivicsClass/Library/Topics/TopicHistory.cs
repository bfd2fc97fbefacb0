using System.Security.Cryptography;
using System.Text;
using CivicsClass.Data;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Topics;

/// <summary>A line of the history. <c>Parts</c>: what it changed, as far as that is a part.</summary>
public sealed record TopicChangeLine(int Number, string Path, IReadOnlyList<TopicPart> Parts, bool IsNew, bool IsOut, string By, DateTime At);

/// <summary>The last changes of a topic in progress. A change that puts back what another one changed has undone it.</summary>
public sealed class TopicHistory(CivicsDbContext db, TopicDrafts topics)
{
    private const int Most = 200;

    private sealed record Step(int Number, string Path, string Before, string After)
    {
        public bool Undoes(Step other) => Path == other.Path && Before == other.After && After == other.Before;
        public bool Repeats(Step other) => Path == other.Path && Before == other.Before && After == other.After;
    }

    internal static async Task ForgetOldAsync(CivicsDbContext db, Guid id, int number, CancellationToken stop)
    {
        if (number > Most && number % 20 == 0)
            await db.TopicDraftChanges.Where(c => c.DraftId == id && c.Number <= number - Most).ExecuteDeleteAsync(stop);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<TopicChangeLine>> ReadAsync(Guid id, CancellationToken stop)
    {
        var lines = new List<TopicChangeLine>();
        await foreach (var change in db.TopicDraftChanges.AsNoTracking().Where(c => c.DraftId == id).OrderByDescending(c => c.Number).Take(Most).AsAsyncEnumerable().WithCancellation(stop))
            lines.Add(new TopicChangeLine(change.Number, change.Path, Parts(change), change.Before is null, change.After is null, change.By, change.At));
        return lines;
    }

    public Task<TopicChanged?> UndoAsync(Guid id, string by, CancellationToken stop) => GoAsync(id, by, undo: true, stop);

    public Task<TopicChanged?> RedoAsync(Guid id, string by, CancellationToken stop) => GoAsync(id, by, undo: false, stop);

    /// <summary>Whether there is something to undo and something to take up again.</summary>
    public async Task<(bool Undo, bool Redo)> CanAsync(Guid id, CancellationToken stop)
    {
        var (done, undone) = await StacksAsync(id, stop);
        return (done.Count > 0, undone.Count > 0);
    }

    private async Task<TopicChanged?> GoAsync(Guid id, string by, bool undo, CancellationToken stop)
    {
        var (done, undone) = await StacksAsync(id, stop);
        if (!(undo ? done : undone).TryPeek(out var step))
            return await topics.ChangeAsync(id, by, _ => null, null, stop);
        var change = await db.TopicDraftChanges.AsNoTracking().SingleAsync(c => c.DraftId == id && c.Number == step.Number, stop);
        var (from, to) = undo ? (change.After, change.Before) : (change.Before, change.After);
        return await topics.ChangeAsync(id, by, now => now.Texts.Current(change.Path) == from ? new TopicEdit(change.Path, from, to) : null, null, stop);
    }

    private async Task<(Stack<Step> Done, Stack<Step> Undone)> StacksAsync(Guid id, CancellationToken stop)
    {
        var (done, undone) = (new Stack<Step>(), new Stack<Step>());
        await foreach (var change in db.TopicDraftChanges.AsNoTracking().Where(c => c.DraftId == id).OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            var step = new Step(change.Number, change.Path, Mark(change.Before), Mark(change.After));
            if (step.Before == step.After)
                continue;
            if (done.TryPeek(out var last) && step.Undoes(last))
                undone.Push(done.Pop());
            else if (undone.TryPeek(out var next) && step.Repeats(next))
                done.Push(undone.Pop());
            else
            {
                undone.Clear();
                done.Push(step);
            }
        }
        return (done, undone);
    }

    private static string Mark(string? text) => text is null ? "" : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IReadOnlyList<TopicPart> Parts(TopicDraftChange change)
    {
        if (change.Path != QuizFile.Path)
            return change.Path == ReadingFile.Folder ? [] : TopicPart.OfFile(change.Path) is { } part ? [part] : [];
        var (before, after) = (Texts(change.Before), Texts(change.After));
        return [.. before.Keys.Union(after.Keys).Where(id => before.GetValueOrDefault(id) != after.GetValueOrDefault(id)).Select(id => new TopicPart(PartKind.Question, id))];
    }

    private static Dictionary<string, string> Texts(string? quiz) =>
        TopicPart.Items(quiz).DistinctBy(TopicPart.IdOf).ToDictionary(TopicPart.IdOf, YamlTree.Write);
}
