using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>One view as it was last sent, with its version: makes the next patch, and the whole view for who enters.</summary>
internal sealed class ViewStream<T>(int epoch, JsonSerializerOptions json) where T : class
{
    private T? _last;
    private RawJson? _whole;

    public ViewVersion Version { get; private set; } = new(epoch, 0);
    public bool Started => _last is not null;

    /// <summary>Takes the new view. Returns the patch from the last version, or null when nothing differs.</summary>
    public (ViewVersion From, ViewVersion To, RawJson Patch)? Next(T view)
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
        _whole = null;
        var last = Version;
        Version = last with { N = last.N + 1 };
        return (last, Version, new RawJson(patch));
    }

    /// <summary>The whole view, written once however many ask.</summary>
    public RawJson Whole() => _whole ??= new RawJson(JsonSerializer.SerializeToUtf8Bytes(_last ?? throw new InvalidOperationException("No view yet."), json));
}
