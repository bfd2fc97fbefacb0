using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>The controversy's facts: only these change its state.</summary>
public sealed partial class ControversyStep
{
    private readonly HashSet<string> _concerned = [];
    private readonly Dictionary<string, int> _erasedOf = [];
    private StatementView? _shown;
    private string? _shownTeam;

    public override void Apply(Recorded recorded)
    {
        _concerned.Clear();
        switch (recorded.Event)
        {
            case TeamsDealt dealt: Dealt(dealt); break;
            case MemberPlaced placed: Placed(placed); break;
            case AbsenceMarked marked: Marked(marked); break;
            case KeptApart kept: _apart.Set(kept.One, kept.Other, kept.On); _teamViews.Clear(); break;
            case PhaseOpened opened: Opened(opened); break;
            case TeamMoved moved: Moved(_teams[moved.Team], moved); break;
            case TeamClockSet set: Change(_teams[set.Team]).Clock = new TeamClock(set.OffsetMs, set.StoppedMs); break;
            case StoppedForToday stopped: Stopped(stopped.On); break;
            case EntrySaved saved: Saved(recorded, saved); break;
            case EntryDropped dropped: End(_entries[dropped.Entry], e => e.Go()); break;
            case EntryRemoved removed: End(_entries[removed.Entry], e => e.Remove(Feedback(removed.Reason, removed.Note))); break;
            case Presented said: Say(recorded, said.Team, Said.Presented, said.Turn, 0, said.Text, said.Held); break;
            case Restated said: Say(recorded, said.Team, Said.Restated, said.Turn, said.Round, said.Text, said.Held); break;
            case RestatementSentBack said: Say(recorded, said.Team, Said.Note, said.Turn, said.Round, said.Note, said.Held); break;
            case RestatementAccepted accepted: Accepted(_teams[accepted.Team], accepted.Turn); break;
            case TeamSignedOff signed: SignedOff(_teams[signed.Team], signed.Consents); break;
            case TeacherCalled called: Change(_teams[called.Team]).Called = called.On; break;
            case TeamShown shown: (_shownTeam, _shown) = (shown.Team, shown.Team is null ? null : _teams[shown.Team].Statement()); _classView = null; break;
            default: throw NotMine(recorded);
        }
    }

    private void Dealt(TeamsDealt dealt)
    {
        Forget(_teamOf.Keys);
        _wallTeams = null;
        _deals++;
        _teams.Clear();
        _order.Clear();
        _teamOf.Clear();
        _teamViews.Clear();
        foreach (var team in dealt.Teams)
            Begin(team);
        foreach (var team in _order)
            Meet(Change(team));
    }

    private Team Begin(DealtTeam dealt)
    {
        var team = new Team(_order.Count + 1, dealt, Other(dealt.SideA), _phase);
        _teams[dealt.Id] = team;
        _order.Add(team);
        foreach (var member in team.Members)
            _teamOf[member] = team;
        return team;
    }

    private void Placed(MemberPlaced placed)
    {
        foreach (var member in placed.NewTeam is { } made ? made.A.Concat(made.B) : [placed.Participant])
            if (_teamOf.Remove(member, out var before))
            {
                Change(before);
                Leave(before, member);
            }
        var team = placed.NewTeam is { } dealt ? Begin(dealt) : _teams[placed.Team];
        if (placed.NewTeam is null)
        {
            team.Of(placed.Pair).Add(placed.Participant);
            _teamOf[placed.Participant] = team;
        }
        Meet(Change(team));
    }

    private void Leave(Team team, string participant)
    {
        team.A.Remove(participant);
        team.B.Remove(participant);
        team.Signed.Remove(participant);
        _myViews.Remove(participant);
        Change(team);
    }

    private void Marked(AbsenceMarked marked)
    {
        if (marked.On)
            _absent.Add(marked.Participant);
        else
            _absent.Remove(marked.Participant);
        _concerned.Add(marked.Participant);
        if (!_teamOf.TryGetValue(marked.Participant, out var team))
            return;
        if (marked.On)
            team.Signed.Remove(marked.Participant);
        Meet(Change(team));
    }

