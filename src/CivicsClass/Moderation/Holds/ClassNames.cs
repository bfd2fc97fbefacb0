namespace CivicsClass.Moderation.Holds;

/// <summary>The names a teacher knows of one class. A whole name is always one; a part that is an ordinary word, or short,
/// only where it is written as a name: "Will" within a sentence, but not "will" and not "in May".</summary>
internal sealed class ClassNames
{
    public static readonly ClassNames None = new([], _ => false);
    private const int Short = 3;
    private static readonly HashSet<string> Months = ["april", "may", "june", "august", "abril"];
    private static readonly HashSet<string> BeforeMonth = ["in", "on", "since", "by", "of", "until", "last", "next", "this", "early", "late", "mid", "through", "before", "after", "en", "de", "from"];
    private readonly Dictionary<string, List<string[]>> _whole = [];
    private readonly Dictionary<string, bool> _parts = [];

    /// <param name="isOrdinary">The word stands in texts without being a name.</param>
    public ClassNames(IEnumerable<string> names, Func<string, bool> isOrdinary)
    {
        foreach (var name in names)
        {
            var words = Token.Words(name);
            if (words.Length > 1)
            {
                if (!_whole.TryGetValue(words[0], out var others))
                    _whole[words[0]] = others = [];
                others.Add(words);
            }
            foreach (var part in words.Where(w => w.Length > 1 && w.All(char.IsLetter)))
                _parts[part] = part.Length > Short && !isOrdinary(part);
        }
    }

    /// <returns>How many words the name takes that begins here; 0 when none does.</returns>
    public int At(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        var whole = _whole.GetValueOrDefault(token.Word, []).Where(words => Stands(words, tokens, at)).Select(words => words.Length).DefaultIfEmpty().Max();
        if (whole > 0 || !_parts.TryGetValue(token.Word, out var isPlain))
            return whole;
        return isPlain || (token is { IsCapital: true, IsFirst: false, IsShouted: false } && !IsMonth(tokens, at)) ? 1 : 0;
    }

    /// <summary>A name of ordinary words counts as a whole only where it is written as one: "Will Price" and not "will price".</summary>
    private bool Stands(string[] words, IReadOnlyList<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count || tokens[at].Sentence != tokens[at + words.Length - 1].Sentence)
            return false;
        var needsCapitals = Array.TrueForAll(words, w => !_parts.GetValueOrDefault(w));
        for (var n = 0; n < words.Length; n++)
            if (tokens[at + n].Word != words[n] || (needsCapitals && !tokens[at + n].IsCapital))
                return false;
        return true;
    }

    private static bool IsMonth(IReadOnlyList<Token> tokens, int at) =>
        Months.Contains(tokens[at].Word) && ((at > 0 && BeforeMonth.Contains(tokens[at - 1].Word)) || (at + 1 < tokens.Count && char.IsDigit(tokens[at + 1].Word[0])));
}
