using System.Text;

namespace CivicsClass.Tests.Reports;

/// <summary>Reads RFC 4180, as strictly as it is written.</summary>
internal static class CsvReader
{
    public static List<List<string>> Read(byte[] file)
    {
        Assert.Equal(Encoding.UTF8.Preamble, file.AsSpan(0, 3));
        var text = Encoding.UTF8.GetString(file.AsSpan(3));
        var (rows, row, cell, at) = (new List<List<string>>(), new List<string>(), new StringBuilder(), 0);
        while (at < text.Length)
        {
            cell.Clear();
            at = text[at] == '"' ? Quoted(text, at + 1, cell) : Bare(text, at, cell);
            row.Add(cell.ToString());
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }
        Assert.Empty(row);
        return rows;
    }

    private static int Bare(string text, int at, StringBuilder cell)
    {
        for (; text[at] is not (',' or '\r'); at++)
        {
            Assert.False(text[at] is '"' or '\n');
            cell.Append(text[at]);
        }
        return at;
    }

    private static int Quoted(string text, int at, StringBuilder cell)
    {
        for (; ; at++)
        {
            if (text[at] == '"' && text[at + 1] != '"')
                return at + 1;
            if (text[at] == '"')
                at++;
            cell.Append(text[at]);
        }
    }
}
