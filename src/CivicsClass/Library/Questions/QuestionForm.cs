using CivicsClass.Library.Files;
using CivicsClass.Quizzes.Files;
using Humanizer;

namespace CivicsClass.Library.Questions;

/// <summary>What becomes of a question that was found in a file.</summary>
public enum Taking { Add, Replace, Leave }

public sealed record OptionForm(string Text, bool Correct, string Feedback, string Misconception);

/// <summary>A question as it stands in the preview of an import: what was found, and what an admin typed into the gaps.</summary>
public sealed class QuestionForm
{
    /// <summary>Such as "quiz.gift, line 12".</summary>
    public required string Place { get; init; }
    public required string Id { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];
    public ItemKind Kind { get; init; }
    public string Stem { get; init; } = "";
    public IReadOnlyList<OptionForm> Options { get; set; } = [];
    public string Explanation { get; init; } = "";
    /// <summary>As reading-id#paragraph, divided by commas.</summary>
    public string RestsOn { get; set; } = "";
    public Difficulty? Difficulty { get; set; }
    public string Standards { get; init; } = "";
    public string Helps { get; set; } = "";
    public string AsOf { get; init; } = "";
    public Taking Take { get; set; }
    /// <summary>Wrong or missing, by field; options are Option0, Option1 …</summary>
    public List<(string Field, string Sentence)> Problems { get; } = [];

    public static QuestionForm Of(FoundQuestion found, string file) => new()
    {
        Place = found.Place.Length > 0 ? $"{file}, {found.Place}" : file,
        Id = found.Id,
        Notes = found.Notes,
        Kind = found.Kind,
        Stem = found.Stem,
        Options = [.. found.Options.Select(o => new OptionForm(o.Text, o.Correct, o.Feedback ?? "", o.Misconception ?? ""))],
        Explanation = found.Explanation ?? "",
        RestsOn = string.Join(", ", found.RestsOn.Select(ItemTags.Reference)),
        Difficulty = found.Difficulty,
        Standards = string.Join("\n", found.Standards),
        Helps = found.Helps ?? "",
        AsOf = found.AsOf ?? "",
    };

    /// <param name="value">What was typed under a name, such as "3.Stem"; absent when there is no such field.</param>
    public static QuestionForm Typed(int index, Func<string, string?> value)
    {
        string Field(string name) => value($"{index}.{name}")?.Trim() ?? "";
        var options = Enumerable.Range(0, 6).Where(o => value($"{index}.Option{o}") is not null)
            .Select(o => new OptionForm(Field($"Option{o}"), Field($"Right{o}") == "true", Field($"Feedback{o}"), Field($"Misconception{o}")))
            .Where(o => o != new OptionForm("", false, "", ""));
        return new QuestionForm
        {
            Place = Field("Place"),
            Id = Field("Id"),
            Notes = Field("Notes").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Kind = Enum.TryParse<ItemKind>(Field("Kind"), out var kind) && Enum.IsDefined(kind) ? kind : ItemKind.Single,
            Stem = Field("Stem"),
            Options = [.. options],
            Explanation = Field("Explanation"),
            RestsOn = Field("RestsOn"),
            Difficulty = Enum.TryParse<Difficulty>(Field("Difficulty"), out var difficulty) && Enum.IsDefined(difficulty) ? difficulty : null,
            Standards = Field("Standards"),
            Helps = Field("Helps"),
            AsOf = Field("AsOf"),
            Take = Enum.TryParse<Taking>(Field("Take"), out var take) && Enum.IsDefined(take) ? take : Taking.Leave,
        };
    }

    public bool Wrong(string field) => Problems.Any(p => p.Field == field);

    /// <summary>The question as it would stand in the topic.</summary>
    public QuizItem Item(string id) => QuizText.Tidy(new QuizItem
    {
        Id = id,
        Kind = Kind,
        Stem = Stem,
        Options = [.. Options.Select((o, i) => new Option(QuizText.Letter(i), o.Text, o.Correct, o.Misconception.Length > 0 ? o.Misconception : null, o.Feedback))],
        Explanation = Explanation,
        RestsOn = [.. References().Select(ItemTags.Reference).OfType<ParagraphRef>().Distinct()],
        Difficulty = Difficulty ?? default,
        Standards = [.. StandardsList()],
        Helps = Helps,
        AsOf = AsOf.Length > 0 ? AsOf : null,
    });

