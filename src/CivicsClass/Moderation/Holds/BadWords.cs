using System.Collections.Frozen;

namespace CivicsClass.Moderation.Holds;

/// <summary>Finds words however they are dressed up: signs for letters, drawn-out letters, letters set apart.</summary>
internal sealed class BadWords(IEnumerable<string> entries)
{
    private const int LongestApart = 14;
    private static readonly FrozenDictionary<char, char> StandsFor = new Dictionary<char, char>
    {
        ['0'] = 'o', ['1'] = 'i', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['8'] = 'b', ['@'] = 'a', ['$'] = 's',
    }.ToFrozenDictionary();

    private readonly Phrasebook _book = new(entries);

    public IEnumerable<(int Start, int End)> In(string text, List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var words = _book.At(tokens, at);
            if (words > 0 || IsDressedUp(tokens[at].Word))
                yield return (tokens[at].Start, tokens[at + Math.Max(words, 1) - 1].End);
        }
        foreach (var (from, to) in Apart(text, tokens))
        {
            var letters = string.Concat(tokens.GetRange(from, to - from + 1).Select(t => StandsFor.GetValueOrDefault(t.Word[0], t.Word[0])));
            for (var at = 0; at < letters.Length; at++)
                for (var length = 3; length <= Math.Min(LongestApart, letters.Length - at); length++)
                    if (_book.HasWord(letters.Substring(at, length)))
                        yield return (tokens[from + at].Start, tokens[from + at + length - 1].End);
        }
    }

    private bool IsDressedUp(string word)
    {
        if (word.Contains('*', StringComparison.Ordinal) && "aeiou".Any(vowel => _book.HasWord(word.Replace('*', vowel))))
            return true;
        var plain = word.Any(char.IsLetter) && word.Any(StandsFor.ContainsKey) ? string.Concat(word.Select(c => StandsFor.GetValueOrDefault(c, c))) : word;
        return (!ReferenceEquals(plain, word) && _book.HasWord(plain))
            || (Undrawn(plain, 1) is { } once && (_book.HasWord(once) || _book.HasWord(Undrawn(plain, 2)!)));
    }

    /// <summary>Letters that stand three times or more in a row come down to this many; null when none does.</summary>
    private static string? Undrawn(string word, int keep)
    {
        var kept = new System.Text.StringBuilder();
        var found = false;
        for (var (at, run) = (0, 0); at < word.Length; at++)
        {
            run = at > 0 && word[at] == word[at - 1] ? run + 1 : 1;
            var total = run;
            while (at + total - run + 1 < word.Length && word[at + total - run + 1] == word[at])
                total++;
            found |= total >= 3;
            if (total < 3 || run <= keep)
                kept.Append(word[at]);
            if (run == keep && total >= 3)
                (at, run) = (at + total - run, total);
        }
        return found ? kept.ToString() : null;
    }

    /// <summary>Runs of single letters with at most two signs between them.</summary>
    private static IEnumerable<(int From, int To)> Apart(string text, List<Token> tokens)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            if (!IsLetter(tokens[from]))
                continue;
            var to = from;
            while (to + 1 < tokens.Count && IsLetter(tokens[to + 1]) && tokens[to + 1].Start - tokens[to].End <= 2 && !text.AsSpan(tokens[to].End, tokens[to + 1].Start - tokens[to].End).Contains('\n'))
                to++;
            if (to - from >= 2)
                yield return (from, to);
            from = to;
        }

        static bool IsLetter(Token token) => token.Word is [>= 'a' and <= 'z'] or ['$'] or ['@'] or [>= '0' and <= '9'];
    }
}
