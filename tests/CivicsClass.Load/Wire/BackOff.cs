namespace CivicsClass.Load.Wire;

/// <summary>How long a page waits before the next attempt, as the browser does (client/live/backOff.ts): the jitter keeps a class
/// from coming back all at once.</summary>
public static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250), Most = TimeSpan.FromSeconds(8);

    public static TimeSpan After(int attempt)
    {
        var most = First * Math.Pow(2, Math.Min(attempt, 10));
        most = most < Most ? most : Most;
        return (most / 2) + (most / 2 * Random.Shared.NextDouble());
    }
}
