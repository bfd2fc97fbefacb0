using System.Globalization;
using System.Text;
using System.Xml;

namespace CivicsClass.Reports;

/// <summary>Words set into a box of an SVG, which breaks no lines by itself.</summary>
internal static class MapWords
{
    private const int Lines = 3;

    /// <summary>At most three lines of about so many letters; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Broken(string text, int letters)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in Pieces(text, letters))
        {
            if (line.Length > 0 && Width(line.ToString()) + 1 + Width(word) > letters)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (lines.Count == Lines)
                return [.. lines.SkipLast(1), $"{lines[^1]} …"];
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        return line.Length > 0 ? [.. lines, line.ToString()] : lines;
    }

    /// <summary>Without what XML cannot hold.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    /// <summary>A word longer than a line is cut between two characters.</summary>
    private static IEnumerable<string> Pieces(string text, int letters)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var piece = new StringBuilder();
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                if (piece.Length > 0 && Width(piece.ToString()) + Width(elements.GetTextElement()) > letters)
                {
                    yield return piece.ToString();
                    piece.Clear();
                }
                piece.Append(elements.GetTextElement());
            }
            yield return piece.ToString();
        }
    }

    /// <summary>In letters: signs of East Asian scripts and emoji take two.</summary>
    private static int Width(string text)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            width += Rune.GetRuneAt(elements.GetTextElement(), 0).Value >= 0x1100 && !char.IsAsciiLetter(elements.GetTextElement()[0]) ? 2 : 1;
        return width;
    }
}
