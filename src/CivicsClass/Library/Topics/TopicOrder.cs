using CivicsClass.Library.Files;

namespace CivicsClass.Library.Topics;

/// <summary>Moves and removes the parts of a topic.</summary>
internal static class TopicOrder
{
    /// <param name="by">-1: before the one before it; 1: after the one after it.</param>
    /// <returns>Nothing where there is no such place.</returns>
    public static TopicEdit? Move(TopicInProgress topic, TopicPart part, int by)
    {
        if (part.Kind == PartKind.Reading)
            return Moved(topic.Texts.Readings, part.Id, by) is { } ids ? new TopicEdit(ReadingFile.Folder, topic.Texts.Find(ReadingFile.Folder), string.Join('\n', ids)) : null;
        if (part.Kind != PartKind.Question)
            return null;
        var quiz = topic.Texts.Find(QuizFile.Path);
        var items = TopicPart.Items(quiz);
        return Moved(topic.Questions, part.Id, by) is { } order ? new TopicEdit(QuizFile.Path, quiz, TopicPart.Quiz([.. order.Select(id => items.First(i => TopicPart.IdOf(i) == id))])) : null;
    }

    public static TopicEdit? Remove(TopicInProgress topic, TopicPart part) =>
        part.Kind == PartKind.About || part.Find(topic.Texts) is null ? null : part.Put(topic.Texts, null);

    private static List<string>? Moved(IReadOnlyList<string> ids, string id, int by)
    {
        var moved = ids.ToList();
        var at = moved.IndexOf(id);
        if (at < 0 || by is not (-1 or 1) || at + by < 0 || at + by >= moved.Count)
            return null;
        (moved[at], moved[at + by]) = (moved[at + by], moved[at]);
        return moved;
    }
}
