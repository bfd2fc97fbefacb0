using System.Text.RegularExpressions;

namespace CivicsClass.Library;

/// <summary>How hard a text is to read, as a range of US school grades. After Kincaid, Fishburne, Rogers and Chissom (1975):
/// 0.39 · words per sentence + 11.8 · syllables per word − 15.59. The formula knows nothing of meaning and counts syllables by rule,
/// so one grade either way is left open. English only; there is none for a short text.</summary>
/// <param name="From">A grade, 1 to 16; 13 and above stands for college.</param>
public sealed partial record ReadingLevel(int From, int To)
{
    private const int FewestWords = 100, Least = 1, Most = 16;

    public static ReadingLevel? Of(Excerpt reading) =>
        reading.Language.Split('-')[0] == "en" ? Of(reading.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Quote).SelectMany(b => b.Sentences)) : null;

    /// <summary>Sentences that cite are left out: their dots and numbers are no language to read.</summary>
    public static ReadingLevel? Of(IEnumerable<string> sentences)
    {
        var counted = sentences.Where(s => !Citation().IsMatch(s)).Select(s => Word().Matches(s)).Where(words => words.Count > 0).ToList();
        var words = counted.Sum(s => s.Count);
        if (words < FewestWords)
            return null;
        var syllables = counted.Sum(s => s.Sum(w => Syllables(w.Value)));
        var grade = 0.39 * words / counted.Count + 11.8 * syllables / words - 15.59;
        return new ReadingLevel(Math.Clamp((int)Math.Floor(grade), Least, Most), Math.Clamp((int)Math.Ceiling(grade) + 1, Least, Most));
    }

    public bool Touches(int from, int to) => From <= to && To >= from;

    internal static int Syllables(string word)
    {
        var plain = SilentInside().Replace(word.ToLowerInvariant(), "");
        if (plain.Length > 3 && SilentEnd().IsMatch(plain))
            plain = plain[..^(plain.EndsWith('e') ? 1 : 2)];
        return Math.Max(1, Vowels().Count(plain));
    }

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyáéíóú]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxz]es$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("(?<=[^aeiou])e(?=(ment|ly|ful|less|ness)s?$)")]
    private static partial Regex SilentInside();

    [GeneratedRegex(@"§|\b(U\.S\.C|U\.S|F\.[234]d|F\. Supp|S\. Ct|C\.F\.R|Fed\. Reg)\.? |\bv\. ")]
    private static partial Regex Citation();
}
