namespace CivicsClass.Controversies;

/// <summary>A team as the rules of seating see it: members in the order they came, the absent included.</summary>
/// <param name="HadCompany">Two of its members were present at the same time; a team that the teacher has just begun by hand had not.</param>
internal sealed record SeatedTeam(string Id, IReadOnlyList<string> A, IReadOnlyList<string> B, string SideA, string SideB, bool HadCompany)
{
    public IEnumerable<string> Members => A.Concat(B);
    public IReadOnlyList<string> Of(Pair pair) => pair == Pair.A ? A : B;
    public string SideOf(Pair pair) => pair == Pair.A ? SideA : SideB;
}

/// <param name="Team">Absent: a new team, in which <c>With</c> is the other pair.</param>
internal sealed record Placement(string Participant, string? Team, Pair Pair, string? With = null);

/// <summary>Who sits where, as a value. <see cref="Next"/> says who has to move so that everybody has somebody to work with and the
/// pairs of a team, counting those present, differ by at most one.</summary>
/// <param name="Waiting">Seated in the class and in no team.</param>
internal sealed record Seating(IReadOnlyList<SeatedTeam> Teams, IReadOnlyList<string> Waiting, IReadOnlySet<string> Absent, Apart Apart)
{
    /// <param name="pinned">Has just been moved by hand and stays where the teacher wanted.</param>
    /// <returns>Absent when everybody sits well.</returns>
    public Placement? Next(string? pinned = null)
    {
        foreach (var team in Teams)
            if (Balance(team, pinned) is { } move)
                return move;
        foreach (var team in Teams.Where(t => Present(t) > TeamFormation.MaxTeam))
            return Relieve(team, pinned);
        foreach (var team in Teams.Where(t => t.HadCompany && Present(t) == 1))
            if (Join(team) is { } move)
                return move;
        foreach (var person in Waiting)
            if (Place(person) is { } place)
                return place;
        return null;
    }

    /// <summary>The smallest team, where nobody is whom they are kept from; in it the smaller pair, or the side that has fewer.
    /// Where all teams are full, somebody of the largest comes along into a new one.</summary>
    private Placement? Place(string person)
    {
        if (Absent.Contains(person))
            return Teams.Where(t => !Apart.Any(person, t.Members)).Concat(Teams).Index()
                .OrderBy(t => t.Index >= Teams.Count).ThenBy(t => t.Item.Members.Count()).Select(t => Into(t.Item, person)).FirstOrDefault();
        var open = Teams.Where(t => Present(t) is > 0 and < TeamFormation.MaxTeam).OrderBy(Present).ToList();
        if (open.Find(t => !Apart.Any(person, t.Members)) is { } smallest)
            return Into(smallest, person);
        var others = Waiting.Where(w => w != person && !Absent.Contains(w)).ToList();
        if (others.Find(w => !Apart.Between(w, person)) is { } partner)
            return new Placement(person, null, Pair.B, partner);
        if (Teams.Where(t => Present(t) > 2).OrderByDescending(Present).Select(t => Spare(t, person)).FirstOrDefault(s => s is not null) is { } spare)
            return new Placement(person, null, Pair.B, spare);
        return (open.FirstOrDefault() ?? Teams.Where(t => Present(t) > 0).MinBy(Present)) is { } any ? Into(any, person)
            : others.Count > 0 ? new Placement(person, null, Pair.B, others[0]) : null;
    }

    /// <summary>Whoever is left alone goes to the smallest team, or somebody comes.</summary>
    private Placement? Join(SeatedTeam alone)
    {
        var person = alone.Members.Single(IsHere);
        if (Teams.Where(t => t != alone && Present(t) is > 0 and < TeamFormation.MaxTeam && !Apart.Any(person, t.Members)).MinBy(Present) is { } smallest)
            return Into(smallest, person);
        return Teams.Where(t => t != alone && Present(t) > 2).OrderByDescending(Present).Select(t => Spare(t, person)).FirstOrDefault(s => s is not null) is { } spare
            ? Into(alone, spare) : null;
    }

    /// <summary>The absent came back to a team that others had filled: the last who came goes to the smallest team, or two begin a new one.</summary>
    private Placement Relieve(SeatedTeam team, string? pinned)
    {
        var newest = team.Of(team.A.Count(IsHere) > team.B.Count(IsHere) ? Pair.A : Pair.B).Last(p => IsHere(p) && p != pinned);
        if (Teams.Where(t => t != team && Present(t) is > 0 and < TeamFormation.MaxTeam && !Apart.Any(newest, t.Members)).MinBy(Present) is { } smallest)
            return Into(smallest, newest);
        var others = team.Members.Where(p => IsHere(p) && p != pinned && p != newest).ToArray();
        return new Placement(newest, null, Pair.B, Array.FindLast(others, p => !Apart.Between(p, newest)) ?? others[^1]);
    }

    private Placement? Balance(SeatedTeam team, string? pinned)
    {
        var (a, b) = (team.A.Count(IsHere), team.B.Count(IsHere));
        if (Math.Abs(a - b) < 2)
            return null;
        var larger = a > b ? Pair.A : Pair.B;
        return new Placement(team.Of(larger).Last(p => IsHere(p) && p != pinned), team.Id, Other(larger));
    }

    private Placement Into(SeatedTeam team, string person)
    {
        Func<string, bool> counts = Absent.Contains(person) ? _ => true : IsHere;
        var (a, b) = (team.A.Count(counts), team.B.Count(counts));
        return new Placement(person, team.Id, a != b ? a < b ? Pair.A : Pair.B : OnSide(team.SideA) <= OnSide(team.SideB) ? Pair.A : Pair.B);
    }

    private string? Spare(SeatedTeam team, string company) =>
        team.Of(team.A.Count(IsHere) > team.B.Count(IsHere) ? Pair.A : Pair.B).LastOrDefault(p => IsHere(p) && !Apart.Between(p, company));

    private int OnSide(string side) => Teams.Sum(t => (t.SideA == side ? t.A : t.B).Count(IsHere));

    internal int Present(SeatedTeam team) => team.Members.Count(IsHere);

    private bool IsHere(string person) => !Absent.Contains(person);

    internal static Pair Other(Pair pair) => pair == Pair.A ? Pair.B : Pair.A;
}
