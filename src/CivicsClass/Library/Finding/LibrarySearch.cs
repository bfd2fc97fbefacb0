using System.Collections.Concurrent;

namespace CivicsClass.Library.Finding;

public enum Length { Short, Medium, Long }

public enum Grades { Middle, Early, Late, College }

/// <summary>What is looked for. Everything is optional; what is asked of a reading leaves out questions and the glossary.</summary>
public sealed class Search
{
    public const string Argues = "argues";

    public string? Q { get; set; }
    /// <summary>A pack's id.</summary>
    public string? Topic { get; set; }
    /// <summary><see cref="Argues"/>, <see cref="Pack.Background"/>, or a position's id within the topic.</summary>
    public string? Side { get; set; }
    public SourceKind? Kind { get; set; }
    public Grades? Level { get; set; }
    public Length? Length { get; set; }
    public string? Language { get; set; }

    public bool AsksForReadings => Side is not null || Kind is not null || Level is not null || Length is not null;
    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Topic is null && Language is null && !AsksForReadings;

    public static (int From, int To) Of(Grades grades) => grades switch
    {
        Grades.Middle => (1, 8),
        Grades.Early => (9, 10),
        Grades.Late => (11, 12),
        _ => (13, 16),
    };

    /// <summary>In words. At 200 words a minute: up to 2 minutes, up to 5, more.</summary>
    public static (int From, int To) Of(Length length) => length switch
    {
        Finding.Length.Short => (0, 400),
        Finding.Length.Medium => (401, 1000),
        _ => (1001, int.MaxValue),
    };
}

/// <summary>A document that was found, with the spots to show.</summary>
public sealed record Found(PublishedVersion Version, Pack Pack, Findable What, IReadOnlyList<Spot> Spots);

/// <param name="Count">Of all that were found.</param>
public sealed record SearchResults(int Count, IReadOnlyList<Found> Part);

/// <summary>Looks through the newest version of every topic, in memory: the library is small enough, and all databases find the same.</summary>
public sealed class LibrarySearch(Packs packs)
{
    private const int SpotsShown = 3;

    private readonly ConcurrentDictionary<Guid, PackIndex> _indexes = [];

    /// <summary>Those with the most words in their titles first; topics before readings, readings before questions, questions before words.</summary>
    /// <param name="among">The versions to look through; the newest of each topic.</param>
    /// <param name="from">How many to leave out before the part that is wanted.</param>
    public async Task<SearchResults> FindAsync(Search search, IReadOnlyList<PublishedVersion> among, int from, int most)
    {
        var words = SearchWords.Of(search.Q);
        var found = new List<(PublishedVersion Version, Pack Pack, PackIndex Index, Findable What, int InTitle)>();
        foreach (var version in among.Where(v => search.Topic is null || search.Topic == v.PackId))
        {
            if (await packs.FindWholeAsync(version.Id) is not { } pack)
                continue;
            var index = _indexes.GetOrAdd(version.Id, _ => new PackIndex(pack));
            foreach (var what in index.All)
                if (Fits(what, search, pack) && index.Has(what, words))
                    found.Add((version, pack, index, what, index.CountIn(what, 0, words)));
        }
        foreach (var gone in _indexes.Keys.Except(among.Select(v => v.Id)))
            _indexes.TryRemove(gone, out _);
        return new SearchResults(found.Count, [.. found.OrderByDescending(f => f.InTitle).ThenBy(f => f.What.Kind).Skip(from).Take(most)
            .Select(f => new Found(f.Version, f.Pack, f.What, Spots(f.Index, f.What, words)))]);
    }

    /// <summary>Where most of the words stand together, in the order of the text. The title is shown anyway.</summary>
    private static List<Spot> Spots(PackIndex index, Findable what, SearchWords words) =>
        [.. what.Spots.Index().Skip(1).Select(s => (s.Item, s.Index, Count: index.CountIn(what, s.Index, words))).Where(s => s.Count > 0)
            .OrderByDescending(s => s.Count).Take(SpotsShown).OrderBy(s => s.Index).Select(s => s.Item)];

    private static bool Fits(Findable what, Search search, Pack pack)
    {
        if (search.Language is { } language && what.Language != language)
            return false;
        if (what.Reading is not { } reading)
            return !search.AsksForReadings && (what.Kind != FoundKind.Topic || !string.IsNullOrWhiteSpace(search.Q));
        return search.Side switch
        {
            null => true,
            Search.Argues => reading.Side != Pack.Background,
            Pack.Background => reading.Side == Pack.Background,
            var side => reading.Side == side && pack.Id == search.Topic,
        }
            && (search.Kind is null || reading.Kind == search.Kind)
            && (search.Level is not { } grades || (Search.Of(grades) is var (from, to) && what.Level?.Touches(from, to) == true))
            && (search.Length is not { } length || (Search.Of(length) is var (least, most) && what.Words >= least && what.Words <= most));
    }
}
