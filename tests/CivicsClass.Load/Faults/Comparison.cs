using System.Text.Json.Nodes;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults;

/// <summary>What the clients were told, held against what is stored.</summary>
/// <param name="Lost">Acknowledged, but not in the log, or not where the acknowledgement said.</param>
/// <param name="Invented">In the log, but never sent, refused, or not what was sent.</param>
/// <param name="Twice">Commands or words that stand in the log more than once.</param>
/// <param name="Contradicted">Commands whose repetition was answered differently.</param>
/// <param name="Holes">Missing sequence numbers.</param>
public sealed record Comparison(int Acknowledged, int Lost, int Invented, int Twice, int Contradicted, int Holes)
{
    public bool IsClean => this is { Acknowledged: > 0, Lost: 0, Invented: 0, Twice: 0, Contradicted: 0, Holes: 0 };

    public string Figure => $"{Acknowledged:N0} acknowledged: {Lost} lost, {Invented} invented, {Twice} twice"
        + (Contradicted + Holes > 0 ? $", {Contradicted} answered differently, {Holes} holes in the log" : "");

    public static Comparison Of(Classroom room, IReadOnlyList<StoredEvent> log) => Of(room.Session.Key, room.Students.Select(s => (s.Id, s.Journal)), log);

    public static Comparison Of(string session, IEnumerable<(string Id, Journal Journal)> people, IReadOnlyList<StoredEvent> log)
    {
        var mine = log.Where(e => e.Session == session).ToArray();
        var stored = mine.Where(e => e.Command is not null).ToLookup(e => (e.By, e.Command!.Value));
        var texts = mine.Where(e => e.Kind == "reflection.written").ToLookup(e => (e.By, (string?)JsonNode.Parse(e.Payload)!["text"]));
        int acknowledged = 0, lost = 0, invented = 0, contradicted = 0;
        var sent = new HashSet<(string, Guid)>();
        foreach (var (person, journal) in people)
        {
            foreach (var (id, entry) in journal.Entries)
            {
                sent.Add((person, id));
                var row = stored[(person, id)].FirstOrDefault();
                var seqs = entry.Accepted.Distinct().ToArray();
                acknowledged += seqs.Length > 0 ? 1 : 0;
                contradicted += seqs.Length > 1 ? 1 : 0;
                lost += seqs.Length > 0 && row?.Seq != seqs[0] ? 1 : 0;
                invented += row is not null && ((seqs.Length == 0 && !entry.Refused.IsEmpty) || (string?)JsonNode.Parse(row.Payload)!["text"] != entry.Text) ? 1 : 0;
            }
        }
        var senders = sent.Select(s => s.Item1).ToHashSet();
        invented += stored.Count(s => senders.Contains(s.Key.By) && !sent.Contains(s.Key));
        return new Comparison(acknowledged, lost, invented,
            stored.Count(s => s.Count() > 1) + texts.Count(t => t.Count() > 1),
            contradicted, mine.Length == 0 ? 0 : (int)(mine[^1].Seq - mine.Length));
    }
}
