using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Drafts;

/// <summary>A draft's text as students would see it. Takes what comes: Markdown or plain text, a line for each paragraph or lines
/// broken at the margin, tables with bars or tabs. HTML stays as text.</summary>
public sealed partial class DraftBlocks
{
    /// <param name="Level">Of a heading, or of a list item within others; from 1.</param>
    private sealed record Piece(BlockKind Kind, string Text, int Level = 1, string? Mark = null, TableText? Table = null);

    private readonly List<Piece> _found = [];
    private readonly List<int> _indents = [];
    private readonly DraftNotes _notes = new();
    private Piece? _open;

    public static IReadOnlyList<Block> Read(string text)
    {
        var draft = new DraftBlocks();
        foreach (var lines in Together(draft._notes.Without(text.Split('\n')).ToList()))
            draft.Take(lines);
        if (draft._found.All(f => f.Kind != BlockKind.Heading))
            draft.GuessHeadings();
        var blocks = new BlockList();
        foreach (var piece in draft._found)
            draft.Put(piece, blocks);
        foreach (var (number, note) in draft._notes.All.ToList())
            blocks.Note(number, DraftInline.Plain(note));
        return blocks.Done();
    }

    private void Put(Piece piece, BlockList blocks)
    {
        var text = _notes.Number(piece.Text);
        switch (piece)
        {
            case { Table: { } table }:
                blocks.Table(new TableText(text, [.. table.Head.Select(_notes.Number)], [.. table.Rows.Select(r => r.Select(_notes.Number).ToList())]));
                break;
            case { Kind: BlockKind.Heading }:
                blocks.Heading(piece.Level, text);
                break;
            case { Kind: BlockKind.Image }:
                blocks.Image(text, piece.Mark!);
                break;
            default:
                blocks.Text(piece.Kind, text, piece.Level, piece.Mark);
                break;
        }
    }

    /// <summary>Lines with no empty line between them.</summary>
    private static IEnumerable<List<string>> Together(List<string> all)
    {
        var lines = new List<string>();
        foreach (var line in all.Append(""))
            if (!string.IsNullOrWhiteSpace(line))
                lines.Add(line.TrimEnd());
            else if (lines.Count > 0)
            {
                yield return lines;
                lines = [];
            }
    }

