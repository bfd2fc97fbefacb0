using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CivicsClass.Library.Files;

/// <summary>Ids in a pack: lower-case letters, digits and hyphens, beginning with a letter.</summary>
public static partial class PackId
{
    public static bool IsValid(string id) => id.Length <= Limits.Id && Form().IsMatch(id);

    public static string Advice(string id) =>
        $"“{id}” cannot be an id. Use lower-case letters, digits and hyphens, begin with a letter, and keep to {Limits.Id} characters.";

    /// <summary>An id made of a title, that is not taken yet.</summary>
    /// <param name="otherwise">What it begins with where the title does not begin with a letter.</param>
    internal static string Of(string title, string otherwise, Func<string, bool> isTaken)
    {
        var plain = string.Concat(title.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var words = NotForId().Replace(plain.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), "-").Trim('-');
        var id = words.Length > 0 && char.IsAsciiLetter(words[0]) ? words : $"{otherwise}-{words}".Trim('-');
        id = id[..Math.Min(id.Length, Limits.Id - 5)].Trim('-');
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? id : $"{id}-{n}").First(free => !isTaken(free));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z")]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotForId();
}

/// <summary>Dates as they are written in a pack: YYYY, YYYY-MM or YYYY-MM-DD.</summary>
public static class PackDate
{
    public static bool IsValid(string date, bool yearAlone) =>
        DateOnly.TryParseExact(date, yearAlone ? ["yyyy-MM-dd", "yyyy-MM", "yyyy"] : ["yyyy-MM-dd", "yyyy-MM"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>Languages as BCP 47 names them: en, es, zh-Hans.</summary>
public static partial class LanguageTag
{
    public static bool IsValid(string language) => language.Length <= 20 && Form().IsMatch(language);

    [GeneratedRegex(@"\A[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*\z")]
    private static partial Regex Form();
}

public static class WebAddress
{
    public static bool IsValid(string url) =>
        url.Length <= Limits.Url && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0;
}

internal static class Spelling
{
    /// <summary>How many letters must be added, removed or replaced to make one word of the other (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        if (one.Length > 60 || other.Length > 60)
            return int.MaxValue;
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var row = new int[other.Length + 1];
            row[0] = above[0] + 1;
            for (var i = 1; i <= other.Length; i++)
                row[i] = Math.Min(Math.Min(row[i - 1], above[i]) + 1, above[i - 1] + (letter == other[i - 1] ? 0 : 1));
            above = row;
        }
        return above[^1];
    }
}
