using System.Globalization;
using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>The debate's facts and what each audience sees of them. Views are made once per change and shared by reference.</summary>
public sealed partial class DebateStep
{
    private static readonly IReadOnlyList<ReasonView> Reasons = ReasonView.Of(ModerationReason.All);

    private readonly Dictionary<string, TeacherArgument> _forTeacher = [];
    private readonly Dictionary<string, MyArgument> _forAuthor = [];
    private readonly Dictionary<string, MyDebate> _myViews = [];
    private readonly Dictionary<string, string> _progress = [];
    private Board? _board = Board.Empty;
    private DebateView? _classView;
    private TeacherDebate? _teacherView;

    public IReadOnlyDictionary<string, SideDecisions> DecisionsBySide => _decisions.View;

    private Board OnBoard => _board ??= Board.Of(_approved.Select(id => _arguments[id]));

    private string? Spotlit => _spotlight is { } id && OnBoard.Cards.ContainsKey(id) ? id : null;

    private string Prompt => _plan.Prompt ?? Session.Pack.Question;

    public override void Apply(Recorded recorded)
    {
        _teacherView = null;
        Follow(recorded);
        switch (recorded.Event)
        {
            case SideDrawn drawn:
                _lots.Take(drawn.Participant, drawn.Side);
                _myViews.Remove(drawn.Participant);
                break;
            case ArgumentSubmitted submitted: Submitted(recorded, submitted); break;
            case ArgumentApproved approved: Approved(_arguments[approved.Argument], recorded.By); break;
            case ArgumentReturned returned: Returned(_arguments[returned.Argument], returned); break;
            case ArgumentRemoved removed: Removed(_arguments[removed.Argument], removed); break;
            case ArgumentWithdrawn withdrawn: Put(_arguments[withdrawn.Argument].Withdrawn()); break;
            case ArgumentMarked marked: Marked(recorded.By, marked); break;
            case DecisionUndone undone: Undone(undone.Argument); break;
            case ArgumentSpotlit spotlit: (_spotlight, _showsMap) = (spotlit.Argument, spotlit.Map == true); break;
            default: throw NotMine(recorded);
        }
    }

    private void Submitted(Recorded recorded, ArgumentSubmitted submitted)
    {
        var card = new ArgumentCard
        {
            Author = Session.People[recorded.By].Alias,
            Kind = submitted.ArgumentKind,
            On = submitted.On,
            Side = submitted.Side,
            Claim = submitted.Claim,
            Basis = submitted.Basis,
            Reason = submitted.Reason,
            Quotations = [.. submitted.Quotations.Select(View)],
            Link = submitted.Link,
            Counterclaim = submitted.Counterclaim,
            Answer = submitted.Answer,
            Version = submitted.Version,
        };
        if (_arguments.TryGetValue(submitted.Argument, out var argument))
        {
            Put(argument.Submitted(card, submitted.Quotations, recorded.At, recorded.Seq, submitted.Held));
            return;
        }
        _order.Add(submitted.Argument);
        if (!_written.TryGetValue(recorded.By, out var mine))
            _written[recorded.By] = mine = [];
        mine.Add(submitted.Argument);
        Put(new Argument(submitted.Argument, recorded.By, ArgumentStatus.Pending, card, submitted.Quotations)
        {
            WaitingSince = recorded.At, SentAt = recorded.At, Seq = recorded.Seq, Held = submitted.Held,
        });
    }

    private void Approved(Argument argument, string by)
    {
        if (!_approved.Contains(argument.Id))
            _approved.Add(argument.Id);
        if (!IsAtOnce(by))
        {
            _decisions.Approved(argument);
            _approvals[argument.Author] = _approvals.GetValueOrDefault(argument.Author) + 1;
        }
        _marks.Renew(argument.Id);
        Put(argument.Approved(IsAtOnce(by)));
    }

    private void Returned(Argument argument, ArgumentReturned returned)
    {
        _decisions.Returned(argument);
        Put(argument.Returned(returned.Reason, returned.Note));
    }

    private void Removed(Argument argument, ArgumentRemoved removed)
    {
        _decisions.Removed(argument);
        Put(argument.Removed(removed.Reason, removed.Note));
    }

    private void Put(Argument argument)
    {
        if (!ReferenceEquals(_arguments.GetValueOrDefault(argument.Id)?.Shown, argument.Shown))
        {
            _board = null;
            _classView = null;
        }
        if (_arguments.TryGetValue(argument.Id, out var before) && before.Held is not null && !ReferenceEquals(before.Held, argument.Held))
            Session.Written.Settle(before.Seq);
        _arguments[argument.Id] = argument;
        _forTeacher[argument.Id] = new TeacherArgument(argument.Status, argument.Author, argument.Card, argument.WaitingSince, argument.Decision, argument.Seq, argument.Earlier, argument.Held, argument.IsAtOnce ? true : null);
        _forAuthor[argument.Id] = new MyArgument(argument.Status, argument.Card, argument.Feedback, argument.Earlier, argument.Held is null ? null : true, argument.IsErased ? true : null);
        _myViews.Remove(argument.Author);
        _progress[argument.Author] = Words(argument.Author);
        if (argument.Status != ArgumentStatus.Pending)
            _queue.Remove(argument.Id);
        else if (!_queue.Contains(argument.Id))
            _queue.Add(argument.Id);
    }

