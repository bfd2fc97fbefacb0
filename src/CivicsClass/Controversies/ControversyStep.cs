using CivicsClass.Debates;
using CivicsClass.Moderation;
using CivicsClass.Readings;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>The structured academic controversy: teams of two pairs argue both sides that were assigned to them, restate each other
/// fairly and look for what they can agree on.</summary>
public sealed partial class ControversyStep : Step
{
    private readonly ControversyPlan _plan;
    private readonly string _one, _other;
    private readonly ControversyPhase[] _phases;
    private readonly Dictionary<string, Team> _teams = [];
    private readonly List<Team> _order = [];
    private readonly Dictionary<string, Team> _teamOf = [];
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly HashSet<string> _absent = [];
    private readonly Apart _apart = new();
    private ControversyPhase _phase;
    private bool _stopped;
    private int _daysDone, _deals;

    public ControversyStep(LiveSession session, ControversyPlan plan) : base(session, plan)
    {
        _plan = plan;
        (_one, _other) = (session.Pack.Positions[0].Id, session.Pack.Positions[1].Id);
        _phases = [.. Enum.GetValues<ControversyPhase>().Where(p => p switch
        {
            ControversyPhase.Reverse => plan.Switches > 0,
            ControversyPhase.Return => plan.Switches > 1,
            _ => true,
        })];
        _phaseViews = [.. _phases.Select(p => new PhaseView(p, MinutesOf(p)))];
    }

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case SaveEntry save: Save(turn, save); break;
            case DropEntry drop: Drop(turn, drop); break;
            case Present present: Present(turn, present); break;
            case Restate restate: Restate(turn, restate); break;
            case AcceptRestatement accept: Accept(turn, accept); break;
            case SendBackRestatement sendBack: SendBack(turn, sendBack); break;
            case SignOff sign: Sign(turn, sign.Consent); break;
            case CallTeacher call: Call(turn, call.On); break;
            case Controversies.ComeBack: ComeBack(turn); break;
            case DealTeams: DealAnew(turn); break;
            case MoveMember move: Move(turn, move); break;
            case KeepApart apart: KeepApart(turn, apart); break;
            case MarkAbsent mark: MarkAbsent(turn, mark); break;
            case OpenPhase open: OpenPhase(turn, open); break;
            case MoveTeam move: MoveTeam(turn, move); break;
            case ExtendTeam extend: Extend(turn, extend); break;
            case PauseTeam pause: Pause(turn, pause); break;
            case StopForToday stop: Stop(turn, stop.On); break;
            case RemoveEntry remove: Remove(turn, remove); break;
            case AnswerCall answer: if (TheTeam(answer.Team).Called) Record(turn, new TeacherCalled(Id, answer.Team, false)); break;
            case ShowTeam show: Show(turn, show.Team); break;
            default: throw Unknown();
        }
    }

    private int MinutesOf(ControversyPhase phase) => phase switch
    {
        ControversyPhase.Teams => 0,
        ControversyPhase.Prepare => _plan.Phases.Prepare,
        ControversyPhase.Present => _plan.Phases.Present,
        ControversyPhase.Reverse or ControversyPhase.Return => _plan.Phases.Reverse,
        ControversyPhase.Agree => _plan.Phases.Agree,
        _ => _plan.Phases.Debrief,
    };

    private Team TheTeam(string id) => _teams.TryGetValue(id, out var team) ? team : throw new Refusal("This team is not here any more. Reload the page.");

    /// <summary>The team of who acts, which may work now.</summary>
    private Team Working(Turn turn)
    {
        MustBeOpen();
        if (_stopped)
            throw new Refusal("Your class has stopped here for today. Everything your team wrote is kept, and you go on from here next time.");
        if (!_teamOf.TryGetValue(turn.By.Id, out var team))
            throw new Refusal("You are in no team yet. As soon as somebody is there to work with you, your team is shown here.");
        if (team.Clock.StoppedMs is not null)
            throw new Refusal("Your teacher has paused your team. Your text is kept; send it when it goes on.");
        return team;
    }

    private void MustGoOn()
    {
        if (Status != StepStatus.Open)
            throw new Refusal($"Open “{Plan.Title}” first.");
        if (_stopped)
            throw new Refusal("The class has stopped for today. Go on with it first.");
    }

    private string Other(string side) => side == _one ? _other : _one;

    private string Short(string side) => Session.Pack.Positions.First(p => p.Id == side).Short;

    private IEnumerable<ReadingStep> Trays => Session.Steps.OfType<ReadingStep>();

    private static FeedbackView Feedback(string id, string? note)
    {
        // A log may name a reason that a later release no longer lists.
        var reason = ModerationReason.All.FirstOrDefault(r => r.Id == id) ?? new ModerationReason(id, id, "Your teacher asks you to look at this again.", "");
        return new FeedbackView(reason.Id, reason.Sentence, reason.Starter, note);
    }
}
