using System.Text.RegularExpressions;
using System.Xml.Linq;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>QTI 2.1 (also read: 2.0 and 2.2) and 3.0 (IMS, now 1EdTech): a zip with a manifest and a file for each item, or a single item's file.
/// Our own fields are the keywords that the manifest gives to an item.</summary>
public sealed partial class Qti2Format : IQuizFormat
{
    private readonly bool _is3;

    private Qti2Format(bool is3) => _is3 = is3;

    public static Qti2Format Version21 { get; } = new(is3: false);
    public static Qti2Format Version30 { get; } = new(is3: true);

    public string Key => _is3 ? "qti-3.0" : "qti-2.1";
    public string Name => _is3 ? "QTI 3.0" : "QTI 2.1";
    public string Ending => _is3 ? ".qti30.zip" : ".qti21.zip";
    public string ContentType => "application/zip";
    public QuizParts Keeps => QuizParts.All;

    private string Root => _is3 ? "qti-assessment-item" : "assessmentItem";

    private (XNamespace, string, string, string) Package => _is3
        ? ("http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0", "imsqti_item_xmlv3p0")
        : ("http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0", "imsqti_item_xmlv2p1");

    public bool Recognises(QuizUpload upload) => upload.Root == Root || QtiPackage.Documents(upload, Root).Any();

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        QtiPackage.RemarkOn(upload, intake);
        if (upload.Xml is { } alone)
        {
            Read(alone, "", [], intake);
            return;
        }
        var keywords = QtiPackage.Keywords(upload);
        foreach (var (path, document) in QtiPackage.Documents(upload, Root))
            if (intake.IsFull)
                return;
            else
                Read(document, path, keywords[path], intake);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items) => QuizZip.Write(
    [
        (QtiPackage.Manifest, SafeXml.Write(QtiPackage.ManifestOf(Package, items.Select(i => (i.Id, PathOf(i), (IReadOnlyList<string>)[.. ItemTags.Of(i)]))))),
        .. items.Select(i => (PathOf(i), SafeXml.Write(new Qti2Writer(_is3).Document(i)))),
    ]);

    private static string PathOf(QuizItem item) => $"items/{item.Id}.xml";

    private static void Read(XDocument document, string path, IEnumerable<string> tags, QuizIntake intake)
    {
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.Namespace + Camel(element.Name.LocalName);
            element.ReplaceAttributes(element.Attributes().Select(a => a.IsNamespaceDeclaration ? a : new XAttribute(a.Name.Namespace + Camel(a.Name.LocalName), a.Value)).ToList());
        }
        new Qti2Item(document.Root!, SafeXml.Place(path, path.Length > 0 ? 0 : document.Root!.Line()), tags).Into(intake);
    }

    /// <summary>qti-choice-interaction and choiceInteraction mean the same.</summary>
    private static string Camel(string name) =>
        Dash().Replace(name.StartsWith("qti-", StringComparison.Ordinal) ? name[4..] : name, m => m.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex("-([a-z])")]
    private static partial Regex Dash();
}
