using System.Text;
using CivicsClass.Library;
using CivicsClass.Reports;

namespace CivicsClass.Quizzes.Files;

/// <summary>Our own table as CSV. A cell that a spreadsheet would take for a formula goes out with an apostrophe and comes back without.</summary>
public sealed class CsvFormat : IQuizFormat
{
    private const string Separators = ",;\t|";

    public string Key => "csv";
    public string Name => "CSV";
    public string Ending => ".csv";
    public string ContentType => "text/csv; charset=utf-8";
    public QuizParts Keeps => QuizParts.All;

    public static byte[] Template() => Csv.Write(
    [
        QuizTable.Header,
        ["", "single", "Who may make laws for the whole country?", "Congress", "A city council", "A school board", "", "", "", "a",
            "Yes: Congress makes federal laws.", "A city council makes rules for its city.", "A school board makes rules for its schools.", "", "", "",
            "", "takes local for national", "takes local for national", "", "", "", "Article I gives lawmaking to Congress.", "", "easy", "D2.Civ.1.9-12", "neither", ""],
        ["", "multiple", "Which of these are branches of government?", "Legislative", "Judicial", "The press", "", "", "", "a, b",
            "Yes.", "Yes.", "The press watches the branches and is none of them.", "", "", "", "", "", "", "", "", "", "There are three branches; these are two of them.", "", "medium", "", "neither", ""],
        ["", "true/false", "A state may have its own constitution.", "True", "False", "", "", "", "", "a",
            "Yes: every state has one.", "Every state has one.", "", "", "", "", "", "", "", "", "", "", "State constitutions stand below the federal one.", "", "easy", "", "neither", ""],
    ]);

    public bool Recognises(QuizUpload upload) => Separator(upload.Text) is not null;

    public void Read(QuizUpload upload, QuizIntake intake) =>
        Read(Rows(upload.Text, Separator(upload.Text) ?? ',').Select(r => (r.Cells, SafeXml.Place("", r.Line))), intake);

    internal static void Read(IEnumerable<(IReadOnlyList<string> Cells, string Place)> rows, QuizIntake intake)
    {
        QuizTable? table = null;
        foreach (var (cells, place) in rows)
            if (intake.IsFull)
                return;
            else if (table is null)
                table = QuizTable.Of(cells);
            else
                table.Read(cells, place, intake);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items) =>
        Csv.Write([QuizTable.Header, .. items.Select(i => QuizTable.Row(i).Select(Guard).ToArray())]);

    /// <summary>A text of our own that begins with apostrophes before a formula sign gets one more, so that taking one away is right.</summary>
    private static string Guard(string cell) => cell.StartsWith('\'') && Csv.Neutral(cell.TrimStart('\'')).StartsWith('\'') ? $"'{cell}" : cell;

    private static string Restore(string cell) => cell.StartsWith('\'') && Csv.Neutral(cell.TrimStart('\'')).StartsWith('\'') ? cell[1..] : cell;

    /// <summary>The sign with which a row reads as a header; absent when none does.</summary>
    private static char? Separator(string text)
    {
        foreach (var separator in Separators)
            if (Rows(text, separator).Take(QuizTable.HeaderRows).Any(r => QuizTable.Of(r.Cells) is not null))
                return separator;
        return null;
    }

    private static IEnumerable<(IReadOnlyList<string> Cells, int Line)> Rows(string text, char separator)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (cells, began) = (new List<string>(), line);
            for (var ended = false; !ended;)
            {
                var cell = at < text.Length && text[at] == '"' ? Quoted(text, ref at, ref line) : new StringBuilder();
                while (at < text.Length && text[at] != separator && text[at] != '\n')
                    Append(cell, text[at++]);
                if (cells.Count < QuizLimits.Cells)
                    cells.Add(Restore(cell.ToString()));
                ended = at >= text.Length || text[at] == '\n';
                at++;
            }
            line++;
            yield return (cells, began);
        }
    }

    private static StringBuilder Quoted(string text, ref int at, ref int line)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"'))
            {
                at++;
                break;
            }
            if (text[at] == '"')
                at++;
            else if (text[at] == '\n')
                line++;
            Append(cell, text[at]);
        }
        return cell;
    }

    private static void Append(StringBuilder cell, char letter)
    {
        if (cell.Length < QuizLimits.CellLength)
            cell.Append(letter);
    }
}
