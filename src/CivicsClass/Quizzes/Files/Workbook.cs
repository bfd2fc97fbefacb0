using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>The first sheet of an .xlsx file as texts (ECMA-376, SpreadsheetML). Formulas are never run: a cell has the value that was saved with it.</summary>
internal static class Workbook
{
    public const string Part = "xl/workbook.xml";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static IReadOnlyList<(IReadOnlyList<string> Cells, int Number)> Rows(IReadOnlyDictionary<string, byte[]> files)
    {
        var sheet = Open(files, FirstSheet(files)) ?? throw new UnreadableQuiz("", "The spreadsheet has no sheet that can be read. Save it again as .xlsx.");
        var shared = Open(files, "xl/sharedStrings.xml")?.Root?.All("si").Select(Text).ToList() ?? [];
        var (rows, number) = (new List<(IReadOnlyList<string>, int)>(), 0);
        foreach (var row in sheet.Below("row"))
        {
            number = int.TryParse(row.Says("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
            var cells = new List<string>();
            foreach (var cell in row.All("c"))
            {
                var column = Column(cell.Says("r")) ?? cells.Count;
                if (column >= QuizLimits.Cells)
                    break;
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = Value(cell, shared);
            }
            rows.Add((cells, number));
        }
        return rows;
    }

    public static byte[] Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var data = new XElement(Main + "sheetData", rows.Select((row, r) => new XElement(Main + "row", new XAttribute("r", r + 1), row.Select((text, c) => Cell(text, r, c)))));
        return QuizZip.Write(
        [
            ("[Content_Types].xml", Document(new XElement(Types + "Types",
                new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
                new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
                new XElement(Types + "Override", new XAttribute("PartName", "/" + Part), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
                new XElement(Types + "Override", new XAttribute("PartName", "/xl/worksheets/sheet1.xml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"))))),
            ("_rels/.rels", Document(Relationship("officeDocument", Part))),
            (Part, Document(new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", Relations),
                new XElement(Main + "sheets", new XElement(Main + "sheet", new XAttribute("name", "Sheet1"), new XAttribute("sheetId", 1), new XAttribute(Relations + "id", "rId1")))))),
            ("xl/_rels/workbook.xml.rels", Document(Relationship("worksheet", "worksheets/sheet1.xml"))),
            ("xl/worksheets/sheet1.xml", Document(new XElement(Main + "worksheet", data))),
        ]);
    }

    private static XElement? Cell(string text, int row, int column)
    {
        if (text.Length == 0)
            return null;
        var at = new XAttribute("r", string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}"));
        return text.All(char.IsAsciiDigit) && text.Length < 10 && text[0] != '0' && column is 0 or 6 or 7
            ? new XElement(Main + "c", at, new XElement(Main + "v", text))
            : new XElement(Main + "c", at, new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Underscored(text))));
    }

    private static XElement Relationship(string kind, string target) => new(Package + "Relationships",
        new XElement(Package + "Relationship", new XAttribute("Id", "rId1"), new XAttribute("Type", $"{Relations}/{kind}"), new XAttribute("Target", target)));

    private static byte[] Document(XElement root) => SafeXml.Write(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root));

    private static string FirstSheet(IReadOnlyDictionary<string, byte[]> files)
    {
        var id = Open(files, Part)?.Below("sheet").FirstOrDefault()?.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.Namespace != XNamespace.None)?.Value;
        var target = Open(files, "xl/_rels/workbook.xml.rels")?.Below("Relationship").FirstOrDefault(r => r.Says("Id") == id)?.Says("Target") ?? "worksheets/sheet1.xml";
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private static XDocument? Open(IReadOnlyDictionary<string, byte[]> files, string path) =>
        files.TryGetValue(path, out var bytes) ? SafeXml.Read(QuizText.Decode(bytes).Text, path) : null;

    private static string Value(XElement cell, List<string> shared)
    {
        var value = cell.One("v")?.Value ?? "";
        return cell.Says("t") switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
            "inlineStr" => cell.One("is") is { } text ? Text(text) : "",
            "b" => value == "1" ? "True" : "False",
            "e" => "",
            "str" => Unescape(value),
            _ => value,
        };
    }

    /// <summary>The words of all runs, without the reading aids of East Asian text.</summary>
    private static string Text(XElement item) =>
        Unescape(string.Concat(item.Descendants().Where(t => t.Name.LocalName == "t" && t.Parent!.Name.LocalName != "rPh").Select(t => t.Value)));

    /// <summary>Spreadsheets write some characters as _x000D_.</summary>
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var (plain, from) = (new StringBuilder(), 0);
        for (; at >= 0; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
            if (at >= from && at + 6 < text.Length && text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append(text, from, at - from).Append((char)code);
                from = at + 7;
            }
        return plain.Append(text, from, text.Length - from).ToString();
    }

    private static string Underscored(string text) => text.Replace("_x", "_x005F_x", StringComparison.Ordinal);

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column > 0 ? column - 1 : null;
    }
}
