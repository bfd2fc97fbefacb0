using System.Text;
using CivicsClass.Library;
using CivicsClass.Quizzes.Files;
using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Quizzes.Files;

/// <summary>Questions with everything in their texts that a format may stumble over.</summary>
internal static class NastyItems
{
    private static readonly string[] Pieces =
    [
        "~", "=", "#", "{", "}", ":", "\\", "\\n", "::", "####", "->", "//", "// [id:x]", "$CATEGORY: x", "::title::", "%50%", "[html]", "[plain]<b>x</b>", "]", "\\]",
        "<", "&", "<p>text</p>", "<!-- x -->", "]]>", "&amp;", "&lt;b&gt;", "&#8217;", "</text>", "<script>", "\"", "\"\"", "'", ",", ";", "|", "\\;", "=SUM(A1)", "+1", "-1", "@x", "'=1", "''", "＝1",
        "A. text", "B) text", "ANSWER: A", "T", "FALSE", "True", "1,2", "sep=;", "_x000D_", "_x005F_", "null", "{\"a\":1}", "\r\n", "\n", "\t", "\u00A0", "\u2028", "\u0000", "\u0007", "\uFEFF", "\uFFFF",
        "שלום", "\u200Fمرحبا\u200E", "\u202Ex", "李", "Zoë", "e\u0301", "🗳️", "👩‍⚖️", "\uD83D", "“quoted”", "¿Sí?", "straße", " ", "word",
    ];

    private static readonly Gen<string> Text =
        from pieces in Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).NonEmptyListOf()
        from room in Gen.Elements("", " ")
        let text = string.Join(room, pieces.Take(8))
        select QuizText.OneLine(text).Length > 0 ? text : "word" + text;

    private static readonly Gen<ParagraphRef> Rest = from id in Gen.Elements("jail-door", "a", "law-2") from number in Gen.Choose(1, 400) select new ParagraphRef(id, number);

    private static readonly Gen<QuizItem> Item =
        from kind in Gen.Elements(ItemKind.Single, ItemKind.Multiple, ItemKind.TrueFalse)
        from count in Gen.Choose(3, 6)
        from order in Gen.Elements(true, false)
        from texts in Text.ListOf(count)
        from feedback in Text.ListOf(6)
        from mistakes in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t)).ListOf(6)
        from right in Gen.Choose(1, (1 << (kind == ItemKind.TrueFalse ? 2 : count)) - 2)
        from single in Gen.Choose(0, (kind == ItemKind.TrueFalse ? 2 : count) - 1)
        from stem in Text
        from explanation in Text
        from rests in Rest.NonEmptyListOf()
        from standards in Text.ListOf()
        from rest in Gen.Choose(0, 1000)
        select new QuizItem
        {
            Id = $"item-{rest}",
            Kind = kind,
            Stem = stem,
            Options = [.. (kind == ItemKind.TrueFalse ? order ? ["True", "False"] : ["False", "True"] : texts.ToArray()).Select((text, i) =>
                (text, isRight: kind == ItemKind.Multiple ? (right & (1 << i)) != 0 : i == single, i))
                .Select(o => new Option(QuizText.Letter(o.i), o.text, o.isRight, o.isRight ? null : mistakes[o.i], feedback[o.i]))],
            Explanation = explanation,
            RestsOn = [.. rests.Distinct().Take(20)],
            Difficulty = (Difficulty)(rest % 3),
            Standards = [.. standards.Take(5)],
            Helps = rest % 2 == 0 ? "neither" : "choose",
            AsOf = rest % 5 == 0 ? "2026-02" : null,
        };

    public static Arbitrary<IList<QuizItem>> Lists { get; } =
        Arb.From(Item.NonEmptyListOf().Select(IList<QuizItem> (items) => [.. items.Take(6).Select((item, i) => item with { Id = $"{item.Id}-{i}" })]));

    /// <summary>What a format can hold of a question, in words that can be compared.</summary>
    public static string Held(this IQuizFormat format, QuizItem item)
    {
        item = QuizText.Tidy(item);
        if (format.Key == "gift" && item.Kind == ItemKind.TrueFalse)
            item = QuizText.Tidy(item with { Options = [.. item.Options.OrderBy(o => o.Text != "True")] });
        var kind = format.Key == "kahoot" && item.Kind == ItemKind.Multiple && item.Key.Count() == 1 ? ItemKind.Single : item.Kind;
        return InWords(format.Keeps, item.Id, kind, item.Stem, item.Options.Select(o => new FoundOption(o.Text, o.Correct, o.Feedback, o.Misconception)), item.Explanation, item.RestsOn, item.Difficulty, item.Standards, item.Helps, item.AsOf);
    }

    public static string Held(this IQuizFormat format, FoundQuestion found) =>
        InWords(format.Keeps, found.Id, found.Kind, found.Stem, found.Options, found.Explanation, found.RestsOn, found.Difficulty, found.Standards, found.Helps, found.AsOf);

    private static string InWords(QuizParts keeps, string id, ItemKind kind, string stem, IEnumerable<FoundOption> options, string? explanation, IEnumerable<ParagraphRef> rests, Difficulty? difficulty, IEnumerable<string> standards, string? helps, string? asOf)
    {
        var words = new StringBuilder().AppendLine(kind + ": " + stem);
        foreach (var option in options)
            words.AppendJoin(' ', option.Correct ? "right:" : "wrong:", option.Text, Part(QuizParts.Feedback, option.Feedback), Part(QuizParts.Misconceptions, option.Misconception)).AppendLine();
        return words.AppendLine(Part(QuizParts.Id, id)).AppendLine(Part(QuizParts.Explanation, explanation)).AppendLine(Part(QuizParts.RestsOn, string.Join(' ', rests)))
            .AppendLine(Part(QuizParts.Difficulty, $"{difficulty}")).AppendLine(Part(QuizParts.Standards, string.Join('|', standards))).AppendLine(Part(QuizParts.Helps, helps)).AppendLine(Part(QuizParts.AsOf, asOf)).ToString();

        string Part(QuizParts part, string? text) => keeps.HasFlag(part) ? $"{part}: {text ?? "-"}" : "";
    }
}
