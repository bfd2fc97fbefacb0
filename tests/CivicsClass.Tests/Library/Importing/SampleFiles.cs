using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace CivicsClass.Tests.Library.Importing;

/// <summary>Documents as people bring them. Those in the folder files were written by LibreOffice.</summary>
internal static class SampleFiles
{
    private static string Here([CallerFilePath] string here = "") => here;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006", Package = "http://schemas.openxmlformats.org/package/2006", Drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "../files", name));

    /// <summary>A Word document with this body and nothing else.</summary>
    public static byte[] WordOf(string body, string prolog = "") => WordIn("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prolog}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>");

    /// <summary>A Word document with as many links, all to one address that stands in the file once.</summary>
    public static byte[] WordOfLinks(int places, string address) => WordIn(
        "word/document.xml",
        $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Office}/relationships\"><w:body><w:p>{string.Concat(Enumerable.Repeat("<w:hyperlink r:id=\"i\"><w:r><w:t>a</w:t></w:r></w:hyperlink>", places))}</w:p></w:body></w:document>",
        ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"i\" Type=\"{Office}/relationships/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>"));

    /// <summary>A Word document that shows as many images, one after the other, as often as asked for.</summary>
    /// <param name="bytes">Of each image.</param>
    public static byte[] WordOfPictures(int images, int places, int bytes) => WordIn(
        "word/document.xml",
        $"<w:document xmlns:w=\"{Word}\" xmlns:a=\"{Drawing}/main\" xmlns:i=\"{Drawing}/picture\" xmlns:p=\"{Drawing}/wordprocessingDrawing\" xmlns:r=\"{Office}/relationships\"><w:body><w:p><w:r><w:t>A sentence.</w:t></w:r></w:p>"
        + string.Concat(Enumerable.Range(0, places).Select(at => $"<w:p><w:r><w:drawing><p:inline><p:docPr id=\"1\" name=\"x\" descr=\"A bus\"/><a:graphic><a:graphicData uri=\"{Drawing}/picture\"><i:pic><i:blipFill><a:blip r:embed=\"i{at % images}\"/></i:blipFill></i:pic></a:graphicData></a:graphic></p:inline></w:drawing></w:r></w:p>")) + "</w:body></w:document>",
        [
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(Enumerable.Range(0, images).Select(at => $"<Relationship Id=\"i{at}\" Type=\"{Office}/relationships/image\" Target=\"media/{at}.webp\"/>"))}</Relationships>"),
            .. Enumerable.Range(0, images).Select(at => ($"word/media/{at}.webp", $"RIFF0000WEBP{at}".PadRight(bytes))),
        ]);

    /// <summary>A Word document whose text stands in this part.</summary>
    public static byte[] WordIn(string part, string content, params (string Path, string Content)[] others) => Zip([
        ("[Content_Types].xml", $$"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="webp" ContentType="image/webp"/><Override PartName="/{{part}}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", $$"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{{part}}"/></Relationships>"""),
        (part, content), .. others]);

    public static byte[] Zip(params (string Path, string Content)[] parts)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in parts)
            {
                using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return zip.ToArray();
    }
}
