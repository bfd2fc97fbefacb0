using System.Globalization;
using CivicsClass.Lessons;
using CivicsClass.Library.Importing;
using Humanizer;

namespace CivicsClass.Library.Files;

/// <summary>Writes a pack in its file form (docs/content-packs.md). <see cref="PackReader"/> reads the same pack from it.</summary>
public static partial class PackWriter
{
    /// <summary>The text files by path. The images that the readings show are to be put beside them, under <see cref="Images"/>.</summary>
    public static IReadOnlyDictionary<string, string> Write(Pack pack)
    {
        var files = new Dictionary<string, string> { [PackReader.Manifest] = Manifest(pack) };
        foreach (var (index, reading) in pack.Readings.Index())
            files[$"{ReadingFile.Folder}{Numbered(index, reading.Id, pack.Readings.Count)}.md"] = Reading(reading, pack.Language);
        if (pack.Quiz.Count > 0)
            files[QuizFile.Path] = Quiz(pack.Quiz);
        foreach (var (name, check) in Named(pack.SourceChecks, c => c.Id))
            files[$"{SourceCheckFile.Folder}{name}.yaml"] = SourceCheck(check);
        if (pack.Glossary.Count > 0)
            files[GlossaryFile.Path] = Glossary(pack.Glossary);
        if (pack.Standards is { Count: > 0 } standards)
            files[StandardsFile.Path] = Standards(standards);
        foreach (var (name, lesson) in Named(pack.Lessons, l => l.Id))
            files[$"{LessonFile.Folder}{name}.yaml"] = Lesson(lesson);
        return files;
    }

    /// <summary>The names of the images that the readings show; in a pack they stand in <see cref="Picture.Folder"/>.</summary>
    public static IReadOnlyList<string> Images(Pack pack) => [.. pack.Readings.SelectMany(r => r.Blocks).Select(b => b.Image).OfType<string>().Distinct()];

    public static string Manifest(Pack pack)
    {
        var yaml = new YamlWriter().Plain("format", pack.Format).Plain("id", pack.Id).Text("title", pack.Title).Text("question", pack.Question)
            .Text("summary", pack.Summary).Text("language", pack.Language).Plain("asOf", pack.AsOf);
        yaml.Maps("positions", pack.Positions, p => yaml.Text("id", p.Id).Text("name", p.Name).Text("short", p.Short));
        return yaml.Texts("norms", pack.Norms).ToString();
    }

    /// <param name="language">The pack's, which need not be said again.</param>
    public static string Reading(Excerpt reading, string? language = null)
    {
        var yaml = new YamlWriter().Text("side", reading.Side).Text("title", reading.Title).Text("author", reading.Author).Text("publisher", reading.Publisher)
            .Plain("date", reading.Date).Plain("kind", Word(reading.Kind)).Plain("lawAsOf", reading.LawAsOf)
            .Text("language", reading.Language == language ? null : reading.Language).Text("rights", reading.Rights);
        yaml.Maps("sources", reading.Sources, s => Source(yaml, s));
        return $"---\n{yaml}---\n{MarkdownWriter.Write(reading.Blocks)}\n";
    }

    public static string Quiz(IReadOnlyList<QuizItem> items)
    {
        var yaml = new YamlWriter();
        yaml.Maps("items", items, item => yaml
            .Text("id", item.Id).Plain("kind", Word(item.Kind)).Text("stem", item.Stem)
            .Maps("options", item.Options, o => yaml.Text("text", o.Text).Plain("correct", o.Correct ? "true" : null).Text("misconception", o.Misconception).Text("feedback", o.Feedback))
            .Text("explanation", item.Explanation).Words("restsOn", Places(item.RestsOn)).Plain("difficulty", Word(item.Difficulty))
            .Words("standards", item.Standards).Text("helps", item.Helps).Plain("asOf", item.AsOf));
        return yaml.ToString();
    }

    public static string Glossary(IReadOnlyList<GlossaryTerm> terms)
    {
        var yaml = new YamlWriter();
        yaml.Maps("terms", terms, t => yaml.Text("term", t.Term).Words("also", t.Also).Text("definition", t.Definition));
        return yaml.ToString();
    }

    public static string Standards(IReadOnlyList<Standard> standards)
    {
        var yaml = new YamlWriter();
        yaml.Maps("standards", standards, s => yaml.Text("code", s.Code).Text("framework", s.Framework).Text("says", s.Says).Text("note", s.Note).Words("lessons", s.Lessons));
        return yaml.ToString();
    }

    public static string SourceCheck(SourceCheck check)
    {
        var yaml = new YamlWriter().Text("title", check.Title).Text("about", check.About).Plain("asOf", check.AsOf).Texts("paragraphs", check.Paragraphs);
        yaml.Maps("claims", check.Claims, c => yaml
            .Text("id", c.Id).Text("claim", c.Text).Plain("paragraph", c.Paragraph).Text("verdict", Word(c.Verdict)).Text("reason", c.Reason)
            .Maps("evidence", c.Evidence, s => Source(yaml, s)).Words("restsOn", Places(c.RestsOn)).Text("changeMind", c.ChangeMind));
        return yaml.ToString();
    }

    private static void Source(YamlWriter yaml, Source source) => yaml.Text("title", source.Title).Plain("institution", source.Institution is { } institution ? Word(institution) : null).Text("url", source.Url).Text("note", source.Note);

    private static List<string> Places(IReadOnlyList<ParagraphRef> places) => [.. places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Reading}#{p.Paragraph}"))];

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().Camelize();

    private static string Numbered(int index, string id, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(index + 1).ToString(count < 100 ? "00" : "000", CultureInfo.InvariantCulture)}-{id}");

    /// <summary>Files are read in the order of their names, so they are numbered where the ids are in another order.</summary>
    private static IEnumerable<(string Name, T Part)> Named<T>(IReadOnlyList<T> parts, Func<T, string> id)
    {
        var names = parts.Select(p => $"{id(p)}.yaml").ToList();
        var isInOrder = names.Order(StringComparer.Ordinal).SequenceEqual(names);
        return parts.Select((part, index) => (isInOrder ? id(part) : Numbered(index, id(part), parts.Count), part));
    }
}