    /// <summary>Looks for everything that a question of this topic needs.</summary>
    public void Check(Pack pack)
    {
        Problems.Clear();
        Text(nameof(Stem), Stem, Limits.Stem, "Write what is asked.");
        CheckOptions();
        Text(nameof(Explanation), Explanation, Limits.Explanation, "Say why the answer is right.");
        CheckReferences(pack);
        if (Difficulty is null)
            Problems.Add((nameof(Difficulty), "Choose how hard it is."));
        if (Helps != PackRules.Neither && pack.Positions.All(p => p.Id != Helps))
            Problems.Add((nameof(Helps), "Choose whose case the right answer happens to help."));
        if (StandardsList().Count > 20 || StandardsList().Any(s => s.Length > Limits.Standard))
            Problems.Add((nameof(Standards), $"Up to 20 codes fit, with {Limits.Standard} characters each."));
        if (AsOf.Length > 0 && !PackDate.IsValid(AsOf, yearAlone: false))
            Problems.Add((nameof(AsOf), "Write the month as YYYY-MM."));
        else if (AsOf.Length == 0 && PackRules.RecentYear([Stem, Explanation, .. Options.Select(o => o.Text)]) is { } year)
            Problems.Add((nameof(AsOf), $"The question speaks of {year}, and facts of 2025 or later change quickly. Say as of when they hold."));
    }

    private void CheckOptions()
    {
        foreach (var (index, option) in Options.Index())
        {
            Text($"Option{index}", option.Text, Limits.Option, "Write the option, or empty its feedback too.");
            Text($"Feedback{index}", option.Feedback, Limits.Feedback, "Say what a student who chose it should read.");
            if (option.Misconception.Length > Limits.Misconception)
                Problems.Add(($"Misconception{index}", $"Keep to {Limits.Misconception} characters; there are {option.Misconception.Length}."));
            else if (option is { Correct: true, Misconception.Length: > 0 })
                Problems.Add(($"Misconception{index}", "A right option has no misconception. Empty this, or check which option is right."));
        }
        var right = Options.Count(o => o.Correct);
        if (Options.DistinctBy(o => QuizText.OneLine(o.Text).ToUpperInvariant()).Count() < Options.Count)
            Problems.Add((nameof(Options), "Two options say the same. Change one of them."));
        if (Kind == ItemKind.TrueFalse && !Options.Select(o => o.Text).Order(StringComparer.Ordinal).SequenceEqual(["False", "True"]))
            Problems.Add((nameof(Options), "A true or false question has exactly the options “True” and “False”."));
        else if (Kind != ItemKind.TrueFalse && Options.Count is < 3 or > 6)
            Problems.Add((nameof(Options), Options.Count < 3 ? "Add a third option: 3 to 6 are needed, unless the two are True and False." : "At most 6 options fit. Leave out the weakest ones."));
        if (right == 0)
            Problems.Add((nameof(Options), "No option is marked as right. Mark it."));
        else if (Kind == ItemKind.Multiple ? right == Options.Count : right > 1)
            Problems.Add((nameof(Options), Kind == ItemKind.Multiple ? "Every option is right. At least one must be wrong." : $"{right.ToWords().Humanize()} options are right. Mark one, or make it a question with several answers."));
    }

    private void CheckReferences(Pack pack)
    {
        var references = References();
        if (references.Count is 0 or > 20)
            Problems.Add((nameof(RestsOn), references.Count == 0 ? "Name the paragraph that the answer rests on." : "At most 20 paragraphs fit."));
        foreach (var text in references)
            if (ItemTags.Reference(text) is not { } reference)
                Problems.Add((nameof(RestsOn), $"“{text.Truncate(60)}” does not name a paragraph. Write the reading, # and the number, such as {pack.Readings[0].Id}#1."));
            else if (pack.FindReading(reference.Reading) is not { } reading)
                Problems.Add((nameof(RestsOn), $"This topic has no reading “{reference.Reading}”."));
            else if (reading.Blocks.Max(b => b.Number) is not { } last || reference.Paragraph > last)
                Problems.Add((nameof(RestsOn), $"“{reading.Id}” has no paragraph {reference.Paragraph}."));
    }

    private void Text(string field, string text, int most, string missing)
    {
        if (text.Length == 0)
            Problems.Add((field, missing));
        else if (text.Length > most)
            Problems.Add((field, $"Keep to {most:N0} characters; there are {text.Length:N0}."));
    }

    private List<string> References() => [.. RestsOn.Split([',', ';', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private List<string> StandardsList() => [.. Standards.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
