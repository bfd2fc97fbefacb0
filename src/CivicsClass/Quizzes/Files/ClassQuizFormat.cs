using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>ClassQuiz: its JSON, and the JSON in its .cqa archive. Our own fields stand in a member of their own, which ClassQuiz passes over.</summary>
public sealed class ClassQuizFormat : IQuizFormat
{
    private const string Own = "civicsclass", Seconds = "60";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Key => "classquiz";
    public string Name => "ClassQuiz JSON";
    public string Ending => ".classquiz.json";
    public string ContentType => "application/json";
    public QuizParts Keeps => QuizParts.All;

    public bool Recognises(QuizUpload upload) => upload.Json is { } json && Questions(json) is not null;

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        foreach (var (index, question) in Questions(upload.Json!.Value)!.Value.EnumerateArray().Index())
            if (intake.IsFull)
                return;
            else
                Read(question, $"question {index + 1}", intake);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["title"] = title,
        ["description"] = "From CivicsClass",
        ["public"] = false,
        ["questions"] = new JsonArray([.. items.Select(Question)]),
    }, Indented);

    private static JsonObject Question(QuizItem item) => new()
    {
        ["question"] = item.Stem,
        ["time"] = Seconds,
        ["type"] = item.Kind == ItemKind.Multiple ? "CHECK" : "ABCD",
        ["answers"] = new JsonArray([.. item.Options.Select(o => new JsonObject { ["right"] = o.Correct, ["answer"] = o.Text, ["color"] = null })]),
        ["image"] = null,
        ["hide_results"] = false,
        [Own] = new JsonObject
        {
            ["id"] = item.Id,
            ["explanation"] = item.Explanation,
            ["feedback"] = new JsonArray([.. item.Options.Select(o => JsonValue.Create(o.Feedback))]),
            ["tags"] = new JsonArray([.. ItemTags.Of(item).Select(t => JsonValue.Create(t))]),
        },
    };

    private static JsonElement? Questions(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("questions", out var questions) && questions.ValueKind == JsonValueKind.Array ? questions : null;

    private static void Read(JsonElement question, string place, QuizIntake intake)
    {
        var raw = new RawQuestion(place);
        raw.Stem = Plain(Text(question, "question"));
        var type = Text(question, "type") is { Length: > 0 } given ? given : "ABCD";
        var answers = Member(question, "answers");
        if (Unasked(type, answers) is { } reason)
        {
            intake.Refuse(place, raw.Stem, reason);
            return;
        }
        var own = Member(question, Own);
        var feedback = Texts(Member(own, "feedback"));
        (raw.Id, raw.Explanation) = (Text(own, "id"), Text(own, "explanation"));
        raw.Several = type == "CHECK";
        raw.Tags.AddRange(Texts(Member(own, "tags")));
        raw.Options.AddRange(answers!.Value.EnumerateArray().Select((a, i) => new RawOption(Plain(Text(a, "answer")), Member(a, "right") is { ValueKind: JsonValueKind.True } ? 1 : 0, feedback.ElementAtOrDefault(i))));
        if (own is null && Text(question, "time").Length > 0)
            raw.Note("The time limit was left out; the lesson says how long a question is open.");
        if (Text(question, "image").Length > 0)
            HtmlWords.Of("<img>", raw.Notes);
        intake.Take(raw);

        string Plain(string text) => HtmlWords.Looks(text) && Member(question, Own) is null ? HtmlWords.Of(text, raw.Notes) : text;
    }

    private static string? Unasked(string type, JsonElement? answers) => type switch
    {
        "ABCD" or "CHECK" => answers is { ValueKind: JsonValueKind.Array } ? null : Unfit.NoOptions,
        "RANGE" => Unfit.Number,
        "VOTING" => Unfit.Poll,
        "SLIDE" => Unfit.Slide,
        "TEXT" => Unfit.ShortText,
        "ORDER" => Unfit.Ordering,
        _ => Unfit.Kind(type),
    };

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement? parent, string name) => Text(Member(parent, name));

    private static string Text(JsonElement? text)
    {
        try
        {
            return text is { ValueKind: JsonValueKind.String } words ? words.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableQuiz("", "The JSON has half a character in it (such as \\ud800 alone). Export the quiz again.");
        }
    }

    private static List<string> Texts(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray().Select(t => Text(t))] : [];
}
