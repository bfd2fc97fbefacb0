using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>The views as a page holds them, as the browser does (client/live/views.ts). Patches that arrive while the page asks for
/// whole views wait until those are there. Not thread-safe.</summary>
public sealed class HeldViews
{
    private readonly Dictionary<string, HeldView> _held = [];
    private readonly List<ViewPatch> _waiting = [];
    private bool _entering;

    public enum Fit { Applied, Known, Held, Gap }

    /// <summary>Times a view was replaced by an older one: never, if all is well.</summary>
    public int WentBack { get; private set; }

    public HeldView? this[string audience] => _held.GetValueOrDefault(audience);

    public Dictionary<string, int[]> Have() => _held.ToDictionary(v => v.Key, v => new[] { v.Value.Epoch, v.Value.N });

    public void HoldBack() => _entering = true;

    public Fit Receive(ViewPatch patch)
    {
        if (_entering)
        {
            _waiting.Add(patch);
            return Fit.Held;
        }
        var held = _held.GetValueOrDefault(patch.Audience);
        if (held?.IsBehind(patch.To) == false)
            return Fit.Known;
        if (held is null || (held.Epoch, held.N) != patch.From)
            return Fit.Gap;
        Hold(patch.Audience, new HeldView(patch.To.Epoch, patch.To.N, (JsonObject)MergePatch.Apply(held.View, patch.Change)!));
        return Fit.Applied;
    }

    /// <summary>Takes the answer to Enter, then the patches that waited for it.</summary>
    /// <returns>Whether a gap is left.</returns>
    public bool Entered(JsonObject views)
    {
        foreach (var (audience, entered) in views)
            if (entered!["view"] is JsonObject view && entered["version"]!.AsArray() is [{ } epoch, { } n])
                Hold(audience, new HeldView((int)epoch, (int)n, (JsonObject)view.DeepClone()));
        _entering = false;
        var waiting = _waiting.ToArray();
        _waiting.Clear();
        return waiting.Select(Receive).ToArray().Contains(Fit.Gap);
    }

    /// <summary>The connection went: what waited belonged to it.</summary>
    public void ForgetWaiting() => _waiting.Clear();

    public bool IsBehind(string audience, (int, int) named) => _held.GetValueOrDefault(audience)?.IsBehind(named) == true;

    private void Hold(string audience, HeldView next)
    {
        if (_held.GetValueOrDefault(audience) is { } before && (next.Epoch, next.N).CompareTo((before.Epoch, before.N)) < 0)
            WentBack++;
        _held[audience] = next;
    }
}
