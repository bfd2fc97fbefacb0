namespace CivicsClass.Library.Balance;

/// <summary>What can be counted of a topic, side by side. It is a report and not a score: there is no figure that adds it up.</summary>
public sealed record BalanceReport
{
    /// <summary>The two positions as the pack names them, then background.</summary>
    public required IReadOnlyList<SideBalance> Sides { get; init; }
    public required IReadOnlyList<KeyHelp> Keys { get; init; }
    public required IReadOnlyList<WordHit> Hits { get; init; }
    /// <summary>The side of each reading, in the order of the pack.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    public SideBalance Side(string id) => Sides.First(s => s.Side == id);

    public int KeysThatHelp(string side) => Keys.Count(k => k.Helps == side);
}

public sealed record SideBalance
{
    /// <summary>A position's id or <see cref="Pack.Background"/>.</summary>
    public required string Side { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<ReadingBalance> Readings { get; init; }
    /// <summary>Different sources of the side's readings. Two entries name the same source when their titles are the same.</summary>
    public required IReadOnlyList<SourceUse> Sources { get; init; }

    public int Words => Readings.Sum(r => r.Words);
    /// <summary>How often the readings name a source: each reading once for each.</summary>
    public int Namings => Sources.Sum(s => s.Readings);
    /// <summary>The source that most of the readings rest on; absent without sources.</summary>
    public SourceUse? Largest => Sources.MaxBy(s => s.Readings);
    /// <summary>The largest source's part of all namings, 0 to 1.</summary>
    public double LargestShare => Largest is { } largest ? (double)largest.Readings / Namings : 0;

    /// <summary>The lowest and the highest grade among the readings that have one.</summary>
    public (double Lowest, double Highest)? Grades =>
        Readings.Select(r => r.Grade).OfType<double>().ToList() is { Count: > 0 } grades ? (grades.Min(), grades.Max()) : null;

    /// <summary>The earliest and the latest date of the readings: YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public (string First, string Last)? Dates =>
        Readings.Count == 0 ? null : (Readings.Select(r => r.Date).Min(StringComparer.Ordinal)!, Readings.Select(r => r.Date).Max(StringComparer.Ordinal)!);

    public int Of(SourceKind kind) => Readings.Count(r => r.Kind == kind);

    /// <summary>Sources by institution, most first; what nobody said comes last.</summary>
    public IReadOnlyList<(Institution? Institution, int Sources)> Institutions =>
        [.. Sources.GroupBy(s => s.Institution).OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (g.Key, g.Count()))];
}

/// <param name="Grade">See <see cref="Readability"/>; absent for a short text or another language.</param>
public sealed record ReadingBalance(string Id, string Title, int Words, double? Grade, SourceKind Kind, string Date);

/// <param name="Readings">How many of the side's readings name it.</param>
public sealed record SourceUse(string Title, Institution? Institution, int Readings);

/// <param name="Helps">A position's id, or "neither".</param>
public sealed record KeyHelp(string Item, int Number, string Stem, string Helps);

public enum PlaceKind { Topic, Reading, Quiz, Glossary, SourceCheck, Lesson }

/// <summary>Where a text stands.</summary>
/// <param name="Id">Of the reading, the quiz item, the source check or the lesson; the glossary's term.</param>
/// <param name="Part">What of it, in words: "paragraph 3", "option b".</param>
public sealed record TextPlace(PlaceKind Kind, string Id, string Title, string Part)
{
    /// <summary>A position's id or <see cref="Pack.Background"/>; absent outside the readings.</summary>
    public string? Side { get; init; }
    /// <summary>A word as the glossary lists it.</summary>
    public bool IsHeadword { get; init; }
    /// <summary>Of a reading's numbered block.</summary>
    public int? Paragraph { get; init; }
}

/// <summary>A word of the list where it occurs.</summary>
/// <param name="Start">In the sentence, in UTF-16 code units.</param>
/// <param name="Reason">Why it may stand here, as the list says; absent where nobody explained it.</param>
public sealed record WordHit(TextPlace Place, string Sentence, int Start, int Length, LoadedWord Word, string? Reason)
{
    public string Before => Sentence[..Start];
    public string Marked => Sentence.Substring(Start, Length);
    public string After => Sentence[(Start + Length)..];
}
