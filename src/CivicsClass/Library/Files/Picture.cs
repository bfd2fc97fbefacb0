using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CivicsClass.Library.Files;

/// <summary>An image as it came, never decoded. Its name is its content's: half of its SHA-256 and the kind that its first bytes show.</summary>
public sealed partial record Picture(string Name, byte[] Bytes)
{
    public const string Folder = "images/";

    /// <summary>The image, or a sentence that says why it cannot be one.</summary>
    public static (Picture? Picture, string? Refused) Of(byte[] bytes)
    {
        if (bytes.Length > Limits.ImageBytes)
            return (null, $"The image is larger than {Limits.ImageBytes / 1024 / 1024} MB. Save it smaller.");
        if (Ending(bytes) is not { } ending)
            return (null, "This is not a PNG, JPEG or WebP image, whatever its name says. Save it as one of these.");
        return (new Picture($"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}.{ending}", bytes), null);
    }

    public static bool IsName(string name) => Form().IsMatch(name);

    public static string ContentType(string name) => name[(name.LastIndexOf('.') + 1)..] switch { "png" => "image/png", "jpg" => "image/jpeg", _ => "image/webp" };

    private static string? Ending(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "webp",
        _ => null,
    };

    [GeneratedRegex(@"\A[0-9a-f]{32}\.(png|jpg|webp)\z")]
    private static partial Regex Form();
}

/// <summary>The images of a pack, by the paths its texts use.</summary>
public sealed class Pictures
{
    private readonly Dictionary<string, string> _taken = [];
    private readonly List<Picture> _new = [];
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _shown = [];

    public static Pictures None => new();

    /// <summary>Those that came with the pack.</summary>
    public IEnumerable<Picture> All => _new.DistinctBy(p => p.Name);

    public static Pictures In(PackFiles files, Problems problems)
    {
        var pictures = new Pictures();
        foreach (var path in files.Paths.Where(p => p.StartsWith(Picture.Folder, StringComparison.Ordinal)))
        {
            if (files.IsStored(path))
            {
                pictures._taken.Add(path, path[Picture.Folder.Length..]);
                continue;
            }
            var (picture, refused) = Picture.Of(files.Find(path)!);
            if (picture is not null)
            {
                pictures._taken.Add(path, picture.Name);
                pictures._new.Add(picture);
            }
            else
            {
                pictures._refused.Add(path);
                problems.Add(path, 0, refused!);
            }
        }
        return pictures;
    }

    /// <summary>The name of the image at a path; the path counts as shown. One that was refused has been reported.</summary>
    public string? Find(string path)
    {
        _shown.Add(path);
        return _taken.TryGetValue(path, out var name) ? name : _refused.Contains(path) ? "" : null;
    }

    public string WhyNot(string path) => path.StartsWith(Picture.Folder, StringComparison.Ordinal)
        ? $"There is no image “{path}” in the pack. Put it there, or correct the name."
        : "Images come from the pack's own folder: write `![what it shows](images/name.png)` and put the file there.";

    public void MustAllBeShown(Problems problems)
    {
        foreach (var path in _taken.Keys.Where(p => !_shown.Contains(p)))
            problems.Add(path, 0, "No reading shows this image. Remove it, or show it: `![what it shows](" + path + ")`.");
    }
}
