using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CivicsClass.Library.Files;

/// <summary>A reading's Markdown as blocks of sentences. No extension is switched on: what a student sees is plain text.</summary>
internal sealed class MarkdownText
{
    private const int Markers = 24;

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

    /// <summary>Lines that begin with dozens of markers, or with brackets by the hundred, are no text; they cost time without end.</summary>
    private bool IsShallow(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var lead = line[..(line.Length - line.TrimStart(" \t>-*+").Length)];
            if (lead.Length - lead.Count(' ') - lead.Count('\t') <= Markers && line.Count('[') <= 200 && line.Count('*') + line.Count('_') + line.Count('`') <= 2000)
                continue;
            _problems.Add(_file, number + _lineOffset, "This line has too many brackets or markers. Write it as a plain sentence.");
            return false;
        }
        return true;
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
        var text = new StringBuilder();
        if (leaf.Inline is { } inlines)
            Write(inlines, leaf.Line, text);
        if (text.Length > Limits.Paragraph)
            Refuse(leaf.Line, $"This paragraph has {text.Length:N0} characters; at most {Limits.Paragraph:N0} fit. Divide it by an empty line.");
        var sentences = kind == BlockKind.Heading ? [string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))] : Sentences.Split(text.ToString());
        if (sentences is [] or [""])
            return;
        _blocks.Add(new Block(kind, kind == BlockKind.Heading ? null : ++_numbered, sentences));
    }

    private void Write(ContainerInline container, int line, StringBuilder text)
    {
        foreach (var inline in container)
            switch (inline)
            {
                case LinkInline { IsImage: true }:
                    Refuse(inline.Line, "Images are not shown. Describe in words what the image shows.");
                    break;
                case ContainerInline inner:
                    if (inner is DelimiterInline delimiter)
                        text.Append(delimiter.ToLiteral());
                    Write(inner, line, text);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlInline:
                    Refuse(inline.Line, "HTML is not shown to students. Write the text without tags.");
                    break;
                default:
                    Refuse(line, "Something in this paragraph cannot be shown. Write it as plain text.");
                    break;
            }
    }

    private void Refuse(int line, string sentence) => _problems.Add(_file, line + 1 + _lineOffset, sentence);

    private static MarkdownPipeline Build() => new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();
}
