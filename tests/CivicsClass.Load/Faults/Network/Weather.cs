namespace CivicsClass.Load.Faults.Network;

/// <summary>How badly the network treats what passes. Shares are from 0 to 1 of whole messages from the server.</summary>
/// <param name="Cut">Of answers to commands: instead of the answer, the connection is reset.</param>
/// <param name="Delay">Each message and each piece from the client waits for a random time up to this; the order stays.</param>
public sealed record Weather(double Drop = 0, double Double = 0, double Reorder = 0, double Cut = 0, TimeSpan Delay = default)
{
    public static readonly Weather Fine = new();
}

/// <summary>Random numbers from a seed, for many at once.</summary>
public sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public double Roll()
    {
        lock (_random)
            return _random.NextDouble();
    }

    public bool Falls(double share) => share > 0 && Roll() < share;
}
