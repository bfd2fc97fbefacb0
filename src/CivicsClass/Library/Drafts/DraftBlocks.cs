using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Drafts;

/// <summary>A draft's text as students would see it. Takes what comes: Markdown or plain text, a line for each paragraph or lines
/// broken at the margin, tables with bars or tabs. HTML stays as text.</summary>
public sealed partial class DraftBlocks
{
    private readonly List<(BlockKind Kind, string Text)> _found = [];
    private (BlockKind Kind, string Text)? _open;

    public static IReadOnlyList<Block> Read(string text)
    {
        var draft = new DraftBlocks();
        foreach (var lines in Together(text))
            draft.Take(lines);
        if (draft._found.All(f => f.Kind != BlockKind.Heading))
            draft.GuessHeadings();
        var number = 0;
        return [.. draft._found.Select(f => f.Kind == BlockKind.Heading
            ? new Block(f.Kind, null, [f.Text])
            : new Block(f.Kind, ++number, Sentences.Split(f.Text)))];
    }

    /// <summary>Lines with no empty line between them.</summary>
    private static IEnumerable<List<string>> Together(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Append(""))
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
                foreach (var row in DraftTable.Rows(lines.GetRange(at, rows)))
                    Add(BlockKind.List, row);
                at += rows - 1;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                Close();
                Add(BlockKind.Heading, heading.Groups[1].Value);
            }
            else if (Rule().IsMatch(line))
            {
                if (_open is { Kind: BlockKind.Paragraph } title && at > 0 && line[0] is '=' or '-')
                    _open = (BlockKind.Heading, title.Text);
                Close();
            }
            else if (Marker().Match(line) is { Success: true } marker)
            {
                Close();
                _open = (BlockKind.List, line[marker.Length..]);
            }
            else if (line.TrimStart() is ['>', .. var quoted])
                Continue(BlockKind.Quote, quoted.Trim(), together: _open?.Kind == BlockKind.Quote && quoted.Trim().Length > 0);
            else
                Continue(BlockKind.Paragraph, line.Trim(), together: _open is not null && (broken || (_open.Value.Kind != BlockKind.Paragraph && char.IsWhiteSpace(line[0]))));
        }
        Close();
    }

    private void Continue(BlockKind kind, string text, bool together)
    {
        if (together)
        {
            _open = (_open!.Value.Kind, $"{_open.Value.Text} {text}");
            return;
        }
        Close();
        _open = (kind, text);
    }

    private void Close()
    {
        if (_open is { } block)
            Add(block.Kind, block.Text);
        _open = null;
    }

    private void Add(BlockKind kind, string text)
    {
        var words = DraftInline.Plain(text);
        if (words.Length > 0)
            _found.Add((kind, words));
    }

    /// <summary>Lines of about one length that mostly end in the middle of a sentence were broken by a program.</summary>
    private static bool AreBrokenAtMargin(List<string> lines)
    {
        var inner = lines.Take(lines.Count - 1).Where(l => !Marker().IsMatch(l) && !Heading().IsMatch(l)).ToList();
        return inner.Count > 0 && inner.Max(l => l.Length) <= 110 && inner.Average(l => l.Length) >= 45
            && inner.Count(l => ".!?:”\"".Contains(l[^1], StringComparison.Ordinal)) * 2 < inner.Count;
    }

    /// <summary>In plain text a short line without a full stop, before a longer paragraph or a list, is a heading.</summary>
    private void GuessHeadings()
    {
        for (var at = _found.Count - 2; at >= 0; at--)
        {
            var (kind, text) = _found[at];
            var (nextKind, next) = _found[at + 1];
            var leads = nextKind is BlockKind.Heading or BlockKind.List || next.Length > Math.Max(60, text.Length);
            if (kind == BlockKind.Paragraph && leads && text.Length <= 100 && text.Count(' '.Equals) < 14
                && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '“' or '"') && !".,;:…".Contains(text[^1], StringComparison.Ordinal))
                _found[at] = (BlockKind.Heading, text);
        }
    }

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+(.*?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}(=+|-{3,}|\*{3,}|_{3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*([-*+•‣▪·◦]|\d{1,2}[.)])\s+(?=\S)")]
    private static partial Regex Marker();
}
