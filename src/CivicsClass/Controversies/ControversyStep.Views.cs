using System.Globalization;
using CivicsClass.Debates;
using CivicsClass.Moderation;
using CivicsClass.Sessions;
using Humanizer;

namespace CivicsClass.Controversies;

/// <summary>What each audience sees. Views are made once per change of a team and shared by reference.</summary>
public sealed partial class ControversyStep
{
    private static readonly IReadOnlyList<ReasonView> RemovalReasons = ReasonView.Of(ModerationReason.OfAnyText);
    private readonly PhaseView[] _phaseViews;
    private readonly Dictionary<string, TeacherTeam> _teamViews = [];
    private readonly Dictionary<string, MyTeam> _myViews = [];
    private ControversyView? _classView;
    private IReadOnlyList<WallTeam>? _wallTeams;

    /// <summary>As it stands, for the report.</summary>
    public StatementView StatementOf(string team) => _teams[team].Statement();

    private string Prompt => _plan.Prompt ?? Session.Pack.Question;

    /// <summary>Those with somebody in them who is here.</summary>
    private IEnumerable<Team> Active => _order.Where(t => t.Members.Any(IsHere));

    public override string? SideOf(string participant) => _teamOf.TryGetValue(participant, out var team) ? team.AssignedSide(team.PairOf(participant)) : null;

    public override string? TeamOf(string participant) => _teamOf.TryGetValue(participant, out var team) ? team.Id : null;

    public override StepView ClassView() => _classView ??= new ControversyView(Prompt, _phase, _phaseViews, _plan.Written, _plan.Reasons, _stopped, _shown);

    public override WallStepView WallView()
    {
        var active = Active.ToArray();
        return new WallControversy(Prompt, _phase, _phaseViews, _plan.Written, _stopped, active.Length, active.Count(IsReady),
            _phase == ControversyPhase.Teams ? _wallTeams ??= [.. active.Select(t => new WallTeam(t.Number, Aliases(t.A), Aliases(t.B)))] : [], _shown);
    }

    private string[] Aliases(List<string> pair) => [.. pair.Where(IsHere).Select(p => Session.People[p].Alias)];

    public override MyStepView MyView(string participant)
    {
        if (!_teamOf.TryGetValue(participant, out var team))
            return new MyControversy(null);
        var names = team.Members.ToDictionary(m => m, NameOf);
        if (!_myViews.TryGetValue(participant, out var view) || !view.Members.All(m => names[m.Key] == m.Value.Name))
            _myViews[participant] = view = Mine(participant, team, names);
        return new MyControversy(view);
    }

    private MyTeam Mine(string me, Team team, Dictionary<string, string> names)
    {
        var pair = team.PairOf(me);
        var entries = team.Entries.Concat(_entries.Values.Where(e => e.Team != team && (e.Author == me || e.Latest.By == me))).Where(e => team.MayRead(me, e))
            .Select(e => KeyValuePair.Create(e.Id, e.View(me, like => _entries.TryGetValue(like, out var other) && other.IsShown && team.MayRead(me, other))!))
            .Where(e => e.Value is not null).ToArray();
        return new MyTeam
        {
            Number = team.Number,
            Pair = pair,
            AssignedSide = team.AssignedSide(pair),
            SideNow = team.SideNow(pair),
            MemberOrder = [.. team.Members],
            Members = team.Members.ToDictionary(m => m, m => new MemberView(names[m], team.PairOf(m), !IsHere(m))),
            Phase = team.Phase,
            Clock = team.Clock,
            Presenting = team.Phase == ControversyPhase.Present ? team.Speaking.View(me) : null,
            EntryOrder = Array.ConvertAll(entries, e => e.Key),
            Entries = entries.ToDictionary(),
            ReasonsToGo = ReasonsToGo(team, pair),
            Called = team.Called,
            Absent = !IsHere(me),
            Signed = team.Consents is not null || team.Signed.ContainsKey(me),
            SignedCount = SignedIn(team),
            Consents = team.Consents,
            Erased = _erasedOf.TryGetValue(me, out var erased) ? erased : null,
        };
    }

    /// <summary>The first word of the name the teacher knows.</summary>
    private string NameOf(string participant) =>
        Session.NameOf(participant)?.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : Session.People[participant].Alias;

    private int SignedIn(Team team) => team.Consents?.Sum() ?? team.Members.Count(m => IsHere(m) && team.Signed.ContainsKey(m));

    public override TeacherStepView TeacherView()
    {
        var listed = _order.Where(t => t.Members.Any() || t.Entries.Count > 0 || t.Speaking.HasWords).ToArray();
        return new TeacherControversy
        {
            Prompt = Prompt,
            Phase = _phase,
            Phases = _phaseViews,
            Written = _plan.Written,
            TwoPeriods = _plan.TwoPeriods,
            Reasons = _plan.Reasons,
            Stopped = _stopped,
            DaysDone = _daysDone,
            MayDeal = MayDeal,
            RemovalReasons = RemovalReasons,
            TeamOrder = Array.ConvertAll(listed, t => t.Id),
            Teams = listed.ToDictionary(t => t.Id, ForTeacher),
            Unplaced = WasOpened ? [.. Unplaced()] : [],
            Apart = [.. _apart.Pairs.Select(p => new ApartView(p.One, p.Other))],
            Shown = _shownTeam,
        };
    }

