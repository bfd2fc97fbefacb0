namespace CivicsClass.Library.Files;

/// <summary>glossary.yaml: words that are explained in place.</summary>
internal static class GlossaryFile
{
    public const string Path = "glossary.yaml";

    public static IReadOnlyList<GlossaryTerm> Read(PackFiles files, PlaceBook places, Problems problems)
    {
        if (PackReader.Open(files, Path, problems) is not { } fields)
            return [];
        var terms = fields.Maps("terms", 1, Limits.Terms).Select((term, index) => Term(term, index, places)).ToList();
        fields.NothingElse();
        return terms;
    }

    private static GlossaryTerm Term(Fields fields, int index, PlaceBook places)
    {
        places.Note(PlaceBook.Term(index), fields);
        var term = new GlossaryTerm(fields.Text("term", Limits.Term),
            [.. fields.Texts("also", 0, 20, Limits.Term).Select(a => a.Value)], fields.Text("definition", Limits.Definition));
        fields.NothingElse();
        return term;
    }
}
