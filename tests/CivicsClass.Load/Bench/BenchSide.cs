using CivicsClass.Load.Host;

namespace CivicsClass.Load.Bench;

/// <summary>One of the two that are measured, the server or the bare hub: its process, its classes and its turns.</summary>
public sealed class BenchSide(string name, ServerProcess process) : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(6);
    private readonly List<BenchClass> _classes = [];
    private readonly List<Measured> _turns = [];
    private Pings? _pings;
    private Rounds? _rounds;

    public ServerProcess Process => process;
    public IReadOnlyList<Measured> Turns => _turns;
    public BenchStudent[] Students => [.. _classes.SelectMany(c => c.Students)];

    /// <summary>From now on its connections are kept alive.</summary>
    public void Open(IEnumerable<BenchClass> classes)
    {
        _classes.AddRange(classes);
        _pings = new Pings(_classes, PingEvery);
    }

    public async Task WarmUpAsync(QuizPlan quiz)
    {
        _rounds = new Rounds(_classes, quiz, process);
        Console.WriteLine($"{name}: everybody is in, warming up.");
        Console.WriteLine($"{name}: {await _rounds.WarmUpAsync():N0} answers to warm up.");
    }

    public async Task<Measured> MeasureAsync()
    {
        _turns.Add(await _rounds!.MeasureAsync());
        Console.WriteLine($"{name}: {_turns[^1].CpuMsPerAnswer:0.000} ms of processor time for an answer, turn {_turns.Count}.");
        return _turns[^1];
    }

    public async ValueTask DisposeAsync()
    {
        _pings?.Dispose();
        foreach (var c in _classes)
            await c.DisposeAsync();
        await process.DisposeAsync();
    }
}
