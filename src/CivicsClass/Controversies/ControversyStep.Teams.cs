using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>Who works with whom. Every move is recorded, so a replay seats everybody where they sat.</summary>
public sealed partial class ControversyStep
{
    public override void Opened(Turn turn)
    {
        if (_order.Count == 0)
            Deal(turn);
        Settle(turn);
        StartPhase(turn);
    }

    public override void Seated(Turn turn, string participant) => Settle(turn);

    public override void Gone(Turn turn, string participant)
    {
        if (WasOpened)
            Settle(turn);
    }

    /// <summary>Called by <see cref="LiveSession.Apply"/>.</summary>
    public override void Left(string participant)
    {
        _absent.Remove(participant);
        if (_teamOf.Remove(participant, out var team))
            Leave(team, participant);
    }

    private void DealAnew(Turn turn)
    {
        MustGoOn();
        if (!MayDeal)
            throw new Refusal("Somebody has written already. Move single students instead, so that no work is lost.");
        Deal(turn);
        Settle(turn);
    }

    private bool MayDeal => _phase <= ControversyPhase.Prepare && _entries.Count == 0 && !_order.Exists(t => t.Speaking.HasWords);

    private void Deal(Turn turn)
    {
        var lot = Mix((uint)Session.Seed, (uint)(_deals + 1) * 0x9E3779B9);
        var inOrder = Session.Seated.Select(p => p.Id).Where(id => !_absent.Contains(id)).OrderBy(id => Mix(lot, (uint)Session.SeatNumber(id) * 0x9E3779B9)).ToArray();
        if (TeamFormation.Deal(inOrder, _apart, _one, _other, lot) is { Count: > 0 } teams)
            Record(turn, new TeamsDealt(Id, teams));
    }

    /// <summary>Evenly spread over 32 bits: Murmur3's finaliser.</summary>
    private static uint Mix(uint seed, uint with)
    {
        var mixed = unchecked(seed ^ with);
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35);
        return mixed ^ (mixed >> 16);
    }

    private Seating Seats() => new([.. _order.Select(t => t.Seats())], [.. Unplaced()], _absent, _apart);

    private IEnumerable<string> Unplaced() => Session.Seated.Select(p => p.Id).Where(id => !_teamOf.ContainsKey(id));

    /// <summary>Until everybody sits well. Each placement brings that nearer; the bound is for what nobody thought of.</summary>
    private void Settle(Turn turn, string? pinned = null)
    {
        for (var moves = 0; moves < 200 && Seats().Next(pinned) is { } next; moves++)
            Record(turn, Placed(next));
        foreach (var team in _order)
            CountSignOffs(turn, team);
    }

    private MemberPlaced Placed(Placement next)
    {
        if (next.Team is { } team)
            return new MemberPlaced(Id, next.Participant, null, team, next.Pair);
        var began = _teamOf.GetValueOrDefault(next.With ?? "");
        return NewTeam(next.Participant, next.With is null ? [] : [next.With], next.Pair, began?.AssignedSide(began.PairOf(next.With!)));
    }

    /// <summary>The one who comes along keeps the side that was assigned.</summary>
    private MemberPlaced NewTeam(string participant, IReadOnlyList<string> with, Pair pair, string? sideOfWith)
    {
        var number = _order.Count + 1;
        var sideA = sideOfWith is null ? (number % 2 == 1 ? _one : _other) : pair == Pair.A ? Other(sideOfWith) : sideOfWith;
        var (a, b) = pair == Pair.A ? ((IReadOnlyList<string>)[participant], with) : (with, [participant]);
        return new MemberPlaced(Id, participant, new DealtTeam(TeamFormation.IdOf(number), a, b, sideA, number % 2 == 1 ? Pair.A : Pair.B), TeamFormation.IdOf(number), pair);
    }

    private void Move(Turn turn, MoveMember move)
    {
        MustHaveBegun();
        MustBeSeated(move.Participant);
        if (move.Team is null)
        {
            if (_teamOf.TryGetValue(move.Participant, out var now) && now.Members.Count() == 1)
                return;
            Record(turn, NewTeam(move.Participant, [], move.Pair, null));
        }
        else
        {
            var team = TheTeam(move.Team);
            if (_teamOf.GetValueOrDefault(move.Participant) == team && team.PairOf(move.Participant) == move.Pair)
                return;
            if (_apart.Any(move.Participant, team.Members))
                throw new Refusal("Somebody in this team is kept apart from this student. Lift that first, or choose another team.");
            if (!team.Members.Contains(move.Participant) && team.Members.Count(IsHere) >= TeamFormation.MaxTeam)
                throw new Refusal($"A team has at most {TeamFormation.MaxTeam} people. Choose another one.");
            Record(turn, new MemberPlaced(Id, move.Participant, null, team.Id, move.Pair));
        }
        Settle(turn, move.Participant);
    }

    private void KeepApart(Turn turn, KeepApart apart)
    {
        MustBeSeated(apart.One);
        MustBeSeated(apart.Other);
        if (apart.One == apart.Other)
            throw new Refusal("Choose two different students.");
        if (_apart.Between(apart.One, apart.Other) != apart.On)
            Record(turn, new KeptApart(Id, apart.One, apart.Other, apart.On));
    }

    private void MarkAbsent(Turn turn, MarkAbsent mark)
    {
        foreach (var participant in mark.Participants)
            MustBeSeated(participant);
        foreach (var participant in mark.Participants.Distinct().Where(p => _absent.Contains(p) != mark.On))
            Record(turn, new AbsenceMarked(Id, participant, mark.On));
        if (WasOpened)
            Settle(turn);
    }

    private void ComeBack(Turn turn)
    {
        if (_absent.Contains(turn.By.Id))
            IsBack(turn);
    }

    /// <summary>Whoever does something is here. To be called last: it may move people.</summary>
    private void IsBack(Turn turn)
    {
        if (!_absent.Contains(turn.By.Id))
            return;
        Record(turn, new AbsenceMarked(Id, turn.By.Id, false));
        Settle(turn);
    }

    private bool IsHere(string participant) => !_absent.Contains(participant);

    private void MustHaveBegun()
    {
        if (!WasOpened)
            throw new Refusal($"Open “{Plan.Title}” first.");
    }

    private void MustBeSeated(string participant)
    {
        if (!Session.IsSeated(participant))
            throw new Refusal("This student is not in the class any more. Reload the page.");
    }
}
