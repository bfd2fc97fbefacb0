using CivicsClass.Library.Files;

namespace CivicsClass.Library.Topics;

/// <summary>A topic in progress, read as a pack would be.</summary>
/// <param name="images">The images that its readings show: how many bytes each has, by name. The bytes themselves are not needed here.</param>
public sealed class TopicInProgress(TopicDraft draft, TopicTexts texts, IReadOnlyDictionary<string, int> images)
{
    private readonly Lazy<PackReading> _reading = new(() => PackReader.Read(texts.Files([.. images.Keys])));
    private readonly Lazy<IReadOnlyList<YamlMap>> _items = new(() => TopicPart.Items(texts.Find(QuizFile.Path)));
    private readonly Lazy<IReadOnlyList<string>> _questions = new(() => [.. TopicPart.Items(texts.Find(QuizFile.Path)).Select(TopicPart.IdOf)]);
    private IReadOnlyList<TopicProblem>? _problems;

    public TopicDraft Draft => draft;
    public TopicTexts Texts => texts;
    public PackReading Reading => _reading.Value;
    /// <summary>As far as it can be read.</summary>
    public Pack Pack => Reading.AsFar;
    /// <summary>What makes it larger than a topic may be; nothing when it fits, or cannot be read yet.</summary>
    public string? TooLarge => Reading.Pack is { } pack ? PackSize.TooLarge(pack, images) : null;
    /// <summary>The ids of the questions, in their order.</summary>
    public IReadOnlyList<string> Questions => _questions.Value;
    public IReadOnlyList<TopicProblem> Problems => _problems ??= Reading.Problems.Count == 0 ? [] : new TopicProblems(this).All();

    /// <summary>What people call the part.</summary>
    public string TitleOf(TopicPart part) => part.Kind switch
    {
        PartKind.About => "About the topic",
        PartKind.Glossary => "Glossary",
        PartKind.Standards => "Standards",
        PartKind.Reading => Pack.FindReading(part.Id)?.Title is { Length: > 0 } title ? title : "A reading without a title",
        PartKind.Question => Pack.FindItem(part.Id)?.Stem is { Length: > 0 } stem ? stem : "A question without words",
        PartKind.SourceCheck => Pack.FindSourceCheck(part.Id)?.Title is { Length: > 0 } title ? title : "A source check without a title",
        _ => Pack.Lessons.FirstOrDefault(l => l.Id == part.Id)?.Title is { Length: > 0 } title ? title : "A lesson without a title",
    };

    /// <summary>The part that a file, or a line of the quiz, belongs to.</summary>
    internal TopicPart? PartAt(string path, int line)
    {
        if (path == QuizFile.Path)
            return _items.Value.LastOrDefault(i => i.Line <= line) is { } item ? new TopicPart(PartKind.Question, TopicPart.IdOf(item)) : null;
        return TopicPart.OfFile(path);
    }
}
