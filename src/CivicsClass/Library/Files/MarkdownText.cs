using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CivicsClass.Library.Files;

/// <summary>A reading's Markdown as blocks of sentences. Of Markdig's extensions only tables and footnotes are switched on, and no
/// link, tag or attribute goes any further: what a student sees is plain text.</summary>
internal sealed partial class MarkdownText
{
    private const int Markers = 24, Signs = 400, Lines = 5000;

    private static readonly MarkdownPipeline Pipeline = Build();

    private readonly string _file;
    private readonly int _lineOffset;
    private readonly Problems _problems;
    private readonly Pictures _pictures;
    private readonly BlockList _blocks = new();

    private MarkdownText(string file, int lineOffset, Problems problems, Pictures pictures) =>
        (_file, _lineOffset, _problems, _pictures) = (file, lineOffset, problems, pictures);

    /// <param name="lineOffset">How many lines of the file stand before <paramref name="text"/>.</param>
    public static IReadOnlyList<Block> Read(string file, string text, int lineOffset, Problems problems, Pictures? pictures = null)
    {
        var markdown = new MarkdownText(file, lineOffset, problems, pictures ?? Pictures.None);
        if (!markdown.IsShallow(text))
            return [];
        try
        {
            var document = Markdown.Parse(NoteAmongBrackets().Replace(text, $"$0{InlineText.Apart}"), Pipeline);
            markdown.Take(document, BlockKind.Paragraph, 0);
            markdown.LookForLostNotes(text, document);
        }
        catch (ArgumentException)
        {
            problems.Add(file, lineOffset + 1, "The text is nested too deeply to read. Remove the repeated brackets, stars or quotation marks, or divide a very long table.");
        }
        return markdown._blocks.Done();
    }

    /// <summary>Dozens of markers before a text, or a paragraph without end, are no reading; they only cost time.</summary>
    private bool IsShallow(string text)
    {
        var (number, together, signs) = (0, 0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            (together, signs) = line.IsWhiteSpace() ? (0, 0) : IsRow(line) ? (together, CountSigns(line)) : (together + line.Length, signs + CountSigns(line));
            if (CountMarkers(line) > Markers || signs > Signs)
                _problems.Add(_file, number + _lineOffset, "There are too many markers or brackets here. Write it as a plain sentence.");
            else if (number > Lines)
                _problems.Add(_file, number + _lineOffset, $"The reading has more than {Lines:N0} lines. Shorten it or divide it into several.");
            else if (together > 2 * Limits.Paragraph)
                _problems.Add(_file, number + _lineOffset, "The lines before this one hang together and are too long for a paragraph. Divide them by empty lines.");
            else
                continue;
            return false;
        }
        return true;
    }

    /// <summary>A table may be long: its rows do not hang together as the lines of a paragraph do.</summary>
    private static bool IsRow(ReadOnlySpan<char> line) => line is ['|', ..] && line.Length <= Limits.Paragraph;

    /// <summary>Letters of the signs that open quotations and list entries, one within the other.</summary>
    private static int CountMarkers(ReadOnlySpan<char> line)
    {
        foreach (var lead in Lead().EnumerateMatches(line))
        {
            var signs = line[..lead.Length];
            return signs.Length - signs.Count(' ') - signs.Count('\t');
        }
        return 0;
    }

    private static int CountSigns(ReadOnlySpan<char> line)
    {
        var (count, isEscaped) = (0, false);
        foreach (var letter in line)
        {
            count += !isEscaped && letter is ('[' or '*' or '_' or '`' or '<') ? 1 : 0;
            isEscaped = letter == '\\' && !isEscaped;
        }
        return count;
    }

    private void Take(ContainerBlock container, BlockKind kind, int level, string? mark = null)
    {
        foreach (var block in container)
        {
            TakeOne(block, kind, level, mark);
            mark = null;
        }
    }

    private void TakeOne(Markdig.Syntax.Block block, BlockKind kind, int level, string? mark)
    {
        switch (block)
        {
            case HeadingBlock heading:
                _blocks.Heading(heading.Level, Words(heading));
                break;
            case ParagraphBlock paragraph when Picture(paragraph) is { } picture:
                AddPicture(picture);
                break;
            case ParagraphBlock paragraph when Caption(paragraph) is not null:
                break;
            case ParagraphBlock paragraph:
                _blocks.Text(kind, Marked(paragraph), level, mark);
                break;
            case QuoteBlock quote:
                Take(quote, BlockKind.Quote, 1);
                break;
            case ListBlock list:
                TakeList(list, kind == BlockKind.List ? level + 1 : 1);
                break;
            case Table table:
                TakeTable(table);
                break;
            case FootnoteGroup notes:
                foreach (var note in notes.OfType<Footnote>())
                    _blocks.Note(note.Order, string.Join(' ', note.Descendants<ParagraphBlock>().Select(Marked)));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock:
                Refuse(block.Line, "HTML is not shown to students. Write the text without tags.");
                break;
            case CodeBlock:
                Refuse(block.Line, "A line that begins with four spaces, a tab or ``` is read as computer code. Begin it at the margin.");
                break;
            case ThematicBreakBlock:
                Refuse(block.Line, "A line of dashes or stars is not shown. Use a `##` heading or an empty line.");
                break;
            default:
                Refuse(block.Line, "This cannot be shown. Use paragraphs, `>` quotations, lists, tables and `##` headings.");
                break;
        }
    }

