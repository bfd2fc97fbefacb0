using System.Text.RegularExpressions;

namespace CivicsClass.Quizzes.Files;

/// <summary>Reads GIFT text question by question: what stands between empty lines.</summary>
internal sealed partial class GiftReader(QuizIntake intake)
{
    private readonly List<string> _tags = [];
    private string? _id;

    public void Read(string[] lines)
    {
        for (var at = 0; at < lines.Length && !intake.IsFull;)
        {
            var line = lines[at].Trim();
            if (line.StartsWith("//", StringComparison.Ordinal))
                Comment(line);
            else if (line.StartsWith("$CATEGORY:", StringComparison.OrdinalIgnoreCase))
                intake.Remark($"The category “{line[10..].Trim()}” was left out; a topic's questions stand in one list.");
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("$CATEGORY:", StringComparison.OrdinalIgnoreCase))
            {
                at++;
                continue;
            }
            var end = End(lines, at);
            var block = string.Join('\n', lines[at..end].Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal))).Trim();
            new GiftQuestion(block, SafeXml.Place("", at + 1), _id, [.. _tags]).Into(intake);
            (at, _id) = (end, null);
            _tags.Clear();
        }
    }

    /// <summary>The line after the question: at an empty line, or later when its brace is closed there before another question begins.</summary>
    private static int End(string[] lines, int from)
    {
        var (depth, end) = (0, from);
        for (; end < lines.Length && lines[end].Trim().Length > 0; end++)
            depth += Braces(lines[end]);
        if (depth <= 0)
            return end;
        for (var later = end; later < lines.Length && later < end + 200; later++)
        {
            var line = lines[later].TrimStart();
            if (line.StartsWith("::", StringComparison.Ordinal) || line.StartsWith('$') || Braces(line) > 0)
                return end;
            if (Braces(line) < 0)
                return later + 1;
        }
        return end;
    }

    private static int Braces(string line)
    {
        if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            return 0;
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
            if (line[at] == '\\')
                at++;
            else
                depth += line[at] == '{' ? 1 : line[at] == '}' ? -1 : 0;
        return depth;
    }

    private void Comment(string line)
    {
        foreach (Match mark in Marks().Matches(line))
        {
            var value = mark.Groups[2].Value.Replace("\\]", "]", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
            if (mark.Groups[1].Value == "id")
                _id = value;
            else
                _tags.Add(value);
        }
    }

    [GeneratedRegex(@"\[(id|tag):((?:\\[\\\]]|[^\]\\]|\\(?![\\\]]))*)\]")]
    private static partial Regex Marks();
}
