using CivicsClass.Library.Topics;
using Humanizer;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>A part in a list of the topic's page.</summary>
/// <param name="Count">How many there are, where they can be moved; else 0.</param>
public sealed record PartLine(TopicInProgress Topic, TopicPart Part, int Index, int Count)
{
    public static PartLine Reading(TopicInProgress topic, int index) => new(topic, new TopicPart(PartKind.Reading, topic.Texts.Readings[index]), index, topic.Texts.Readings.Count);
    public static PartLine Question(TopicInProgress topic, int index) => new(topic, new TopicPart(PartKind.Question, topic.Questions[index]), index, topic.Questions.Count);
    public static PartLine Of(TopicInProgress topic, PartKind kind, string id) => new(topic, new TopicPart(kind, id), 0, 0);

    /// <summary>The side that a reading speaks for, or whose case a question helps.</summary>
    public string? Side => Part.Kind == PartKind.Reading ? Topic.Pack.FindReading(Part.Id)?.Side : Part.Kind == PartKind.Question && Topic.Pack.FindItem(Part.Id)?.Helps is { } helps && helps != "neither" ? helps : null;

    public string Note => Part.Kind switch
    {
        PartKind.Reading when Topic.Pack.FindReading(Part.Id) is { } reading => $"{Words.Of(reading.Kind)}, {reading.Blocks.Sum(b => b.Sentences.Sum(s => s.Split(' ').Length)):N0} words",
        PartKind.Question when Topic.Pack.FindItem(Part.Id) is { } item => Words.Of(item.Kind) + (Side is { Length: > 0 } ? ", helps" : ""),
        PartKind.SourceCheck when Topic.Pack.FindSourceCheck(Part.Id) is { } check => "claim".ToQuantity(check.Claims.Count),
        PartKind.Lesson when Topic.Pack.Lessons.FirstOrDefault(l => l.Id == Part.Id) is { } lesson => $"{"step".ToQuantity(lesson.Steps.Count)}, {"minute".ToQuantity(lesson.Minutes)}",
        _ => "",
    };
}
