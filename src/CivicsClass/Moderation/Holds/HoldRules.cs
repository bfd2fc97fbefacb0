using CivicsClass.Library.Files;
using CivicsClass.Sessions;
using Humanizer;

namespace CivicsClass.Moderation.Holds;

/// <summary>What a line of the list is about; holds.txt says it at length.</summary>
internal enum HoldKind { Profanity, Slur, Status, Slippery, Deed, Always, Taken, People, Person, NotName, Pass, Street, NotStreet, Ordinary }

/// <summary>The list of what is held, ready to look with. Looking takes a time that grows with the text alone, and changes nothing.</summary>
public sealed class HoldRules
{
    public const int MostEntries = 4_000, MostCharacters = 100_000;
    private const int MostEntry = 60;
    private static readonly Dictionary<string, HoldKind> Kinds = new()
    {
        ["profanity"] = HoldKind.Profanity, ["slur"] = HoldKind.Slur, ["status"] = HoldKind.Status, ["act or status"] = HoldKind.Slippery, ["deed"] = HoldKind.Deed,
        ["always"] = HoldKind.Always, ["done to"] = HoldKind.Taken, ["people"] = HoldKind.People, ["person"] = HoldKind.Person, ["no name"] = HoldKind.NotName,
        ["pass"] = HoldKind.Pass, ["street"] = HoldKind.Street, ["no street"] = HoldKind.NotStreet, ["ordinary"] = HoldKind.Ordinary,
    };

    private readonly ILookup<HoldKind, string> _list;
    private readonly BadWords _profanity, _slurs;
    private readonly Contacts _contacts;
    private readonly Disclosures _disclosures;
    private readonly HashSet<string> _ordinary;

    private HoldRules(IEnumerable<(HoldKind Kind, string Entry)> entries)
    {
        _list = entries.ToLookup(e => e.Kind, e => e.Entry);
        (_profanity, _slurs) = (new(_list[HoldKind.Profanity]), new(_list[HoldKind.Slur]));
        _contacts = new(_list[HoldKind.Street], _list[HoldKind.NotStreet]);
        _disclosures = new(kind => _list[kind]);
        _ordinary = [.. _list[HoldKind.Ordinary].Concat(_list[HoldKind.NotName]).Select(w => string.Concat(Token.Words(w)))];
    }

    public IEnumerable<(string Kind, IReadOnlyList<string> Entries)> Entries => Kinds.Select(k => (k.Key, (IReadOnlyList<string>)[.. _list[k.Value]])).Where(k => k.Item2.Count > 0);

    /// <summary>The rules, and what is wrong with the list by line; a faulty line is left out.</summary>
    public static (HoldRules Rules, IReadOnlyList<Problem> Problems) Read(string text)
    {
        if (text.Length > MostCharacters)
            return (new([]), [new Problem("", 0, $"The list has {text.Length:N0} characters; at most {MostCharacters:N0} fit. Shorten it.")]);
        var (problems, entries) = (new List<Problem>(), new List<(HoldKind, string)>());
        foreach (var (at, raw) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !Kinds.TryGetValue(line[..colon].TrimEnd(), out var kind))
            {
                problems.Add(new Problem("", at + 1, $"“{(colon < 0 ? line : line[..colon]).Truncate(30)}” is not known here. Lines begin with {string.Join(", ", Kinds.Keys.SkipLast(1).Select(k => k + ":"))} or {Kinds.Keys.Last()}:."));
                continue;
            }
            var words = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                problems.Add(new Problem("", at + 1, "The line names no word. Write the words after the colon, divided by commas."));
            foreach (var word in words)
                if (word.Length > MostEntry || Token.Words(word.TrimEnd('*')).Length == 0 || word.TrimEnd('*').Contains('*', StringComparison.Ordinal) || (word.EndsWith('*') && word.Length < 4))
                    problems.Add(new Problem("", at + 1, $"“{word.Truncate(30)}” cannot be looked for. Write words of letters and digits, at most {MostEntry} characters, with a star only at the end of three letters or more."));
                else
                    entries.Add((kind, word));
        }
        if (entries.Count > MostEntries)
            problems.Add(new Problem("", 0, $"The list has {entries.Count:N0} words; at most {MostEntries:N0} fit."));
        return (new(entries.Take(MostEntries)), problems);
    }

    internal ClassNames Names(IEnumerable<string> names, Func<string, bool>? isOrdinary = null) =>
        new(names, word => _ordinary.Contains(word) || isOrdinary?.Invoke(word) == true);

    /// <summary>What must be held, in the order of the text; marks of one reason do not overlap.</summary>
    internal IEnumerable<HoldMark> Look(string field, string text, ClassNames names)
    {
        var tokens = Token.Of(text);
        var found = new[]
        {
            Marks(HoldReason.Profanity, _profanity.In(text, tokens)), Marks(HoldReason.Slur, _slurs.In(text, tokens)), Marks(HoldReason.Phone, Contacts.Phones(text, tokens)),
            Marks(HoldReason.Email, Contacts.Emails(text, tokens)), Marks(HoldReason.Address, _contacts.Addresses(tokens)), Marks(HoldReason.ClassName, Named(tokens, names)),
            Marks(HoldReason.Status, _disclosures.In(tokens, names)),
        };
        return found.SelectMany(marks => marks).OrderBy(m => m.Start).ThenBy(m => m.Reason);

        IEnumerable<HoldMark> Marks(HoldReason reason, IEnumerable<(int Start, int End)> places)
        {
            var free = 0;
            foreach (var (start, end) in places.OrderBy(p => p.Start).ThenByDescending(p => p.End))
            {
                if (start < free)
                    continue;
                yield return new HoldMark(field, start, end - start, reason);
                free = end;
            }
        }
    }

    private static IEnumerable<(int, int)> Named(List<Token> tokens, ClassNames names)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (names.At(tokens, at) is > 0 and var length)
            {
                yield return (tokens[at].Start, tokens[at + length - 1].End);
                at += length - 1;
            }
    }
}
