using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using Humanizer;

namespace CivicsClass.Quizzes.Files;

/// <summary>Questions in a table, one in each row: our CSV, a Kahoot spreadsheet, and tables that say the same in other words.</summary>
internal sealed partial class QuizTable
{
    /// <summary>Where the header row is looked for: templates have words above it.</summary>
    public const int HeaderRows = 30;

    private const int Options = 6;

    private readonly Dictionary<string, int> _columns = [];
    private readonly List<(int Column, string Header)> _foreign = [];

    /// <summary>The columns of our own files, in order.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "id", "kind", "question", .. Each("option"), "correct", .. Each("feedback"), .. Each("misconception"),
        "explanation", "rests on", "difficulty", "standards", "helps", "as of",
    ];

    /// <summary>The columns of a row that is a header; absent when it is none.</summary>
    public static QuizTable? Of(IReadOnlyList<string> row)
    {
        var table = new QuizTable();
        foreach (var (column, cell) in row.Index().Where(c => c.Item.Trim().Length is > 0 and < 200))
            if (Named(cell) is not { } name || !table._columns.TryAdd(name, column))
                table._foreign.Add((column, cell.Trim()));
        return table._columns.ContainsKey("question") && table._columns.ContainsKey("option a") && table._columns.ContainsKey("option b") ? table : null;
    }

    public static IReadOnlyList<string> Row(QuizItem item) =>
    [
        item.Id, Kind(item.Kind), item.Stem, .. Each(item, o => o.Text), string.Join(", ", item.Options.Where(o => o.Correct).Select(o => o.Id)),
        .. Each(item, o => o.Feedback), .. Each(item, o => o.Misconception ?? ""), item.Explanation, string.Join("; ", item.RestsOn.Select(ItemTags.Reference)),
        item.Difficulty.ToString().ToLowerInvariant(), string.Join("; ", item.Standards.Select(s => s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))), item.Helps, item.AsOf ?? "",
    ];

    public void Read(IReadOnlyList<string> row, string place, QuizIntake intake)
    {
        if (row.All(c => string.IsNullOrWhiteSpace(c)) || (Cell("question").Length == 0 && Enumerable.Range(0, Options).All(i => Cell($"option {QuizText.Letter(i)}").Length == 0)))
            return;
        var texts = Enumerable.Range(0, Options).Select(i => Cell($"option {QuizText.Letter(i)}")).ToList();
        var count = texts.FindLastIndex(t => t.Length > 0) + 1;
        if (texts.Take(count).ToList().FindIndex(t => t.Length == 0) is >= 0 and var gap)
        {
            intake.Refuse(place, Cell("question"), $"Option {QuizText.Letter(gap)} is empty and a later one is not. Move the later ones up.");
            return;
        }
        var (right, wrong, doubt) = Right(Cell("correct"), texts[..count]);
        if (wrong is not null)
        {
            intake.Refuse(place, Cell("question"), wrong);
            return;
        }
        if (Several(Cell("kind"), right.Count) is not { } several)
        {
            intake.Refuse(place, Cell("question"), Unfit.Kind(Cell("kind")));
            return;
        }
        var raw = new RawQuestion(place) { Id = Cell("id"), Stem = Cell("question"), Explanation = Cell("explanation"), Several = several };
        raw.Options.AddRange(texts.Take(count).Select((t, i) => new RawOption(t, right.Contains(i) ? 1 : 0, Cell($"feedback {QuizText.Letter(i)}"))));
        if (doubt is not null)
            raw.Note(doubt);
        Tags(raw, count);
        if (Cell("time").Length > 0)
            raw.Note("The time limit was left out; the lesson says how long a question is open.");
        foreach (var (column, header) in _foreign.Where(f => f.Column < row.Count && row[f.Column].Trim().Length > 0))
            raw.Note($"The column “{header}” was left out; it is not one of the template's.");
        intake.Take(raw);

        string Cell(string name) => _columns.TryGetValue(name, out var column) && column < row.Count ? row[column].Trim() : "";

        void Tags(RawQuestion question, int options)
        {
            foreach (var name in new[] { "difficulty", "helps", "as of" })
                if (Cell(name).Length > 0)
                    question.Tags.Add($"{name.Replace(' ', '-')}:{Cell(name)}");
            question.Tags.AddRange(Cell("rests on").Split([';', ','], Tidily).Select(r => $"rests-on:{r}"));
            question.Tags.AddRange(Divide(Cell("standards")).Select(s => $"standard:{s}"));
            for (var i = 0; i < options; i++)
                if (Cell($"misconception {QuizText.Letter(i)}") is { Length: > 0 } misconception)
                    question.Tags.Add($"misconception-{QuizText.Letter(i)}:{misconception}");
        }
    }

    /// <summary>Whether students may choose several; absent when the kind is none of ours. "Multiple choice" may mean either, so the key decides.</summary>
    private static bool? Several(string kind, int right) => kind.ToLowerInvariant() switch
    {
        "multiple" or "several" or "several answers" or "multiple answers" or "multiple response" or "checkbox" or "checkboxes" => true,
        "" or "single" or "multiple choice" or "mc" or "choice" or "quiz" or "single choice" or "one answer" or "true/false" or "truefalse" or "true false" or "true or false" or "tf" or "t/f" => right > 1,
        _ => null,
    };

    /// <summary>Divides at semicolons, except where a backslash stands before one.</summary>
    private static IEnumerable<string> Divide(string cell)
    {
        var part = new StringBuilder();
        for (var at = 0; at <= cell.Length; at++)
            if (at == cell.Length || cell[at] == ';')
            {
                if (part.ToString().Trim() is { Length: > 0 } words)
                    yield return words;
                part.Clear();
            }
            else if (cell[at] == '\\' && at + 1 < cell.Length && cell[at + 1] is ';' or '\\')
                part.Append(cell[++at]);
            else
                part.Append(cell[at]);
    }

    /// <summary>Letters, numbers, or the words of the options; none is an answer still to be marked.</summary>
    private static (List<int> Right, string? Wrong, string? Doubt) Right(string said, List<string> options)
    {
        var right = new List<int>();
        var whole = options.FindIndex(o => o.Equals(said, StringComparison.OrdinalIgnoreCase));
        foreach (var part in said.Split([',', ';', '|', ' ', '&', '/'], Tidily))
        {
            var index = part.Length == 1 && char.IsAsciiLetter(part[0]) ? char.ToLowerInvariant(part[0]) - 'a'
                : double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) ? (int)number - 1
                : -1;
            if ((index < 0 || index >= options.Count) && whole >= 0)
                return ([whole], null, null);
            if (index < 0 || index >= options.Count)
                return (right, $"“{said.Truncate(60)}” does not say which option is right. Write letters or numbers of options, such as a or 1, 3.", null);
            right.Add(index);
        }
        var doubt = right.Count == 1 && whole >= 0 && whole != right[0] ? $"“{said}” was read as option {QuizText.Letter(right[0])}, though option {QuizText.Letter(whole)} says just that. Check which one is right." : null;
        return (right, null, doubt);
    }

    private static string? Named(string header)
    {
        var name = NotLetters().Replace(Note().Replace(header.ToLowerInvariant(), ""), " ").Trim();
        if (Numbered().Match(name) is { Success: true } match)
        {
            var word = match.Groups[1].Value switch { "feedback" or "comment" or "rationale" => "feedback", "misconception" => "misconception", _ => "option" };
            var sign = match.Groups[2].Value[0];
            return $"{word} {(char.IsAsciiDigit(sign) ? (char)('a' + (sign - '1')) : sign)}";
        }
        return name switch
        {
            "a" or "b" or "c" or "d" or "e" or "f" => $"option {name}",
            "id" or "identifier" => "id",
            "kind" or "type" or "question type" => "kind",
            "question" or "stem" or "question text" or "prompt" => "question",
            "correct" or "answer" or "key" or "right" or "correct answer" or "correct answers" or "correct answer s" or "correct option" or "right answer" => "correct",
            "explanation" or "general feedback" or "answer explanation" => "explanation",
            "rests on" => "rests on",
            "difficulty" or "level" => "difficulty",
            "standards" or "standard" => "standards",
            "helps" => "helps",
            "as of" => "as of",
            "time limit" or "time" or "seconds" or "time limit sec" => "time",
            _ => null,
        };
    }

    private const StringSplitOptions Tidily = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string Kind(ItemKind kind) => kind switch { ItemKind.Single => "single", ItemKind.Multiple => "multiple", _ => "true/false" };

    private static IEnumerable<string> Each(string word) => Enumerable.Range(0, Options).Select(i => $"{word} {QuizText.Letter(i)}");

    private static IEnumerable<string> Each(QuizItem item, Func<Option, string> text) => Enumerable.Range(0, Options).Select(i => i < item.Options.Count ? text(item.Options[i]) : "");

    /// <summary>What follows a dash or stands in brackets only explains: "Answer 1 - max 75 characters".</summary>
    [GeneratedRegex(@"\s[-–—]\s.*|\(.*?\)")]
    private static partial Regex Note();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"\A(option|answer|choice|answer option|feedback|comment|rationale|misconception) ([1-6a-f])\z")]
    private static partial Regex Numbered();
}
