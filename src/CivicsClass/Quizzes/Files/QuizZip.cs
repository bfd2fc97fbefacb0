using System.IO.Compression;
using CivicsClass.Library.Files;

namespace CivicsClass.Quizzes.Files;

/// <summary>The texts of an archive in memory; pictures and the like are counted and left packed.
/// As with a pack's zip, nothing is believed that it says about itself, and nothing is written.</summary>
internal static class QuizZip
{
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <returns>XML files by path, and the paths of all others.</returns>
    public static (IReadOnlyDictionary<string, byte[]> Texts, IReadOnlyList<string> Others) Read(byte[] zip)
    {
        if (PackZip.CountEntries(zip, QuizLimits.Entries) is not { } count)
            throw Broken();
        if (count > QuizLimits.Entries)
            throw new UnreadableQuiz("", $"The archive has more than {QuizLimits.Entries:N0} entries, and no quiz needs that many. Export fewer questions into one file.");
        try
        {
            return Take(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException)
        {
            throw Broken();
        }
    }

    public static byte[] Write(IEnumerable<(string Path, byte[] Content)> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        return zip.ToArray();
    }

    /// <summary>Reads at most one byte more than allowed, whatever the archive says.</summary>
    public static byte[]? ReadAtMost(Stream stream, int most)
    {
        using var held = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            held.Write(buffer, 0, read);
            if (held.Length > most)
                return null;
        }
        return held.ToArray();
    }

    private static (IReadOnlyDictionary<string, byte[]>, IReadOnlyList<string>) Take(byte[] zip)
    {
        var (texts, others, total) = (new Dictionary<string, byte[]>(), new List<string>(), 0);
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            if (path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal))
                continue;
            if (PackZip.IsLink(entry) || path.Length is 0 or > 300 || path.StartsWith('/') || path.Contains(':') || path.Any(char.IsControl) || path.Split('/').Contains(".."))
                throw new UnreadableQuiz("", "The archive has a link or a path that leads out of it, so nothing of it was read. Export the questions again.");
            if (entry.IsEncrypted)
                throw new UnreadableQuiz("", "The archive is protected by a password. Export the questions again without one.");
            if (!IsText(path))
            {
                others.Add(path);
                continue;
            }
            using var stream = entry.Open();
            if (ReadAtMost(stream, QuizLimits.TextBytes) is not { } content)
                throw new UnreadableQuiz(path, $"The file is larger than {QuizLimits.TextBytes / 1024 / 1024} MB when unpacked. Export fewer questions into one file.");
            if ((total += content.Length) > QuizLimits.ArchiveBytes)
                throw new UnreadableQuiz("", $"The texts in the archive are larger than {QuizLimits.ArchiveBytes / 1024 / 1024} MB together. Export fewer questions into one file.");
            if (!texts.TryAdd(path, content))
                throw new UnreadableQuiz(path, "The archive has two files with this name. Export the questions again.");
        }
        return (texts, others);
    }

    private static bool IsText(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml.rels", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".qti", StringComparison.OrdinalIgnoreCase) || path == "pack.yaml";

    private static UnreadableQuiz Broken() => new("", "This archive is damaged or packed in an unusual way. Export or save it again.");
}
