namespace CivicsClass.Controversies;

/// <summary>How a class becomes teams: by lot, in fours of two pairs, the numbers on both sides equal within one.
/// Pure functions; what they decide is recorded, so a replay never deals again.</summary>
internal static class TeamFormation
{
    public const int MaxTeam = 6;
    private const int MaxTries = 50_000;

    /// <summary>Teams are smaller where only that keeps people apart; where nothing does, those who are in most people's way come together.</summary>
    /// <param name="inOrder">Everybody to be dealt, in the order the lot shuffled them to.</param>
    /// <param name="lot">Decides who of the two sides is first wherever both would do.</param>
    public static IReadOnlyList<DealtTeam> Deal(IReadOnlyList<string> inOrder, Apart apart, string one, string other, uint lot)
    {
        if (inOrder.Count < 2)
            return [];
        var sizes = Sizes(inOrder.Count);
        var groups = Divide(inOrder, sizes, apart, lot);
        for (var teams = sizes.Length + 1; groups is null && teams * 2 <= inOrder.Count; teams++)
            groups = Divide(inOrder, Even(inOrder.Count, teams), apart, lot);
        return Teams(groups ?? AsFarAsPossible(inOrder, sizes, apart), one, other, lot);
    }

    /// <summary>Fours; one too many make a five, two make two fives (six alone stay together), three make a team of three.</summary>
    internal static int[] Sizes(int people)
    {
        if (people is 2 or 3 or 6)
            return [people];
        int[] odd = (people % 4) switch { 1 => [5], 2 => [5, 5], 3 => [3], _ => [] };
        return [.. Enumerable.Repeat(4, (people - odd.Sum()) / 4), .. odd];
    }

    private static int[] Even(int people, int teams) => [.. Enumerable.Range(0, teams).Select(t => (people / teams) + (t < people % teams ? 1 : 0))];

    /// <summary>Seats first those who are kept from somebody; the others fill what is left.</summary>
    private static List<string>[]? Divide(IReadOnlyList<string> inOrder, int[] sizes, Apart apart, uint lot)
    {
        var teams = Array.ConvertAll(sizes, size => new List<string>(size));
        var careful = inOrder.Where(apart.Concerns).OrderByDescending(apart.Count).ToArray();
        var tries = 0;
        if (!Seat(0))
            return null;
        Fill(teams, sizes, inOrder.Where(p => !apart.Concerns(p)));
        return teams;

        bool Seat(int at)
        {
            if (at == careful.Length)
                return true;
            for (var n = 0; n < teams.Length && tries++ < MaxTries; n++)
            {
                var team = (int)(((lot % (uint)teams.Length) + n + at) % teams.Length);
                if (teams[team].Count == sizes[team] || apart.Any(careful[at], teams[team]))
                    continue;
                teams[team].Add(careful[at]);
                if (Seat(at + 1))
                    return true;
                teams[team].Remove(careful[at]);
            }
            return false;
        }
    }

    private static List<string>[] AsFarAsPossible(IReadOnlyList<string> inOrder, int[] sizes, Apart apart)
    {
        var teams = Array.ConvertAll(sizes, size => new List<string>(size));
        foreach (var person in inOrder.Where(apart.Concerns))
            teams.Index().Where(t => t.Item.Count < sizes[t.Index]).MinBy(t => t.Item.Count(p => apart.Between(p, person))).Item.Add(person);
        Fill(teams, sizes, inOrder.Where(p => !apart.Concerns(p)));
        return teams;
    }

    private static void Fill(List<string>[] teams, int[] sizes, IEnumerable<string> people)
    {
        var at = 0;
        foreach (var person in people)
        {
            while (teams[at].Count == sizes[at])
                at++;
            teams[at].Add(person);
        }
    }

    /// <summary>An odd team's larger pair takes the side that is behind. The side that begins alternates from team to team.</summary>
    private static DealtTeam[] Teams(List<string>[] groups, string one, string other, uint lot)
    {
        var (ahead, dealt) = (0, new DealtTeam[groups.Length]);
        for (var at = 0; at < groups.Length; at++)
        {
            var members = groups[at];
            var coin = ((lot >> (at % 31)) & 1) == 0;
            var isOdd = members.Count % 2 == 1;
            var sideA = isOdd && ahead != 0 ? ahead < 0 ? one : other : coin ? one : other;
            var half = (members.Count + 1) / 2;
            if (isOdd)
                ahead += sideA == one ? 1 : -1;
            var begins = (at + (lot & 1)) % 2 == 0 == (sideA == one) ? Pair.A : Pair.B;
            dealt[at] = new DealtTeam(IdOf(at + 1), [.. members.Take(half)], [.. members.Skip(half)], sideA, begins);
        }
        return dealt;
    }

    public static string IdOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"t{number}");
}

/// <summary>Who is kept from whom.</summary>
internal sealed class Apart
{
    private readonly HashSet<(string One, string Other)> _pairs = [];

    public IEnumerable<(string One, string Other)> Pairs => _pairs.OrderBy(p => p.One, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal);

    public void Set(string one, string other, bool on)
    {
        if (on)
            _pairs.Add(Ordered(one, other));
        else
            _pairs.Remove(Ordered(one, other));
    }

    public bool Between(string one, string other) => _pairs.Contains(Ordered(one, other));

    public bool Any(string person, IEnumerable<string> others) => _pairs.Count > 0 && others.Any(o => Between(person, o));

    public bool Concerns(string person) => Count(person) > 0;

    public int Count(string person) => _pairs.Count(p => p.One == person || p.Other == person);

    private static (string, string) Ordered(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
