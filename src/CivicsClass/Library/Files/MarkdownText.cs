using Markdig;
using Markdig.Syntax;

namespace CivicsClass.Library.Files;

/// <summary>A reading's Markdown as blocks of sentences. No extension is switched on: what a student sees is plain text.</summary>
internal sealed class MarkdownText
{
    private const int Markers = 24, Signs = 400, Lines = 5000;

    private static readonly MarkdownPipeline Pipeline = Build();

    private readonly string _file;
    private readonly int _lineOffset;
    private readonly Problems _problems;
    private readonly List<Block> _blocks = [];
    private int _numbered;

    private MarkdownText(string file, int lineOffset, Problems problems) => (_file, _lineOffset, _problems) = (file, lineOffset, problems);

    /// <param name="lineOffset">How many lines of the file stand before <paramref name="text"/>.</param>
    public static IReadOnlyList<Block> Read(string file, string text, int lineOffset, Problems problems)
    {
        var markdown = new MarkdownText(file, lineOffset, problems);
        if (!markdown.IsShallow(text))
            return [];
        try
        {
            markdown.Take(Markdown.Parse(text, Pipeline), BlockKind.Paragraph);
        }
        catch (ArgumentException)
        {
            problems.Add(file, lineOffset + 1, "The text is nested too deeply to read. Remove the repeated brackets, stars or quotation marks.");
        }
        return markdown._blocks;
    }

    /// <summary>Dozens of markers before a text, or a paragraph without end, are no reading; they only cost time.</summary>
    private bool IsShallow(string text)
    {
        var (number, together, signs) = (0, 0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            (together, signs) = line.IsWhiteSpace() ? (0, 0) : (together + line.Length, signs + CountSigns(line));
            var lead = line[..(line.Length - line.TrimStart(" \t>-*+.)0123456789").Length)];
            if (lead.Length - lead.Count(' ') - lead.Count('\t') > Markers || signs > Signs)
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

    private static int CountSigns(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var letter in line)
            count += letter is '[' or '*' or '_' or '`' or '<' ? 1 : 0;
        return count;
    }

    private void Take(ContainerBlock container, BlockKind kind)
    {
        foreach (var block in container)
            switch (block)
            {
                case HeadingBlock heading:
                    Add(BlockKind.Heading, heading);
                    break;
                case ParagraphBlock paragraph:
                    Add(kind, paragraph);
                    break;
                case QuoteBlock quote:
                    Take(quote, BlockKind.Quote);
                    break;
                case ListBlock list:
                    if (list.IsOrdered && list.OrderedStart is { Length: > 2 } start)
                        Refuse(list.Line, $"“{start}{list.OrderedDelimiter}” at the beginning of a line would be read as the number of a list entry. Begin the sentence with another word.");
                    Take(list, BlockKind.List);
                    break;
                case ListItemBlock item:
                    Take(item, BlockKind.List);
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
                    Refuse(block.Line, "This cannot be shown. Use paragraphs, `>` quotations, lists and `##` headings.");
                    break;
            }
    }

    private void Add(BlockKind kind, LeafBlock leaf)
    {
        var text = leaf.Inline is { } inlines ? InlineText.Of(inlines, (at, sentence) => Refuse(at.Line, sentence)) : "";
        if (text.Length > Limits.Paragraph)
            Refuse(leaf.Line, $"This paragraph has {text.Length:N0} characters; at most {Limits.Paragraph:N0} fit. Divide it by an empty line.");
        var sentences = kind == BlockKind.Heading ? [string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))] : Sentences.Split(text);
        if (sentences is [] or [""])
            return;
        _blocks.Add(new Block(kind, kind == BlockKind.Heading ? null : ++_numbered, sentences));
    }

    private void Refuse(int line, string sentence) => _problems.Add(_file, line + 1 + _lineOffset, sentence);

    private static MarkdownPipeline Build() => new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();
}
