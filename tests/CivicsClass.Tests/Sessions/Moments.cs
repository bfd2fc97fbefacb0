using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Sessions;

/// <summary>Sequences of numbers from which a test makes commands; a failing one is shown with as few as fail.</summary>
internal static class Moments
{
    public static Arbitrary<int[]> Any { get; } = Arb.From(Gen.Choose(0, 1_000_000).ArrayOf(), Shorter);

    private static IEnumerable<int[]> Shorter(int[] moments)
    {
        for (var half = moments.Length / 2; half > 0; half /= 2)
            yield return moments[..half];
        for (var left = 0; left < moments.Length; left++)
            yield return [.. moments[..left], .. moments[(left + 1)..]];
    }
}
