using CivicsClass.Library.Files;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace CivicsClass.Library.Drafts;

/// <summary>Takes Markdown's signs out of one paragraph; HTML stays as it was typed.</summary>
internal static class DraftInline
{
    private const int MostSigns = 400;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static string Plain(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Count(c => c is '[' or '*' or '_' or '`' or '<') > MostSigns || line.Length > 4 * Limits.Paragraph)
            return line;
        return Markdown.Parse(line, Pipeline) is [ParagraphBlock { Inline: { } inlines }] ? InlineText.Of(inlines).Trim() : line;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.DisableHtml().Build();
    }
}
