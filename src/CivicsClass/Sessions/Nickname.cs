using System.Globalization;
using System.Text;

namespace CivicsClass.Sessions;

/// <summary>Names that people type: what is allowed, and when two look the same.</summary>
public static class Nickname
{
    /// <summary>Of the name for the teacher, in UTF-16 code units, as a browser counts them.</summary>
    public const int MaxRealName = 60;
    private const int MaxGraphemes = 20;

    /// <summary>The name in its clean form (NFKC, single spaces).</summary>
    /// <exception cref="Refusal">Empty, too long, invisible or stacked characters, or abusive.</exception>
    public static string Check(string? name)
    {
        var clean = Clean(name);
        if (clean.Length == 0)
            throw new Refusal("Type a name.");
        if (new StringInfo(clean).LengthInTextElements > MaxGraphemes)
            throw new Refusal($"Use at most {MaxGraphemes} characters.");
        if (clean.EnumerateRunes().Any(IsHidden) || !clean.EnumerateRunes().Any(Rune.IsLetter))
            throw new Refusal("Use letters that everybody can see.");
        if (MarksInARow(clean) > 2)
            throw new Refusal("Use fewer accents on one letter.");
        var skeleton = LookAlike(clean);
        if (Reserved.Contains(skeleton))
            throw new Refusal("This name could be mistaken for your teacher's. Choose another.");
        if (Abusive.Any(word => skeleton.Contains(word, StringComparison.Ordinal)) || clean.Split(' ').Append(clean).Any(word => AbusiveWords.Contains(LookAlike(word))))
            throw new Refusal("Choose a name that everybody in class would be glad to read.");
        return clean;
    }

    /// <summary>The name a student types for the teacher: the same form, up to <see cref="MaxRealName"/> characters, no list of words.</summary>
    /// <exception cref="Refusal">Empty, too long or with invisible characters.</exception>
    public static string CheckRealName(string? name)
    {
        var clean = Clean(name);
        if (clean.Length == 0)
            throw new Refusal("Type the name your teacher knows you by.");
        if (clean.Length > MaxRealName)
            throw new Refusal($"Use at most {MaxRealName} characters for your name.");
        if (clean.EnumerateRunes().Any(IsHidden) || MarksInARow(clean) > 2)
            throw new Refusal("Use letters that everybody can see.");
        return clean;
    }

    /// <summary>Two names with the same look-alike form cannot stand in one class: case, accents, spaces and common
    /// stand-ins (0 for o, Cyrillic а for a, rn for m …) are folded, after Unicode TR 39's confusable skeletons.</summary>
    public static string LookAlike(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator || rune.Value is '.' or '_' or '-' or '\'' or '’')
                continue;
            folded.Append(Confusables.TryGetValue(rune.Value, out var twin) ? twin.ToString() : rune.ToString());
        }
        return folded.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Whether a class could take the nickname for its teacher: the whole name, the last word of it, an initial before it,
    /// a title with any word of it, in look-alike form and whatever digits and signs stand around.</summary>
    public static bool CouldBe(string teacher, string? nickname)
    {
        var said = Clean(teacher).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = said.Where(word => !Titles.Contains(Letters(word))).DefaultIfEmpty(said.LastOrDefault("")).ToArray();
        var (first, last) = (words[0], words[^1]);
        string[] bare = [string.Concat(words), last, StringInfo.GetNextTextElement(first) + last, last + first];
        var names = Titles.SelectMany(title => bare.Concat(words).SelectMany(name => new[] { title + name, name + title })).Concat(bare);
        var typed = Clean(nickname);
        string[] forms = [Letters(typed), Letters(typed.Trim([.. "0123456789!$@|"]))];
        return names.Select(Letters).Any(name => name.Length > 0 && forms.Contains(name));
    }

    private static string Letters(string name) => string.Concat(LookAlike(name).EnumerateRunes().Where(Rune.IsLetter));

    private static string Clean(string? name)
    {
        try
        {
            return string.Join(' ', (name ?? "").Normalize(NormalizationForm.FormKC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        catch (ArgumentException)
        {
            throw new Refusal("Use letters that everybody can see.");
        }
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x3164 or 0x115F or 0x1160 or 0x2800 or 0xFFA0;

    private static int MarksInARow(string text)
    {
        var (longest, row) = (0, 0);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            row = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }
        return longest;
    }

    private static readonly Dictionary<int, char> Confusables = new()
    {
        ['0'] = 'o', ['1'] = 'l', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['8'] = 'b', ['@'] = 'a', ['$'] = 's', ['!'] = 'l', ['|'] = 'l', ['i'] = 'l',
        ['а'] = 'a', ['е'] = 'e', ['о'] = 'o', ['р'] = 'p', ['с'] = 'c', ['у'] = 'y', ['х'] = 'x', ['і'] = 'l', ['ѕ'] = 's', ['ј'] = 'j', ['к'] = 'k', ['м'] = 'm', ['т'] = 't', ['в'] = 'b', ['н'] = 'h',
        ['α'] = 'a', ['ο'] = 'o', ['ρ'] = 'p', ['ν'] = 'v', ['ι'] = 'l', ['κ'] = 'k', ['τ'] = 't', ['υ'] = 'u', ['χ'] = 'x', ['ı'] = 'l',
    };

    private static readonly HashSet<string> Reserved = [.. new[] { "teacher", "the teacher", "admin", "moderator", "host", "system", "civicsclass" }.Select(LookAlike)];

    private static readonly HashSet<string> Titles =
        [.. new[] { "mr", "mrs", "ms", "miss", "mx", "mister", "dr", "doctor", "prof", "professor", "teacher", "coach", "sir", "señor", "señora", "señorita", "sr", "sra", "srta", "profe" }.Select(LookAlike)];

    /// <summary>In look-alike form; refused wherever they stand, because no name contains them. A teacher sees every name too;
    /// this stops what nobody should have to read first.</summary>
    private static readonly string[] Abusive = [.. new[]
    {
        "fuck", "bitch", "asshole", "dickhead", "nigger", "nigga", "faggot", "wetback", "beaner", "tranny", "illegal alien", "hitler",
    }.Select(LookAlike)];

    /// <summary>Refused only as a whole word: Nazir, Yoshito and many other names contain one of these.</summary>
    private static readonly HashSet<string> AbusiveWords = [.. new[]
    {
        "shit", "cunt", "retard", "chink", "gook", "kike", "whore", "slut", "penis", "vagina", "nazi", "nazis", "rapist", "pussy",
    }.Select(LookAlike)];
}
