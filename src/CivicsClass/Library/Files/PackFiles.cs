namespace CivicsClass.Library.Files;

/// <summary>The files of a pack in memory: path below the pack's folder, with forward slashes, and content.</summary>
/// <param name="stored">Names of images that stand in the library already: they are files of the pack too, without their bytes.</param>
public sealed class PackFiles(IReadOnlyDictionary<string, byte[]> files, IReadOnlyCollection<string>? stored = null)
{
    private readonly HashSet<string> _stored = [.. (stored ?? []).Select(name => Picture.Folder + name)];

    public IEnumerable<string> Paths => files.Keys.Concat(_stored).Order(StringComparer.Ordinal);

    public long Bytes => files.Values.Sum(f => (long)f.Length);

    public bool Has(string path) => files.ContainsKey(path) || _stored.Contains(path);

    public bool IsStored(string path) => _stored.Contains(path);

    public byte[]? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The files directly in a folder, in the order of their names.</summary>
    public IEnumerable<string> In(string folder, string ending) =>
        Paths.Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(ending, StringComparison.Ordinal) && p.LastIndexOf('/') == folder.Length - 1);
}

/// <summary>Takes files in, one by one, and refuses what goes beyond the limits or has a path that leads elsewhere.</summary>
internal sealed class PackIntake(Problems problems)
{
    private readonly Dictionary<string, byte[]> _files = [];
    private byte[] _buffer = new byte[Limits.FileBytes + 1];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;
    private bool _full;

    /// <summary>False once nothing more can be taken.</summary>
    public bool Take(string path, Func<Stream> open)
    {
        if (_full || IsClutter(path))
            return !_full;
        if (!IsSafe(path))
            problems.Add(Shown(path), 0, "This path leads out of the pack or has characters that a file name should not have. Pack the folder again and keep all files inside it.");
        else if (!_taken.Add(path))
            problems.Add(Shown(path), 0, "There are two files with this name. Keep one of them.");
        else if (Content(open, IsPicture(path) ? Limits.ImageBytes : Limits.Of(path)) is not { } content)
            problems.Add(Shown(path), 0, IsPicture(path) ? $"The image is larger than {Limits.ImageBytes / 1024 / 1024} MB. Save it smaller." : $"The file is larger than {Limits.Of(path) / 1024:N0} KB. Shorten it or split it.");
        else if ((_bytes += content.Length) > Limits.PackBytes)
            Full($"The files are larger than {Limits.PackBytes / 1024 / 1024} MB together. Remove what does not belong to it, or save the images smaller.");
        else
            _files.Add(path, content);
        if (_taken.Count > Limits.Entries)
            Full($"There are more than {Limits.Entries} files. A pack needs far fewer; remove what does not belong to it.");
        return !_full;
    }

    public void RefuseLink(string path) =>
        problems.Add(Shown(path), 0, "This is a link to another file. Put the file itself in its place.");

    public void Full(string sentence)
    {
        _full = true;
        problems.Add("", 0, sentence);
    }

    /// <summary>The pack's files, without the one folder they may all stand in.</summary>
    public PackFiles? Done()
    {
        if (!problems.None)
            return null;
        var top = _files.Keys.FirstOrDefault() is { } any ? any[..(any.IndexOf('/') + 1)] : "";
        var wrapped = top.Length > 0 && !_files.ContainsKey(PackReader.Manifest) && _files.Keys.All(p => p.StartsWith(top, StringComparison.Ordinal));
        return new PackFiles(wrapped ? _files.ToDictionary(f => f.Key[top.Length..], f => f.Value) : _files);
    }

    /// <summary>Reads at most one byte more than a file may have, whatever its container says about its size.</summary>
    private byte[]? Content(Func<Stream> open, int most)
    {
        using var stream = open();
        if (_buffer.Length <= most)
            _buffer = new byte[most + 1];
        var length = stream.ReadAtLeast(_buffer.AsSpan(0, most + 1), most + 1, throwOnEndOfStream: false);
        return length > most ? null : _buffer[..length];
    }

    /// <summary>In the folder for images, which may itself stand in the pack's one folder.</summary>
    private static bool IsPicture(string path) =>
        path.StartsWith(Picture.Folder, StringComparison.Ordinal) || path.AsSpan(path.IndexOf('/') + 1).StartsWith(Picture.Folder);

    /// <summary>What file managers leave behind.</summary>
    internal static bool IsClutter(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path[(path.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini" or ".gitkeep";

    internal static bool IsSafe(string path) =>
        path.Length is > 0 and <= 200 && !path.Contains(':') && !path.Any(char.IsControl)
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    internal static string Shown(string path) =>
        new([.. path.Take(100).Select(c => char.IsControl(c) ? '?' : c)]);
}
