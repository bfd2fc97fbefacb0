using CivicsClass.Library.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Humanizer;

namespace CivicsClass.Library.Importing;

/// <summary>A Word document as a reading. Tracked changes are told and not merged: the text is the one before them, and beside it stands
/// the one with all of them, for a person to choose.</summary>
internal sealed class WordImport
{
    private const int Deepest = 40;

    private readonly MarkdownWriter _out = new(Limits.FileBytes);
    private readonly Remarks _remarks;
    private readonly WordText _text;
    private readonly WordStyles _styles;
    private readonly WordLists _lists;
    private readonly bool _changed;
    private string _caption = "";

    public static ImportedText Read(byte[] bytes, Remarks remarks) => WordFile.Read(bytes, word => Read(word, remarks));

    private WordImport(MainDocumentPart main, WordPictures pictures, bool changed, Remarks remarks)
    {
        (_remarks, _changed) = (remarks, changed);
        _styles = new WordStyles(main);
        _lists = new WordLists(main, remarks);
        _text = new WordText(main, pictures, changed, remarks);
    }

    private string Title { get; set; } = "";

    private static ImportedText Read(WordprocessingDocument word, Remarks remarks)
    {
        var main = word.MainDocumentPart!;
        var pictures = new WordPictures();
        var before = new WordImport(main, pictures, changed: false, remarks);
        var text = before.Take(main);
        var hasChanges = WordChanges.Tell(main, remarks);
        WordComments.Tell(main, remarks);
        TellRest(main, remarks);
        return new ImportedText(before.Title.Length > 0 ? before.Title : word.PackageProperties.Title ?? "", text)
        {
            Pictures = pictures.All,
            WithChanges = hasChanges ? new WordImport(main, new WordPictures(), changed: true, new Remarks()).Take(main) : null,
        };
    }

    private string Take(MainDocumentPart main)
    {
        TakeAll(main.Document!.Body!, 0);
        foreach (var (label, paragraphs) in _text.NotesToCome())
            _out.Note(label, string.Join(' ', paragraphs.Select(p => _text.Of(p).Replace('\n', ' ').Trim()).Where(p => p.Length > 0)));
        return _out.ToString();
    }

    private void TakeAll(OpenXmlElement parent, int depth)
    {
        foreach (var element in parent.ChildElements)
            switch (element)
            {
                case Paragraph paragraph:
                    TakeParagraph(paragraph);
                    break;
                case Table table:
                    TakeTable(table, depth);
                    break;
                case SdtBlock { SdtContentBlock: { } content } when depth < Deepest:
                    TakeAll(content, depth + 1);
                    break;
                case InsertedRun or MoveToRun or CustomXmlBlock when depth < Deepest:
                    TakeAll(element, depth + 1);
                    break;
            }
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        var style = _styles.Of(paragraph);
        var item = _lists.Of(paragraph, style);
        var text = _text.Of(paragraph);
        foreach (var part in text.Split('\n').Select(p => p.Trim()).Where(p => p.Length > 0))
            if (_text.FindPicture(part) is { } picture)
                _out.Image(MarkdownWriter.Escape(picture.Description), picture.Name);
            else if (style.IsTitle && Title.Length == 0)
                Title = string.Join(' ', paragraph.Descendants<Text>().Select(t => t.Text)).Trim();
            else if (style.IsCaption && paragraph.NextSibling() is Table)
                _caption = part;
            else if (style.HeadingLevel is { } level)
                _out.Heading(level, part);
            else if (item is var (depth, mark))
                _out.Item(depth, mark, part);
            else if (style.IsQuote)
                _out.Quote(part);
            else
                _out.Paragraph(part);
        foreach (var box in _text.BoxesToCome())
            TakeAll(box, Deepest);
    }

    private void TakeTable(Table table, int depth)
    {
        var rows = table.Elements<TableRow>().Where(IsThere).ToList();
        var read = rows.Select(row => row.Elements<TableCell>().SelectMany(Cells).ToList()).Where(r => r.Count > 0).ToList();
        if (read.Count < 2 || read.Max(r => r.Count) < 2)
        {
            if (depth < Deepest)
                foreach (var cell in rows.SelectMany(r => r.Elements<TableCell>()))
                    TakeAll(cell, depth + 1);
            return;
        }
        if (table.Descendants<Table>().Any())
            _remarks.Tell("A table stands inside another one. Its words were taken into the cell; look whether that can be understood.");
        if (read.Max(r => r.Count) > Limits.Columns)
            _remarks.Tell($"A table has {read.Max(r => r.Count)} columns, more than the {Limits.Columns} that can be read on a phone. Leave some out.");
        _out.Table(_caption, read[0], [.. read.Skip(1)]);
        _caption = "";
    }

    /// <summary>A row that was put in or taken out under tracking.</summary>
    private bool IsThere(TableRow row) => _changed ? row.TableRowProperties?.GetFirstChild<Deleted>() is null : row.TableRowProperties?.GetFirstChild<Inserted>() is null;

    private IEnumerable<string> Cells(TableCell cell)
    {
        var merge = cell.TableCellProperties?.VerticalMerge;
        var words = string.Join(' ', cell.Descendants<Paragraph>().Select(p => _text.Of(p).Replace('\n', ' ').Trim()).Where(p => p.Length > 0));
        if (merge is { Val: null } || merge?.Val?.Value == MergedCellValues.Continue)
            _remarks.Count("{0} × a table’s cell spans several rows. It stands in the first of them only.");
        var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, Limits.Columns);
        if (span > 1)
            _remarks.Count("{0} × a table’s cell spans several columns. It stands in the first of them only.");
        return [words, .. Enumerable.Repeat("", span - 1)];
    }

    private static void TellRest(MainDocumentPart main, Remarks remarks)
    {
        foreach (var (what, part) in main.HeaderParts.Select(p => ("header", p.Header?.InnerText)).Concat(main.FooterParts.Select(p => ("footer", p.Footer?.InnerText))).Distinct())
            if (!string.IsNullOrWhiteSpace(part))
                remarks.Tell($"The pages’ {what} was left out.", part.Trim());
        var formulas = main.Document!.Body!.Descendants<DocumentFormat.OpenXml.Math.OfficeMath>().Count();
        if (formulas > 0)
            remarks.Tell($"{"formula".ToQuantity(formulas)} became plain text. Look whether it can be understood.");
    }
}
