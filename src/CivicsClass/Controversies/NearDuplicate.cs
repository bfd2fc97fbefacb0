using System.Globalization;
using System.Text;

namespace CivicsClass.Controversies;

/// <summary>Two reasons say nearly the same when half of the words that carry meaning are the same in both: Jaccard's index of the
/// sets of word stems, in lower case and without small words, is 0.5 or more. It points out; it never blocks.</summary>
internal static class NearDuplicate
{
    public const double Threshold = 0.5;

    private static readonly HashSet<string> Small =
    [
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "but", "by", "can", "could", "do", "does",
        "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "might", "more", "most",
        "must", "no", "not", "of", "on", "one", "only", "or", "our", "own", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
        "then", "there", "these", "they", "this", "those", "to", "too", "up", "us", "very", "was", "we", "were", "what", "when", "which", "who", "will",
        "with", "would", "you", "your",
    ];

    private static readonly string[] Endings = ["ations", "ation", "ements", "ement", "ings", "ing", "ers", "ies", "ed", "er", "es", "ly", "s", "e", "y"];

    /// <returns>The key of the one that is most alike; absent when none is alike enough.</returns>
    public static string? Find(string text, IEnumerable<(string Key, string Text)> others)
    {
        var stems = Stems(text);
        return others.Select(o => (o.Key, Likeness: Likeness(stems, Stems(o.Text)))).Where(o => o.Likeness >= Threshold)
            .OrderByDescending(o => o.Likeness).Select(o => o.Key).FirstOrDefault();
    }

    internal static double Likeness(string one, string other) => Likeness(Stems(one), Stems(other));

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var both = one.Count(other.Contains);
        return (double)both / (one.Count + other.Count - both);
    }

    private static HashSet<string> Stems(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
            if (letter is '\'' or '’' || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            else
                words.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w)).Select(Stem)];
    }

    /// <summary>Cuts one ending, and leaves at least three letters.</summary>
    private static string Stem(string word) =>
        Array.Find(Endings, e => word.Length - e.Length >= 3 && word.EndsWith(e, StringComparison.Ordinal)) is { } ending ? word[..^ending.Length] : word;
}
