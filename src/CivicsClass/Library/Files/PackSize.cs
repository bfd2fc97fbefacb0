using System.Text;
using Humanizer;

namespace CivicsClass.Library.Files;

/// <summary>How large a pack is as files, against what can be loaded again (<see cref="Limits"/>).</summary>
public static class PackSize
{
    /// <summary>A part of a pack with its images, as its readers call it.</summary>
    private sealed record Piece(string Name, long Text, long Images)
    {
        public long Bytes => Text + Images;
        public override string ToString() => Images > Text ? $"{Name} with {InWords(Images)} of images" : $"{Name} with {InWords(Bytes)}";
    }

    /// <param name="images">How many bytes each image has, by name.</param>
    /// <returns>How large it is, what fits and what to shorten; nothing when it fits.</returns>
    public static string? TooLarge(Pack pack, IReadOnlyDictionary<string, int> images)
    {
        var files = PackWriter.Write(pack).ToDictionary(f => f.Key, f => Encoding.UTF8.GetByteCount(f.Value));
        foreach (var (path, bytes) in files.Where(f => f.Value > Limits.Of(f.Key)))
            return $"{Sentence(NameOf(path, pack))} would be a file of {InWords(bytes)}, and at most {InWords(Limits.Of(path))} fit into one. Shorten that.";
        var shown = PackWriter.Images(pack);
        if (files.Count + shown.Count is var count && count > Limits.Entries)
            return $"The topic would have {count:N0} files, {shown.Count:N0} of them images, and at most {Limits.Entries} can be published. Take {count - Limits.Entries:N0} images, readings or lessons out.";
        var whole = files.Sum(f => InZip(f.Key, f.Value)) + shown.Sum(name => InZip(Picture.Folder + name, images.GetValueOrDefault(name)));
        return whole <= Limits.PackBytes ? null
            : $"The topic is {InWords(whole)} large with its images, and at most {InWords(Limits.PackBytes)} can be published. The largest in it: {Largest(pack, files, images).Humanize()}. Save images smaller, or take something out.";
    }

    /// <summary>At most what a file needs in a zip, whatever it holds.</summary>
    private static long InZip(string path, int bytes) => bytes + bytes / 1000 + 2 * path.Length + 140;

    private static List<Piece> Largest(Pack pack, Dictionary<string, int> files, IReadOnlyDictionary<string, int> images)
    {
        var (pieces, counted) = (new List<Piece>(), new HashSet<string>());
        foreach (var (path, bytes) in files)
        {
            var shown = ReadingAt(path, pack)?.Blocks.Select(b => b.Image).OfType<string>().Where(counted.Add) ?? [];
            pieces.Add(new Piece(NameOf(path, pack), bytes, shown.Sum(name => (long)images.GetValueOrDefault(name))));
        }
        return [.. pieces.OrderByDescending(p => p.Bytes).Take(3)];
    }

    private static string NameOf(string path, Pack pack) => path switch
    {
        QuizFile.Path => "the questions",
        GlossaryFile.Path => "the glossary",
        StandardsFile.Path => "the standards",
        PackReader.Manifest => "what the topic is about",
        _ => $"“{ReadingAt(path, pack)?.Title ?? pack.SourceChecks.FirstOrDefault(c => IsOf(path, c.Id))?.Title ?? pack.Lessons.FirstOrDefault(l => IsOf(path, l.Id))?.Title ?? path}”",
    };

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Excerpt? ReadingAt(string path, Pack pack) => path.StartsWith(ReadingFile.Folder, StringComparison.Ordinal) ? pack.Readings.FirstOrDefault(r => IsOf(path, r.Id)) : null;

    private static bool IsOf(string path, string id) => PackReader.WithoutNumber(Path.GetFileNameWithoutExtension(path)) == id;

    /// <summary>Rounded up, so that what is beyond a limit never looks as if it were within.</summary>
    private static string InWords(long bytes) => bytes < 1024 * 1024 ? $"{Math.Ceiling(bytes / 1024.0):N0} KB" : $"{Math.Ceiling(bytes / (1024.0 * 1024) * 100) / 100:0.##} MB";
}
