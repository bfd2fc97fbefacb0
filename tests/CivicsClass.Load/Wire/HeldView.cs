using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>One view as a client holds it. A view that was handed out never changes: a patch makes a new one.</summary>
public sealed record HeldView(int Epoch, int N, JsonObject View)
{
    public enum Fit { Next, Old, Gap }

    /// <summary>Whether a patch may be applied: only onto the very version it starts from.</summary>
    public Fit Fits((int Epoch, int N) from, (int Epoch, int N) to)
    {
        if (from == (Epoch, N))
            return Fit.Next;
        return to.Epoch == Epoch && to.N <= N ? Fit.Old : Fit.Gap;
    }

    public HeldView With((int Epoch, int N) to, JsonNode patch) => new(to.Epoch, to.N, (JsonObject)MergePatch.Apply(View, patch)!);

    public bool IsBehind((int Epoch, int N) named) => named.Epoch != Epoch || named.N > N;
}
