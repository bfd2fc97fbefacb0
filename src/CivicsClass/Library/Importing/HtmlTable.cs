using AngleSharp.Dom;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>Tables of a page that hold data; those that only place things on the page are no tables.</summary>
internal static class HtmlTable
{
    private const int MostRepeated = 50;

    public static bool IsOne(IElement table) =>
        table.GetAttribute("role") is not ("presentation" or "none") && table.QuerySelector("table") is null && Rows(table).Count() > 1 && Rows(table).Max(r => Cells(r).Count()) > 1;

    public static void Take(IElement table, MarkdownWriter to, HtmlInline inline, Remarks remarks)
    {
        var rows = Rows(table).ToList();
        var headed = rows[0].ParentElement?.LocalName == "thead" || Cells(rows[0]).All(c => c.LocalName == "th");
        var read = rows.Select(row => Cells(row).SelectMany(cell => Repeated(cell, inline, remarks)).ToList()).ToList();
        var columns = read.Max(r => r.Count);
        if (columns > Limits.Columns)
            remarks.Tell($"A table has {columns} columns, more than the {Limits.Columns} that can be read on a phone. Leave some out.");
        var caption = table.QuerySelector("caption") is { } named ? HtmlImport.OneLine(inline.Of(named, 0)) : "";
        if (!headed)
            remarks.Tell("A table has no row of headings. Give it one, so that each row can be understood alone.", string.Join(" | ", read[0]));
        to.Table(caption, headed ? read[0] : [.. Enumerable.Repeat("", columns)], [.. read.Skip(headed ? 1 : 0)]);
    }

    private static IEnumerable<string> Repeated(IElement cell, HtmlInline inline, Remarks remarks)
    {
        var words = HtmlImport.OneLine(inline.Of(cell, 0));
        if (cell.GetAttribute("rowspan") is { Length: > 0 } and not "1")
            remarks.Count("{0} × a table’s cell spans several rows. It stands in the first of them only.");
        if (!int.TryParse(cell.GetAttribute("colspan"), out var times) || times <= 1)
            return [words];
        remarks.Count("{0} × a table’s cell spans several columns. It stands in the first of them only.");
        return [words, .. Enumerable.Repeat("", Math.Min(times, MostRepeated) - 1)];
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.QuerySelectorAll("tr");

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");
}
