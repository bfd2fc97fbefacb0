using System.Globalization;
using System.Text.RegularExpressions;

namespace CivicsClass.Library.Drafts;

/// <summary>A draft's footnotes: "[^name]" in the text, and "[^name]: …" on a line of its own. They are numbered as the text refers to them.</summary>
internal sealed partial class DraftNotes
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];

    /// <summary>The footnotes that the text refers to, with their numbers.</summary>
    public IEnumerable<(int Number, string Text)> All => _order.Select((name, at) => (at + 1, _texts[name]));

    /// <summary>Takes the footnotes out of the lines.</summary>
    public IEnumerable<string> Without(IEnumerable<string> lines)
    {
        string? open = null;
        foreach (var line in lines)
            if (NoteText().Match(line) is { Success: true } note && !_texts.ContainsKey(note.Groups[1].Value))
                _texts[open = note.Groups[1].Value] = line[note.Length..].Trim();
            else if (open is not null && line.StartsWith("    ", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(line))
                _texts[open] = $"{_texts[open]} {line.Trim()}";
            else
            {
                open = null;
                yield return line;
            }
    }

    /// <summary>Puts the numbers in place of the names.</summary>
    public string Number(string text) => Sign().Replace(text, sign =>
    {
        var name = sign.Groups[1].Value;
        if (!_texts.ContainsKey(name))
            return sign.Value;
        var at = _order.FindIndex(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            at = _order.Count;
            _order.Add(name);
        }
        return string.Create(CultureInfo.InvariantCulture, $"[{at + 1}]");
    });

    [GeneratedRegex(@"^ {0,3}\[\^([^\]\s]{1,40})\]:\s?")]
    private static partial Regex NoteText();

    [GeneratedRegex(@"\[\^([^\]\s]{1,40})\]")]
    private static partial Regex Sign();
}
