using CivicsClass.Load.Host;

namespace CivicsClass.Load.Bench;

/// <summary>One of the two that are measured, the server or the bare hub: its process, its classes and its turns.</summary>
public sealed class BenchSide : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(6);
    private readonly string _name;
    private readonly List<BenchClass> _classes = [];
    private readonly List<Measured> _turns = [];
    private readonly Pings _pings;
    private Rounds? _rounds;

    public BenchSide(string name, ServerProcess process, TimeSpan? pingEvery = null)
    {
        (_name, Process) = (name, process);
        _pings = new Pings(_classes, pingEvery ?? PingEvery);
    }

    public ServerProcess Process { get; }
    public IReadOnlyList<BenchClass> Classes => _classes;
    public IReadOnlyList<Measured> Turns => _turns;
    public BenchStudent[] Students => [.. _classes.SelectMany(c => c.Students)];

    /// <summary>From now on the connections of the class are kept alive.</summary>
    public void Add(BenchClass @class) => _classes.Add(@class);

    public async Task WarmUpAsync(QuizPlan quiz)
    {
        _rounds = new Rounds(_classes, quiz, Process);
        Console.WriteLine($"{_name}: everybody is in, warming up.");
        Console.WriteLine($"{_name}: {await _rounds.WarmUpAsync():N0} answers to warm up.");
    }

    public async Task<Measured> MeasureAsync()
    {
        _turns.Add(await _rounds!.MeasureAsync());
        Console.WriteLine($"{_name}: {_turns[^1].CpuMsPerAnswer:0.000} ms of processor time for an answer, turn {_turns.Count}.");
        return _turns[^1];
    }

    public async ValueTask DisposeAsync()
    {
        _pings.Dispose();
        foreach (var c in _classes)
            await c.DisposeAsync();
        await Process.DisposeAsync();
    }
}
