using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>Writes a reading as Markdown that both readers of it, <see cref="MarkdownText"/> and <see cref="Drafts.DraftBlocks"/>, understand alike.
/// Inline texts come escaped, by <see cref="Escape"/> and <see cref="Link"/>.</summary>
internal sealed partial class MarkdownWriter
{
    private readonly List<string> _notes = [];
    private readonly StringBuilder _text = new();
    /// <summary>The items that stand open, from the outermost on.</summary>
    private readonly List<(int? Number, char Sign)> _items = [];

    public static string Write(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        var notes = all.Where(b => b.Kind == BlockKind.Note).Select(b => b.Mark).ToHashSet();
        var writer = new MarkdownWriter();
        for (var at = 0; at < all.Count; at++)
        {
            var text = Words(string.Join(' ', all[at].Sentences));
            switch (all[at].Kind)
            {
                case BlockKind.Heading: writer.Heading(all[at].Level ?? 2, text); break;
                case BlockKind.Quote: writer.Quote(text); break;
                case BlockKind.List: writer.Item(all[at].Level ?? 1, all[at].Mark, text); break;
                case BlockKind.Image: writer.Image(text, all[at].Image!); break;
                case BlockKind.Note: writer.Note(all[at].Mark!, text); break;
                case BlockKind.Row: break;
                case BlockKind.Table:
                    var rows = all.Skip(at + 1).TakeWhile(b => b.Kind == BlockKind.Row).Select(r => r.Cells!.Select(Words).ToList());
                    writer.Table(text, [.. all[at].Cells!.Select(Words)], [.. rows]);
                    break;
                default: writer.Paragraph(text); break;
            }
        }
        return writer.ToString();

        string Words(string text) => NoteNumber().Replace(Escape(text), sign => notes.Contains(sign.Groups[1].Value) ? Reference(sign.Groups[1].Value) : sign.Value);
    }

    public void Heading(int level, string text) => Add($"{new string('#', Math.Clamp(level, 1, 6))} ", Closing().Replace(text.Trim(), @"\$0"));

    public void Paragraph(string text) => Add("", text);

    public void Quote(string text) => Add("> ", text);

    /// <param name="mark">Of a numbered item, "3."</param>
    public void Item(int level, string? mark, string text)
    {
        if (text.Length == 0)
            return;
        var goesOn = _items.Count > 0;
        level = Math.Clamp(level, 1, _items.Count + 1);
        _items.RemoveRange(Math.Min(level, _items.Count), Math.Max(0, _items.Count - level));
        var before = _items.Count == level ? _items[^1] : (Number: (int?)null, Sign: '.');
        var number = mark is null ? (int?)null : int.TryParse(mark.TrimEnd('.'), out var given) ? given : 1;
        // The other sign after the number begins another list.
        var isNext = number is not null && before.Number + 1 == number;
        var sign = number is null || before.Number is null || isNext ? before.Sign : before.Sign == '.' ? ')' : '.';
        var together = goesOn && (number is null ? before.Number is null : isNext || (number == 1 && before.Number is null && _items.Count < level));
        if (_items.Count == level)
            _items.RemoveAt(level - 1);
        _items.Add((number, sign));
        _text.Append(together ? "\n" : Gap()).Append(' ', 4 * (level - 1)).Append(number is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n}{sign}") : "-").Append(' ').Append(AtStart(text));
    }

    public void Table(string caption, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (caption.Length > 0)
            Add("", TableText.CaptionSign + caption, asItIs: true);
        var columns = rows.Append(head).Max(r => r.Count);
        var lines = rows.Prepend(head).Select(r => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(at => at < r.Count ? r[at].Replace("|", @"\|", StringComparison.Ordinal) : ""))} |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat("---|", columns)));
        Add("", string.Join('\n', lines), asItIs: true);
    }

    public void Image(string description, string name) => Add("", $"![{description}]({Picture.Folder}{name})", asItIs: true);

    public void Note(string label, string text) => _notes.Add($"[^{label}]: {text}");

    public static string Reference(string label) => $"[^{label}]";

    public static string Link(string words, string address) =>
        words.Length > 0 && WebAddress.IsValid(address) && !address.AsSpan().ContainsAny("<>\n ") ? $"[{words}](<{address}>)" : words;

    /// <summary>Words so that no sign among them is taken for Markdown.</summary>
    public static string Escape(string words)
    {
        var text = Spaces().Replace(words, " ");
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var (letter, before, after) = (text[at], at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
            var isSign = letter switch
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
            if (isSign)
                escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    public override string ToString() => string.Join("\n\n", new[] { _text.ToString(), string.Join("\n\n", _notes) }.Where(t => t.Length > 0));

    private void Add(string sign, string text, bool asItIs = false)
    {
        if (text.Length == 0)
            return;
        _text.Append(Gap()).Append(sign).Append(asItIs ? text : AtStart(text));
        _items.Clear();
    }

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

    [GeneratedRegex(@"\A(#{1,6}(\s|\z)|[-+*](\s|\z)|>|\||=+\s*\z|-{2,}|~{3}|\*{2}|_{2})")]
    private static partial Regex Sign();

    /// <summary>"[sic]", which leads nowhere.</summary>
    [GeneratedRegex(@"\A\[[^\[\]()^:]*\][^\[(:]")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\A&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<=\s)#+\z")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\\?\[(\d{1,3})\]")]
    private static partial Regex NoteNumber();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Spaces();
}
