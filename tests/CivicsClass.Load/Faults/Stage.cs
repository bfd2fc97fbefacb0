using System.Diagnostics;
using System.Globalization;

namespace CivicsClass.Load.Faults;

/// <summary>What a scenario runs with, and where it tells what it found.</summary>
/// <param name="Dll">The published server; null for the one in artifacts.</param>
/// <param name="Brief">The short selection: fewer students and repetitions.</param>
/// <param name="Long">Also what takes minutes by its nature.</param>
public sealed class Stage(string name, string? dll, int seed, bool brief, bool @long, Action<Finding> tell)
{
    public string? Dll { get; } = dll;
    public bool Brief { get; } = brief;
    public bool Long { get; } = @long;
    public int Seed { get; } = seed;
    /// <summary>Depends on the seed and the scenario alone.</summary>
    public Random Random { get; } = new(seed + name.Sum(c => c * 31));

    public void Tell(string promise, string done, string figure, string goal, bool isKept) =>
        tell(new Finding(promise, name, done, figure, goal, isKept ? Verdict.Ok : Verdict.Missed));

    public void TellNotRun(string promise, string done, string why, string goal) =>
        tell(new Finding(promise, name, done, why, goal, Verdict.NotRun));

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Random.NextDouble());

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    public static string Ms(double ms) => string.Create(CultureInfo.InvariantCulture, $"{ms:0} ms");

    /// <summary>Waits for a condition that no event tells of.</summary>
    /// <returns>How long it took; null when patience ended.</returns>
    public static async Task<TimeSpan?> UntilAsync(Func<bool> condition, TimeSpan patience)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience; await Task.Delay(Look))
            if (condition())
                return Stopwatch.GetElapsedTime(began);
        return null;
    }

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
}
