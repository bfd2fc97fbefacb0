using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CivicsClass.Library.Finding;

/// <summary>What somebody looks for: words that must all occur, each at the beginning of a word of the text. Case and accents do not count,
/// so that every database finds the same.</summary>
public sealed class SearchWords
{
    private const int MostWords = 10, MostLetters = 200;
    /// <summary>Stands before every word of a folded text, so that one plain look finds beginnings of words alone.</summary>
    private const char Begins = '\u0001';
    private static readonly ConcurrentDictionary<char, string> Folded = [];

    private SearchWords(IReadOnlyList<string> words) => (Words, Looks) = (words, [.. words.Select(FoldToBytes)]);

    /// <summary>As typed, in small letters.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words as they stand in a folded text.</summary>
    internal IReadOnlyList<byte[]> Looks { get; }

    public static SearchWords Of(string? typed) =>
        new([.. (typed is { Length: > MostLetters } ? typed[..MostLetters] : typed ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('"', '“', '”', ',', '.', ';', ':', '?', '!', '(', ')')).Where(w => Fold(w).Length > 0).DistinctBy(w => Fold(w)).Take(MostWords)]);

    /// <summary>Without accents, in small letters, with a sign before every word.</summary>
    public static string Fold(string text) => Fold(text, null);

    /// <summary>The folded text in half the room.</summary>
    public static byte[] FoldToBytes(string text) => Encoding.UTF8.GetBytes(Fold(text));

    /// <summary>Whether a folded text has all the words.</summary>
    public bool AreIn(ReadOnlySpan<byte> folded)
    {
        foreach (var look in Looks)
            if (folded.IndexOf(look) < 0)
                return false;
        return true;
    }

    /// <summary>The text in pieces, those that match marked.</summary>
    public IReadOnlyList<(string Text, bool Found)> Mark(string text)
    {
        var from = new List<int>(text.Length);
        var folded = Fold(text, from);
        var found = new bool[text.Length];
        foreach (var look in Words.Select(Fold))
            for (var at = folded.IndexOf(look, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(look, at + look.Length, StringComparison.Ordinal))
                found.AsSpan(from[at], from[at + look.Length - 1] + 1 - from[at]).Fill(true);
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

    /// <param name="places">Takes, for each letter of the answer, where it comes from.</param>
    private static string Fold(string text, List<int>? places)
    {
        var folded = new StringBuilder(text.Length + text.Length / 4);
        var inWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsAscii(letter))
                Add(char.ToLowerInvariant(letter), at);
            else
                foreach (var part in Folded.GetOrAdd(letter, FoldOne))
                    Add(part, at);
        }
        return folded.ToString();

        void Add(char letter, int at)
        {
            var isWord = char.IsLetterOrDigit(letter);
            if (isWord && !inWord)
            {
                folded.Append(Begins);
                places?.Add(at);
            }
            inWord = isWord;
            folded.Append(letter);
            places?.Add(at);
        }
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
