using System.Buffers;
using System.Text;

namespace CivicsClass.Reports;

/// <summary>Comma-separated values by RFC 4180: CRLF after each row, quotes doubled. UTF-8 with a byte order mark, which Excel needs
/// to read it as such. A cell that a spreadsheet would take for a formula gets an apostrophe in front
/// (OWASP, CSV Injection), so it reads back with the apostrophe.</summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Neutral(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static string Cell(string text)
    {
        var neutral = Neutral(text);
        return neutral.AsSpan().ContainsAny(Quoted) ? $"\"{neutral.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : neutral;
    }
}
