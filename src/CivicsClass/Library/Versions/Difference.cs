using DiffPlex;
using DiffPlex.Chunkers;

namespace CivicsClass.Library.Versions;

public enum Change { Same, Added, Removed, Changed }

/// <summary>A run of words. A <see cref="Change.Changed"/> run does not occur: a changed text is runs that are the same, removed and added.</summary>
public sealed record Phrase(Change Change, string Text);

/// <summary>One line of a part, such as its title or a paragraph.</summary>
public sealed record LineChange(string Name, Change Change, IReadOnlyList<Phrase> Phrases);

/// <summary>A reading, a question, a lesson …: something with a name of its own.</summary>
/// <param name="Unchanged">Lines that stayed as they were and are not listed.</param>
public sealed record PartChange(string Kind, string Name, Change Change, IReadOnlyList<LineChange> Lines, int Unchanged);

/// <summary>What one version of a topic says otherwise than another, for people to read.</summary>
public static class Difference
{
    private static readonly IChunker ByWord = new WordChunker();

    /// <returns>Only what differs, in the order of the newer version, what was taken out last within its kind.</returns>
    public static IReadOnlyList<PartChange> Between(Pack before, Pack after)
    {
        var (old, now) = (PackParts.Of(before), PackParts.Of(after));
        var changes = new List<PartChange>();
        foreach (var (kind, parts) in now)
        {
            var was = old.First(o => o.Kind == kind).Parts;
            changes.AddRange(parts.Select(part => Compare(kind, was.FirstOrDefault(w => w.Id == part.Id), part)).OfType<PartChange>());
            changes.AddRange(was.Where(w => parts.All(p => p.Id != w.Id)).Select(gone => Compare(kind, gone, null)!));
        }
        return changes;
    }

    private static PartChange? Compare(string kind, Part? before, Part? after)
    {
        var fields = Fields(before?.Fields ?? [], after?.Fields ?? []).Concat(Lines(before?.Text ?? [], after?.Text ?? [])).ToArray();
        var change = before is null ? Change.Added : after is null ? Change.Removed : Change.Changed;
        var differing = fields.Where(f => f.Change != Change.Same).ToArray();
        return differing.Length == 0 ? null : new PartChange(kind, (after ?? before)!.Name, change, differing, fields.Length - differing.Length);
    }

    /// <summary>Lines that have a name of their own are compared by it.</summary>
    private static IEnumerable<LineChange> Fields(IReadOnlyList<Line> before, IReadOnlyList<Line> after)
    {
        foreach (var line in after)
            yield return Compare(before.FirstOrDefault(b => b.Name == line.Name), line);
        foreach (var gone in before.Where(b => after.All(a => a.Name != b.Name)))
            yield return Compare(gone, null);
    }

    /// <summary>Running text: what stands between two lines that stayed is compared line by line.</summary>
    private static IEnumerable<LineChange> Lines(IReadOnlyList<Line> before, IReadOnlyList<Line> after)
    {
        var blocks = Differ.Instance.CreateLineDiffs(Joined(before), Joined(after), ignoreWhitespace: false).DiffBlocks;
        var (i, j) = (0, 0);
        foreach (var block in blocks)
        {
            for (; j < block.InsertStartB; i++, j++)
                yield return Compare(before[i], after[j]);
            for (var n = 0; n < Math.Max(block.DeleteCountA, block.InsertCountB); n++)
                yield return Compare(n < block.DeleteCountA ? before[i + n] : null, n < block.InsertCountB ? after[j + n] : null);
            (i, j) = (i + block.DeleteCountA, j + block.InsertCountB);
        }
        for (; j < after.Count; i++, j++)
            yield return Compare(before[i], after[j]);
    }

    private static string Joined(IReadOnlyList<Line> lines) => string.Join('\n', lines.Select(l => l.Text));

    private static LineChange Compare(Line? before, Line? after) => (before, after) switch
    {
        (null, { } added) => new(added.Name, Change.Added, [new Phrase(Change.Added, added.Text)]),
        ({ } gone, null) => new(gone.Name, Change.Removed, [new Phrase(Change.Removed, gone.Text)]),
        ({ } was, { } now) when was.Text == now.Text => new(now.Name, Change.Same, []),
        ({ } was, { } now) => new(now.Name, Change.Changed, [.. Compare(was.Text, now.Text)]),
        _ => throw new ArgumentException("One of the two must be there."),
    };

    private static IEnumerable<Phrase> Compare(string before, string after)
    {
        var found = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, ByWord);
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            if (block.InsertStartB > at)
                yield return new(Change.Same, Piece(found.PiecesNew, at, block.InsertStartB - at));
            if (block.DeleteCountA > 0)
                yield return new(Change.Removed, Piece(found.PiecesOld, block.DeleteStartA, block.DeleteCountA));
            if (block.InsertCountB > 0)
                yield return new(Change.Added, Piece(found.PiecesNew, block.InsertStartB, block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }
        if (at < found.PiecesNew.Count)
            yield return new(Change.Same, Piece(found.PiecesNew, at, found.PiecesNew.Count - at));
    }

    private static string Piece(IReadOnlyList<string> pieces, int from, int count) => string.Concat(pieces.Skip(from).Take(count));
}
