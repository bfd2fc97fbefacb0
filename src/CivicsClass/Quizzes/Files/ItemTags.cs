using System.Globalization;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Quizzes.Files;

/// <summary>What only our questions have, as words that other formats carry along: difficulty:easy, helps:neither, as-of:2026-01,
/// rests-on:jail-door#4, standard:D2.Civ.4.9-12, misconception-b:takes a request for an order.</summary>
public static class ItemTags
{
    public static IEnumerable<string> Of(QuizItem item)
    {
        yield return $"difficulty:{item.Difficulty.ToString().ToLowerInvariant()}";
        yield return $"helps:{item.Helps}";
        if (item.AsOf is { } asOf)
            yield return $"as-of:{asOf}";
        foreach (var rest in item.RestsOn)
            yield return $"rests-on:{Reference(rest)}";
        foreach (var standard in item.Standards)
            yield return $"standard:{standard}";
        foreach (var (index, option) in item.Options.Index().Where(o => o.Item.Misconception is not null))
            yield return $"misconception-{QuizText.Letter(index)}:{option.Misconception}";
    }

    public static string Reference(ParagraphRef rest) => string.Create(CultureInfo.InvariantCulture, $"{rest.Reading}#{rest.Paragraph}");

    public static ParagraphRef? Reference(string text)
    {
        var parts = text.Trim().Split('#');
        return parts.Length == 2 && PackId.IsValid(parts[0]) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var paragraph) && paragraph > 0
            ? new ParagraphRef(parts[0], paragraph)
            : null;
    }

    /// <summary>Puts what the tags say into the question; what they say and cannot be is noted.</summary>
    internal static FoundQuestion Read(FoundQuestion question, IEnumerable<string> tags)
    {
        var (rests, standards, options) = (new List<ParagraphRef>(), new List<string>(), question.Options.ToList());
        var (notes, foreign) = (question.Notes.ToList(), new List<string>());
        foreach (var tag in tags.Select(QuizText.OneLine).Where(t => t.Length > 0))
        {
            var colon = tag.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? (tag, "") : (tag[..colon].Trim().ToLowerInvariant(), tag[(colon + 1)..].Trim());
            switch (name)
            {
                case "difficulty" when Enum.TryParse<Difficulty>(value, ignoreCase: true, out var difficulty) && Enum.IsDefined(difficulty) && !char.IsDigit(value[0]):
                    question = question with { Difficulty = difficulty };
                    break;
                case "helps" when PackId.IsValid(value):
                    question = question with { Helps = value };
                    break;
                case "as-of" when PackDate.IsValid(value, yearAlone: false):
                    question = question with { AsOf = value };
                    break;
                case "rests-on" when Reference(value) is { } rest:
                    rests.Add(rest);
                    break;
                case "standard" when value.Length > 0:
                    standards.Add(value);
                    break;
                case ['m', ..] when Misconception(name, options.Count) is { } at && value.Length > 0:
                    options[at] = options[at] with { Misconception = value };
                    break;
                default:
                    foreign.Add(tag);
                    break;
            }
        }
        if (foreign.Count > 0)
            notes.Add($"Left out, because it has no place in a question here: {string.Join(", ", foreign.Take(20).Select(f => $"“{f.Truncate(60)}”"))}.");
        return question with { RestsOn = [.. rests.Distinct()], Standards = standards, Options = options, Notes = notes };
    }

    private static int? Misconception(string name, int options) =>
        name is ['m', 'i', 's', 'c', 'o', 'n', 'c', 'e', 'p', 't', 'i', 'o', 'n', '-', >= 'a' and <= 'z'] && name[^1] - 'a' < options ? name[^1] - 'a' : null;
}
