using System.Globalization;
using System.Text;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>Moodle's GIFT (docs.moodle.org, "GIFT format"). Our own fields stand as tags in the comment before a question, as Moodle writes tags.</summary>
public sealed class GiftFormat : IQuizFormat
{
    public string Key => "gift";
    public string Name => "GIFT";
    public string Ending => ".gift.txt";
    public string ContentType => "text/plain; charset=utf-8";
    public QuizParts Keeps => QuizParts.All;

    public bool Recognises(QuizUpload upload) =>
        upload.Trouble is null && upload.Lines.Any(l => !l.StartsWith("//", StringComparison.Ordinal) && (l.Contains('{') || l.StartsWith("::", StringComparison.Ordinal) || l.StartsWith("$CATEGORY:", StringComparison.Ordinal)));

    public void Read(QuizUpload upload, QuizIntake intake) => new GiftReader(intake).Read(upload.Lines);

    public byte[] Write(string title, IReadOnlyList<QuizItem> items)
    {
        var text = new StringBuilder().Append("// ").Append(title.Replace('[', '(')).Append("\n\n");
        foreach (var item in items)
            Write(item, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(QuizItem item, StringBuilder text)
    {
        item = Ordered(item);
        text.Append("// [id:").Append(item.Id).Append(']');
        foreach (var tag in ItemTags.Of(item))
            text.Append(" [tag:").Append(tag.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)).Append(']');
        text.Append("\n::").Append(item.Id).Append("::[plain]").Append(Signs(item.Stem)).Append(" {");
        if (item.Kind == ItemKind.TrueFalse)
            text.Append(item.Options[0].Correct ? "TRUE" : "FALSE")
                .Append('#').Append(Escape(item.Options.First(o => !o.Correct).Feedback))
                .Append('#').Append(Escape(item.Options.First(o => o.Correct).Feedback));
        else
            foreach (var option in item.Options)
                text.Append("\n\t").Append(Mark(item, option)).Append(Escape(option.Text)).Append(" #").Append(Escape(option.Feedback));
        text.Append(item.Kind == ItemKind.TrueFalse ? "####" : "\n\t####").Append(Escape(item.Explanation)).Append(item.Kind == ItemKind.TrueFalse ? "}\n\n" : "\n}\n\n");
    }

    /// <summary>GIFT knows which of the two is right, and not which stands first.</summary>
    private static QuizItem Ordered(QuizItem item) =>
        item.Kind == ItemKind.TrueFalse && item.Options[0].Text != "True" ? item with { Options = [item.Options[1], item.Options[0]] } : item;

    /// <summary>A per cent sign at the start of an option would be taken for its weight, so such an option gets one.</summary>
    private static string Mark(QuizItem item, Option option)
    {
        var percent = option.Text.StartsWith('%');
        if (item.Kind != ItemKind.Multiple)
            return (option.Correct ? "=" : "~") + (percent ? option.Correct ? "%100%" : "%0%" : "");
        var share = Math.Round(100.0 / item.Options.Count(o => o.Correct), 5);
        return string.Create(CultureInfo.InvariantCulture, $"~%{(option.Correct ? share : -100)}%");
    }

    /// <summary>A text that begins like a mark of its form gets the mark for plain text.</summary>
    private static string Escape(string text) => (GiftQuestion.FormMark().IsMatch(text) ? "[plain]" : "") + Signs(text);

    private static string Signs(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
            escaped.Append(letter is '~' or '=' or '#' or '{' or '}' or ':' or '\\' ? "\\" : "").Append(letter);
        return escaped.ToString();
    }
}
