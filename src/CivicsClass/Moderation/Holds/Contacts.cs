using System.Text.RegularExpressions;
using CivicsClass.Guards;

namespace CivicsClass.Moderation.Holds;

/// <summary>Finds ways to reach somebody: phone numbers, e-mail and street addresses.</summary>
internal sealed partial class Contacts(IEnumerable<string> streets, IEnumerable<string> notStreets)
{
    private const int DigitsInWords = 7, MostWordsOfStreet = 3;
    private static readonly HashSet<string> Digits = [.. "zero one two three four five six seven eight nine oh cero uno dos tres cuatro cinco seis siete ocho nueve".Split(' ')];
    private static readonly HashSet<string> Boxes = ["box", "apt", "apartment", "apartamento", "apto", "depto", "unit"];
    private readonly Phrasebook _streets = new(streets), _notStreets = new(notStreets);

    public static IEnumerable<(int Start, int End)> Phones(string text, List<Token> tokens)
    {
        foreach (Match match in Run().Matches(text))
        {
            var run = match.Value.TrimEnd(' ', '.', '-', '(', ')', '/');
            if (IsFree(text, match.Index, match.Index + run.Length) && IsPhone(run))
                yield return (match.Index, match.Index + run.Length);
        }
        for (var at = 0; at < tokens.Count; at++)
        {
            var to = at;
            while (to < tokens.Count && Digits.Contains(tokens[to].Word))
                to++;
            if (to - at >= DigitsInWords)
                yield return (tokens[at].Start, tokens[to - 1].End);
            at = Math.Max(at, to - 1);
        }
    }

    private static bool IsFree(string text, int start, int end) =>
        (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '$' or ',' or '§'))
        && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '%' || (text[end] == ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]))));

    private static bool IsPhone(string run)
    {
        var groups = Group().Matches(run).Select(m => m.Length).ToArray();
        var digits = groups.Sum();
        if (run[0] == '+')
            return digits is >= 8 and <= 15;
        if (digits == 11 && run.First(char.IsDigit) == '1' && groups is [1, 3, 3, 4] or [11] or [1, 10])
            return true;
        return groups switch
        {
            [3, 3, 4] or [10] or [3, 7] or [6, 4] => true,
            [3, 4] => run.Contains('-', StringComparison.Ordinal),
            _ => groups.Length >= 7 && digits is 7 or 10 or 11 && groups.All(g => g <= 2),
        };
    }

    public static IEnumerable<(int Start, int End)> Emails(string text, List<Token> tokens)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || "._%+-".Contains(text[start - 1])))
                start--;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || ".-".Contains(text[end])))
                end++;
            while (end > at + 1 && ".-".Contains(text[end - 1]))
                end--;
            if (start < at && text.AsSpan(at + 1, end - at - 1).Contains('.'))
                yield return (start, end);
        }
        for (var at = 1; at + 3 < tokens.Count; at++)
            if (tokens[at].Word is "at" or "arroba" && tokens[at + 2].Word is "dot" or "punto" && tokens[at + 3].Word is "com" or "org" or "net" or "edu" or "us" or "mx")
                yield return (tokens[at - 1].Start, tokens[at + 3].End);
    }

    public IEnumerable<(int Start, int End)> Addresses(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Word == "box" && at > 0 && tokens[at - 1].Word is "po" or "o" && at + 1 < tokens.Count && IsNumber(tokens[at + 1].Word))
                yield return (tokens[at - 1].Start, tokens[at + 1].End);
            else if (tokens[at].Word is "calle" or "avenida" && tokens.Skip(at + 1).Take(MostWordsOfStreet + 1).TakeWhile(t => t.Sentence == tokens[at].Sentence).FirstOrDefault(t => IsNumber(t.Word)) is { } number && tokens[at + 1].IsCapital)
                yield return (tokens[at].Start, number.End);
            else if (IsNumber(tokens[at].Word) && Street(tokens, at) is { } last)
                yield return (tokens[at].Start, tokens[last].End);
        }
    }

    /// <summary>A number, one to three words, and what a street is called: "412 Maple Street".</summary>
    private int? Street(List<Token> tokens, int at)
    {
        for (var to = at + 2; to <= at + 1 + MostWordsOfStreet && to < tokens.Count && tokens[to].Sentence == tokens[at].Sentence; to++)
        {
            if (_streets.At(tokens, to) == 0)
                continue;
            var name = tokens.GetRange(at + 1, to - at - 1);
            if (name.Exists(t => _notStreets.HasWord(t.Word)) || !(name.TrueForAll(t => t.IsCapital || char.IsDigit(t.Word[0])) || tokens[at].Word.Length >= 3 && name.Count == 1 && name[0].Word.Length > 2 && !IsYear(tokens[at].Word)))
                return null;
            return to + 2 < tokens.Count && Boxes.Contains(tokens[to + 1].Word) ? to + 2 : to;
        }
        return null;
    }

    private static bool IsNumber(string word) => word.Length is >= 1 and <= 6 && char.IsAsciiDigit(word[0]) && word[..^1].All(char.IsAsciiDigit);

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2';

    [GeneratedRegex(@"[+(]?[0-9][0-9 .()/-]{5,30}", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex Run();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex Group();
}
