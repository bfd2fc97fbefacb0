using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>One view as a client holds it. A view that was handed out never changes: a patch makes a new one.</summary>
public sealed record HeldView(int Epoch, int N, JsonObject View)
{
    /// <summary>Whether a holder of this view has not seen the named version.</summary>
    public bool IsBehind((int Epoch, int N) named) => named.Epoch != Epoch || named.N > N;
}

/// <summary>A change of one view, from one version to another.</summary>
public sealed record ViewPatch(string Audience, (int Epoch, int N) From, (int Epoch, int N) To, JsonNode Change);
