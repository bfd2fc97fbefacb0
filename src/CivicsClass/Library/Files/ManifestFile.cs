namespace CivicsClass.Library.Files;

/// <summary>pack.yaml: what the topic is about.</summary>
internal static class ManifestFile
{
    public static readonly Pack Unknown = new()
    {
        Format = 1, Id = "", Title = "", Question = "", Summary = "", Language = "en", AsOf = "",
        Positions = [], Norms = [], Readings = [], Quiz = [], Glossary = [], Lessons = [],
    };

    public static Pack? Read(PackFiles files, PlaceBook places, Problems problems)
    {
        if (PackReader.Open(files, PackReader.Manifest, problems) is not { } fields)
            return null;
        places.Note(PlaceBook.Pack, fields);
        var format = fields.Number("format", 1, 1);
        var pack = Unknown with
        {
            Format = format,
            Id = fields.Id("id"),
            Title = fields.Text("title", Limits.Title),
            Question = fields.Text("question", Limits.Question),
            Summary = fields.Text("summary", Limits.Summary),
            Language = fields.Language("language", other: null),
            AsOf = fields.Date("asOf", yearAlone: false, required: true)!,
            Positions = [.. fields.Maps("positions", 2, 2).Select(Position)],
            Norms = [.. fields.Texts("norms", 3, 10, Limits.Norm).Select(n => n.Value)],
        };
        fields.NothingElse();
        return pack;
    }

    private static Position Position(Fields fields)
    {
        var position = new Position(fields.Id("id"), fields.Text("name", Limits.Name), fields.Text("short", Limits.Short));
        fields.NothingElse();
        return position;
    }
}
