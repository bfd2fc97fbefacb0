using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>Writes a reading as Markdown that both readers of it, <see cref="MarkdownText"/> and <see cref="Drafts.DraftBlocks"/>, understand alike.
/// Inline texts come escaped, by <see cref="Escape"/> and <see cref="Link"/>.</summary>
/// <param name="most">How many letters it may have: what is imported ends here, and not when memory does.</param>
internal sealed partial class MarkdownWriter(int most = int.MaxValue)
{
    private readonly List<string> _notes = [];
    private readonly StringBuilder _text = new();
    private int _noted;
    /// <summary>The items that stand open, from the outermost on. <c>Within</c>: where what stands within them begins.</summary>
    private readonly List<(int? Number, char Sign, int Within)> _items = [];

    public void Heading(int level, string text) => Add($"{new string('#', Math.Clamp(level, 1, 6))} ", Closing().Replace(text.Trim(), @"\$0"));

    public void Paragraph(string text) => Add("", text);

    public void Quote(string text) => Add("> ", text.Replace("\n", "\n> ", StringComparison.Ordinal));

    /// <param name="mark">Of a numbered item, "3."</param>
    public void Item(int level, string? mark, string text)
    {
        if (text.Length == 0)
            return;
        var goesOn = _items.Count > 0;
        level = Math.Max(level, 1);
        _items.RemoveRange(Math.Min(level, _items.Count), Math.Max(0, _items.Count - level));
        var before = _items.Count == level ? _items[^1] : (Number: (int?)null, Sign: '.', Within: 0);
        var number = mark is null ? (int?)null : int.TryParse(mark.TrimEnd('.'), out var given) ? given : 1;
        // The other sign after the number begins another list.
        var isNext = number is not null && before.Number + 1 == number;
        var sign = number is null || before.Number is null || isNext ? before.Sign : before.Sign == '.' ? ')' : '.';
        var together = goesOn && (number is null ? before.Number is null : isNext || (number == 1 && before.Number is null && _items.Count < level));
        if (_items.Count == level)
            _items.RemoveAt(level - 1);
        var start = Within;
        _text.Append(together && _items.Count == level - 1 ? "\n" : Gap()).Append(' ', start);
        // An item deeper than the one around it by more than a level: the levels between hold nothing else.
        for (; _items.Count < level - 1; start += 4)
        {
            _text.Append("-   ");
            _items.Add((null, '.', start + 4));
        }
        var lead = number is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n}{sign} ") : "- ";
        _items.Add((number, sign, start + Math.Max(4, lead.Length)));
        _text.Append(lead).Append(AtStart(text).Replace("\n", "\n" + new string(' ', start + lead.Length), StringComparison.Ordinal));
        MustFit(_text.Length);
    }

    public void Table(string caption, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (caption.Length > 0)
            Add("", TableText.CaptionSign + caption, asItIs: true);
        var columns = rows.Append(head).Max(r => r.Count);
        MustFit(_text.Length + ((rows.Count + 1L) * columns * " | ".Length));
        var lines = rows.Prepend(head).Select(r => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(at => at < r.Count ? Cell(r[at]) : ""))} |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat("---|", columns)));
        Add("", string.Join('\n', lines), asItIs: true);
    }

    public void Image(string description, string name) => Add("", $"![{description}]({Picture.Folder}{name})", asItIs: true);

    public void Note(string label, string text)
    {
        _notes.Add($"[^{label}]: {AtStart(text).Replace("\n", "\n    ", StringComparison.Ordinal)}".TrimEnd());
        MustFit(_noted += _notes[^1].Length);
    }

    public static string Reference(string label) => $"[^{label}]";

    public static string Link(string words, string address) =>
        words.Length > 0 && WebAddress.IsValid(address) && !address.AsSpan().ContainsAny("<>\n ") ? $"[{words}](<{address}>)" : words;

    /// <summary>Words so that no sign among them is taken for Markdown.</summary>
    public static string Escape(string words)
    {
        var text = Spaces().Replace(words, " ");
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            escaped.Append(IsSign(text, at) ? @"\" : "").Append(text[at]);
        return escaped.ToString();
    }

    /// <summary>Whether the letter would be taken for Markdown where it stands.</summary>
    private static bool IsSign(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return text[at] switch
        {
            '`' => true,
            '*' => before != ' ' || after != ' ',
            '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after),
            '[' => !Aside().IsMatch(text.AsSpan(at)),
            '\\' => char.IsAsciiLetterOrDigit(after) == false,
            '<' => after != ' ' && !char.IsAsciiDigit(after),
            '&' => Entity().IsMatch(text.AsSpan(at)),
            _ => false,
        };
    }

    public override string ToString() => string.Join("\n\n", new[] { _text.ToString(), string.Join("\n\n", _notes) }.Where(t => t.Length > 0));

    private void Add(string sign, string text, bool asItIs = false)
    {
        if (text.Length == 0)
            return;
        _text.Append(Gap()).Append(sign).Append(asItIs ? text : AtStart(text));
        _items.Clear();
        MustFit(_text.Length);
    }

    private void MustFit(long letters)
    {
        if (letters > most)
            throw NotImportedException.TooLong;
    }

    private static string Cell(string text) => (Dashes().IsMatch(text) ? @"\" : "") + text.Replace("|", @"\|", StringComparison.Ordinal);

    private int Within => _items.Count > 0 ? _items[^1].Within : 0;

    private string Gap() => _text.Length == 0 ? "" : "\n\n";

    /// <summary>A text whose beginning is not taken for a heading, list, quotation, table, line or block of code.</summary>
    private static string AtStart(string text)
    {
        text = text.Trim();
        if (Number().Match(text) is { Success: true } number)
            return text.Insert(number.Length - 1, @"\");
        if (Sign().IsMatch(text))
            return @"\" + text;
        return text is ['•' or '‣' or '▪' or '·' or '◦', ..] ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)text[0]};{text[1..]}") : text;
    }

    [GeneratedRegex(@"\A\d{1,9}[.)](?=\s|\z)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(#{1,6}(\s|\z)|[-+*](\s|\z)|>|\||=+\s*\z|-{2,}|[-:+|][-:+|\s]*\z|~{3}|\*{2}|_{2})")]
    private static partial Regex Sign();

    /// <summary>"[sic]", which leads nowhere.</summary>
    [GeneratedRegex(@"\A\[[^\[\]()^:]*\][^\[(:]")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\A&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<=\s)#+\z")]
    private static partial Regex Closing();

    /// <summary>A cell that would be taken for the line under a table's head.</summary>
    [GeneratedRegex(@"\A:?-+:?\z")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Spaces();
}
