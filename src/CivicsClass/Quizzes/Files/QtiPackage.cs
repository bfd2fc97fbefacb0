using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>An IMS content package: a manifest and the files it names.</summary>
internal static class QtiPackage
{
    public const string Manifest = "imsmanifest.xml";

    private static readonly XNamespace Lom = "http://ltsc.ieee.org/xsd/LOM";

    /// <summary>The XML files of an upload whose root element has one of these names, in the manifest's order.</summary>
    public static IEnumerable<(string Path, XDocument Document)> Documents(QuizUpload upload, params string[] roots)
    {
        if (!upload.IsZip || upload.Files.ContainsKey(Workbook.Part))
            yield break;
        var places = Resources(upload).Select((r, i) => (r.Path, Place: i)).DistinctBy(r => r.Path).ToDictionary(r => r.Path, r => r.Place);
        foreach (var (path, bytes) in upload.Files.OrderBy(f => places.GetValueOrDefault(f.Key, int.MaxValue)).ThenBy(f => f.Key, StringComparer.Ordinal))
            if (path.Split('/')[^1] != Manifest && Begins(bytes, roots) && SafeXml.Read(QuizText.Decode(bytes).Text.TrimStart(), path) is var document && roots.Contains(document.Root!.Name.LocalName))
                yield return (path, document);
    }

    /// <summary>The keywords that the manifest gives to each file.</summary>
    public static ILookup<string, string> Keywords(QuizUpload upload) =>
        Resources(upload).SelectMany(r => r.Element.Below("keyword").Select(k => (r.Path, Word: QuizText.OneLine(k.Value)))).ToLookup(k => k.Path, k => k.Word);

    public static void RemarkOn(QuizUpload upload, QuizIntake intake)
    {
        if (upload.OtherFiles > 0)
            intake.Remark($"The archive also has {upload.OtherFiles} file{(upload.OtherFiles == 1 ? "" : "s")} that hold{(upload.OtherFiles == 1 ? "s" : "")} no questions, such as pictures; they were left out.");
    }

    /// <param name="kind">The names that the version of QTI gives to a package and to a file of questions in it.</param>
    public static XDocument ManifestOf((XNamespace Namespace, string Schema, string Version, string Type) kind, IEnumerable<(string Id, string Path, IReadOnlyList<string> Keywords)> files)
    {
        var content = kind.Namespace;
        return new XDocument(new XDeclaration("1.0", "UTF-8", null),
            new XElement(content + "manifest", new XAttribute("identifier", "civicsclass"),
                new XElement(content + "metadata", new XElement(content + "schema", kind.Schema), new XElement(content + "schemaversion", kind.Version)),
                new XElement(content + "organizations"),
                new XElement(content + "resources", files.Select(f => new XElement(content + "resource", new XAttribute("identifier", $"res-{f.Id}"), new XAttribute("type", kind.Type), new XAttribute("href", f.Path),
                    f.Keywords.Count == 0 ? null : new XElement(content + "metadata", new XElement(Lom + "lom", new XElement(Lom + "general",
                        f.Keywords.Select(k => new XElement(Lom + "keyword", new XElement(Lom + "string", new XAttribute("language", "x-none"), k)))))),
                    new XElement(content + "file", new XAttribute("href", f.Path)))))));
    }

    private static List<(string Path, XElement Element)> Resources(QuizUpload upload)
    {
        var manifest = upload.Files.FirstOrDefault(f => f.Key == Manifest || f.Key.EndsWith("/" + Manifest, StringComparison.Ordinal));
        if (manifest.Key is null)
            return [];
        var folder = manifest.Key[..^Manifest.Length];
        return [.. SafeXml.Read(QuizText.Decode(manifest.Value).Text.TrimStart(), manifest.Key).Below("resource")
            .SelectMany(r => r.All("file").Select(f => f.Says("href")).Prepend(r.Says("href")).OfType<string>().Distinct().Select(h => (folder + h, r)))];
    }

    /// <summary>A quick look at the first tags, so that not every file of an archive is read for nothing.</summary>
    private static bool Begins(byte[] bytes, string[] roots)
    {
        var start = QuizText.Decode(bytes.AsSpan(0, Math.Min(bytes.Length, 4096) & ~1)).Text;
        return roots.Any(r => start.Contains(r, StringComparison.Ordinal)) || start.Contains("<!DOCTYPE", StringComparison.Ordinal);
    }
}
