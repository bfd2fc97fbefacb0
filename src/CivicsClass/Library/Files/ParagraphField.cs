using System.Globalization;

namespace CivicsClass.Library.Files;

/// <summary>Paragraphs of the readings that something rests on: "jail-door#4".</summary>
internal static class ParagraphField
{
    public static IReadOnlyList<ParagraphRef> ReadAll(Fields fields, string key, int least, int most) =>
        [.. fields.Texts(key, least, most, Limits.Id + 10).Select(r => Read(r, fields, key)).OfType<ParagraphRef>()];

    private static ParagraphRef? Read(Placed<string> text, Fields fields, string key)
    {
        var parts = text.Value.Split('#');
        if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var paragraph))
            return new ParagraphRef(parts[0], paragraph);
        fields.Problem(key, $"“{text.Value}” does not name a paragraph. Write the reading's id, # and the paragraph's number, such as jail-door#4.");
        return null;
    }
}
