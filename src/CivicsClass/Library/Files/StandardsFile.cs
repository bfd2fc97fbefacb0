namespace CivicsClass.Library.Files;

/// <summary>standards.yaml: which standards the topic works on, in our own words.</summary>
internal static class StandardsFile
{
    public const string Path = "standards.yaml";

    /// <returns>Absent where there is no such file.</returns>
    public static IReadOnlyList<Standard>? Read(PackFiles files, PlaceBook places, Problems problems)
    {
        if (PackReader.Open(files, Path, problems) is not { } fields)
            return null;
        var standards = fields.Maps("standards", 1, Limits.Standards).Select((standard, index) => Standard(standard, index, places)).ToList();
        fields.NothingElse();
        return standards;
    }

    private static Standard Standard(Fields fields, int index, PlaceBook places)
    {
        places.Note(PlaceBook.Standard(index), fields);
        var standard = new Standard(fields.Text("code", Limits.Standard), fields.Text("framework", Limits.Name), fields.Text("says", Limits.Objective),
            fields.OptionalText("note", Limits.Objective), [.. fields.Texts("lessons", 0, Limits.Lessons, Limits.Id).Select(l => l.Value)]);
        fields.NothingElse();
        return standard;
    }
}
