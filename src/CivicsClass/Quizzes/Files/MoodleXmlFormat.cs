using System.Globalization;
using System.Xml.Linq;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>Moodle XML (docs.moodle.org, "Moodle XML format"). Our own fields stand as the question's tags.</summary>
public sealed class MoodleXmlFormat : IQuizFormat
{
    private static readonly string[] Whole = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];

    public string Key => "moodle-xml";
    public string Name => "Moodle XML";
    public string Ending => ".moodle.xml";
    public string ContentType => "application/xml";
    public QuizParts Keeps => QuizParts.All;

    public bool Recognises(QuizUpload upload) => upload.Root == "quiz";

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        foreach (var question in upload.Xml!.Root!.All("question"))
            if (intake.IsFull)
                return;
            else
                Read(question, SafeXml.Place("", question.Line()), intake);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items) =>
        SafeXml.Write(new XDocument(new XDeclaration("1.0", "UTF-8", null), new XElement("quiz", items.Select(Question))));

    private static void Read(XElement question, string place, QuizIntake intake)
    {
        var raw = new RawQuestion(place);
        raw.Stem = Words(question.One("questiontext"), raw);
        var type = question.Says("type") ?? "";
        if (type == "category")
            intake.Remark($"The category “{QuizText.OneLine(question.One("category")?.One("text")?.Value)}” was left out; a topic's questions stand in one list.");
        else if (Unasked(type) is { } reason)
            intake.Refuse(place, raw.Stem.Length > 0 ? raw.Stem : Words(question.One("name"), raw), reason);
        else
        {
            (raw.Id, raw.Title, raw.Explanation) = (question.One("idnumber")?.Value.Trim(), question.One("name")?.One("text")?.Value.Trim(), Words(question.One("generalfeedback"), raw));
            raw.Several = type == "multichoice" && question.One("single")?.Value.Trim() is "false" or "0";
            raw.Options.AddRange(question.All("answer").Select(a => new RawOption(Words(a, raw), Fraction(a), Words(a.One("feedback"), raw))));
            raw.Tags.AddRange(question.One("tags")?.All("tag").Select(t => t.One("text")?.Value ?? "") ?? []);
            Losses(question, raw);
            intake.Take(raw);
        }
    }

    private static string? Unasked(string type) => type switch
    {
        "multichoice" or "truefalse" => null,
        "essay" => Unfit.Essay,
        "shortanswer" or "regexp" => Unfit.ShortText,
        "numerical" or "calculated" or "calculatedsimple" => Unfit.Number,
        "matching" or "randomsamatch" => Unfit.Matching,
        "ordering" => Unfit.Ordering,
        "cloze" or "multianswer" or "gapselect" or "ddwtos" => Unfit.Gaps,
        "description" => Unfit.Description,
        "ddmarker" or "ddimageortext" => Unfit.Picture,
        _ => Unfit.Kind(type),
    };

    private static void Losses(XElement question, RawQuestion raw)
    {
        if (double.TryParse(question.One("defaultgrade")?.Value, CultureInfo.InvariantCulture, out var points) && points != 1)
            raw.Note(string.Create(CultureInfo.InvariantCulture, $"Its {points:0.##} points were left out; each question counts the same here."));
        if (question.All("hint").Any(h => Words(h, new RawQuestion("")).Length > 0))
            raw.Note("Hints were left out; there is one try here.");
        if (Whole.Select(f => Words(question.One(f), new RawQuestion(""))).FirstOrDefault(f => f.Length > 0 && !f.StartsWith("Your answer is ", StringComparison.Ordinal)) is { } lost)
            raw.Note($"The feedback for right, partly right or wrong answers as a whole was left out (“{QuizText.OneLine(lost)}”). Feedback belongs to each option here.");
        if (question.Below("file").Any())
            raw.Note("A file in the question was left out, because a question is text alone. Say in words what it showed.");
    }

    private static string Words(XElement? part, RawQuestion raw)
    {
        var text = part?.One("text")?.Value ?? "";
        if (part?.Says("format") == "markdown" && text.Length > 0)
            raw.Note("The text was Markdown; signs such as * may have stayed in it.");
        return part?.Says("format") switch
        {
            "plain_text" or "markdown" => text.Trim(),
            _ when part?.Name.LocalName is "name" => text.Trim(),
            null or "" or "moodle_auto_format" when !HtmlWords.Looks(text) => text.Trim(),
            _ => HtmlWords.Of(text, raw.Notes).Trim(),
        };
    }

    private static double Fraction(XElement answer) =>
        double.TryParse(answer.Says("fraction"), NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) ? fraction / 100 : 0;

    private static XElement Question(QuizItem item) => new("question", new XAttribute("type", item.Kind == ItemKind.TrueFalse ? "truefalse" : "multichoice"),
        new XElement("name", new XElement("text", item.Id)),
        Html("questiontext", item.Stem),
        Html("generalfeedback", item.Explanation),
        new XElement("defaultgrade", "1"), new XElement("penalty", item.Kind == ItemKind.TrueFalse ? "1" : "0"), new XElement("hidden", "0"), new XElement("idnumber", item.Id),
        item.Kind == ItemKind.TrueFalse ? null : new[] { new XElement("single", item.Kind == ItemKind.Single ? "true" : "false"), new XElement("shuffleanswers", "true"), new XElement("answernumbering", "abc") },
        item.Options.Select(o => Answer(item, o)),
        new XElement("tags", ItemTags.Of(item).Select(t => new XElement("tag", new XElement("text", t)))));

    private static XElement Answer(QuizItem item, Option option)
    {
        var share = item.Kind == ItemKind.Multiple ? Math.Round(100.0 / item.Options.Count(o => o.Correct), 5) : 100;
        var fraction = new XAttribute("fraction", (option.Correct ? share : item.Kind == ItemKind.Multiple ? -100 : 0).ToString(CultureInfo.InvariantCulture));
        return item.Kind == ItemKind.TrueFalse
            ? new XElement("answer", fraction, new XAttribute("format", "moodle_auto_format"), new XElement("text", option.Text.ToLowerInvariant()), Html("feedback", option.Feedback))
            : new XElement("answer", fraction, new XAttribute("format", "html"), new XElement("text", HtmlWords.Escape(option.Text)), Html("feedback", option.Feedback));
    }

    private static XElement Html(string name, string text) => new(name, new XAttribute("format", "html"), new XElement("text", HtmlWords.Escape(text)));
}
