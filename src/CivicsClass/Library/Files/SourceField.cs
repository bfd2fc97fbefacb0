namespace CivicsClass.Library.Files;

/// <summary>A source wherever it is named: its title, where to find it, and what to know about it.</summary>
internal static class SourceField
{
    public static Source Read(Fields fields)
    {
        var source = new Source(fields.Text("title", Limits.Question), fields.Url("url"), fields.OptionalText("note", Limits.Question))
        {
            Institution = fields.Has("institution") ? fields.WordOrNothing<Institution>("institution") : null,
        };
        fields.NothingElse();
        return source;
    }
}
