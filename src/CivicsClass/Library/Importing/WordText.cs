using System.Text;
using CivicsClass.Library.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Blip = DocumentFormat.OpenXml.Drawing.Blip;
using DocProperties = DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties;
using OldPicture = DocumentFormat.OpenXml.Wordprocessing.Picture;

namespace CivicsClass.Library.Importing;

/// <summary>The words of paragraphs, with links and the places of footnotes and images; before the tracked changes or with them.</summary>
internal sealed class WordText(MainDocumentPart main, WordPictures pictures, bool changed, Remarks remarks)
{
    private const int Deepest = 60;
    /// <summary>Marks an image among words, beside its number; no text has it.</summary>
    private const char PictureSign = '\uFFFC';

    private readonly List<(string Description, string Name)> _shown = [];
    private readonly List<(string Label, FootnoteEndnoteType Note)> _notes = [];
    private readonly List<OpenXmlElement> _boxes = [];
    private readonly HashSet<OpenXmlElement> _boxesMet = [];

    /// <summary>Text boxes met since the last call.</summary>
    public IReadOnlyList<OpenXmlElement> BoxesToCome()
    {
        var boxes = _boxes.ToArray();
        _boxes.Clear();
        return boxes;
    }

    public IEnumerable<(string Label, IEnumerable<Paragraph> Paragraphs)> NotesToCome()
    {
        for (var at = 0; at < _notes.Count; at++)
            yield return (_notes[at].Label, _notes[at].Note.Descendants<Paragraph>());
    }

    public (string Description, string Name)? FindPicture(string part) =>
        part is [PictureSign, .. var number] && int.TryParse(number, out var at) ? _shown[at] : null;

    /// <summary>Escaped, with links; an image stands on a line of its own.</summary>
    public string Of(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        var plain = new StringBuilder();
        Take(paragraph, text, plain, 0);
        Flush(text, plain);
        return text.ToString();
    }

    private void Take(OpenXmlElement parent, StringBuilder text, StringBuilder plain, int depth)
    {
        foreach (var element in parent.ChildElements)
            if (depth < Deepest)
                TakeOne(element, text, plain, depth);
    }

    private void TakeOne(OpenXmlElement element, StringBuilder text, StringBuilder plain, int depth)
    {
        switch (element)
        {
            case Text words when words.Parent is not Run { RunProperties.Vanish: not null }:
                plain.Append(words.Text.Replace(PictureSign, ' '));
                break;
            case DeletedText words when !changed:
                plain.Append(words.Text.Replace(PictureSign, ' '));
                break;
            case Text hidden:
                remarks.Tell("A hidden text was left out.", hidden.Text);
                break;
            case DocumentFormat.OpenXml.Math.Text formula:
                plain.Append(formula.Text);
                break;
            case TabChar or Break or CarriageReturn:
                plain.Append(' ');
                break;
            case NoBreakHyphen:
                plain.Append('-');
                break;
            case InsertedRun or MoveToRun when !changed:
            case DeletedRun or MoveFromRun when changed:
                break;
            case FootnoteReference { Id.Value: var id }:
                Refer("", id, main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(n => n.Id?.Value == id), text, plain);
                break;
            case EndnoteReference { Id.Value: var id }:
                Refer("e", id, main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(n => n.Id?.Value == id), text, plain);
                break;
            case Hyperlink link:
                Flush(text, plain);
                text.Append(MarkdownWriter.Link(Of(link).Replace('\n', ' '), Address(link)));
                MustFit(text);
                break;
            case Drawing drawing:
                Flush(text, plain);
                Draw(drawing, text);
                break;
            case OldPicture or EmbeddedObject:
                remarks.Tell("An image or object in an old format was left out. Add it to the draft as PNG, JPEG or WebP, with a description, if the class needs it.");
                break;
            case AlternateContent choice when choice.GetFirstChild<AlternateContentChoice>() is { } first:
                Take(first, text, plain, depth + 1);
                break;
            case AlternateContent choice:
                Take(choice, text, plain, depth + 1);
                break;
            case ParagraphProperties or RunProperties or FieldCode or DeletedFieldCode or SdtProperties:
                break;
            default:
                Take(element, text, plain, depth + 1);
                break;
        }
    }

    private static void Flush(StringBuilder text, StringBuilder plain)
    {
        MustFit(plain);
        text.Append(MarkdownWriter.Escape(plain.ToString()));
        plain.Clear();
        MustFit(text);
    }

    /// <summary>Also of one paragraph: a single address, shown again and again, is small in the file and large in the text.</summary>
    private static void MustFit(StringBuilder words)
    {
        if (words.Length > Limits.FileBytes)
            throw NotImportedException.TooLong;
    }

    private void Refer(string kind, long id, FootnoteEndnoteType? note, StringBuilder text, StringBuilder plain)
    {
        if (note is null)
            return;
        Flush(text, plain);
        var label = $"{kind}{id}";
        if (_notes.All(n => n.Label != label))
            _notes.Add((label, note));
        text.Append(MarkdownWriter.Reference(label));
    }

    private static string Address(Hyperlink link)
    {
        if (link.Id?.Value is not { } id)
            return "";
        var part = link.Ancestors<OpenXmlPartRootElement>().FirstOrDefault()?.OpenXmlPart;
        return part?.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString ?? "";
    }

    private void Draw(Drawing drawing, StringBuilder text)
    {
        foreach (var box in drawing.Descendants<TextBoxContent>().Where(_boxesMet.Add))
        {
            remarks.Count("{0} × a text box. Its words stand after the paragraph to which it belongs.");
            _boxes.Add(box);
        }
        if (drawing.Descendants<Blip>().FirstOrDefault() is not { } blip)
            return;
        var description = drawing.Descendants<DocProperties>().Select(p => p.Description?.Value?.Trim()).FirstOrDefault(d => !string.IsNullOrEmpty(d));
        if (description is null)
            remarks.Tell("An image was left out because it has no description (alternative text). Write one in the document, or add the image to the draft with one.", drawing.Descendants<DocProperties>().FirstOrDefault()?.Name?.Value);
        else if (pictures.At(blip) is var (picture, refused) && picture is null)
            remarks.Tell($"An image was left out. {refused}", description);
        else
        {
            _shown.Add((description, picture.Name));
            text.Append('\n').Append(PictureSign).Append(_shown.Count - 1).Append('\n');
        }
    }
}
