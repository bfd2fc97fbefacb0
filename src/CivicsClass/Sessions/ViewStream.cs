using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>A step from one version of a view to the next.</summary>
internal sealed record ViewChange(ViewVersion From, ViewVersion To, RawJson Patch);

/// <summary>One view as it was last sent, with its version: makes the next patch, and the whole view for who enters.</summary>
internal sealed class ViewStream<T>(int epoch, JsonSerializerOptions json) where T : class
{
    private T? _last;
    private RawJson? _whole;

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
        _whole = null;
        var last = Version;
        Version = last with { N = last.N + 1 };
        return new ViewChange(last, Version, new RawJson(patch));
    }

    /// <summary>The whole view, written once however many ask.</summary>
    public RawJson Whole() => _whole ??= new RawJson(JsonSerializer.SerializeToUtf8Bytes(_last ?? throw new InvalidOperationException("No view yet."), json));
}
