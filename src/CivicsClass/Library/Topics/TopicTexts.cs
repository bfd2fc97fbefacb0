using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Topics;

/// <summary>A change of one file. <c>Before</c> is absent where the file is new, <c>After</c> where it is taken out.
/// The path <see cref="ReadingFile.Folder"/> alone stands for the order of the readings: their ids, one on each line.</summary>
public sealed record TopicEdit(string Path, string? Before, string? After);

/// <summary>The files of a topic in progress as they stand: path and text.</summary>
public sealed partial class TopicTexts(IReadOnlyDictionary<string, string> texts)
{
    public IEnumerable<string> Paths => texts.Keys.Order(StringComparer.Ordinal);

    public string? Find(string path) => path == ReadingFile.Folder ? string.Join('\n', Readings) : texts.GetValueOrDefault(path);

    /// <summary>The readings' ids, in their order.</summary>
    public IReadOnlyList<string> Readings => Ids(ReadingFile.Folder);

    public IReadOnlyList<string> Ids(string folder) => [.. In(folder).Select(p => IdOf(p, folder))];

    /// <summary>A file is known by its id: the number before it only gives it its place.</summary>
    public string? PathOf(string folder, string id) => In(folder).FirstOrDefault(p => IdOf(p, folder) == id);

    /// <summary>Where a reading that is new would stand: after all others.</summary>
    public string NewPathOfReading(string id)
    {
        var last = Digits().Match(In(ReadingFile.Folder).LastOrDefault()?[ReadingFile.Folder.Length..] ?? "00").Value;
        var next = ((int.TryParse(last, out var found) ? found : texts.Count) + 1).ToString(new string('0', Math.Max(2, last.Length)), CultureInfo.InvariantCulture);
        // By name "100" would come before "99", and "999" comes after it.
        return Numbered(next.Length > Math.Max(2, last.Length) ? last + "9" : next, id);
    }

    /// <summary>The images that the readings show, by name.</summary>
    public IEnumerable<string> Images => texts.Values.SelectMany(t => Image().Matches(t).Select(m => m.Groups[1].Value)).Distinct();

    /// <param name="stored">The names of those images that are in the library.</param>
    public PackFiles Files(IReadOnlyCollection<string> stored) => new(texts.ToDictionary(t => t.Key, t => Encoding.UTF8.GetBytes(t.Value)), stored);

    /// <summary>What stands in a file, whatever its number is by now.</summary>
    public string? Current(string path) => Find(Now(path));

    public TopicTexts With(TopicEdit edit)
    {
        var changed = texts.ToDictionary(StringComparer.Ordinal);
        if (edit.Path == ReadingFile.Folder)
            Order(changed, (edit.After ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        else
        {
            var path = Now(edit.Path);
            if (edit.After is null)
                changed.Remove(path);
            else
                changed[path] = edit.After;
        }
        return new TopicTexts(changed);
    }

    private string Now(string path)
    {
        var folder = path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)];
        return folder.Length == 0 || folder == path ? path : PathOf(folder, IdOf(path, folder)) ?? path;
    }

    private IEnumerable<string> In(string folder) => Paths.Where(p => p.StartsWith(folder, StringComparison.Ordinal));

    internal static string IdOf(string path, string folder) => LeadingNumber().Replace(path[folder.Length..Math.Max(folder.Length, path.LastIndexOf('.'))], "");

    private void Order(Dictionary<string, string> changed, IReadOnlyList<string> wanted)
    {
        var ids = wanted.Where(id => PathOf(ReadingFile.Folder, id) is not null).Distinct().ToList();
        ids.AddRange(Readings.Except(ids).ToList());
        foreach (var path in In(ReadingFile.Folder))
            changed.Remove(path);
        foreach (var (index, id) in ids.Index())
            changed[Numbered((index + 1).ToString(ids.Count < 100 ? "00" : "000", CultureInfo.InvariantCulture), id)] = texts[PathOf(ReadingFile.Folder, id)!];
    }

    private static string Numbered(string number, string id) => $"{ReadingFile.Folder}{number}-{id}.md";

    [GeneratedRegex("^[0-9]+-")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("^[0-9]{1,6}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\(images/([0-9a-f]{32}\.(?:png|jpg|webp))\)")]
    private static partial Regex Image();
}
