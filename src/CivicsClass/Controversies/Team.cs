using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>A team as it stands: its people, its place in the phases, and what it wrote.</summary>
internal sealed class Team(int number, DealtTeam dealt, string sideB, ControversyPhase phase)
{
    public string Id => dealt.Id;
    public int Number => number;
    public string SideA => dealt.SideA;
    public string SideB => sideB;
    public List<string> A { get; } = [.. dealt.A];
    public List<string> B { get; } = [.. dealt.B];
    public bool HadCompany { get; set; }
    public ControversyPhase Phase { get; private set; } = phase;
    public ControversyPhase Furthest { get; private set; } = phase;
    public TeamClock Clock { get; set; } = new(0, null);
    public Speaking Speaking { get; } = new(dealt.Begins);
    public List<Entry> Entries { get; } = [];
    public bool Called { get; set; }
    public IReadOnlyList<int>? Consents { get; set; }
    /// <summary>In memory only: how far each member goes along, until all have said it.</summary>
    public Dictionary<string, Consent> Signed { get; } = [];

    public IEnumerable<string> Members => A.Concat(B);
    public List<string> Of(Pair pair) => pair == Pair.A ? A : B;
    public Pair PairOf(string participant) => A.Contains(participant) ? Pair.A : Pair.B;
    public string AssignedSide(Pair pair) => pair == Pair.A ? SideA : SideB;
    public SeatedTeam Seats() => new(Id, [.. A], [.. B], SideA, SideB, HadCompany);

    public void GoTo(ControversyPhase next)
    {
        Phase = next;
        if (next > Furthest)
            Furthest = next;
    }

    /// <summary>The side this pair argues in this phase; absent once roles are dropped.</summary>
    public string? SideNow(Pair pair) => Phase switch
    {
        ControversyPhase.Reverse => AssignedSide(Seating.Other(pair)),
        ControversyPhase.Agree or ControversyPhase.Debrief => null,
        _ => AssignedSide(pair),
    };

    public IEnumerable<Entry> Reasons(Pair pair, ControversyPhase inPhase) =>
        Entries.Where(e => e.Part == Part.Reason && e.Pair == pair && e.Phase == inPhase && e.Counts);

    /// <summary>The other pair may read it: it was presented, or its phase has passed.</summary>
    public bool IsShared(Entry entry) => entry.IsStatement || Furthest > Later(entry.Phase)
        || (entry.Phase == ControversyPhase.Prepare && Enumerable.Range(0, 2).Any(turn => Speaking.PresenterOf(turn) == entry.Pair && Speaking.HasPresented[turn]));

    private static ControversyPhase Later(ControversyPhase phase) => phase == ControversyPhase.Prepare ? ControversyPhase.Present : phase;

    public bool MayRead(string participant, Entry entry) =>
        entry.Author == participant || entry.Latest.By == participant || (entry.Team == this && (entry.Pair == PairOf(participant) || IsShared(entry)));

    public void ClearSignOff()
    {
        Consents = null;
        Signed.Clear();
    }

    public StatementView Statement() => new(Number, Lines(Part.Agreed), Lines(Part.Open),
        Entries.Where(e => e.Part == Part.Strongest && e.IsShown).GroupBy(e => e.Side!).ToDictionary(g => g.Key, g => g.Last().Visible!.Text), Consents);

    private string[] Lines(Part part) => [.. Entries.Where(e => e.Part == part && e.IsShown).Select(e => e.Visible!.Text)];
}
