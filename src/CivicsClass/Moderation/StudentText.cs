using System.Globalization;
using CivicsClass.Sessions;

namespace CivicsClass.Moderation;

/// <summary>Free text as it enters a session: trimmed, line ends as \n, nothing in it that cannot be seen.</summary>
public static class StudentText
{
    /// <param name="what">What the text is, in the middle of a sentence: "the claim".</param>
    /// <param name="max">As <see cref="Length"/> counts.</param>
    /// <returns>The clean text, or null when nothing was written.</returns>
    /// <exception cref="Refusal">Too long, or with characters that cannot be shown.</exception>
    public static string? Clean(string? text, string what, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\t', ' ').Trim();
        if (Length(clean) is var length && length > max)
            throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"Shorten {what}: {max:N0} characters at most, it has {length:N0}."));
        if (clean.Any(IsHidden) || HasHalfAPair(clean))
            throw new Refusal($"There are characters in {what} that cannot be shown. Type that part again.");
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>Characters as a reader counts them (extended grapheme clusters, Unicode Annex 29): an emoji of a family is one, a letter with
    /// its accents is one. Never fewer than a third of the UTF-16 code units, so that a pile of accents cannot fill the log.</summary>
    public static int Length(string text)
    {
        var (elements, joins) = (0, false);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (!joins || !char.IsLetter(text[at]))
                elements++;
            at += length;
            joins = Linkers.Contains(text[at - 1]);
        }
        return Math.Max(elements, (text.Length + 2) / 3);
    }

    /// <summary>After these signs of Indic scripts a letter joins the one before (rule GB9c), which browsers follow and .NET may not.</summary>
    private const string Linkers = "\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D";

    /// <summary>Control characters, and those that turn the direction of what follows: they can make a text read as another.</summary>
    private static bool IsHidden(char c) => (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool HasHalfAPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
