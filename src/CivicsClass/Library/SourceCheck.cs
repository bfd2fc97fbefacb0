namespace CivicsClass.Library;

/// <summary>What the evidence says of a claim; docs/decisions tells why there are these six.</summary>
public enum Verdict { True, PartlyTrue, False, Outdated, Unverifiable, Opinion }

/// <summary>An article that is described, never reprinted, and claims of it to judge. Its paragraphs are our own words, numbered from 1.</summary>
public sealed record SourceCheck
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string About { get; init; }
    /// <summary>What the verdicts rest on: YYYY-MM or YYYY-MM-DD.</summary>
    public required string AsOf { get; init; }
    public required IReadOnlyList<string> Paragraphs { get; init; }
    public required IReadOnlyList<CheckedClaim> Claims { get; init; }

    public CheckedClaim? FindClaim(string id) => Claims.FirstOrDefault(c => c.Id == id);
}

public sealed record CheckedClaim
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    /// <summary>The paragraph of the article in which it stands, from 1.</summary>
    public required int Paragraph { get; init; }
    public required Verdict Verdict { get; init; }
    public required string Reason { get; init; }
    public required IReadOnlyList<Source> Evidence { get; init; }
    /// <summary>Paragraphs of the pack's readings.</summary>
    public required IReadOnlyList<ParagraphRef> RestsOn { get; init; }
    public required string ChangeMind { get; init; }
}
