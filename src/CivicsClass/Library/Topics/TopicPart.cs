using CivicsClass.Library.Files;

namespace CivicsClass.Library.Topics;

public enum PartKind { About, Reading, Question, Glossary, SourceCheck, Standards, Lesson }

/// <summary>What is edited on a page of its own: what the topic is about, a reading, a question, the glossary, a source check, the standards or a lesson.</summary>
public sealed record TopicPart(PartKind Kind, string Id = "")
{
    private const string Body = "body";

    public static readonly TopicPart About = new(PartKind.About);

    /// <summary>As the address says it; absent when it is none.</summary>
    public static TopicPart? Parse(string? route) => (route ?? "").Split('/') switch
    {
        ["about"] => About,
        ["glossary"] => new(PartKind.Glossary),
        ["standards"] => new(PartKind.Standards),
        ["readings", var id] when PackId.IsValid(id) => new(PartKind.Reading, id),
        ["questions", var id] when PackId.IsValid(id) => new(PartKind.Question, id),
        ["source-checks", var id] when PackId.IsValid(id) => new(PartKind.SourceCheck, id),
        ["lessons", var id] when PackId.IsValid(id) => new(PartKind.Lesson, id),
        _ => null,
    };

    public string Route => Kind switch
    {
        PartKind.About => "about",
        PartKind.Glossary => "glossary",
        PartKind.Standards => "standards",
        PartKind.Reading => $"readings/{Id}",
        PartKind.Question => $"questions/{Id}",
        PartKind.SourceCheck => $"source-checks/{Id}",
        _ => $"lessons/{Id}",
    };

    /// <summary>Where the part stands in the pack; a reading that is new at the end.</summary>
    public string Path(TopicTexts texts) => Kind switch
    {
        PartKind.About => PackReader.Manifest,
        PartKind.Glossary => GlossaryFile.Path,
        PartKind.Standards => StandardsFile.Path,
        PartKind.Reading => texts.PathOf(ReadingFile.Folder, Id) ?? texts.NewPathOfReading(Id),
        PartKind.Question => QuizFile.Path,
        PartKind.SourceCheck => texts.PathOf(SourceCheckFile.Folder, Id) ?? $"{SourceCheckFile.Folder}{Id}.yaml",
        _ => texts.PathOf(LessonFile.Folder, Id) ?? $"{LessonFile.Folder}{Id}.yaml",
    };

    internal static TopicPart? OfFile(string path)
    {
        var folder = path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)];
        return (folder, path) switch
        {
            (_, PackReader.Manifest) => About,
            (_, GlossaryFile.Path) => new(PartKind.Glossary),
            (_, StandardsFile.Path) => new(PartKind.Standards),
            (ReadingFile.Folder, _) => new(PartKind.Reading, TopicTexts.IdOf(path, folder)),
            (SourceCheckFile.Folder, _) => new(PartKind.SourceCheck, TopicTexts.IdOf(path, folder)),
            (LessonFile.Folder, _) => new(PartKind.Lesson, TopicTexts.IdOf(path, folder)),
            _ => null,
        };
    }

    /// <summary>What the part says now, with the lines of its file; a reading's text is its field "body". The glossary and the standards are empty at first.</summary>
    internal YamlMap? Find(TopicTexts texts)
    {
        var path = Path(texts);
        if (texts.Find(path) is not { } text)
            return ListIn(Kind) is { } list ? new YamlMap([new(new YamlText(list, false, 1), new YamlList([], 1))], 1) : null;
        return Kind switch
        {
            PartKind.Reading => Divide(path, text),
            PartKind.Question => Items(text).FirstOrDefault(i => IdOf(i) == Id),
            _ => Yaml.Read(path, text, 0, new Problems()),
        };
    }

    /// <summary>The edit that puts this in the part's place; nothing: takes the part out.</summary>
    internal TopicEdit Put(TopicTexts texts, YamlMap? part)
    {
        var path = Path(texts);
        var before = texts.Find(path);
        var after = part is null && Kind != PartKind.Question ? null : Kind switch
        {
            PartKind.Reading => Join(part!),
            PartKind.Question => Quiz(before, part),
            PartKind.Glossary or PartKind.Standards when part!.Pairs is [(_, YamlList { Items.Count: 0 })] or [] => null,
            _ => YamlTree.Write(part!),
        };
        return new TopicEdit(path, before, after);
    }

    /// <summary>The list that is all there is in the part's file.</summary>
    private static string? ListIn(PartKind kind) => kind switch
    {
        PartKind.Glossary => "terms",
        PartKind.Standards => "standards",
        _ => null,
    };

    internal static IReadOnlyList<YamlMap> Items(string? quiz) =>
        quiz is not null && Yaml.Read(QuizFile.Path, quiz, 0, new Problems()) is { } map && map.Pairs.FirstOrDefault(p => p.Key.Value == "items").Value is YamlList items
            ? [.. items.Items.OfType<YamlMap>()] : [];

    internal static string? Quiz(IReadOnlyList<YamlMap> items) =>
        items.Count == 0 ? null : YamlTree.Write(new YamlMap([new(new YamlText("items", false, 0), new YamlList(items, 0))], 0));

    internal static string IdOf(YamlMap item) => item.Pairs.FirstOrDefault(p => p.Key.Value == "id").Value is YamlText id ? id.Value : "";

    private string? Quiz(string? before, YamlMap? part)
    {
        var items = Items(before).ToList();
        var at = items.FindIndex(i => IdOf(i) == Id);
        if (at >= 0)
            items.RemoveAt(at);
        if (part is not null)
            items.Insert(at >= 0 ? at : items.Count, part);
        return Quiz(items);
    }

    private static YamlMap? Divide(string path, string text) =>
        ReadingFile.TryDivide(text, out var front, out var body, out var offset) && Yaml.Read(path, front, 1, new Problems()) is { } fields
            ? new YamlMap([.. fields.Pairs, new(new YamlText(Body, false, offset + 1), new YamlText(body.Trim('\n'), true, offset + 1))], fields.Line)
            : null;

    private static string Join(YamlMap part)
    {
        var body = part.Pairs.FirstOrDefault(p => p.Key.Value == Body).Value is YamlText text ? text.Value : "";
        return $"---\n{YamlTree.Write(new YamlMap([.. part.Pairs.Where(p => p.Key.Value != Body)], 0))}---\n\n{body.Trim('\n')}\n";
    }
}
