using System.Net;
using System.Text;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>The words of HTML. Nothing of it is ever run or shown as HTML; what is lost is noted.</summary>
internal static class HtmlWords
{
    private const string Pictures = "A picture, sound or video was left out, because a question is text alone. Say in words what it showed.";
    private const string Long = "A text was so long that its end was left out.";
    private const string Shape = "Formatting was left out (bold, lists, tables, links); the words stay.";

    private static readonly HashSet<string> Plain = ["p", "br", "div", "span", "html", "body", "prompt", "contentBody"];
    private static readonly HashSet<string> Within = ["span", "b", "i", "em", "strong", "u", "s", "a", "sub", "sup", "code", "small", "mark", "q", "abbr", "font", "tt"];
    private static readonly HashSet<string> Media = ["img", "object", "audio", "video", "iframe", "embed", "svg", "canvas", "image"];
    private static readonly HashSet<string> Silent = ["script", "style", "template", "head"];

    public static string Of(string html, ICollection<string> notes)
    {
        var (words, at) = (new StringBuilder(), 0);
        while (at < html.Length)
        {
            if (words.Length > QuizLimits.Words)
            {
                Add(Long, notes);
                break;
            }
            var tag = html.IndexOf('<', at);
            if (tag < 0 || Tag(html, tag) is not { } found)
            {
                var next = tag < 0 ? html.Length : tag + 1;
                words.Append(Decoded(html, at, next));
                at = next;
                continue;
            }
            words.Append(Decoded(html, at, tag));
            at = found.End;
            if (found.Name.Length == 0)
                continue;
            Note(found.Name, notes);
            if (!Within.Contains(found.Name))
                words.Append(' ');
            if (Silent.Contains(found.Name) && !found.Closes)
                at = html.IndexOf($"</{found.Name}", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : html.Length;
        }
        return words.ToString();
    }

    /// <summary>The words of an XHTML element without some of its parts.</summary>
    public static string Of(XElement element, ICollection<string> notes, Func<XElement, bool>? without = null)
    {
        var words = new StringBuilder();
        Walk(element);
        return words.ToString();

        void Walk(XElement parent)
        {
            foreach (var node in parent.Nodes())
                if (node is XText text)
                    words.Append(text.Value);
                else if (node is XElement child && without?.Invoke(child) != true)
                {
                    Note(child.Name.LocalName, notes);
                    var apart = !Within.Contains(child.Name.LocalName);
                    words.Append(apart ? " " : "");
                    if (!Silent.Contains(child.Name.LocalName))
                        Walk(child);
                    words.Append(apart ? " " : "");
                }
        }
    }

    /// <summary>Text so that it reads back as itself.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Whether text of unknown kind is meant as HTML.</summary>
    public static bool Looks(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
            if (Tag(text, at) is { Name: var name } && (Plain.Contains(name) || Within.Contains(name) || Media.Contains(name) || Silent.Contains(name) || name is "ul" or "ol" or "li" or "table" or "pre" or "h1" or "h2" or "h3" or "h4"))
                return true;
        return false;
    }

    private static void Note(string name, ICollection<string> notes)
    {
        var note = Media.Contains(name) ? Pictures : Plain.Contains(name) || Silent.Contains(name) ? null : Shape;
        if (note is not null)
            Add(note, notes);
    }

    private static void Add(string note, ICollection<string> notes)
    {
        if (!notes.Contains(note))
            notes.Add(note);
    }

    private static string Decoded(string html, int from, int to) => WebUtility.HtmlDecode(html[from..Math.Min(to, from + (2 * QuizLimits.Words))]);

    /// <summary>The tag that begins here; with an empty name for a comment. Absent: just a smaller-than sign.</summary>
    private static (string Name, bool Closes, int End)? Tag(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            return ("", false, html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : html.Length);
        var closes = at + 1 < html.Length && html[at + 1] == '/';
        var (start, name) = (at + (closes ? 2 : 1), at + (closes ? 2 : 1));
        while (name < html.Length && (char.IsAsciiLetterOrDigit(html[name]) || html[name] is '-' or ':'))
            name++;
        if (name == start || !char.IsAsciiLetter(html[start]))
            return null;
        var quote = '\0';
        for (var i = name; i < html.Length; i++)
            if (quote != '\0')
                quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'')
                quote = html[i];
            else if (html[i] == '<')
                return null;
            else if (html[i] == '>')
                return (html[start..name].ToLowerInvariant(), closes, i + 1);
        return null;
    }
}
