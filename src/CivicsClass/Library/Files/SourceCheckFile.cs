namespace CivicsClass.Library.Files;

/// <summary>source-checks/*.yaml: an article in our own words, and what became of its claims.</summary>
internal static class SourceCheckFile
{
    public const string Folder = "source-checks/";

    public static IReadOnlyList<SourceCheck> ReadAll(PackFiles files, PlaceBook places, Problems problems)
    {
        var paths = files.In(Folder, ".yaml").ToList();
        if (paths.Count > Limits.SourceChecks)
            problems.Add(Folder, 0, $"A pack holds at most {Limits.SourceChecks} source checks, and there are {paths.Count}. Remove some.");
        return [.. paths.Take(Limits.SourceChecks).Select(p => Read(p, files, places, problems)).OfType<SourceCheck>()];
    }

    /// <summary>One that cannot be read comes without claims, so that references to it are not reported as well.</summary>
    private static SourceCheck? Read(string path, PackFiles files, PlaceBook places, Problems problems)
    {
        var id = PackReader.WithoutNumber(path[Folder.Length..^".yaml".Length]);
        if (!PackId.IsValid(id))
        {
            problems.Add(path, 0, $"The source check's id is its file name without a number before it. {PackId.Advice(id)}");
            return null;
        }
        if (PackReader.Open(files, path, problems) is not { } fields)
            return new SourceCheck { Id = id, Title = "", About = "", AsOf = "", Paragraphs = [], Claims = [] };
        places.Note(PlaceBook.SourceCheck(id), fields);
        var check = new SourceCheck
        {
            Id = id,
            Title = fields.Text("title", Limits.Title),
            About = fields.Text("about", Limits.Summary),
            AsOf = fields.Date("asOf", yearAlone: false, required: true)!,
            Paragraphs = [.. fields.Texts("paragraphs", 1, Limits.ArticleParagraphs, Limits.ArticleParagraph).Select(p => p.Value)],
            Claims = [.. fields.Maps("claims", 1, Limits.Claims).Select((claim, index) => Claim(claim, id, index, places))],
        };
        fields.NothingElse();
        return check;
    }

    private static CheckedClaim Claim(Fields fields, string check, int index, PlaceBook places)
    {
        places.Note(PlaceBook.Claim(check, index), fields);
        var claim = new CheckedClaim
        {
            Id = fields.Id("id"),
            Text = fields.Text("claim", Limits.Claim),
            Paragraph = fields.Number("paragraph", 1, Limits.ArticleParagraphs),
            Verdict = fields.Word<Verdict>("verdict"),
            Reason = fields.Text("reason", Limits.Explanation),
            Evidence = [.. fields.Maps("evidence", 1, Limits.Evidence).Select(SourceField.Read)],
            RestsOn = ParagraphField.ReadAll(fields, "restsOn", 0, 20),
            ChangeMind = fields.Text("changeMind", Limits.ChangeMind),
        };
        fields.NothingElse();
        return claim;
    }
}
