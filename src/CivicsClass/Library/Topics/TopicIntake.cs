using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Questions;

namespace CivicsClass.Library.Topics;

/// <summary>What became of something that was to go into a topic. <c>Refused</c>: a sentence that says what to do first; then nothing was changed.</summary>
public sealed record TopicTaken(Guid Topic, TopicPart? Part, string? Refused);

/// <summary>Brings readings and questions into the next version of a topic, which then goes through review like any other change.</summary>
public sealed class TopicIntake(Packs packs, TopicDrafts topics)
{
    /// <summary>The topic in progress; begun from the version in use when none is open.</summary>
    /// <returns>Nothing where there is no such topic.</returns>
    public async Task<TopicDraft?> OpenAsync(string packId, string by, CancellationToken stop)
    {
        if (await topics.FindAsync(TopicDrafts.IdOf(packId), stop) is { } open)
            return open.Draft;
        if (PublishedVersion.Current([.. (await packs.VersionsAsync()).Where(v => v.PackId == packId)]) is not { } current)
            return null;
        var pack = await packs.GetAsync(current.Id);
        return await topics.BeginAsync(pack.Id, pack.Title, current.Id, PackWriter.Write(pack), by, stop);
    }

    /// <summary>Puts a draft reading into a topic in progress, and into the chosen lessons. The draft stays as it is.</summary>
    /// <returns>Nothing when the topic is not in progress any more.</returns>
    public async Task<TopicTaken?> TakeAsync(Guid topic, TopicAddition addition, string by, CancellationToken stop)
    {
        TopicPart? part = null;
        string? refused = null;
        var changed = await topics.ChangeAsync(topic, by, now =>
        {
            (_, refused) = addition.To(now.Pack);
            if (refused is not null)
                return null;
            (part, var edit) = NewParts.Reading(now, addition.Draft, addition.Side, addition.Url);
            return edit;
        }, null, stop);
        if (changed is null)
            return null;
        if ((refused ?? changed.Refused) is { } why)
            return new TopicTaken(topic, null, why);
        IReadOnlyList<string> ids = addition.Side == Pack.Background || addition.Pair is not { Length: > 0 } pair ? [part!.Id] : [part!.Id, pair];
        foreach (var lesson in addition.Lessons)
            if (await topics.ChangeAsync(topic, by, now => Reads(now, lesson, ids), null, stop) is null)
                return null;
        return new TopicTaken(topic, part, null);
    }

    /// <summary>Puts the questions of an import into a topic in progress, as one change.</summary>
    /// <returns>Nothing when the topic is not in progress any more.</returns>
    public async Task<TopicTaken?> TakeAsync(Guid topic, IReadOnlyList<QuestionForm> questions, string by, CancellationToken stop)
    {
        string? refused = null;
        var changed = await topics.ChangeAsync(topic, by, now =>
        {
            (var with, refused) = new QuestionImport(now.Pack, questions).Into();
            return with is null ? null : Asks(now, [.. with.Quiz.Except(now.Pack.Quiz, ReferenceEqualityComparer.Instance).Cast<QuizItem>()]);
        }, null, stop);
        return changed is null ? null : new TopicTaken(topic, null, refused ?? changed.Refused);
    }

    /// <summary>The lesson's first reading step takes the readings in.</summary>
    private static TopicEdit? Reads(TopicInProgress topic, string lesson, IReadOnlyList<string> readings)
    {
        var part = new TopicPart(PartKind.Lesson, lesson);
        if (part.Find(topic.Texts) is not { } map || Value(map, "steps") is not YamlList steps)
            return null;
        if (steps.Items.OfType<YamlMap>().FirstOrDefault(s => Value(s, "kind") is YamlText { Value: "reading" }) is not { } step)
            return null;
        var more = new YamlList([.. (Value(step, "readings") as YamlList)?.Items ?? [], .. readings.Select(r => new YamlText(r, true, 0))], 0);
        var fuller = With(step, "readings", more);
        return part.Put(topic.Texts, With(map, "steps", new YamlList([.. steps.Items.Select(s => ReferenceEquals(s, step) ? fuller : s)], 0)));
    }

    private static TopicEdit Asks(TopicInProgress topic, IReadOnlyList<QuizItem> items)
    {
        var texts = topic.Texts;
        foreach (var item in items)
            texts = texts.With(new TopicPart(PartKind.Question, item.Id).Put(texts, TopicPart.Items(PackWriter.Quiz([item])).Single()));
        return new TopicEdit(QuizFile.Path, topic.Texts.Find(QuizFile.Path), texts.Find(QuizFile.Path));
    }

    private static YamlNode? Value(YamlMap map, string key) => map.Pairs.FirstOrDefault(p => p.Key.Value == key).Value;

    private static YamlMap With(YamlMap map, string key, YamlNode value)
    {
        var pairs = map.Pairs.ToList();
        var at = pairs.FindIndex(p => p.Key.Value == key);
        var pair = KeyValuePair.Create(new YamlText(key, false, 0), value);
        if (at >= 0)
            pairs[at] = pair;
        else
            pairs.Add(pair);
        return new YamlMap(pairs, 0);
    }
}
