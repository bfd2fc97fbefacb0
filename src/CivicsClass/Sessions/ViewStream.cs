using System.IO.Compression;
using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>A step from one version of a view to the next.</summary>
internal sealed record ViewChange(ViewVersion From, ViewVersion To, RawJson Patch);

/// <summary>One view as it was last sent, with its version: makes the next patch, and the whole view for who enters.</summary>
internal sealed class ViewStream<T>(int epoch, JsonSerializerOptions json) where T : class
{
    /// <summary>In bytes. Less than this is on its way in a moment, also on a slow line.</summary>
    private const int WorthPacking = 16 * 1024;

    private T? _last;
    private RawJson? _whole;
    private string? _packed;

    public ViewVersion Version { get; private set; } = new(epoch, 0);
    public bool Started => _last is not null;

    /// <summary>Takes the new view. Returns the patch from the last version, or null when nothing differs.</summary>
    public ViewChange? Next(T view)
    {
        if (_last is null)
        {
            _last = view;
            return null;
        }
        var patch = MergePatch.Between(_last, view, json);
        _last = view;
        if (patch is null)
            return null;
        (_whole, _packed) = (null, null);
        var last = Version;
        Version = last with { N = last.N + 1 };
        return new ViewChange(last, Version, new RawJson(patch));
    }

    /// <summary>The whole view in gzip and base64, made once however many ask: a board of 200 takes a phone more than a second otherwise.
    /// Null while the view is small.</summary>
    public string? Packed()
    {
        var whole = Whole().Utf8;
        if (_packed is not null || whole.Length < WorthPacking)
            return _packed;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(whole.Span);
        return _packed = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>The whole view, written once however many ask.</summary>
    public RawJson Whole() => _whole ??= new RawJson(JsonSerializer.SerializeToUtf8Bytes(_last ?? throw new InvalidOperationException("No view yet."), json));
}
