using System.Text.RegularExpressions;

namespace CivicsClass.Library.Drafts;

/// <summary>Tables in plain text, with bars or tabs between the cells. Each row becomes a line that can be read and quoted alone.</summary>
internal static partial class DraftTable
{
    /// <summary>How many lines from <paramref name="at"/> on are one table; 0 when there is none.</summary>
    public static int Length(List<string> lines, int at)
    {
        var cells = Cells(lines[at]).Length;
        if (cells < 2)
            return 0;
        var bars = HasBars(lines[at]);
        var end = at + 1;
        while (end < lines.Count && HasBars(lines[end]) == bars && (Cells(lines[end]).Length == cells || (bars && Line().IsMatch(lines[end]))))
            end++;
        return end - at >= 2 ? end - at : 0;
    }

    /// <summary>"Heading: cell; heading: cell", or the cells alone where there is no row of headings.</summary>
    public static IEnumerable<string> Rows(List<string> lines)
    {
        var rows = lines.Where(l => !Line().IsMatch(l)).Select(Cells).ToList();
        var headed = rows.Count > 1 && (rows.Count < lines.Count || rows.Count > 2);
        var names = headed ? rows[0] : [];
        foreach (var row in rows.Skip(headed ? 1 : 0))
            yield return string.Join("; ", row.Select((cell, i) => i < names.Length && names[i].Length > 0 ? $"{names[i]}: {cell}" : cell).Where(c => c.Length > 0));
    }

    private static bool HasBars(string line) => line.TrimStart() is ['|', ..];

    private static string[] Cells(string line) =>
        HasBars(line) ? [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())]
        : line.Contains('\t') ? [.. line.Trim().Split('\t').Select(c => c.Trim())]
        : [line];

    [GeneratedRegex(@"^[\s|:+-]*-[\s|:+-]*$")]
    private static partial Regex Line();
}
