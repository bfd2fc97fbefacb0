using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Drafts;

/// <summary>Tables in plain text or Markdown, with bars or tabs between the cells.</summary>
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
        while (end < lines.Count && HasBars(lines[end]) == bars && (Cells(lines[end]).Length == cells || (bars && IsRule(lines[end]))))
            end++;
        return end - at >= 2 ? end - at : 0;
    }

    public static TableText Read(List<string> lines, string caption)
    {
        var rows = lines.Where(l => !IsRule(l)).Select(l => Cells(l).Select(DraftInline.Plain).ToArray()).ToList();
        var headed = rows.Count > 1 && (rows.Count < lines.Count || rows.Count > 2);
        return new TableText(caption, headed ? rows[0] : [.. rows[0].Select(_ => "")], [.. rows.Skip(headed ? 1 : 0)]);
    }

    /// <summary>Divides the head of a table from its rows.</summary>
    private static bool IsRule(string line) => line.Contains('-') && line.All(c => char.IsWhiteSpace(c) || c is '|' or ':' or '+' or '-');

    private static bool HasBars(string line) => line.TrimStart() is ['|', ..];

    private static string[] Cells(string line)
    {
        if (!HasBars(line))
            return line.Contains('\t') ? [.. line.Trim().Split('\t').Select(c => c.Trim())] : [line];
        var inner = line.Trim()[1..];
        if (inner is [.., not '\\', '|'] or ['|'])
            inner = inner[..^1];
        return [.. Bar().Split(inner).Select(c => c.Trim())];
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
