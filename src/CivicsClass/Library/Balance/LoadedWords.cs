using System.Text.RegularExpressions;
using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Balance;

/// <summary>An entry of the list of loaded words.</summary>
/// <param name="Words">Words and phrases; a star at the end stands for any ending.</param>
/// <param name="Hurts">Whose ears it may hurt; absent where that depends.</param>
/// <param name="Instead">What says the same without a verdict.</param>
public sealed record LoadedWord(IReadOnlyList<string> Words, string? Hurts, string Instead, IReadOnlyList<Explanation> Explained);

/// <summary>Why a word may stand in sentences that contain a certain piece.</summary>
public sealed record Explanation(string Where, string Because);

/// <summary>The list of loaded words, as loaded-words.txt describes its form.</summary>
public sealed partial class LoadedWords
{
    public const int MostEntries = 1000, MostCharacters = 100_000;
    private const int MostWord = 80, MostText = 300;

    private readonly Phrases _phrases;

    private LoadedWords(IReadOnlyList<LoadedWord> entries) => (Entries, _phrases) = (entries, new Phrases(entries));

    public IReadOnlyList<LoadedWord> Entries { get; }

    /// <summary>The list, and what is wrong with it by line; a faulty entry is left out.</summary>
    public static (LoadedWords List, IReadOnlyList<Problem> Problems) Read(string text)
    {
        var problems = new List<Problem>();
        if (text.Length > MostCharacters)
            return (new([]), [new Problem("", 0, $"The list has {text.Length:N0} characters; at most {MostCharacters:N0} fit. Shorten it.")]);
        var entries = new List<LoadedWord>();
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var lines in Blocks(text))
            if (Entry(lines, problems) is { } entry)
                if (entry.Words.Where(w => !taken.TryAdd(w, lines[0].Number)).ToList() is { Count: > 0 } again)
                    problems.Add(new Problem("", lines[0].Number, $"“{again[0]}” stands on line {taken[again[0]]} already. Keep it in one entry."));
                else
                    entries.Add(entry);
        if (entries.Count > MostEntries)
            problems.Add(new Problem("", 0, $"The list has {entries.Count:N0} entries; at most {MostEntries:N0} fit."));
        return (new([.. entries.Take(MostEntries)]), problems);
    }

    /// <summary>Where words of the list stand in a sentence; of words that overlap, the longest.</summary>
    public IEnumerable<WordHit> In(TextPlace place, string sentence)
    {
        foreach (var (start, length, word) in _phrases.In(sentence))
        {
            var reason = word.Explained.FirstOrDefault(e => sentence.Contains(e.Where, StringComparison.OrdinalIgnoreCase))?.Because;
            yield return new WordHit(place, sentence, start, length, word, reason ?? (place.IsHeadword ? "The glossary explains this word." : null));
        }
    }

    private static IEnumerable<List<(int Number, string Text)>> Blocks(string text)
    {
        var block = new List<(int, string)>();
        foreach (var (at, raw) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#')
                block.Add((at + 1, line));
            else if (line.Length == 0 && block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }
        if (block.Count > 0)
            yield return block;
    }

    private static LoadedWord? Entry(List<(int Number, string Text)> lines, List<Problem> problems)
    {
        var before = problems.Count;
        List<string>? words = null;
        string? hurts = null, instead = null, where = null;
        var explained = new List<Explanation>();
        foreach (var (number, line) in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (key, value) = colon < 0 ? (line, "") : (line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
            if (value.Length == 0 && colon >= 0)
                Say(number, $"Nothing stands after `{key.Truncate(30)}:`. Fill it in, or remove the line.");
            else if (key != "word" && value.Length > MostText)
                Say(number, $"This has {value.Length:N0} characters; at most {MostText} fit. Shorten it.");
            else if (where is not null && key != "because")
                Say(number, "`where:` needs `because:` on the next line, to say why the word may stand there.");
            else if (key == "word" && words is null)
                words = WordsOf(value, number);
            else if (key == "hurts" && hurts is null)
                hurts = value;
            else if (key == "instead" && instead is null)
                instead = value;
            else if (key == "where")
                where = value;
            else if (key == "because" && where is not null)
            {
                explained.Add(new Explanation(where, value));
                where = null;
            }
            else if (key is "word" or "hurts" or "instead")
                Say(number, $"`{key}:` stands twice in this entry. Put an empty line between two entries.");
            else
                Say(number, key == "because" ? "`because:` needs `where:` on the line before, to say in which sentence." : $"“{key.Truncate(30)}” is not known here. Lines begin with word:, hurts:, instead:, where: or because:.");
        }
        if (where is not null)
            Say(lines[^1].Number, "`where:` needs `because:` on the next line, to say why the word may stand there.");
        if (problems.Count == before && words is null)
            Say(lines[0].Number, "The entry has no `word:`. Say which word it is about.");
        if (problems.Count == before && instead is null)
            Say(lines[0].Number, "The entry has no `instead:`. Say which word to use, or what to do.");
        return problems.Count == before ? new LoadedWord(words!, hurts, instead!, explained) : null;

        void Say(int number, string sentence) => problems.Add(new Problem("", number, sentence));

        List<string> WordsOf(string value, int number)
        {
            var list = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (list.Count == 0)
                Say(number, "`word:` names no word.");
            foreach (var wrong in list.Where(w => w.Length > MostWord || !Plain().IsMatch(w)))
                Say(number, $"“{wrong.Truncate(30)}” cannot be looked for. Write words of letters and digits, at most {MostWord} characters, with a star only at the end.");
            return list;
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’ -]*[\p{L}\p{M}\p{N}])?\*?$")]
    private static partial Regex Plain();
}
