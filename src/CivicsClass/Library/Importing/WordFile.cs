using System.IO.Compression;
using System.Xml;
using CivicsClass.Library.Files;
using DocumentFormat.OpenXml.Packaging;

namespace CivicsClass.Library.Importing;

/// <summary>Opens a .docx in memory, after a look at what is really in it: nothing is believed that the zip says about itself.</summary>
internal static class WordFile
{
    public const int MostBytes = 8 * 1024 * 1024;
    private const int MostEntries = 2000;
    internal const string Damaged = "The Word document is damaged or was not made by a word processor. Open it, save it again as .docx, and try that.";

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <exception cref="NotImportedException">It is not a Word document, or not one that may be opened.</exception>
    public static T Read<T>(byte[] bytes, Func<WordprocessingDocument, T> read)
    {
        MustBeModest(bytes);
        try
        {
            using var file = new MemoryStream(bytes, writable: false);
            using var word = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = WordParts.MostBytes, AutoSave = false });
            if (word.MainDocumentPart?.Document?.Body is null)
                throw new NotImportedException(Damaged);
            return read(word);
        }
        catch (Exception wrong) when (wrong is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or IOException
            or InvalidOperationException or ArgumentException or FormatException or UriFormatException or KeyNotFoundException or NotSupportedException)
        {
            throw new NotImportedException(Damaged);
        }
    }

    private static void MustBeModest(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
            throw new NotImportedException($"The document is larger than {MostBytes / 1024 / 1024} MB. Take the part that the class will read, or make its images smaller.");
        if (PackZip.CountEntries(bytes, MostEntries) is not { } entries)
            throw new NotImportedException(Damaged);
        if (entries > MostEntries)
            throw new NotImportedException($"The document consists of more than {MostEntries:N0} parts, which no text needs. Copy the text and paste it here.");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            MustBeWord(zip);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new NotImportedException(Damaged);
        }
    }

    private static void MustBeWord(ZipArchive zip)
    {
        if (zip.Entries.Any(e => e.IsEncrypted))
            throw new NotImportedException("The document is protected by a password. Save it without one.");
        if (zip.Entries.Any(e => e.FullName.Replace('\\', '/').Split('/').Contains("..") || e.FullName.StartsWith('/') || e.FullName.Contains(':', StringComparison.Ordinal)))
            throw new NotImportedException("The document holds a part whose name leads out of it. Open it, save it again, and try that.");
        if (zip.GetEntry("word/document.xml") is null && zip.GetEntry("[Content_Types].xml") is null)
            throw new NotImportedException(
                zip.GetEntry("content.xml") is not null && zip.GetEntry("mimetype") is not null ? "This is an OpenDocument file. Save it as a Word document (.docx)."
                : zip.Entries.Any(e => e.Name == PackReader.Manifest) ? "This is a pack and not a reading. An admin takes it into the library with “Upload a pack”."
                : "This is a zip and not a Word document. Unpack it and choose the files in it; several can be chosen at once.");
        WordParts.MustBeModest(zip);
    }
}
