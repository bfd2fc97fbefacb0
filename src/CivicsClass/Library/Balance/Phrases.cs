using System.Text.RegularExpressions;

namespace CivicsClass.Library.Balance;

/// <summary>Looks for words and phrases word by word, so that no list that an admin types makes it slow.
/// Capitals, hyphens and the form of apostrophes do not matter; a star at the end stands for any ending.</summary>
internal sealed partial class Phrases
{
    private sealed record Phrase(string[] Words, bool AnyEnding, LoadedWord Entry);

    private readonly Dictionary<string, List<Phrase>> _byFirst = [];
    private readonly List<Phrase> _anyEnding = [];

    public Phrases(IEnumerable<LoadedWord> entries)
    {
        foreach (var entry in entries)
            foreach (var word in entry.Words)
            {
                var phrase = new Phrase([.. Word().Matches(word).Select(m => Plain(m.Value))], word.EndsWith('*'), entry);
                if (phrase is { Words.Length: 1, AnyEnding: true })
                    _anyEnding.Add(phrase);
                else if (_byFirst.TryGetValue(phrase.Words[0], out var others))
                    others.Add(phrase);
                else
                    _byFirst[phrase.Words[0]] = [phrase];
            }
    }

    /// <summary>Of phrases that begin at the same word, the longest; none overlap.</summary>
    public IEnumerable<(int Start, int Length, LoadedWord Entry)> In(string sentence)
    {
        var found = Word().Matches(sentence);
        var words = found.Select(m => Plain(m.Value)).ToArray();
        for (var at = 0; at < words.Length; at++)
        {
            var longest = _byFirst.GetValueOrDefault(words[at], []).Concat(_anyEnding).Where(p => StandsAt(p, at)).MaxBy(p => p.Words.Length);
            if (longest is null)
                continue;
            var last = at + longest.Words.Length - 1;
            yield return (found[at].Index, found[last].Index + found[last].Length - found[at].Index, longest.Entry);
            at = last;
        }

        bool StandsAt(Phrase phrase, int at)
        {
            if (at + phrase.Words.Length > words.Length)
                return false;
            for (var n = 0; n < phrase.Words.Length; n++)
            {
                var isLast = n == phrase.Words.Length - 1;
                if (!(isLast && phrase.AnyEnding ? words[at + n].StartsWith(phrase.Words[n], StringComparison.Ordinal) : words[at + n] == phrase.Words[n]))
                    return false;
                if (!isLast && sentence.AsSpan(found[at + n].Index + found[at + n].Length)[..(found[at + n + 1].Index - found[at + n].Index - found[at + n].Length)].ContainsAnyExcept(Between))
                    return false;
            }
            return true;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Between = System.Buffers.SearchValues.Create(" \u00a0\t-\u2010\u2011'’");

    private static string Plain(string word)
    {
        var plain = word.ToUpperInvariant().Replace('’', '\'');
        return plain.EndsWith("'S", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}
