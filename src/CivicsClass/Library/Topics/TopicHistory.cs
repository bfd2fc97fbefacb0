using CivicsClass.Data;
using CivicsClass.Library.Editing;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Topics;

/// <summary>A line of the history. <c>Names</c>: the parts that it changed, as people called them then; none where it is about an order.</summary>
public sealed record TopicChangeLine(int Number, string Path, IReadOnlyList<string> Names, bool IsNew, bool IsOut, string By, DateTime At);

/// <summary>What an undo or redo would take back, and which change that is about.</summary>
public sealed record TopicUndo(UndoStep Step, TopicChangeLine Change);

/// <summary>The last changes of a topic in progress.</summary>
public sealed class TopicHistory(CivicsDbContext db, TopicDrafts topics)
{
    private const int Most = 200;

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
            lines.Add(Line(change));
        return lines;
    }

    /// <summary>What would be undone and what would be taken up again.</summary>
    public async Task<(TopicUndo? Undo, TopicUndo? Redo)> NextAsync(Guid id, CancellationToken stop)
    {
        var stacks = await StacksAsync(id, stop);
        return (await OfAsync(id, stacks.Undo, stop), await OfAsync(id, stacks.Redo, stop));
    }

    /// <summary>The same right after a change, without looking at those before it.</summary>
    public async Task<(TopicUndo? Undo, TopicUndo? Redo)> AfterAsync(Guid id, int number, CancellationToken stop) =>
        await FindAsync(id, number, stop) is { } change ? (new TopicUndo(new UndoStep(number, change.By, change.At), Line(change)), null) : await NextAsync(id, stop);

    /// <param name="seen">The number of the step that was on the screen: nothing is done when it is another one by now.</param>
    public Task<TopicChanged?> UndoAsync(Guid id, string by, int seen, CancellationToken stop) => GoAsync(id, by, seen, undo: true, stop);

    /// <param name="seen">As for undoing.</param>
    public Task<TopicChanged?> RedoAsync(Guid id, string by, int seen, CancellationToken stop) => GoAsync(id, by, seen, undo: false, stop);

    private async Task<TopicChanged?> GoAsync(Guid id, string by, int seen, bool undo, CancellationToken stop)
    {
        var stacks = await StacksAsync(id, stop);
        if ((undo ? stacks.Undo : stacks.Redo)?.Number != seen || await FindAsync(id, seen, stop) is not { } change)
            return await topics.ChangeAsync(id, by, _ => null, null, stop);
        var (from, to) = undo ? (change.After, change.Before) : (change.Before, change.After);
        return await topics.ChangeAsync(id, by, now => now.Texts.Current(change.Path) == from ? new TopicEdit(change.Path, from, to) : null, null, stop);
    }

    private async Task<TopicUndo?> OfAsync(Guid id, UndoStep? step, CancellationToken stop) =>
        step is not null && await FindAsync(id, step.Number, stop) is { } change ? new TopicUndo(step, Line(change)) : null;

    private Task<TopicDraftChange?> FindAsync(Guid id, int number, CancellationToken stop) =>
        db.TopicDraftChanges.AsNoTracking().FirstOrDefaultAsync(c => c.DraftId == id && c.Number == number, stop);

    private async Task<UndoStacks> StacksAsync(Guid id, CancellationToken stop)
    {
        var stacks = new UndoStacks();
        await foreach (var change in db.TopicDraftChanges.AsNoTracking().Where(c => c.DraftId == id).OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(stop))
            stacks.Add(change);
        return stacks;
    }

    private static TopicChangeLine Line(TopicDraftChange change) =>
        new(change.Number, change.Path, [.. Parts(change).Select(p => NameOf(p, change))], change.Before is null, change.After is null, change.By, change.At);

    private static IReadOnlyList<TopicPart> Parts(TopicDraftChange change)
    {
        if (change.Path != QuizFile.Path)
            return change.Path == ReadingFile.Folder ? [] : TopicPart.OfFile(change.Path) is { } part ? [part] : [];
        var (before, after) = (Texts(change.Before), Texts(change.After));
        return [.. before.Keys.Union(after.Keys).Where(id => before.GetValueOrDefault(id) != after.GetValueOrDefault(id)).Select(id => new TopicPart(PartKind.Question, id))];
    }

    private static string NameOf(TopicPart part, TopicDraftChange change)
    {
        YamlMap? In(string? text) => text is null ? null : part.Find(new TopicTexts(new Dictionary<string, string> { [change.Path] = text }));
        string Words(string key, string otherwise) => (In(change.After) ?? In(change.Before))?.Pairs.FirstOrDefault(p => p.Key.Value == key).Value is YamlText { Value.Length: > 0 } text ? text.Value : otherwise;
        return part.Kind switch
        {
            PartKind.About => "About the topic",
            PartKind.Glossary => "Glossary",
            PartKind.Standards => "Standards",
            PartKind.Question => Words("stem", "A question without words"),
            _ => Words("title", "A part without a title"),
        };
    }

    private static Dictionary<string, string> Texts(string? quiz) =>
        TopicPart.Items(quiz).DistinctBy(TopicPart.IdOf).ToDictionary(TopicPart.IdOf, YamlTree.Write);
}
