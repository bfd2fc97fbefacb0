using System.Collections.Concurrent;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults;

/// <summary>What one client asked for and what it was told: every answer to every copy.</summary>
public sealed class Journal
{
    private readonly ConcurrentDictionary<Guid, Entry> _entries = [];

    public sealed class Entry(string text)
    {
        public string Text { get; } = text;
        public ConcurrentQueue<long> Accepted { get; } = [];
        public ConcurrentQueue<string> Refused { get; } = [];
    }

    public IReadOnlyDictionary<Guid, Entry> Entries => _entries;

    public int Acknowledged => _entries.Count(e => !e.Value.Accepted.IsEmpty);

    public void Sends(Guid id, string text) => _entries[id] = new Entry(text);

    public void Told(Guid id, CommandOutcome outcome)
    {
        if (!_entries.TryGetValue(id, out var entry))
            return;
        if (outcome.Seq is { } seq)
            entry.Accepted.Enqueue(seq);
        else
            entry.Refused.Enqueue(outcome.Refused ?? "");
    }
}
