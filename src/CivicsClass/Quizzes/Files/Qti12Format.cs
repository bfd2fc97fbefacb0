using System.Xml.Linq;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>QTI 1.2 as Canvas writes and reads it (IMS Question and Test Interoperability 1.2). Goes out as a zip with a manifest, comes in as that or as plain XML.
/// Our own fields stand among the item's metadata.</summary>
public sealed class Qti12Format : IQuizFormat
{
    private static readonly (XNamespace, string, string, string) Package = ("http://www.imsglobal.org/xsd/imscp_v1p1", "IMS Content", "1.1.3", "imsqti_xmlv1p2");

    public string Key => "qti-1.2";
    public string Name => "QTI 1.2 (Canvas)";
    public string Ending => ".qti12.zip";
    public string ContentType => "application/zip";
    public QuizParts Keeps => QuizParts.All;

    public bool Recognises(QuizUpload upload) => upload.Root is "questestinterop" or "item" || QtiPackage.Documents(upload, "questestinterop").Any();

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        QtiPackage.RemarkOn(upload, intake);
        if (upload.Xml is { } alone)
            Read(alone, "", intake);
        else
            foreach (var (path, document) in QtiPackage.Documents(upload, "questestinterop"))
                Read(document, path, intake);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items) => QuizZip.Write(
    [
        (QtiPackage.Manifest, SafeXml.Write(QtiPackage.ManifestOf(Package, [("assessment", "civicsclass/assessment.xml", [])]))),
        ("civicsclass/assessment.xml", SafeXml.Write(Qti12Writer.Document(title, items))),
    ]);

    private static void Read(XDocument document, string path, QuizIntake intake)
    {
        foreach (var item in document.Below("item"))
            if (intake.IsFull)
                return;
            else
                new Qti12Item(item, SafeXml.Place(path, item.Line())).Into(intake);
    }
}
