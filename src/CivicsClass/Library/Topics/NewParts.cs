using System.Globalization;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Library.Topics;

/// <summary>What a new topic, and each new part of one, begins with.</summary>
public static class NewParts
{
    public static IReadOnlyDictionary<string, string> Topic(string id, string title, string question, IReadOnlyList<(string Name, string Short)> positions, string language, DateTime now)
    {
        var month = now.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var ids = new List<string>();
        foreach (var (name, brief) in positions)
            ids.Add(PackId.Of(brief.Length > 0 ? brief : name, "position", taken => ids.Contains(taken) || taken is Pack.Background or PackRules.Neither));
        var manifest = Map(("format", Text("1")), ("id", Text(id)), ("title", Text(title)), ("question", Text(question)), ("language", Text(language)), ("asOf", Text(month)),
            ("positions", new YamlList([.. positions.Zip(ids, (p, i) => Map(("id", Text(i)), ("name", Text(p.Name)), ("short", Text(p.Short))))], 0)),
            ("norms", Texts("We talk about ideas and reasons, and never about who somebody is.", "We quote what a text really says.", "We put the other side as well as its supporters would.", "We do not write about anybody’s private life or immigration status.")));
        return new Dictionary<string, string> { [PackReader.Manifest] = YamlTree.Write(manifest) };
    }

    public static (TopicPart Part, TopicEdit Edit) Reading(TopicInProgress topic, string title, string side) =>
        Put(topic, PartKind.Reading, ReadingId(topic, title), Map(("side", Text(side)), ("title", Text(title)), ("rights", Text(Rights.Own))));

    /// <summary>A draft reading as a reading of the topic.</summary>
    /// <param name="url">Where the original stands; optional.</param>
    public static (TopicPart Part, TopicEdit Edit) Reading(TopicInProgress topic, DraftReading draft, string side, string? url = null) =>
        Put(topic, PartKind.Reading, ReadingId(topic, draft.Title), Map(("side", Text(side)), ("title", Text(draft.Title)), ("author", Text(draft.Author)), ("publisher", Text(draft.Publisher)),
            ("date", Text(draft.Date)), ("kind", Text(draft.Kind is { } kind ? kind.ToString().ToLowerInvariant() : "")), ("lawAsOf", Text(draft.LawAsOf ?? "")),
            ("language", Text(draft.Language == topic.Pack.Language ? "" : draft.Language)), ("rights", Text(draft.Rights ?? "")),
            ("sources", new YamlList([Map(("title", Text($"{draft.Author}, {draft.Title}, {draft.Publisher}, {draft.Date}")), ("url", Text(url ?? "")))], 0)),
            ("body", Text(MarkdownWriter.Write(DraftBlocks.Read(draft.Text))))));

    public static (TopicPart Part, TopicEdit Edit) Question(TopicInProgress topic)
    {
        var id = PackId.Of("question", "question", topic.Questions.Contains);
        return Put(topic, PartKind.Question, id, Map(("id", Text(id)), ("kind", Text("single")), ("options", new YamlList([.. Enumerable.Repeat(new YamlMap([Pair("text", new YamlText("", true, 0))], 0), 4)], 0))));
    }

    public static (TopicPart Part, TopicEdit Edit) SourceCheck(TopicInProgress topic, string title) =>
        Put(topic, PartKind.SourceCheck, PackId.Of(title, "check", topic.Texts.Ids(SourceCheckFile.Folder).Contains), Map(("title", Text(title)), ("asOf", Text(topic.Pack.AsOf))));

    /// <summary>A short lesson over one reading for each position, to change as one likes.</summary>
    public static (TopicPart Part, TopicEdit Edit) Lesson(TopicInProgress topic, string title)
    {
        var readings = topic.Pack.Positions.Select(p => topic.Pack.Readings.FirstOrDefault(r => r.Side == p.Id)?.Id).OfType<string>().ToArray();
        var steps = new YamlList(
        [
            Step("norms", "3", "Before we begin, read the norms of this discussion.", "Choose the norm that is hardest to keep, and say why."),
            Step("reading", "10", "Read one text for each answer. Keep sentences that you may want to quote.", "Find the strongest sentence of each text.", ("readings", Texts(readings))),
            Step("debate", "12", "Write for the side you were given, with a quotation from the texts.", "Answer an argument of the other side.", ("sides", Text("lot"))),
            Step("reflection", "3", "Look back at what the other side said best.", "Reread your answer and make it clearer.", ("prompts", Texts("What was the strongest point against your side?"))),
        ], 0);
        return Put(topic, PartKind.Lesson, PackId.Of(title, "lesson", topic.Texts.Ids(LessonFile.Folder).Contains), Map(("title", Text(title)), ("summary", Text("Students read a text for each answer, argue a side they were given, and look back.")),
            ("minutes", Text("30")), ("objectives", Texts("Put both positions in their strongest form, with evidence.")), ("steps", steps)));
    }

    private static string ReadingId(TopicInProgress topic, string title) => PackId.Of(title, "text", topic.Texts.Readings.Contains);

    private static (TopicPart Part, TopicEdit Edit) Put(TopicInProgress topic, PartKind kind, string id, YamlMap map)
    {
        var part = new TopicPart(kind, id);
        return (part, part.Put(topic.Texts, map));
    }

    private static YamlMap Step(string kind, string minutes, string script, string early, params (string Key, YamlNode Value)[] more) =>
        Map([("kind", Text(kind)), ("minutes", Text(minutes)), .. more, ("script", Text(script)), ("early", Text(early))]);

    private static YamlMap Map(params (string Key, YamlNode Value)[] fields) =>
        new([.. fields.Where(f => f.Value is not YamlText { Value: "" } && f.Value is not YamlList { Items.Count: 0 }).Select(f => Pair(f.Key, f.Value))], 0);

    private static KeyValuePair<YamlText, YamlNode> Pair(string key, YamlNode value) => new(new YamlText(key, false, 0), value);

    private static YamlText Text(string value) => new(value.Trim(), true, 0);

    private static YamlList Texts(params string[] texts) => new([.. texts.Select(Text)], 0);
}
