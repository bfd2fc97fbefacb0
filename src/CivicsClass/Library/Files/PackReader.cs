using System.Text.RegularExpressions;

namespace CivicsClass.Library.Files;

/// <summary>What reading a pack gave: the pack, or everything that is wrong with it.</summary>
public sealed record PackReading(Pack? Pack, IReadOnlyList<Problem> Problems)
{
    /// <summary>The images that the pack's readings show.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
    /// <summary>The pack as far as it could be read, also where something is wrong with it.</summary>
    public required Pack AsFar { get; init; }
}

/// <summary>Reads a pack in its file form (docs/content-packs.md).</summary>
public static partial class PackReader
{
    public const string Manifest = "pack.yaml";

    public static PackReading Read(PackFiles files)
    {
        var problems = new Problems();
        var places = new PlaceBook();
        foreach (var path in files.Paths.Where(p => !BelongsToPack(p)))
            problems.Add(path, 0, "This file has no place in a pack. Remove it, or see docs/content-packs.md for the names that are read.");
        if (!files.Has(Manifest))
            problems.Add(Manifest, 0, "The file is missing. A pack begins with pack.yaml, at the top of the folder or zip.");

        var pack = ManifestFile.Read(files, places, problems);
        var language = pack?.Language is { Length: > 0 } given ? given : "en";
        var pictures = Pictures.In(files, problems);
        var quiz = QuizFile.Read(files, places, problems);
        pack = (pack ?? ManifestFile.Unknown) with
        {
            Readings = ReadingFile.ReadAll(files, language, pictures, places, problems),
            Quiz = quiz ?? [],
            SourceChecks = SourceCheckFile.ReadAll(files, places, problems),
            Glossary = GlossaryFile.Read(files, places, problems),
            Standards = StandardsFile.Read(files, places, problems),
            Lessons = LessonFile.ReadAll(files, places, problems),
        };
        pictures.MustAllBeShown(problems);
        new PackRules(pack, places, problems) { ItemsAreKnown = quiz is not null, PositionsAreKnown = pack.Positions.Count == 2 }.Check();
        return problems.None ? new PackReading(pack, []) { AsFar = pack, Pictures = [.. pictures.All] } : new PackReading(null, problems.List()) { AsFar = pack };
    }

    /// <summary>The YAML file at a path as fields; absent if the file is absent or cannot be read.</summary>
    internal static Fields? Open(PackFiles files, string path, Problems problems) =>
        files.Find(path) is { } bytes && PackText.Read(path, bytes, problems) is { } text && Yaml.Read(path, text, 0, problems) is { } map
            ? new Fields(path, map, problems)
            : null;

    /// <summary>A file's name without the number that gives it its place among the others.</summary>
    internal static string WithoutNumber(string name) => LeadingNumber().Replace(name, "");

    private static bool BelongsToPack(string path) =>
        path is Manifest or QuizFile.Path or GlossaryFile.Path or StandardsFile.Path or "README.md" or "LICENSE" or "LICENSE.md" or "LICENSE.txt"
        || IsIn(path, Picture.Folder, "") || IsIn(path, ReadingFile.Folder, ".md") || IsIn(path, LessonFile.Folder, ".yaml")
        || IsIn(path, SourceCheckFile.Folder, ".yaml");

    private static bool IsIn(string path, string folder, string ending) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal) && !path.AsSpan(folder.Length).Contains('/');

    [GeneratedRegex("^[0-9]+-")]
    private static partial Regex LeadingNumber();
}
