using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace CivicsClass.Library.Files;

/// <summary>The plain text of Markdown within a paragraph: emphasis and links become their words.</summary>
internal static class InlineText
{
    /// <summary>Says that no sentence ends here, whatever it looks like; a backslash at the end of a line says that one does.</summary>
    public const string GoesOn = "&NoBreak;";

    /// <summary>Keeps two pieces of Markdown apart and stands in no text.</summary>
    internal const char Apart = '\u001D';

    /// <param name="refuse">Told of images and HTML; absent: an image becomes its description and a tag stays as text.</param>
    /// <param name="marked">Whether the marks of <see cref="Sentences"/> shall stand in the text.</param>
    public static string Of(ContainerInline all, Action<Inline, string>? refuse = null, bool marked = false)
    {
        var text = new StringBuilder();
        for (var inline = all.FirstChild; inline is not null; inline = Next(inline, all))
            switch (inline)
            {
                case LinkInline { IsImage: true }:
                    refuse?.Invoke(inline, "An image must stand alone, with an empty line before and after it.");
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    break;
                case ContainerInline:
                    break;
                case FootnoteLink note:
                    if (!note.IsBackLink)
                        text.Append(CultureInfo.InvariantCulture, $"[{note.Footnote.Order}]");
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
                case HtmlEntityInline mark when mark.Original.AsSpan() is GoesOn:
                    text.Append(marked ? $"{Sentences.GoesOn}" : "");
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline line:
                    text.Append(marked && line is { IsHard: true, IsBackslash: true } ? Sentences.EndsHere : ' ');
                    break;
                case HtmlInline tag:
                    refuse?.Invoke(inline, "HTML is not shown to students. Write the text without tags.");
                    text.Append(refuse is null ? tag.Tag : "");
                    break;
                default:
                    refuse?.Invoke(inline, "Something in this paragraph cannot be shown. Write it as plain text.");
                    break;
            }
        return text.Replace($"{Apart}", "").ToString();
    }

    /// <summary>Without recursion: a thousand open brackets hang one inside the other.</summary>
    private static Inline? Next(Inline inline, ContainerInline all)
    {
        if (inline is ContainerInline { FirstChild: { } child })
            return child;
        var up = inline;
        while (up.NextSibling is null && up.Parent is { } parent && parent != all)
            up = parent;
        return up.NextSibling;
    }
}
