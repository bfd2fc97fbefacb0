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

/// <summary>Looks through the newest version of every topic, in memory: the library is small enough, and all databases find the same.</summary>
public sealed class LibrarySearch(Packs packs)
{
    private const int SpotsShown = 3;

    private readonly ConcurrentDictionary<Guid, PackIndex> _indexes = [];

    /// <summary>Titles first, then by how many of the words stand together; readings before questions, questions before words.</summary>
    /// <param name="among">The versions to look through; the newest of each topic.</param>
    public async Task<IReadOnlyList<Found>> FindAsync(Search search, IReadOnlyList<PublishedVersion> among)
    {
        var words = SearchWords.Of(search.Q);
        var found = new List<(Found Found, int InTitle, int Together)>();
        foreach (var version in among)
        {
            var pack = await packs.GetAsync(version.Id);
            var index = _indexes.GetOrAdd(version.Id, _ => new PackIndex(pack));
            if ((search.Topic is not null && search.Topic != version.PackId) || !index.MayHave(words))
                continue;
            foreach (var what in index.All.Where(w => Fits(w, search, pack) && index.Has(w, words)))
            {
                var spots = what.Spots.Index().Select(s => (s.Item, s.Index, Count: index.CountIn(what, s.Index, words))).Where(s => s.Count > 0).ToList();
                var shown = spots.Where(s => s.Index > 0).OrderByDescending(s => s.Count).Take(SpotsShown).OrderBy(s => s.Index).Select(s => s.Item);
                found.Add((new Found(version, pack, what, [.. shown]), spots.FirstOrDefault(s => s.Index == 0).Count, spots.Max(s => (int?)s.Count) ?? 0));
            }
        }
        foreach (var gone in _indexes.Keys.Except(among.Select(v => v.Id)))
            _indexes.TryRemove(gone, out _);
        return [.. found.OrderByDescending(f => f.InTitle).ThenByDescending(f => f.Together).ThenBy(f => f.Found.What.Kind).Select(f => f.Found)];
    }

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
