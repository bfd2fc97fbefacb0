namespace CivicsClass.Library;

/// <summary>One numbered sentence of an excerpt: "reading.paragraph.sentence", both numbers from 1.</summary>
public sealed record Passage(string Reading, int Paragraph, int Sentence, string Text)
{
    public string Id => $"{Reading}.{Paragraph}.{Sentence}";

    public static Passage? Find(Pack pack, string id)
    {
        var parts = id.Split('.');
        if (parts.Length != 3 || !int.TryParse(parts[1], out var paragraph) || !int.TryParse(parts[2], out var sentence))
            return null;
        var block = pack.FindReading(parts[0])?.Blocks.FirstOrDefault(b => b.Number == paragraph);
        return block is not null && sentence >= 1 && sentence <= block.Sentences.Count
            ? new Passage(parts[0], paragraph, sentence, block.Sentences[sentence - 1])
            : null;
    }
}