    private void Take(List<string> lines)
    {
        var broken = AreBrokenAtMargin(lines);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (DraftTable.Length(lines, at) is var rows and > 0)
            {
                Close();
                _found.Add(new Piece(BlockKind.Table, Caption(), Table: DraftTable.Read(lines.GetRange(at, rows), "")));
                at += rows - 1;
            }
            else if (Heading(line) is { } heading)
            {
                Close();
                Add(heading);
            }
            else if (Image().Match(line) is { Success: true } image && Picture.IsName(image.Groups[2].Value) && DraftInline.Plain(image.Groups[1].Value) is { Length: > 0 } description)
            {
                Close();
                _found.Add(new Piece(BlockKind.Image, description, Mark: image.Groups[2].Value));
            }
            else if (Rule().IsMatch(line))
            {
                if (_open is { Kind: BlockKind.Paragraph } title && at > 0 && line[0] is '=' or '-')
                    _open = new Piece(BlockKind.Heading, title.Text, line[0] == '=' ? 1 : 2);
                Close();
            }
            else if (Marker().Match(line) is { Success: true } marker)
            {
                Close();
                _open = new Piece(BlockKind.List, line[marker.Length..], LevelOf(marker), marker.Groups[3].Success ? $"{marker.Groups[3].Value}." : null);
            }
            else if (line.TrimStart() is ['>', .. var quoted])
                Continue(BlockKind.Quote, quoted.Trim(), together: _open?.Kind == BlockKind.Quote && quoted.Trim().Length > 0);
            else
                Continue(BlockKind.Paragraph, line.Trim(), together: _open is not null && (broken || (_open.Kind != BlockKind.Paragraph && char.IsWhiteSpace(line[0]))));
        }
        Close();
    }

    /// <summary>How deep an item stands, by the room before it.</summary>
    private int LevelOf(Match marker)
    {
        if (_found.LastOrDefault()?.Kind != BlockKind.List)
            _indents.Clear();
        var indent = marker.Groups[1].Value.Sum(c => c == '\t' ? 4 : 1);
        while (_indents.Count > 0 && _indents[^1] > indent)
            _indents.RemoveAt(_indents.Count - 1);
        if (_indents.Count == 0 || indent > _indents[^1] + 1)
            _indents.Add(indent);
        return _indents.Count;
    }

    private void Continue(BlockKind kind, string text, bool together)
    {
        if (together)
        {
            _open = _open! with { Text = $"{_open.Text} {text}" };
            return;
        }
        Close();
        _open = new Piece(kind, text);
    }

    private void Close()
    {
        if (_open is { } block)
            Add(block);
        _open = null;
    }

    private void Add(Piece piece)
    {
        if (DraftInline.Plain(piece.Text) is { Length: > 0 } words)
            _found.Add(piece with { Text = words });
    }

    /// <summary>The line before a table, if it says that it is its caption.</summary>
    private string Caption()
    {
        if (_found is not [.., { Kind: BlockKind.Paragraph, Text: var text }] || !text.StartsWith(TableText.CaptionSign, StringComparison.Ordinal))
            return "";
        _found.RemoveAt(_found.Count - 1);
        return text[TableText.CaptionSign.Length..].Trim();
    }

    /// <summary>Lines of about one length that mostly end in the middle of a sentence were broken by a program.</summary>
    private static bool AreBrokenAtMargin(List<string> lines)
    {
        var inner = lines.Take(lines.Count - 1).Where(l => !Marker().IsMatch(l) && Heading(l) is null).ToList();
        return inner.Count > 0 && inner.Max(l => l.Length) <= 110 && inner.Average(l => l.Length) >= 45
            && inner.Count(l => ".!?:”\"".Contains(l[^1], StringComparison.Ordinal)) * 2 < inner.Count;
    }

    /// <summary>A line that begins with up to six # and a space; it may end with some too.</summary>
    private static Piece? Heading(string line)
    {
        var signs = line.AsSpan().TrimStart();
        var text = signs.TrimStart('#');
        var level = signs.Length - text.Length;
        if (line.Length - signs.Length > 3 || level is 0 or > 6 || text is [] || !char.IsWhiteSpace(text[0]))
            return null;
        text = text.Trim();
        if (text.TrimEnd('#') is [.., var last] open && char.IsWhiteSpace(last))
            text = open.TrimEnd();
        return new Piece(BlockKind.Heading, text.ToString(), level);
    }

    /// <summary>In plain text a short line without a full stop, before a longer paragraph or a list, is a heading.</summary>
    private void GuessHeadings()
    {
        for (var at = _found.Count - 2; at >= 0; at--)
        {
            var (piece, next) = (_found[at], _found[at + 1]);
            var text = piece.Text;
            var leads = next.Kind is BlockKind.Heading or BlockKind.List or BlockKind.Table || next.Text.Length > Math.Max(60, text.Length);
            if (piece.Kind == BlockKind.Paragraph && leads && text.Length <= 100 && text.Count(' '.Equals) < 14
                && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '“' or '"') && !".,;:…".Contains(text[^1], StringComparison.Ordinal))
                _found[at] = new Piece(BlockKind.Heading, text);
        }
    }

    [GeneratedRegex(@"^\s{0,3}!\[(.*)\]\(images/([0-9a-z.]+)\)\s*$")]
    private static partial Regex Image();

    [GeneratedRegex(@"^\s{0,3}(=+|-{3,}|\*{3,}|_{3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(\s*)([-*+•‣▪·◦]|(\d{1,2})[.)])\s+(?=\S)")]
    private static partial Regex Marker();
}