    private QuotationView View(Quotation quotation) => QuotationView.Of(quotation, Session.Pack);

    /// <summary>A teacher's decision concerns its author only.</summary>
    public override IEnumerable<string>? Concerns(Recorded recorded) => recorded.Event switch
    {
        ArgumentApproved approved => [_arguments[approved.Argument].Author],
        ArgumentReturned returned => [_arguments[returned.Argument].Author],
        ArgumentRemoved removed => [_arguments[removed.Argument].Author],
        ArgumentMarked marked => [recorded.By, _arguments[marked.Argument].Author],
        DecisionUndone undone => [_arguments[undone.Argument].Author],
        ArgumentSpotlit => [],
        _ => null,
    };

    public override string? SideOf(string participant) => _lots.Of(participant);

    public override StepView ClassView() => _classView ??= new DebateView(Prompt, _plan.Sides, OnBoard.Order, OnBoard.Cards, _plan.Starters == false ? true : null, _plan.Trust == Trust.Strict ? true : null);

    public override WallStepView WallView() => new WallDebate(Prompt, OnBoard.Order, OnBoard.Cards, Spotlit, _showsMap ? true : null);

    public override MyStepView MyView(string participant)
    {
        if (!_myViews.TryGetValue(participant, out var view))
            _myViews[participant] = view = new MyDebate(_lots.Of(participant), [.. Written(participant)], Written(participant).ToDictionary(id => id, id => _forAuthor[id]), _marks.Of(participant));
        return view;
    }

    public override TeacherStepView TeacherView()
    {
        var notPosted = Session.Seated.Count(p => Written(p.Id).Count == 0);
        var noPassage = EvidenceIsInReach ? Session.Seated.Count(p => !Trays.Any(t => t.HasKeptAny(p.Id))) : 0;
        if (_teacherView is null || _teacherView.NotPosted != notPosted || _teacherView.NoPassage != noPassage)
        {
            _teacherView = new TeacherDebate
            {
                Prompt = Prompt,
                Sides = _plan.Sides,
                Queue = [.. _queue],
                Order = [.. _order],
                Arguments = new Dictionary<string, TeacherArgument>(_forTeacher),
                Lots = _lots.View,
                BySide = Session.Pack.Positions.ToDictionary(p => p.Id, p => Tally(p.Id)),
                Decisions = DecisionsBySide,
                Reasons = Reasons,
                Spotlight = Spotlit,
                Map = _showsMap ? true : null,
                NotPosted = notPosted,
                NoPassage = noPassage,
            };
        }
        return _teacherView;
    }

    private SideTally Tally(string side)
    {
        var by = _arguments.Values.Where(a => a.Card.Side == side).CountBy(a => a.Status).ToDictionary();
        return new SideTally(
            OnBoard.Cards.Values.Count(c => c.Side == side),
            by.GetValueOrDefault(ArgumentStatus.Returned),
            by.GetValueOrDefault(ArgumentStatus.Removed),
            by.GetValueOrDefault(ArgumentStatus.Pending));
    }

    public override string Progress(string participant) => _progress.GetValueOrDefault(participant, "");

    private string Words(string participant)
    {
        var by = Written(participant).CountBy(id => _arguments[id].Status).ToDictionary();
        var words = new[] { (ArgumentStatus.Approved, "posted"), (ArgumentStatus.Pending, "waiting"), (ArgumentStatus.Returned, "to revise") };
        return string.Join(", ", words
            .Where(w => by.ContainsKey(w.Item1))
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"{by[w.Item1]} {w.Item2}")));
    }
}

public static class DebateSetup
{
    public static StepCatalog AddDebates(this StepCatalog catalog) => catalog
        .Step<DebatePlan>("debate", (session, plan) => new DebateStep(session, plan))
        .Command<SubmitArgument>("debate.submit")
        .Command<WithdrawArgument>("debate.withdraw")
        .Command<ApproveArgument>("debate.approve")
        .Command<ReturnArgument>("debate.return")
        .Command<RemoveArgument>("debate.remove")
        .Command<MarkArgument>("debate.mark")
        .Command<SpotlightArgument>("debate.spotlight")
        .Command<UndoDecision>("debate.undo")
        .Event<SideDrawn>("debate.sideDrawn")
        .Event<ArgumentSubmitted>("debate.submitted")
        .Event<ArgumentApproved>("debate.approved")
        .Event<ArgumentReturned>("debate.returned")
        .Event<ArgumentRemoved>("debate.removed")
        .Event<ArgumentWithdrawn>("debate.withdrawn")
        .Event<ArgumentMarked>("debate.marked")
        .Event<ArgumentSpotlit>("debate.spotlit")
        .Event<DecisionUndone>("debate.decisionUndone")
        .Views<DebateView, MyDebate, TeacherDebate, WallDebate>("debate");
}
