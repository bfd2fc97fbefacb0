using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace CivicsClass.Tests.Library.Importing;

/// <summary>Documents as people bring them. Those in the folder files were written by LibreOffice.</summary>
internal static class SampleFiles
{
    private static string Here([CallerFilePath] string here = "") => here;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "../files", name));

    /// <summary>A Word document with this body and nothing else.</summary>
    public static byte[] WordOf(string body, string prolog = "") => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prolog}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

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
