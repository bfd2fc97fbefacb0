namespace CivicsClass.Library.Files;

/// <summary>readings/*.md: YAML front matter between lines of three hyphens, then Markdown.</summary>
internal static class ReadingFile
{
    public const string Folder = "readings/";

    public static IReadOnlyList<Excerpt> ReadAll(PackFiles files, string language, Pictures pictures, PlaceBook places, Problems problems)
    {
        var paths = files.In(Folder, ".md").ToList();
        if (paths.Count is 0 or > Limits.Readings)
            problems.Add(Folder, 0, $"A pack needs 1 to {Limits.Readings} readings, and there are {paths.Count}. Each is a file such as readings/01-a-name.md.");
        return [.. paths.Take(Limits.Readings).Select(p => Read(p, files, language, pictures, places, problems)).OfType<Excerpt>()];
    }

    /// <summary>A reading; one that cannot be read comes without blocks, so that references to it are not reported as well.</summary>
    private static Excerpt? Read(string path, PackFiles files, string language, Pictures pictures, PlaceBook places, Problems problems)
    {
        var id = PackReader.WithoutNumber(path[Folder.Length..^".md".Length]);
        if (!PackId.IsValid(id))
        {
            problems.Add(path, 0, $"The reading's id is its file name without the number. {PackId.Advice(id)}");
            return null;
        }
        if (PackText.Read(path, files.Find(path)!, problems) is not { } text)
            return Unreadable(id);
        if (!TryDivide(text, out var front, out var body, out var bodyOffset))
        {
            problems.Add(path, 1, "The reading must begin with its description: a line of three hyphens, the fields (`side: …`, `title: …`), and a line of three hyphens.");
            return Unreadable(id);
        }
        if (Yaml.Read(path, front, 1, problems) is not { } map)
            return Unreadable(id);
        var fields = new Fields(path, map, problems);
        places.Note(PlaceBook.Reading(id), fields);
        var excerpt = new Excerpt
        {
            Id = id,
            Side = fields.Text("side", Limits.Id),
            Title = fields.Text("title", Limits.Title),
            Author = fields.Text("author", Limits.Person),
            Publisher = fields.Text("publisher", Limits.Person),
            Date = fields.Date("date", yearAlone: true, required: true)!,
            Kind = fields.Word<SourceKind>("kind"),
            LawAsOf = fields.Date("lawAsOf", yearAlone: false, required: false),
            Language = fields.Language("language", language),
            Sources = [.. fields.Maps("sources", 1, 50).Select(SourceField.Read)],
            Rights = RightsOf(fields),
            Blocks = MarkdownText.Read(path, body, bodyOffset, problems, pictures),
        };
        fields.NothingElse();
        if (!excerpt.Blocks.Any(b => b.Number is not null))
            problems.Add(path, bodyOffset, "The reading has no paragraph. Write its text below the second line of hyphens.");
        return excerpt;
    }

    private static string? RightsOf(Fields fields)
    {
        var rights = fields.OptionalText("rights", Limits.Rights);
        if (rights is { Length: > 0 } && Rights.Problem(rights) is { } problem)
            fields.Problem("rights", problem);
        return rights;
    }

    internal static bool TryDivide(string text, out string front, out string body, out int bodyOffset)
    {
        (front, body, bodyOffset) = ("", "", 0);
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() == "---") : -1;
        if (end < 0)
            return false;
        (front, body, bodyOffset) = (string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 1);
        return true;
    }

    private static Excerpt Unreadable(string id) => new()
    {
        Id = id, Side = "", Title = id, Author = "", Publisher = "", Date = "", Kind = SourceKind.Secondary, Language = "", Sources = [], Blocks = [],
    };
}
