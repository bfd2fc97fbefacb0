using System.Globalization;

namespace CivicsClass.Library.Files;

/// <summary>A table as it was read: every row has as many cells as the widest.</summary>
internal sealed record TableText(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What a line before a table begins with that is its caption.</summary>
    public const string CaptionSign = "Table: ";

    /// <summary>The row in words, so that it can be read and quoted alone: "Stop: Main St.; Riders: 1,200".</summary>
    public string InWords(IReadOnlyList<string> row) =>
        string.Join("; ", row.Select((cell, at) => cell.Length > 0 && at < Head.Count && Head[at].Length > 0 ? $"{Head[at]}: {cell}" : cell).Where(c => c.Length > 0));
}

/// <summary>The one model of a reading's text, built piece by piece: numbers what can be quoted, and puts footnotes at the end.</summary>
internal sealed class BlockList
{
    private const int Highest = 2, DeepestHeading = 4, DeepestItem = 4;

    private readonly List<Block> _blocks = [];
    private readonly List<(int Number, string Text)> _notes = [];
    private int _numbered;

    /// <param name="level">From 1, as the source has it; what counts is the order among the reading's headings.</param>
    public void Heading(int level, string text)
    {
        var words = OneLine(text);
        if (words.Length > 0)
            _blocks.Add(new Block(BlockKind.Heading, null, [words]) { Level = level });
    }

    /// <param name="level">Of a list item: 1, or more within another item.</param>
    /// <param name="mark">Of a numbered list item: "3."</param>
    public void Text(BlockKind kind, string text, int level = 1, string? mark = null)
    {
        if (Sentences.Split(text) is { Count: > 0 } sentences)
            _blocks.Add(new Block(kind, ++_numbered, sentences) { Level = level > 1 ? Math.Min(level, DeepestItem) : null, Mark = mark });
    }

    public void Table(TableText table)
    {
        var rows = table.Rows.Select(row => (Cells: row, Words: table.InWords(row))).Where(row => row.Words.Length > 0).ToList();
        if (rows.Count == 0)
            return;
        _blocks.Add(new Block(BlockKind.Table, null, table.Caption.Length > 0 ? [table.Caption] : []) { Cells = table.Head });
        foreach (var (cells, words) in rows)
            _blocks.Add(new Block(BlockKind.Row, ++_numbered, [words]) { Cells = cells });
    }

    public void Image(string description, string name) => _blocks.Add(new Block(BlockKind.Image, null, [OneLine(description)]) { Image = name });

    /// <param name="number">From 1, in the order in which the text refers to them.</param>
    public void Note(int number, string text) => _notes.Add((number, text));

    public IReadOnlyList<Block> Done()
    {
        var notes = _notes.OrderBy(n => n.Number).Select(n => (Mark: n.Number.ToString(CultureInfo.InvariantCulture), Sentences: Sentences.Split(n.Text))).Where(n => n.Sentences.Count > 0)
            .Select(n => new Block(BlockKind.Note, null, n.Sentences) { Mark = n.Mark });
        return [.. Levelled(), .. notes];
    }

    /// <summary>The highest heading is a second-level one, beneath the reading's title, and none skips a level.</summary>
    private IEnumerable<Block> Levelled()
    {
        var top = _blocks.Where(b => b.Kind == BlockKind.Heading).Min(b => b.Level) ?? 1;
        var last = Highest - 1;
        foreach (var block in _blocks)
        {
            if (block.Kind != BlockKind.Heading)
            {
                yield return block;
                continue;
            }
            last = Math.Min(Math.Min(block.Level!.Value - top + Highest, last + 1), DeepestHeading);
            yield return block with { Level = last > Highest ? last : null };
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
