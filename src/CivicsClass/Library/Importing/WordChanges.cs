using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Humanizer;

namespace CivicsClass.Library.Importing;

/// <summary>Lists what was changed under tracking, each with its words; the text is the one before, until a person decides.</summary>
internal static class WordChanges
{
    /// <returns>Whether there are any that change words.</returns>
    public static bool Tell(MainDocumentPart main, Remarks remarks)
    {
        var roots = new OpenXmlElement?[] { main.Document, main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes }.OfType<OpenXmlElement>().ToList();
        var found = 0;
        foreach (var element in roots.SelectMany(r => r.Descendants()))
            if (What(element) is { } what && Words(element) is { Length: > 0 } words)
            {
                found++;
                remarks.Tell($"Tracked change, not made: {what}{By(element)}.", words);
            }
        var rows = roots.SelectMany(r => r.Descendants<TableRowProperties>()).Count(r => r.ChildElements.Any(c => c is Inserted or Deleted));
        var marks = roots.SelectMany(r => r.Descendants<ParagraphMarkRunProperties>()).Count(p => p.ChildElements.Any(c => c is Inserted or Deleted));
        var looks = roots.SelectMany(r => r.Descendants()).Count(e => e is RunPropertiesChange or ParagraphPropertiesChange or SectionPropertiesChange or TablePropertiesChange);
        if (rows > 0)
            remarks.Tell($"Tracked change, not made: {"table row".ToQuantity(rows)} put in or taken out.");
        if (marks > 0)
            remarks.Tell($"{"paragraph end".ToQuantity(marks)} put in or taken out under tracking: paragraphs are kept apart either way.");
        if (looks > 0)
            remarks.Tell($"{"tracked change".ToQuantity(looks)} of looks alone, which a reading does not show.");
        if (found + rows > 0)
            remarks.Tell("The text below is the one before these changes. You can take all of them instead; nothing is merged until you say so.");
        return found + rows > 0;
    }

    private static string? What(OpenXmlElement element) => element switch
    {
        InsertedRun => "put in",
        DeletedRun => "taken out",
        MoveToRun => "moved here",
        MoveFromRun => "moved away",
        _ => null,
    };

    /// <summary>As many of them as are shown.</summary>
    private static string Words(OpenXmlElement element)
    {
        var words = new StringBuilder();
        foreach (var part in element.Descendants().Select(e => e switch { Text t => t.Text, DeletedText d => d.Text, TabChar or Break => " ", _ => "" }))
            if (words.Append(part).Length > Remarks.Longest)
                break;
        return words.ToString().Trim();
    }

    private static string By(OpenXmlElement element)
    {
        var (author, date) = element switch
        {
            RunTrackChangeType change => (change.Author?.Value, change.Date is { HasValue: true } at ? at.Value : (DateTime?)null),
            _ => (null, null),
        };
        return WordComments.By(author, date);
    }
}

internal static class WordComments
{
    public static void Tell(MainDocumentPart main, Remarks remarks)
    {
        foreach (var comment in main.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
            remarks.Tell($"A comment{By(comment.Author?.Value, comment.Date is { HasValue: true } at ? at.Value : null)} was left out.", string.Join(' ', comment.Descendants<Text>().Select(t => t.Text)));
    }

    public static string By(string? author, DateTime? date) =>
        (string.IsNullOrWhiteSpace(author) ? "" : $" by {author.Truncate(60)}") + (date is { } at ? string.Create(CultureInfo.InvariantCulture, $" on {at:yyyy-MM-dd}") : "");
}
