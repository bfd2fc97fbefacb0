using CivicsClass.Library.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Blip = DocumentFormat.OpenXml.Drawing.Blip;

namespace CivicsClass.Library.Importing;

/// <summary>The images of a Word document. Each is read once however often it is shown, and there is an end to how many and how large they may be.</summary>
internal sealed class WordPictures
{
    private const int MostPlaces = 100, MostBytes = 8 * 1024 * 1024;

    private readonly Dictionary<OpenXmlPart, (Picture? Picture, string? Refused)> _read = [];
    private byte[] _buffer = [];
    private int _places, _left = MostBytes;

    /// <summary>What was shown in any place, each once.</summary>
    public IReadOnlyList<Picture> All => [.. _read.Values.Select(r => r.Picture).OfType<Picture>()];

    /// <returns>The image that stands here, or why it is left out.</returns>
    /// <exception cref="NotImportedException">These are more images, or larger ones, than a text for a class has.</exception>
    public (Picture? Picture, string? Refused) At(Blip place)
    {
        if (++_places > MostPlaces)
            throw new NotImportedException($"The document shows more than {MostPlaces} images. Take the part that the class will read, or leave out the images that it does not need.");
        if (place.Embed?.Value is not { } id || place.Ancestors<OpenXmlPartRootElement>().FirstOrDefault()?.OpenXmlPart is not { } part || !part.TryGetPartById(id, out var image))
            return (null, "It is not in the document.");
        if (!_read.TryGetValue(image, out var known))
            _read.Add(image, known = Picture.Of(Content(image)));
        return known;
    }

    private byte[] Content(OpenXmlPart image)
    {
        using var stream = image.GetStream(FileMode.Open, FileAccess.Read);
        if (_buffer.Length == 0)
            _buffer = new byte[Limits.ImageBytes + 1];
        var length = stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false);
        if ((_left -= length) < 0)
            throw new NotImportedException($"The document’s images are larger than {MostBytes / 1024 / 1024} MB together. Save them smaller, or leave out those that the class does not need.");
        return _buffer[..length];
    }
}