    private void Meet(Team team) => team.HadCompany |= team.Members.Count(IsHere) > 1;

    private void Opened(PhaseOpened opened)
    {
        _phase = opened.Phase;
        foreach (var team in _order.Where(t => !opened.Except.Contains(t.Id)))
        {
            Change(team).GoTo(opened.Phase);
            team.Clock = new TeamClock(0, null);
        }
        _classView = null;
    }

    private void Moved(Team team, TeamMoved moved)
    {
        Change(team).GoTo(moved.Phase);
        if (moved.Phase == ControversyPhase.Present)
            team.Speaking.MoveTo(moved.Turn);
    }

    private void Stopped(bool on)
    {
        _stopped = on;
        if (on)
            _daysDone++;
        else
            foreach (var team in _order)
                Change(team).Clock = new TeamClock(0, null);
        _classView = null;
    }

    private void Saved(Recorded recorded, EntrySaved saved)
    {
        if (!_entries.TryGetValue(saved.Entry, out var entry))
        {
            entry = _entries[saved.Entry] = new Entry(saved.Entry, _teams[saved.Team], saved.Part, saved.Pair, saved.Phase, saved.Side, recorded.By);
            entry.Team.Entries.Add(entry);
        }
        else if (entry.IsWaiting)
        {
            Session.Written.Settle(entry.Latest.Seq);
        }
        entry.Save(new EntryVersion(saved.Version, recorded.By, saved.Text, saved.Quotations, [.. saved.Quotations.Select(q => QuotationView.Of(q, Session.Pack))], saved.Held, saved.LooksLike, recorded.Seq));
        Change(entry, changesStatement: saved.Held is null);
    }

    private void End(Entry entry, Action<Entry> how)
    {
        if (entry.IsWaiting)
            Session.Written.Settle(entry.Latest.Seq);
        var wasShown = entry.IsShown;
        how(entry);
        Change(entry, changesStatement: wasShown);
        if (wasShown && entry.IsStatement && _shownTeam == entry.Team.Id)
            (_shown, _classView) = (entry.Team.Statement(), null);
    }

    private void Say(Recorded recorded, string id, Said what, int turn, int round, string? text, IReadOnlyList<HoldMark>? held)
    {
        var team = Change(_teams[id]);
        if (team.Speaking.Find(what, turn, round) is { IsWaiting: true } before)
            Session.Written.Settle(before.Seq);
        team.Speaking.Say(what, turn, round, new Words(text, recorded.By, recorded.Seq, held is { Count: > 0 }));
    }

    private void Accepted(Team team, int turn)
    {
        if (team.Speaking.Find(Said.Note, turn, team.Speaking.Round) is { IsWaiting: true } note)
        {
            Session.Written.Settle(note.Seq);
            team.Speaking.Erase((Said.Note, turn, team.Speaking.Round));
        }
        Change(team).Speaking.Accept(turn);
    }

    private void SignedOff(Team team, IReadOnlyList<int> consents)
    {
        Change(team).ClearSignOff();
        team.Consents = consents;
    }

    /// <summary>Everything that the log's facts change of a team goes through here, so that its views are made anew.</summary>
    private Team Change(Team team)
    {
        _wallTeams = null;
        _teamViews.Remove(team.Id);
        Forget(team.Members);
        return team;
    }

    private void Change(Entry entry, bool changesStatement)
    {
        if (changesStatement && entry.IsStatement)
            entry.Team.ClearSignOff();
        Change(entry.Team);
        Forget([entry.Author, entry.Latest.By]);
    }

    private void Forget(IEnumerable<string> people)
    {
        foreach (var person in people)
        {
            _myViews.Remove(person);
            _concerned.Add(person);
        }
    }

    /// <summary>What happens in a team concerns its members and those whose work it is.</summary>
    public override IEnumerable<string>? Concerns(Recorded recorded) => recorded.Event is PhaseOpened or StoppedForToday or TeamsDealt ? null : [.. _concerned];
}
