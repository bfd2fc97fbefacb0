using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Quizzes.Files;

/// <summary>The id of a question that may have none.</summary>
internal static partial class QuestionId
{
    private const int Room = 5;

    /// <summary>The file's own id if it can be one, else words of its title or, without one, of the stem.</summary>
    public static string From(string? id, string? title, string stem)
    {
        if (id is not null && PackId.IsValid(id))
            return id;
        if (title is not null && PackId.IsValid(title))
            return title;
        return new[] { id, title, string.Join(' ', stem.Split(' ').Take(7)), "question" }.Select(Slug).First(s => s.Length > 0);
    }

    /// <summary>The id, or the id with a number if it is taken.</summary>
    public static string Free(string id, Predicate<string> isTaken) =>
        !isTaken(id) ? id : Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{id[..Math.Min(id.Length, Limits.Id - Room)].TrimEnd('-')}-{n}").First(free => !isTaken(free));

    private static string Slug(string? text)
    {
        var start = text ?? "";
        var plain = string.Concat(start[..Math.Min(start.Length, 200)].Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var words = NotForId().Replace(plain.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), "-").Trim('-');
        if (words.Length > 0 && !char.IsAsciiLetter(words[0]))
            words = $"q-{words}";
        return words[..Math.Min(words.Length, Limits.Id - Room)].Trim('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotForId();
}
