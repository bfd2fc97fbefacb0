using System.Globalization;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>Kahoot's spreadsheet: a header row somewhere near row 8, then a question in each row with up to four answers. It has no room for more columns.</summary>
public sealed class KahootFormat : IQuizFormat
{
    private const int Question = 120, Answer = 75, Answers = 4, Seconds = 60;

    private static readonly string[] Header =
    [
        "", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2 - max 75 characters", "Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
    ];

    public string Key => "kahoot";
    public string Name => "Kahoot spreadsheet";
    public string Ending => ".xlsx";
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public QuizParts Keeps => QuizParts.None;

    public bool Recognises(QuizUpload upload) => upload.Files.ContainsKey(Workbook.Part);

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        var rows = Workbook.Rows(upload.Files);
        if (!rows.Take(QuizTable.HeaderRows).Any(r => QuizTable.Of(r.Cells) is not null))
            throw new UnreadableQuiz("", $"No header row was found in the first {QuizTable.HeaderRows} rows of the first sheet. Use Kahoot's template, or the CSV template with its columns.");
        CsvFormat.Read(rows.Select(r => (r.Cells, string.Create(CultureInfo.InvariantCulture, $"row {r.Number}"))), intake);
    }

    public string? CannotHold(QuizItem item) =>
        item.Options.Count > Answers ? $"It has {item.Options.Count} options, and Kahoot takes {Answers}." : null;

    public string? Remark(QuizItem item)
    {
        var longest = item.Options.Max(o => o.Text.Length);
        return item.Stem.Length > Question ? $"It has {item.Stem.Length} characters, and Kahoot takes {Question}. Shorten it in the file."
            : longest > Answer ? $"An option has {longest} characters, and Kahoot takes {Answer}. Shorten it in the file."
            : item.Kind == ItemKind.Multiple && item.Options.Count(o => o.Correct) == 1 ? "Only one option is right, so Kahoot makes it a question with one answer."
            : null;
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items)
    {
        var rows = new List<IReadOnlyList<string>> { Array.Empty<string>(), new[] { "", title }, Array.Empty<string>(), Array.Empty<string>(), Array.Empty<string>(), Array.Empty<string>(), Array.Empty<string>(), Header };
        foreach (var (index, item) in items.Index())
            rows.Add([
                Words(index + 1), item.Stem, .. Enumerable.Range(0, Answers).Select(i => i < item.Options.Count ? item.Options[i].Text : ""),
                Words(Seconds), string.Join(',', item.Options.Index().Where(o => o.Item.Correct).Select(o => Words(o.Index + 1))),
            ]);
        return Workbook.Write(rows);
    }

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
