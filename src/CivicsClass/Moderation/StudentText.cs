using System.Globalization;
using CivicsClass.Sessions;

namespace CivicsClass.Moderation;

/// <summary>Free text as it enters a session: trimmed, line ends as \n, nothing in it that cannot be seen.</summary>
public static class StudentText
{
    /// <param name="what">What the text is, in the middle of a sentence: "the claim".</param>
    /// <param name="max">In UTF-16 code units, as browsers count.</param>
    /// <returns>The clean text, or null when nothing was written.</returns>
    /// <exception cref="Refusal">Too long, or with characters that cannot be shown.</exception>
    public static string? Clean(string? text, string what, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\t', ' ').Trim();
        if (clean.Length > max)
            throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"Shorten {what}: {max:N0} characters at most, it has {clean.Length:N0}."));
        if (clean.Any(IsHidden) || HasHalfAPair(clean))
            throw new Refusal($"There are characters in {what} that cannot be shown. Type that part again.");
        return clean.Length == 0 ? null : clean;
    }

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
