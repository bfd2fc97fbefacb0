using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CivicsClass.Library.Finding;

/// <summary>What somebody looks for: words that must all occur, each at the beginning of a word of the text. Case and accents do not count,
/// so that every database finds the same.</summary>
public sealed class SearchWords
{
    private const int MostWords = 10, MostLetters = 200;
    private static readonly ConcurrentDictionary<char, string> Folded = [];

    private SearchWords(IReadOnlyList<string> words) => Words = words;

    /// <summary>Folded.</summary>
    public IReadOnlyList<string> Words { get; }

    public static SearchWords Of(string? typed) =>
        new([.. Fold(typed is { Length: > MostLetters } ? typed[..MostLetters] : typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('"', '“', '”', ',', '.', ';', '?', '!', '(', ')')).Where(w => w.Length > 0).Distinct().Take(MostWords)]);

    /// <summary>Without accents, in small letters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsAscii(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else
                folded.Append(Folded.GetOrAdd(letter, FoldOne));
        return folded.ToString();
    }

    /// <summary>Whether a folded text has the word.</summary>
    public static bool IsIn(string folded, string word) => Find(folded, word, 0, folded.Length) >= 0;

    /// <summary>Where a word begins in a part of a folded text; -1 when it is not there.</summary>
    internal static int Find(string folded, string word, int from, int to)
    {
        while (from < to && folded.AsSpan(from, to - from).IndexOf(word, StringComparison.Ordinal) is var found and >= 0)
        {
            var at = from + found;
            if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]) || !char.IsLetterOrDigit(word[0]))
                return at;
            from = at + 1;
        }
        return -1;
    }

    /// <summary>The text in pieces, those that match marked.</summary>
    public IReadOnlyList<(string Text, bool Found)> Mark(string text)
    {
        var (folded, from) = FoldWithPlaces(text);
        var found = new bool[text.Length];
        foreach (var word in Words)
            for (var at = Find(folded, word, 0, folded.Length); at >= 0; at = Find(folded, word, at + word.Length, folded.Length))
                found.AsSpan(from[at], from[at + word.Length - 1] + 1 - from[at]).Fill(true);
        var pieces = new List<(string, bool)>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && found[end] == found[at])
                end++;
            pieces.Add((text[at..end], found[at]));
            at = end;
        }
        return pieces;
    }

    private static (string Folded, List<int> From) FoldWithPlaces(string text)
    {
        var (folded, from) = (new StringBuilder(text.Length), new List<int>(text.Length));
        foreach (var (at, letter) in text.Index())
            foreach (var small in Fold(letter.ToString()))
            {
                folded.Append(small);
                from.Add(at);
            }
        return (folded.ToString(), from);
    }

    private static string FoldOne(char letter) => letter switch
    {
        '’' or '‘' => "'",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        '\u00a0' => " ",
        _ when char.IsSurrogate(letter) => letter.ToString(),
        _ => string.Concat(letter.ToString().Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant(),
    };
}