    private void TakeList(ListBlock list, int level)
    {
        if (list.IsOrdered && list.OrderedStart is { Length: > 2 } start)
            Refuse(list.Line, $"“{start}{list.OrderedDelimiter}” at the beginning of a line would be read as the number of a list entry. Begin the sentence with another word.");
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
            Take(item, BlockKind.List, level, list.IsOrdered ? $"{number++}." : null);
    }

    private void TakeTable(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.Max(r => r.Count);
        if (columns > Limits.Columns)
            Refuse(table.Line, $"The table has {columns} columns; at most {Limits.Columns} can be read on a phone. Leave some out, or divide it.");
        var before = table.Parent!.IndexOf(table) is > 0 and var at ? table.Parent[at - 1] as ParagraphBlock : null;
        _blocks.Table(new TableText(before is null ? "" : Caption(before) ?? "", [.. rows.Where(r => r.IsHeader).Take(1).SelectMany(Cells)], [.. rows.Where(r => !r.IsHeader).Select(r => Cells(r).ToList())]));
    }

    private IEnumerable<string> Cells(TableRow row) =>
        row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<ParagraphBlock>().Select(Words)).Trim());

    /// <summary>"Table: …" right before a table.</summary>
    private string? Caption(ParagraphBlock paragraph)
    {
        var at = paragraph.Parent!.IndexOf(paragraph);
        return at + 1 < paragraph.Parent.Count && paragraph.Parent[at + 1] is Table && paragraph.Inline?.FirstChild is LiteralInline first && first.Content.AsSpan().StartsWith(TableText.CaptionSign)
            ? Words(paragraph)[TableText.CaptionSign.Length..].Trim()
            : null;
    }

    private static LinkInline? Picture(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true } picture } all && all.LastChild == picture ? picture : null;

    private void AddPicture(LinkInline picture)
    {
        var (description, path) = (InlineText.Of(picture), picture.Url ?? "");
        if (string.IsNullOrWhiteSpace(description))
            Refuse(picture.Line, "The image has no description, so some students would not know what it shows. Write it between the brackets: `![what it shows](images/name.png)`.");
        else if (description.Length > Limits.Description)
            Refuse(picture.Line, $"The image's description has {description.Length:N0} characters; at most {Limits.Description:N0} fit. Shorten it, or put some of it into the text.");
        else if (_pictures.Find(path) is { } name)
            _blocks.Image(description, name);
        else
            Refuse(picture.Line, _pictures.WhyNot(path));
    }

    private string Words(LeafBlock leaf) => Words(leaf, marked: false);

    private string Marked(LeafBlock leaf) => Words(leaf, marked: true);

    private string Words(LeafBlock leaf, bool marked)
    {
        var text = leaf.Inline is { } inlines ? InlineText.Of(inlines, (at, sentence) => Refuse(at.Line, sentence), marked) : "";
        if (text.Length > Limits.Paragraph)
            Refuse(leaf.Line, $"This paragraph has {text.Length:N0} characters; at most {Limits.Paragraph:N0} fit. Divide it by an empty line.");
        return text;
    }

    /// <summary>A footnote that nothing refers to would vanish, and a reference without its footnote would stay as signs.</summary>
    private void LookForLostNotes(string text, MarkdownDocument document)
    {
        var known = document.OfType<FootnoteGroup>().SelectMany(g => g.OfType<Footnote>()).Select(n => n.Label?.TrimStart('^') ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (NoteText().Match(line) is { Success: true } note && !known.Contains(note.Groups[1].Value))
                Refuse(number - 1, $"Nothing in the text refers to the footnote [^{note.Groups[1].Value}]. Write [^{note.Groups[1].Value}] where it belongs, or remove it.");
            foreach (Match sign in NoteSign().Matches(line))
                if (!known.Contains(sign.Groups[1].Value))
                    Refuse(number - 1, $"There is no footnote [^{sign.Groups[1].Value}]. Write its text in a line of its own: `[^{sign.Groups[1].Value}]: …`.");
        }
    }

    private void Refuse(int line, string sentence) => _problems.Add(_file, line + 1 + _lineOffset, sentence);

    private static MarkdownPipeline Build() =>
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true }).UseFootnotes().Build();

    [GeneratedRegex(@"\A(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+")]
    private static partial Regex Lead();

    /// <summary>"[^a][^b]" would be a link from one to the other, and "![^a]" an image.</summary>
    [GeneratedRegex(@"(?<![\\`])\[\^[^\]\s]{1,40}\](?=\[\^)|(?<!\\)!(?=\[\^[^\]\s]{1,40}\](?!\())")]
    private static partial Regex NoteAmongBrackets();

    [GeneratedRegex(@"^ {0,3}\[\^([^\]\s]{1,40})\]:")]
    private static partial Regex NoteText();

    [GeneratedRegex(@"(?<![\\`])\[\^([^\]\s]{1,40})\](?!:)")]
    private static partial Regex NoteSign();
}
