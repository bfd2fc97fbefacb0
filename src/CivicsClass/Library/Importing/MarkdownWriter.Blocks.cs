using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

internal sealed partial class MarkdownWriter
{
    /// <summary>A reading's text, which <see cref="MarkdownText"/> reads as the very same blocks.</summary>
    public static string Write(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        var words = new ExactWords(all.Where(b => b.Kind == BlockKind.Note).Select(b => b.Mark!));
        var writer = new MarkdownWriter();
        for (var at = 0; at < all.Count; at++)
        {
            var block = all[at];
            switch (block.Kind)
            {
                case BlockKind.Heading: writer.Heading(block.Level ?? 2, words.Of(block.Sentences[0])); break;
                case BlockKind.Quote: writer.Quote(words.Of(block.Sentences)); break;
                case BlockKind.List: writer.Item(block.Level ?? 1, block.Mark, words.Of(block.Sentences)); break;
                case BlockKind.Image: writer.Image(words.Of(block.Sentences[0], inBrackets: true), block.Image!); break;
                case BlockKind.Note: words.Skip(writer, block.Mark!); writer.Note(block.Mark!, words.Of(block.Sentences)); break;
                case BlockKind.Row: break;
                case BlockKind.Table:
                    var caption = block.Sentences.Count > 0 ? words.Of(block.Sentences[0]) : "";
                    var head = block.Cells!.Select(c => words.Of(c)).ToList();
                    writer.Table(caption, head, [.. all.Skip(at + 1).TakeWhile(b => b.Kind == BlockKind.Row).Select(r => r.Cells!.Select(c => words.Of(c)).ToList())]);
                    break;
                default:
                    var text = words.Of(block.Sentences);
                    var isNoCaption = at + 1 < all.Count && all[at + 1] is { Kind: BlockKind.Table, Sentences.Count: 0 } && text.StartsWith(TableText.CaptionSign, StringComparison.Ordinal);
                    writer.Paragraph(isNoCaption ? text.Remove(5, 1).Insert(5, "&#58;") : text);
                    break;
            }
        }
        return writer.ToString();
    }

    /// <summary>Texts of a reading, word for word: also their room, their footnotes' numbers and where their sentences end.</summary>
    private sealed partial class ExactWords(IEnumerable<string> notes)
    {
        private readonly int _last = notes.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        /// <summary>The first number that the text has not referred to yet. Numbers come from the order of references.</summary>
        private int _next = 1;
        private int _written;

        public string Of(IReadOnlyList<string> sentences)
        {
            var together = string.Join(' ', sentences);
            return Of(Sentences.Split(together).SequenceEqual(sentences) ? together : string.Join(Sentences.EndsHere, sentences.Select(Whole)));
        }

        public string Of(string text, bool inBrackets = false)
        {
            var exact = new StringBuilder(text.Length);
            var lines = text.Contains(Sentences.EndsHere);
            for (var at = 0; at < text.Length; at++)
                if (text[at] == Sentences.EndsHere)
                    exact.Append("\\\n");
                else if (text[at] == Sentences.GoesOn)
                    exact.Append(InlineText.GoesOn);
                else if (IsRoom(text, at) || char.IsControl(text[at]))
                    exact.Append(CultureInfo.InvariantCulture, $"&#{(int)text[at]};");
                else if (TakeReference(text, at) is { } number)
                {
                    exact.Append(Reference(number));
                    at += number.Length + 1;
                }
                else
                    exact.Append(IsSign(text, at) || AfterReference(text, at) || (inBrackets && (text[at] is '[' or ']' || (text[at] == '^' && at == 0))) || (lines && text[at] == '|') || IsBeforeSquare(text, at) ? @"\" : "").Append(text[at]);
            var written = exact.ToString();
            return lines ? string.Join('\n', written.Split('\n').Select(AtStart)) : written;
        }

        /// <summary>Footnotes without a text keep their number.</summary>
        public void Skip(MarkdownWriter writer, string mark)
        {
            for (var number = int.Parse(mark, CultureInfo.InvariantCulture); ++_written < number;)
                writer.Note(_written.ToString(CultureInfo.InvariantCulture), "");
        }

        /// <summary>The number that stands here in brackets, if it is a footnote's.</summary>
        private string? TakeReference(string text, int at)
        {
            if (_last == 0 || text[at] != '[' || !NoteNumber().IsMatch(text.AsSpan(at)))
                return null;
            var name = text[(at + 1)..text.IndexOf(']', at)];
            var number = int.Parse(name, CultureInfo.InvariantCulture);
            if (number > _last || number > _next)
                return null;
            _next = Math.Max(_next, number + 1);
            return name;
        }

        /// <summary>A sign that would make something else of the reference before it.</summary>
        private static bool AfterReference(string text, int at) => at > 0 && text[at - 1] == ']' && text[at] is ('(' or '[' or ':');

        private static bool IsBeforeSquare(string text, int at) => text[at] == '!' && at + 1 < text.Length && text[at + 1] == '[';

        /// <summary>A sentence with marks where else it would be divided.</summary>
        private static string Whole(string sentence)
        {
            for (var tries = sentence.Length; tries > 0 && Sentences.Split(sentence) is [var first, _, ..]; tries--)
            {
                var (at, letters) = (0, 0);
                for (; letters < first.Length; at++)
                    letters += sentence[at] == Sentences.GoesOn ? 0 : 1;
                sentence = sentence.Insert(at, Sentences.GoesOn.ToString());
            }
            return sentence;
        }

        /// <summary>Room that Markdown would not keep.</summary>
        private static bool IsRoom(string text, int at) =>
            char.IsWhiteSpace(text[at]) && (text[at] != ' ' || at == 0 || at == text.Length - 1 || char.IsWhiteSpace(text[at - 1]));

        [GeneratedRegex(@"\A\[[1-9]\d{0,2}\]")]
        private static partial Regex NoteNumber();
    }
}
