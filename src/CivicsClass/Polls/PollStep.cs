using CivicsClass.Sessions;

namespace CivicsClass.Polls;

/// <summary>An anonymous poll. No event, no row and no view says who leans where: votes live in this object while the poll is open,
/// so a server that restarts asks again, and closing stores nothing or one histogram.</summary>
public sealed class PollStep : Step
{
    public const string Between = "between";
    public const int LeastVotes = 10, LeastForAnOption = 3;

    private readonly PollPlan _plan;
    private readonly string[] _order;
    private readonly Dictionary<string, string> _options;
    private readonly Dictionary<string, string> _votes = [];
    private readonly HashSet<string> _skipped = [];
    private PollResult? _result;

    public PollStep(LiveSession session, PollPlan plan) : base(session, plan)
    {
        _plan = plan;
        _order = [session.PositionOrder[0], Between, session.PositionOrder[1]];
        _options = session.Pack.Positions.ToDictionary(p => p.Id, p => p.Name);
        _options[Between] = "Somewhere between, or not sure";
    }

    public PollResult? Result => Status == StepStatus.Open ? null : _result;

    /// <summary>Each opening counts from zero.</summary>
    public override void Opened(Turn turn)
    {
        _votes.Clear();
        _skipped.Clear();
        base.Opened(turn);
    }

    public override void Do(Turn turn, StepCommand command)
    {
        MustBeOpen();
        var who = turn.By.Id;
        switch (command)
        {
            case Vote vote:
                if (!_options.ContainsKey(vote.Option))
                    throw new Refusal("Choose one of the three.");
                _votes[who] = vote.Option;
                _skipped.Remove(who);
                break;
            case SkipPoll:
                _votes.Remove(who);
                _skipped.Add(who);
                break;
            default: throw Unknown();
        }
        Session.Stir(Audiences.Teacher | Audiences.Wall | Audiences.My, who);
    }

    public override void Closed(Turn turn)
    {
        var counts = _order.ToDictionary(o => o, o => _votes.Values.Count(v => v == o));
        var outcome = _votes.Count < LeastVotes ? PollOutcome.TooFew
            : counts.Values.Any(n => n < LeastForAnOption) ? PollOutcome.TooEasyToGuess
            : PollOutcome.Shown;
        Record(turn, new PollClosed(Id, outcome, outcome == PollOutcome.Shown ? counts : null));
    }

    public override void Apply(Recorded recorded)
    {
        if (recorded.Event is not PollClosed closed)
            throw NotMine(recorded);
        _result = new PollResult(closed.Outcome, closed.Counts?.Values.Sum(), closed.Counts);
        _votes.Clear();
        _skipped.Clear();
    }

    public override void Left(string participant)
    {
        _votes.Remove(participant);
        _skipped.Remove(participant);
    }

    public override IEnumerable<string>? Concerns(Recorded recorded) => Session.People.Keys;

    public override StepView ClassView() => new PollView(Prompt, _order, _options, Result, Before);

    public override MyStepView MyView(string participant) => new MyPoll(_votes.ContainsKey(participant), _skipped.Contains(participant));

    public override TeacherStepView TeacherView() => new TeacherPoll(Prompt, _votes.Count, _skipped.Count, _order, _options, Result, Before);

    public override WallStepView WallView() => new WallPoll(Prompt, _votes.Count, _order, _options, Result, Before);

    /// <summary>Who has voted and who has not is nobody's business.</summary>
    public override string Progress(string participant) => "";

    private string Prompt => _plan.Prompt ?? Session.Pack.Question;

    /// <summary>The shift is told only when this poll's own result is.</summary>
    private PollResult? Before => Result is { Outcome: PollOutcome.Shown }
        ? Session.Steps.TakeWhile(s => s != this).OfType<PollStep>().LastOrDefault(p => p.Prompt == Prompt)?.Result is { Outcome: PollOutcome.Shown } before ? before : null
        : null;
}

public static class PollSetup
{
    public static StepCatalog AddPolls(this StepCatalog catalog) => catalog
        .Step<PollPlan>("poll", (session, plan) => new PollStep(session, plan))
        .Command<Vote>("poll.vote")
        .Command<SkipPoll>("poll.skip")
        .Event<PollClosed>("poll.closed")
        .Views<PollView, MyPoll, TeacherPoll, WallPoll>("poll");
}