    private TeacherTeam ForTeacher(Team team)
    {
        if (_teamViews.TryGetValue(team.Id, out var view))
            return view;
        var entries = team.Entries.Select(e => KeyValuePair.Create(e.Id, e.View(null, like => _entries[like].IsShown)!)).Where(e => e.Value is not null).ToArray();
        return _teamViews[team.Id] = new TeacherTeam
        {
            Number = team.Number,
            A = [.. team.A],
            B = [.. team.B],
            Absent = [.. team.Members.Where(m => !IsHere(m))],
            SideA = team.SideA,
            SideB = team.SideB,
            Phase = team.Phase,
            Clock = team.Clock,
            Presenting = team.Phase == ControversyPhase.Present ? team.Speaking.View(null) : null,
            EntryOrder = Array.ConvertAll(entries, e => e.Key),
            Entries = entries.ToDictionary(),
            Progress = ProgressOf(team),
            Ready = IsReady(team),
            Needs = Needs(team),
            Called = team.Called,
            Signed = SignedIn(team),
            Consents = team.Consents,
        };
    }

    /// <summary>The team and nothing more: beside a name, a side would read as what somebody thinks.</summary>
    public override string Progress(string participant) => _teamOf.TryGetValue(participant, out var team)
        ? string.Create(CultureInfo.InvariantCulture, $"team {team.Number}{(IsHere(participant) ? "" : ", marked absent")}") : "";

    private int Wanted(Team team) => team.Phase switch
    {
        ControversyPhase.Prepare => _plan.Reasons,
        ControversyPhase.Reverse or ControversyPhase.Return => 1,
        _ => 0,
    };

    private int ReasonsToGo(Team team, Pair pair) => Math.Max(0, Wanted(team) - team.Reasons(pair, team.Phase).Count());

    private bool IsReady(Team team) => team.Phase switch
    {
        ControversyPhase.Teams => team.Members.Count(IsHere) > 1,
        ControversyPhase.Present => team.Speaking.Stage == Stage.Done,
        ControversyPhase.Agree => team.Consents is not null,
        ControversyPhase.Debrief => true,
        _ => ReasonsToGo(team, Pair.A) + ReasonsToGo(team, Pair.B) == 0,
    };

    private string ProgressOf(Team team) => team.Phase switch
    {
        ControversyPhase.Teams => "person".ToQuantity(team.Members.Count(IsHere)),
        ControversyPhase.Present => Speech(team.Speaking),
        ControversyPhase.Agree or ControversyPhase.Debrief => Agreement(team),
        _ => string.Create(CultureInfo.InvariantCulture, $"{2 * Wanted(team) - ReasonsToGo(team, Pair.A) - ReasonsToGo(team, Pair.B)} of {2 * Wanted(team)} {(team.Phase == ControversyPhase.Prepare ? "reasons" : "new reasons")}"),
    };

    private static string Speech(Speaking speaking)
    {
        var (presents, listens) = speaking.Turn == 0 ? ("first", "second") : ("second", "first");
        return speaking.Stage switch
        {
            Stage.Presenting => $"The {presents} pair presents",
            Stage.Restating => $"The {listens} pair restates",
            Stage.Judging => $"The {presents} pair says whether it was fair",
            _ => "Both pairs were stated fairly",
        };
    }

    private string Agreement(Team team)
    {
        var lines = team.Entries.Where(e => e.IsShown).CountBy(e => e.Part).ToDictionary();
        return string.Create(CultureInfo.InvariantCulture, $"{lines.GetValueOrDefault(Part.Agreed)} agreed, {lines.GetValueOrDefault(Part.Open)} open, {lines.GetValueOrDefault(Part.Strongest)} of 2 strongest points; {SignedIn(team)} of {team.Members.Count(IsHere)} signed");
    }

    private string Needs(Team team)
    {
        var here = team.Members.Where(IsHere).ToArray();
        var needs = new List<string>();
        if (team.Called)
            needs.Add("The team asks for you.");
        if (here.Length == 1)
            needs.Add("Only one person is here.");
        if (here.Any(p => _apart.Any(p, here)))
            needs.Add("Two who are kept apart are in this team.");
        if (team.Speaking.IsWaiting || team.Entries.Exists(e => e.IsWaiting))
            needs.Add("A text waits for you.");
        if (team.Phase == ControversyPhase.Present && team.Speaking.Stage != Stage.Done && team.Speaking.Round > 1)
            needs.Add(string.Create(CultureInfo.InvariantCulture, $"A restatement was sent back {team.Speaking.Round} times."));
        if (Wanted(team) > 0 && here.Length > 1 && ReasonsToGo(team, Pair.A) == 0 != (ReasonsToGo(team, Pair.B) == 0)
            && (!team.Reasons(Pair.A, team.Phase).Any() || !team.Reasons(Pair.B, team.Phase).Any()))
            needs.Add("One pair is done and the other has written nothing yet.");
        return string.Join(' ', needs);
    }
}
