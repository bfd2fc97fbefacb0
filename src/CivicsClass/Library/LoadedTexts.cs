using System.Buffers;
using System.IO.Compression;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Library;

/// <summary>A text of several that the command line was given. <c>Read</c> gives its bytes, or a sentence that says why it cannot be taken.</summary>
internal sealed record LoadedText(string Name, Func<(byte[]? Bytes, string? Refused)> Read)
{
    public static LoadedText Refuse(string name, string sentence) => new(name, () => (null, sentence));
}

/// <summary>A folder or zip that is no pack but holds texts: each of them becomes a draft reading.</summary>
internal static class LoadedTexts
{
    private const int Deepest = 4;
    private const string Link = "This is a link to another file. Put the file itself in its place.";

    private static readonly string[] Endings = [".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".docx"];

    /// <returns>Absent when it is a pack, or would be one, or holds no text.</returns>
    public static IReadOnlyList<LoadedText>? In(string path)
    {
        try
        {
            return !Directory.Exists(path) ? PackPath.ReadFile(path) is { } zip ? InZip(zip) : null
                : Texts([.. InFolder(new DirectoryInfo(path), 0).Take(Limits.Entries + 1)]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IReadOnlyList<LoadedText>? InZip(byte[] zip) =>
        Texts([.. PackZip.Names(zip).Select((path, at) => (path, at)).Where(e => !e.path.EndsWith('/') && !PackIntake.IsClutter(e.path)).Select(e => PackIntake.IsSafe(e.path)
            ? new LoadedText(e.path[(e.path.LastIndexOf('/') + 1)..], () => Unpack(zip, e.at))
            : LoadedText.Refuse(PackIntake.Shown(e.path), "Its path leads out of the zip or has characters that a file name should not have. Pack the folder again and keep all files inside it."))]);

    private static List<LoadedText>? Texts(List<LoadedText> found)
    {
        var texts = found.Where(t => !PackIntake.IsClutter(t.Name) && t.Name is not (['.', not '.', ..] or ['~', '$', ..])).ToList();
        return texts.Count > Limits.Entries || texts.Any(t => Ending(t) is ".yaml" or ".yml") || !texts.Any(t => Endings.Contains(Ending(t))) ? null : texts;
    }

    /// <summary>Links are not followed, and told.</summary>
    private static IEnumerable<LoadedText> InFolder(DirectoryInfo folder, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            if (entry.LinkTarget is not null)
                yield return LoadedText.Refuse(PackIntake.Shown(entry.Name), Link);
            else if (entry is FileInfo file)
                yield return new LoadedText(PackIntake.Shown(file.Name), () => Open(file));
            else if (entry.Name is ['.', ..])
                continue;
            else if (depth == Deepest)
                yield return LoadedText.Refuse(PackIntake.Shown(entry.Name), $"This folder stands more than {Deepest} folders deep, so nothing in it was read. Load it by itself.");
            else
                foreach (var inner in InFolder((DirectoryInfo)entry, depth + 1))
                    yield return inner;
    }

    private static (byte[]? Bytes, string? Refused) Open(FileInfo file)
    {
        try
        {
            using var content = file.OpenRead();
            return Read(content);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return (null, $"It cannot be read ({wrong.Message.TrimEnd('.')}). Check its permissions.");
        }
    }

    private static (byte[]? Bytes, string? Refused) Unpack(byte[] zip, int at)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            var entry = archive.Entries[at];
            if (PackZip.IsLink(entry))
                return (null, Link);
            if (entry.IsEncrypted)
                return (null, "It is protected by a password. Pack the folder again without one.");
            using var content = entry.Open();
            return Read(content);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return (null, "It is damaged in the zip, or packed in an unusual way. Pack the folder again as a plain zip.");
        }
    }

    /// <summary>No more than what it seems to be may have, and through one buffer: of hundreds of files each may be a bomb.</summary>
    private static (byte[]? Bytes, string? Refused) Read(Stream content)
    {
        const int Start = 4;
        var buffer = ArrayPool<byte>.Shared.Rent(WordFile.MostBytes + 1);
        try
        {
            var length = content.ReadAtLeast(buffer.AsSpan(0, Start), Start, throwOnEndOfStream: false);
            var most = WordFile.IsOne(buffer.AsSpan(0, length)) ? WordFile.MostBytes : HtmlImport.MostBytes;
            if (length == Start)
                length += content.ReadAtLeast(buffer.AsSpan(Start, most + 1 - Start), most + 1 - Start, throwOnEndOfStream: false);
            return length > most ? (null, $"The file is larger than {most / 1024 / 1024} MB. Take the part that the class will read.") : (buffer[..length], null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Ending(LoadedText text) => Path.GetExtension(text.Name).ToLowerInvariant();
}
