using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>Follows the teams through their events. What was erased is told nowhere.</summary>
internal sealed class ControversyStory(LiveSession session, Dictionary<string, Who> people, TeacherControversy view)
{
    private sealed class Spoken
    {
        public string? Presented { get; set; }
        public List<RestatementReport> Restatements { get; } = [];
        public int? AcceptedAfter { get; set; }
    }

    private readonly Dictionary<(string Team, int Turn), Spoken> _turns = [];
    private readonly Dictionary<string, EntrySaved> _first = [];
    private readonly Dictionary<string, string> _authors = [];
    private readonly Dictionary<string, List<EntryVersionReport>> _versions = [];
    private readonly HashSet<string> _removed = [], _erased = [];
    private readonly Dictionary<string, Pair> _begins = [];

    public void Tell(Recorded recorded, bool isShown)
    {
        switch (recorded.Event)
        {
            case TeamsDealt dealt:
                foreach (var team in dealt.Teams)
                    _begins[team.Id] = team.Begins;
                break;
            case MemberPlaced { NewTeam: { } made }: _begins[made.Id] = made.Begins; break;
            case EntrySaved saved: Saved(recorded, saved, isShown); break;
            case EntryRemoved removed: _removed.Add(removed.Entry); break;
            case Presented presented:
                _turns[(presented.Team, presented.Turn)] = new Spoken { Presented = Text(presented.Text, isShown) };
                break;
            case Restated restated: TurnOf(restated.Team, restated.Turn).Restatements.Add(new RestatementReport(recorded.At, Text(restated.Text, isShown), null)); break;
            case RestatementSentBack { Team: var team, Turn: var turn } back when TurnOf(team, turn).Restatements is [.., var last] all:
                all[^1] = last with { Note = Text(back.Note, isShown) };
                break;
            case RestatementAccepted { Team: var team, Turn: var turn }: TurnOf(team, turn).AcceptedAfter = TurnOf(team, turn).Restatements.Count; break;
        }
    }

    public IReadOnlyList<TurnReport> Turns(string team, TeacherTeam seen) =>
        [.. _turns.Where(t => t.Key.Team == team).OrderBy(t => t.Key.Turn).Select(t =>
        {
            var begins = _begins.GetValueOrDefault(team);
            var presenter = t.Key.Turn == 0 ? begins : begins == Pair.A ? Pair.B : Pair.A;
            return new TurnReport(presenter, Side.Of(session, presenter == Pair.A ? seen.SideA : seen.SideB), t.Value.Presented, t.Value.Restatements, t.Value.AcceptedAfter);
        })];

    public IReadOnlyList<EntryReport> Entries(string team) =>
        [.. _first.Values.Where(e => e.Team == team && !_erased.Contains(e.Entry)).Select(e => new EntryReport
        {
            Id = e.Entry,
            Part = e.Part,
            Pair = e.Pair,
            Phase = e.Phase,
            AssignedSide = e.Side is null ? null : Side.Of(session, e.Side),
            Author = people[_authors[e.Entry]],
            Status = Status(team, e.Entry),
            Versions = _versions[e.Entry],
        })];

    private EntryStatus Status(string team, string entry) => _removed.Contains(entry) ? EntryStatus.Removed
        : view.Teams[team].Entries.GetValueOrDefault(entry) switch
        {
            null => EntryStatus.Dropped,
            { Held: not null } => EntryStatus.Held,
            { Feedback: not null } => EntryStatus.Returned,
            _ => EntryStatus.Shown,
        };

    private void Saved(Recorded recorded, EntrySaved saved, bool isShown)
    {
        if (saved.Text == Sessions.Written.Erased)
            _erased.Add(saved.Entry);
        if (_first.TryAdd(saved.Entry, saved))
            (_authors[saved.Entry], _versions[saved.Entry]) = (recorded.By, []);
        _versions[saved.Entry].Add(new EntryVersionReport(saved.Version, recorded.At, people[recorded.By], saved.Text, [.. saved.Quotations.Select(q => QuotationView.Of(q, session.Pack))], isShown));
    }

    private Spoken TurnOf(string team, int turn) => _turns.TryGetValue((team, turn), out var spoken) ? spoken : _turns[(team, turn)] = new Spoken();

    private static string? Text(string? text, bool isShown) => isShown && text != Sessions.Written.Erased ? text : null;
}
