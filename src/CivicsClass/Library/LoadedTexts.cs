using System.IO.Compression;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Library;

/// <summary>A text of several that the command line was given. <c>Read</c> gives its bytes, or nothing when there are too many.</summary>
internal sealed record LoadedText(string Name, Func<byte[]?> Read);

/// <summary>A folder or zip that is no pack but holds texts: each of them becomes a draft reading.</summary>
internal static class LoadedTexts
{
    private const int Deepest = 4;

    private static readonly string[] Endings = [".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".docx"];

    /// <returns>Absent when it is a pack, or would be one, or holds no text.</returns>
    public static IReadOnlyList<LoadedText>? In(string path)
    {
        try
        {
            return !Directory.Exists(path) ? PackPath.ReadFile(path) is { } zip ? InZip(zip) : null
                : Texts([.. Files(new DirectoryInfo(path), 0).Take(Limits.Entries + 1).Select(f => new LoadedText(f.Name, () => PackPath.ReadFile(f.FullName)))]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IReadOnlyList<LoadedText>? InZip(byte[] zip) =>
        Texts([.. PackZip.Names(zip).Where(n => !n.EndsWith('/')).Select(n => new LoadedText(n[(n.LastIndexOf('/') + 1)..], () => Unpack(zip, n)))]);

    private static List<LoadedText>? Texts(List<LoadedText> found)
    {
        var texts = found.Where(t => !PackIntake.IsClutter(t.Name) && t.Name is not (['.', ..] or ['~', '$', ..])).ToList();
        return texts.Count > Limits.Entries || texts.Any(t => Ending(t) is ".yaml" or ".yml") || !texts.Any(t => Endings.Contains(Ending(t))) ? null : texts;
    }

    /// <summary>Links are not followed.</summary>
    private static IEnumerable<FileInfo> Files(DirectoryInfo folder, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(e => e.LinkTarget is null).OrderBy(e => e.Name, StringComparer.Ordinal))
            if (entry is FileInfo file)
                yield return file;
            else if (depth < Deepest && entry.Name is not ['.', ..])
                foreach (var inner in Files((DirectoryInfo)entry, depth + 1))
                    yield return inner;
    }

    private static byte[]? Unpack(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
        var entry = archive.Entries.First(e => PackZip.NameOf(e) == name);
        if (entry.IsEncrypted || PackZip.IsLink(entry))
            return [];
        try
        {
            using var content = entry.Open();
            return Uploads.ReadAsync(content, WordFile.MostBytes).GetAwaiter().GetResult();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return [];
        }
    }

    private static string Ending(LoadedText text) => Path.GetExtension(text.Name).ToLowerInvariant();
}
