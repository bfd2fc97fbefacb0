using System.Text.Json.Nodes;

namespace CivicsClass.Load.Demo;

/// <summary>Sentences of a reading as a student sees them, named "reading.paragraph.sentence".</summary>
public static class Passages
{
    public static string Any(JsonNode reading, string id, Random random)
    {
        var all = All(reading, id).ToArray();
        return all[random.Next(all.Length)].Passage;
    }

    public static string? Find(JsonNode reading, string id, string sentence) => All(reading, id).FirstOrDefault(p => p.Text == sentence).Passage;

    public static IEnumerable<(string Passage, string Text)> All(JsonNode reading, string id) =>
        reading["blocks"]!.AsArray().Where(b => b!["number"] is not null).SelectMany(b =>
            b!["sentences"]!.AsArray().Select((s, at) => ($"{id}.{(int)b["number"]!}.{at + 1}", (string)s!)));
}
