namespace CivicsClass.Library.Finding;

public enum FoundKind { Topic, Reading, Question, Word }

/// <summary>One place of a document that can be shown and led to: a title, a paragraph, a question, an explanation.</summary>
/// <param name="Anchor">On the page of the version.</param>
/// <param name="Paragraph">Of a reading; absent elsewhere.</param>
public sealed record Spot(string Text, string Anchor, int? Paragraph = null);

/// <summary>Something that is found as one: all words must occur in it.</summary>
public sealed record Findable(FoundKind Kind, string Title, string Anchor, IReadOnlyList<Spot> Spots)
{
    public Excerpt? Reading { get; init; }
    /// <summary>Of a reading; reckoned when somebody asks.</summary>
    public ReadingLevel? Level => field ??= Reading is null ? null : ReadingLevel.Of(Reading);
    public int Words { get; init; }
    public string Language { get; init; } = "";

    /// <summary>Where the document and each of its spots stand in the pack's folded text.</summary>
    internal (int From, int To) Place { get; set; }
    internal int[] Starts { get; set; } = [];
}

/// <summary>A version's texts, folded once: a search then only looks through one long text. A version never changes.</summary>
public sealed class PackIndex
{
    private readonly byte[] _folded;

    public PackIndex(Pack pack)
    {
        All = [.. Documents(pack)];
        using var folded = new MemoryStream();
        foreach (var document in All)
        {
            var from = (int)folded.Length;
            document.Starts = new int[document.Spots.Count];
            foreach (var (at, spot) in document.Spots.Index())
            {
                document.Starts[at] = (int)folded.Length;
                folded.Write(SearchWords.FoldToBytes(spot.Text));
                folded.WriteByte((byte)'\n');
            }
            document.Place = (from, (int)folded.Length);
        }
        _folded = folded.ToArray();
    }

    public IReadOnlyList<Findable> All { get; }

    public bool Has(Findable document, SearchWords words) => words.AreIn(_folded.AsSpan(document.Place.From..document.Place.To));

    /// <summary>How many of the words stand in one spot of the document.</summary>
    public int CountIn(Findable document, int spot, SearchWords words)
    {
        var end = spot + 1 < document.Starts.Length ? document.Starts[spot + 1] : document.Place.To;
        return words.Looks.Count(look => _folded.AsSpan(document.Starts[spot]..end).IndexOf(look) >= 0);
    }

    private static IEnumerable<Findable> Documents(Pack pack)
    {
        yield return new Findable(FoundKind.Topic, pack.Title, "main", [new(pack.Title, "main"), new(pack.Question, "main"), new(pack.Summary, "main")]) { Language = pack.Language };
        foreach (var reading in pack.Readings)
            yield return new Findable(FoundKind.Reading, reading.Title, reading.Id,
                [new(reading.Title, reading.Id), new($"{reading.Author}, {reading.Publisher}", reading.Id), .. Paragraphs(reading)])
            {
                Reading = reading,
                Words = reading.Blocks.SelectMany(b => b.Sentences).Sum(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
                Language = reading.Language,
            };
        foreach (var item in pack.Quiz)
            yield return new Findable(FoundKind.Question, item.Stem, $"question-{item.Id}",
                [.. item.Options.Select(o => o.Text).Prepend(item.Stem).Append(item.Explanation).Select(t => new Spot(t, $"question-{item.Id}"))])
            { Language = pack.Language };
        foreach (var (at, term) in pack.Glossary.Index())
            yield return new Findable(FoundKind.Word, term.Term, $"word-{at + 1}",
                [new(string.Join(", ", term.Also.Prepend(term.Term)), $"word-{at + 1}"), new(term.Definition, $"word-{at + 1}")])
            { Language = pack.Language };
    }

    private static IEnumerable<Spot> Paragraphs(Excerpt reading)
    {
        foreach (var block in reading.Blocks)
            yield return new Spot(string.Join(' ', block.Sentences), block switch
            {
                { Number: { } number } => $"{reading.Id}-{number}",
                { Kind: BlockKind.Note, Mark: { } mark } => $"{reading.Id}-note-{mark}",
                _ => reading.Id,
            }, block.Number);
    }
}
