using System.IO.Compression;
using System.Xml;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>Measures a Word document's parts before anything is built from them: all but images and the like, whatever their names say.</summary>
internal static class WordParts
{
    public const int MostBytes = 8 * 1024 * 1024;
    private const int MostTags = 100_000, Deepest = 256;
    /// <summary>Bytes without a tag among them: a text that is larger would be refused later, and needs far more memory when it is built.</summary>
    private const int LongestStretch = 2 * Limits.FileBytes;
    private const string TooLarge = "The document is far larger inside than a text for a class. Take the part that the class will read.";
    private const string Strange = "The document holds text under a name that no word processor gives it. Open it, save it again, and try that.";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="NotImportedException"/>
    public static void MustBeModest(ZipArchive zip)
    {
        var (left, tags) = (MostBytes, 0);
        var buffer = new byte[64 * 1024];
        foreach (var part in zip.Entries.Where(e => !IsMedia(e.FullName)))
        {
            using var content = part.Open();
            var stretch = 0;
            for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
            {
                left -= read;
                stretch = buffer.AsSpan(0, read).Contains((byte)'<') ? 0 : stretch + read;
                tags += IsXml(part.FullName) ? buffer.AsSpan(0, read).Count((byte)'<') : 0;
                if (left < 0 || tags > MostTags || (stretch > LongestStretch && IsXml(part.FullName)))
                    throw new NotImportedException(TooLarge);
                if (buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
                    throw new NotImportedException("The document contains a definition (DTD) that no word processor writes. Open it, save it again, and try that.");
            }
        }
        MustBeNamedAsTheyAre(zip);
        foreach (var part in zip.Entries.Where(e => IsXml(e.FullName)))
            MustBeShallow(part);
    }

    /// <summary>Which part is which, the types say; one of XML that is called otherwise would not have been measured.</summary>
    private static void MustBeNamedAsTheyAre(ZipArchive zip)
    {
        if (zip.Entries.Any(e => e.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase) || IsXml(Uri.UnescapeDataString(e.FullName)) != IsXml(e.FullName)))
            throw new NotImportedException(Strange);
        var types = zip.Entries.Where(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)).ToList();
        if (types.Count != 1)
            throw new NotImportedException(WordFile.Damaged);
        using var content = types[0].Open();
        using var xml = XmlReader.Create(content, Settings);
        while (xml.Read())
        {
            var name = xml.GetAttribute("PartName") ?? $".{xml.GetAttribute("Extension")}";
            if (xml.GetAttribute("ContentType") is { } type && IsXmlType(type.Split(';')[0].Trim()) && !IsXml(name.Trim()))
                throw new NotImportedException(Strange);
        }
    }

    private static void MustBeShallow(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var xml = XmlReader.Create(content, Settings);
        while (xml.Read())
            if (xml.Depth > Deepest)
                throw new NotImportedException("The document’s parts stand one inside the other without end. Copy the text and paste it here.");
    }

    /// <summary>Drawings and web pages are never read.</summary>
    private static bool IsXmlType(string type) =>
        (type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase))
        && !type.Equals("image/svg+xml", StringComparison.OrdinalIgnoreCase) && !type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Images, fonts and files within the document.</summary>
    private static bool IsMedia(string name) =>
        !IsXml(name) && (name.Replace('\\', '/').Split('/') is [.., "media" or "fonts" or "embeddings", _] || Path.GetExtension(name).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".emf" or ".wmf" or ".webp");
}
