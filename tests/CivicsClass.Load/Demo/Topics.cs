using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Demo;

/// <summary>Shares arguments and replies out among the class, so that not everybody writes the same.</summary>
public sealed class Topics
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Argument>> _left = Arguments.BySide.ToDictionary(s => s.Key, s => new Queue<Argument>(s.Value));
    private readonly Dictionary<(string Card, string Kind), SimulatedClient> _replies = [];

    public Argument? Take(string side)
    {
        lock (_gate)
            return _left.TryGetValue(side, out var left) && left.TryDequeue(out var argument) ? argument : null;
    }

    public string AnySide(Random random) => _left.Keys.ElementAt(random.Next(_left.Count));

    /// <summary>One rebuttal and one question for each argument; the first who wants to gives it.</summary>
    /// <returns>"rebut" or "ask"; null when both are given.</returns>
    public string? TakeReply(string card, bool isOwnSide, SimulatedClient by)
    {
        lock (_gate)
        {
            foreach (var kind in isOwnSide ? new[] { "ask" } : ["rebut", "ask"])
                if (_replies.TryAdd((card, kind), by) || _replies[(card, kind)] == by)
                    return kind;
            return null;
        }
    }
}
