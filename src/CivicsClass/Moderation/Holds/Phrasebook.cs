namespace CivicsClass.Moderation.Holds;

/// <summary>Words and phrases by their first word, so that looking takes a time that grows with the text and not with the list.
/// A star at the end of an entry stands for any ending.</summary>
internal sealed class Phrasebook
{
    private const int LongestStem = 24;
    private readonly Dictionary<string, List<(string[] Words, bool AnyEnding)>> _byFirst = [];
    private readonly HashSet<string> _stems = [];

    public Phrasebook(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var anyEnding = entry.EndsWith('*');
            if (Token.Words(entry.TrimEnd('*')) is not { Length: > 0 } words)
                continue;
            if (words.Length == 1 && anyEnding)
                _stems.Add(words[0]);
            else if (_byFirst.TryGetValue(words[0], out var others))
                others.Add((words, anyEnding));
            else
                _byFirst[words[0]] = [(words, anyEnding)];
        }
    }

    public bool HasWord(string word) => StemFits(word) || _byFirst.GetValueOrDefault(word, []).Exists(p => p.Words.Length == 1);

    /// <returns>How many words the longest entry takes that begins here; 0 when none does.</returns>
    public int At(IReadOnlyList<Token> tokens, int at)
    {
        var longest = StemFits(tokens[at].Word) ? 1 : 0;
        foreach (var (words, anyEnding) in _byFirst.GetValueOrDefault(tokens[at].Word, []))
            if (words.Length > longest && at + words.Length <= tokens.Count && tokens[at].Sentence == tokens[at + words.Length - 1].Sentence && Fits(words, anyEnding, n => tokens[at + n].Word))
                longest = words.Length;
        return longest;
    }

    private bool StemFits(string word)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(word.Length, LongestStem); length++)
            if (stems.Contains(word.AsSpan(0, length)))
                return true;
        return false;
    }

    private static bool Fits(string[] words, bool anyEnding, Func<int, string> word)
    {
        for (var n = 0; n < words.Length; n++)
            if (n == words.Length - 1 && anyEnding ? !word(n).StartsWith(words[n], StringComparison.Ordinal) : word(n) != words[n])
                return false;
        return true;
    }
}
