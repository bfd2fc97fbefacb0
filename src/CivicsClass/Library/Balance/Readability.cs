using System.Text.RegularExpressions;

namespace CivicsClass.Library.Balance;

/// <summary>The Flesch-Kincaid grade: the US school grade for which a text is about right.
/// Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75 (1975).
/// It was made for English and knows nothing of meaning, so a grade is told as a whole number, and for a set of texts as a range.</summary>
public static partial class Readability
{
    public const int FewestWords = 100;

    /// <summary>0.39 · words per sentence + 11.8 · syllables per word − 15.59.</summary>
    public static double Grade(int words, int sentences, int syllables) => 0.39 * words / sentences + 11.8 * syllables / words - 15.59;

    /// <summary>Of the paragraphs, quotations and list items; none where it says little: under 100 words, or not in English.</summary>
    public static double? Grade(Excerpt reading) =>
        reading.Language.Split('-')[0] == "en"
            ? Grade(reading.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.List).SelectMany(b => b.Sentences))
            : null;

    /// <summary>Citations are taken out first, because their dots, signs and numbers are no language to read:
    /// a sentence that is nothing but a citation counts as none. Numbers count neither as words nor as syllables.</summary>
    public static double? Grade(IEnumerable<string> sentences)
    {
        var counted = sentences.Select(s => Word().Matches(WithoutCitations(s))).Where(words => words.Count > 0).ToList();
        var words = counted.Sum(s => s.Count);
        return words < FewestWords ? null : Grade(words, counted.Count, counted.Sum(s => s.Sum(w => Syllables.In(w.Value))));
    }

    internal static string WithoutCitations(string sentence) => Lead().Replace(Citation().Replace(sentence, " "), " ");

    [GeneratedRegex(@"\p{L}+(?:['’.-]\p{L}+)*")]
    private static partial Regex Word();

    /// <summary>"8 U.S.C. § 1373(a)", "567 U.S. 387, 392 (2012)", "890 F.3d 164 (5th Cir. 2018)", "Pub. L. No. 104-208", "No. 3:12-cv-02317", "§ 287(g)".</summary>
    [GeneratedRegex(@"(?<![\d,.])\d+ (?:(?:[A-Z][A-Za-z]*\. ?)+(?:[2-9](?:d|th))?|USC|CFR) ?(?:§+ ?)?\d[\w.:-]*(?:\(\w+\))*(?:, \d+(?:[–-]\d+)?)*(?: \((?:[\w. ]+ )?\d{4}\))?"
        + @"|§+ ?\d[\w.:-]*(?:\(\w+\))*(?:(?:, | and )\d[\w.:-]*(?:\(\w+\))*)*|\bPub(?:lic|\.) L(?:aw|\.)(?: No\.)? \d[\d–-]*|\bNos?\. \d[\w:–-]*")]
    private static partial Regex Citation();

    /// <summary>What leads to a citation and says nothing without it.</summary>
    [GeneratedRegex(@"^\W*(?:See|See also|Cf\.)\W*$")]
    private static partial Regex Lead();
}
