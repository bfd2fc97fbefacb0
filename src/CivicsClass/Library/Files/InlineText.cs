using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace CivicsClass.Library.Files;

/// <summary>The plain text of Markdown within a paragraph: emphasis and links become their words.</summary>
internal static class InlineText
{
    /// <param name="refuse">Told of images and HTML; absent: an image becomes its description and a tag stays as text.</param>
    public static string Of(ContainerInline all, Action<Inline, string>? refuse = null)
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
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlInline tag:
                    refuse?.Invoke(inline, "HTML is not shown to students. Write the text without tags.");
                    text.Append(refuse is null ? tag.Tag : "");
                    break;
                default:
                    refuse?.Invoke(inline, "Something in this paragraph cannot be shown. Write it as plain text.");
                    break;
            }
        return text.ToString();
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
