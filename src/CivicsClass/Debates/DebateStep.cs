using System.Globalization;
using CivicsClass.Moderation;
using CivicsClass.Readings;
using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>Students argue for both positions in writing, with evidence. Nobody but the author and the teacher reads an
/// argument before it is approved.</summary>
public sealed partial class DebateStep : Step
{
    public const int MaxArguments = 20;
    public const int MaxVersions = 30;
    private const int MaxNote = 500;
    private static readonly List<string> Nothing = [];

    private readonly DebatePlan _plan;
    private readonly Lots _lots;
    private readonly Decisions _decisions;
    private readonly Dictionary<string, Argument> _arguments = [];
    private readonly List<string> _order = [];
    private readonly List<string> _queue = [];
    private readonly List<string> _approved = [];
    private readonly Dictionary<string, List<string>> _written = [];
    private string? _spotlight;
    private bool _showsMap;

    public DebateStep(LiveSession session, DebatePlan plan) : base(session, plan)
    {
        _plan = plan;
        _lots = new Lots(session);
        _decisions = new Decisions(session.Pack.Positions.Select(p => p.Id));
    }

    public override void Opened(Turn turn)
    {
        if (_plan.Sides == SideRule.Lot)
        {
            foreach (var participant in _lots.Undrawn())
                Seated(turn, participant);
        }
        base.Opened(turn);
    }

    public override void Seated(Turn turn, string participant)
    {
        if (_plan.Sides == SideRule.Lot)
            Record(turn, new SideDrawn(Id, participant, _lots.Draw(participant)));
    }

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case SubmitArgument submit: Submit(turn, submit); break;
            case WithdrawArgument withdraw: Withdraw(turn, withdraw.Argument); break;
            case ApproveArgument approve: Approve(turn, approve); break;
            case ReturnArgument sendBack: Return(turn, sendBack); break;
            case RemoveArgument remove: Remove(turn, remove); break;
            case MarkArgument mark: Mark(turn, mark); break;
            case UndoDecision undo: Undo(turn, undo); break;
            case SpotlightArgument spotlight: Spotlight(turn, spotlight); break;
            default: throw Unknown();
        }
    }

    private void Submit(Turn turn, SubmitArgument submit)
    {
        var author = turn.By.Id;
        MustBeOpen();
        Session.MustBeAllowedToPost(author);
        var revised = submit.Argument is { } id ? Own(author, id) : null;
        MustBeRevisable(revised, submit);
        MustWaitItsTurn(author, revised);
        if (revised is null && Written(author).Count >= MaxArguments)
            throw new Refusal($"You have posted {MaxArguments} times in this debate. Answer by improving what you wrote.");
        MustAnswerWhatIsOnTheBoard(submit);
        MustTakeItsSide(author, submit);
        var draft = ArgumentDraft.Check(submit, Session.Pack, EvidenceIsInReach, passage =>
            Trays.Any(t => t.HasKept(author, passage)) || revised?.Quotations.Any(q => q.Passage == passage) == true);
        var submitted = new ArgumentSubmitted(
            Id,
            revised?.Id ?? string.Create(CultureInfo.InvariantCulture, $"a{_order.Count + 1}"),
            revised is null ? 1 : revised.Card.Version + 1,
            submit.ArgumentKind, submit.On, submit.Side, draft.Claim, submit.Basis, draft.Reason, draft.Quotations, draft.Link,
            draft.Counterclaim, draft.Answer,
            Session.LookAt(ArgumentTexts.Of(draft)));
        MustSayAnythingNew(author, revised, submitted);
        Record(turn, submitted);
        ShowIfTrusted(turn, author, submitted);
    }

    private static void MustBeRevisable(Argument? argument, SubmitArgument submit)
    {
        if (argument is null)
            return;
        if (argument.Status == ArgumentStatus.Removed)
            throw new Refusal("Your teacher has removed this, so it cannot be changed. You can write a new one.");
        if (argument.Status == ArgumentStatus.Withdrawn)
            throw new Refusal("You have withdrawn this. Write a new one instead.");
        if (argument.Card.Version >= MaxVersions)
            throw new Refusal($"This was revised {MaxVersions} times. Talk to your teacher about it.");
        if (argument.Card.Kind != submit.ArgumentKind || argument.Card.On != submit.On)
            throw new Refusal("A revision still answers the same thing in the same way. Post a new one for another kind of answer.");
        if (argument.Card.Side != submit.Side)
            throw new Refusal("A revision stays on its side. Post a new one for the other side.");
    }

    private void MustAnswerWhatIsOnTheBoard(SubmitArgument submit)
    {
        if (submit.ArgumentKind == ArgumentKind.Argue)
        {
            if (submit.On is not null)
                throw new Refusal("Say how you answer: support it, rebut it or ask.");
            return;
        }
        if (submit.On is null)
            throw new Refusal("Choose the argument that you answer.");
        if (!OnBoard.Cards.ContainsKey(submit.On))
            throw new Refusal("The argument you answer is not on the board any more. Choose another one; your text is kept.");
    }

    private void MustTakeItsSide(string author, SubmitArgument submit)
    {
        if (!Session.Pack.Positions.Any(p => p.Id == submit.Side))
            throw new Refusal("Choose one of the two sides.");
        if (_plan.Sides == SideRule.Lot && submit.ArgumentKind != ArgumentKind.Ask && submit.Side != _lots.Of(author))
            throw new Refusal("In this debate you write for the side you drew by lot, whatever you think yourself.");
        var answered = submit.On is { } on ? OnBoard.Cards[on].Side : null;
        if (submit.ArgumentKind == ArgumentKind.Support && submit.Side != answered)
            throw new Refusal("What supports an argument stands on the same side. To answer it from the other side, rebut it or ask.");
        if (submit.ArgumentKind == ArgumentKind.Rebut && submit.Side == answered)
            throw new Refusal("What rebuts an argument stands on the other side. To answer it from its own side, support it or ask.");
    }

    private void MustSayAnythingNew(string author, Argument? revised, ArgumentSubmitted submitted)
    {
        if (revised is not null && SaysTheSame(revised.Card, submitted) && revised.Card.Link == submitted.Link
            && revised.Card.Counterclaim == submitted.Counterclaim && revised.Card.Answer == submitted.Answer && revised.Card.Basis == submitted.Basis && revised.Quotations.SequenceEqual(submitted.Quotations))
            throw new Refusal("This is the same as before. Change it, then send it again.");
        var others = Written(author).Select(id => _arguments[id]).Where(a => a.Id != revised?.Id);
        if (others.Any(a => a.Status is not (ArgumentStatus.Removed or ArgumentStatus.Withdrawn) && SaysTheSame(a.Card, submitted)))
            throw new Refusal("You have posted this already. Add something new to it.");
    }

    private static bool SaysTheSame(ArgumentCard card, ArgumentSubmitted submitted) =>
        card.Side == submitted.Side && card.On == submitted.On
        && string.Equals(card.Claim, submitted.Claim, StringComparison.OrdinalIgnoreCase)
        && string.Equals(card.Reason, submitted.Reason, StringComparison.OrdinalIgnoreCase);

    private void Withdraw(Turn turn, string id)
    {
        Session.MustNotBePaused();
        var argument = Own(turn.By.Id, id);
        if (argument.Status == ArgumentStatus.Removed)
            throw new Refusal("Your teacher has removed this already.");
        if (argument.Status != ArgumentStatus.Withdrawn)
            Record(turn, new ArgumentWithdrawn(Id, id));
    }

    private void Approve(Turn turn, ApproveArgument approve)
    {
        var argument = Waiting(turn, approve.Argument, approve.Version);
        if (argument.Card.On is { } on && !OnBoard.Cards.ContainsKey(on))
            throw new Refusal("What this answers is no longer on the board, so nobody could see it. Return it or remove it.");
        Record(turn, new ArgumentApproved(Id, argument.Id, approve.Version));
    }

    private void Return(Turn turn, ReturnArgument sendBack)
    {
        var argument = Waiting(turn, sendBack.Argument, sendBack.Version);
        Record(turn, new ArgumentReturned(Id, argument.Id, sendBack.Version, ModerationReason.Find(sendBack.Reason).Id, Note(sendBack.Note)));
    }

    private void Remove(Turn turn, RemoveArgument remove)
    {
        var argument = Find(remove.Argument);
        if (argument.Status is ArgumentStatus.Removed or ArgumentStatus.Withdrawn)
            throw new Refusal(Decided(turn, argument));
        MustBeTheVersion(argument, remove.Version);
        Record(turn, new ArgumentRemoved(Id, argument.Id, remove.Version, ModerationReason.Find(remove.Reason).Id, Note(remove.Note)));
    }

    private static string? Note(string? note) => StudentText.Clean(note, "your note", MaxNote);

    private void Spotlight(Turn turn, SpotlightArgument spotlight)
    {
        var (id, map) = (spotlight.Argument, spotlight.Map == true);
        if (id is not null && !OnBoard.Cards.ContainsKey(id))
            throw new Refusal("Only an approved argument can go on the wall. Approve it first.");
        if (map && (id is not null || OnBoard.Order.Count == 0))
            throw new Refusal(id is not null ? "Show one argument or the map, not both." : "Nothing is on the board yet, so there is no map to show.");
        if (id != Spotlit || map != _showsMap)
            Record(turn, new ArgumentSpotlit(Id, id, map ? true : null));
    }

    /// <summary>The argument as the moderator read it, still undecided.</summary>
    private Argument Waiting(Turn turn, string id, int version)
    {
        var argument = Find(id);
        if (argument.Status != ArgumentStatus.Pending)
            throw new Refusal(Decided(turn, argument));
        MustBeTheVersion(argument, version);
        return argument;
    }

    private static void MustBeTheVersion(Argument argument, int version)
    {
        if (argument.Card.Version != version)
            throw new Refusal("The author has changed this since you read it. Read it again, then decide.");
    }

    private Argument Find(string id) =>
        _arguments.TryGetValue(id, out var argument) ? argument : throw new Refusal("This argument is not here. Reload the page.");

    private Argument Own(string author, string id) =>
        _arguments.TryGetValue(id, out var argument) && argument.Author == author ? argument : throw new Refusal("You can change only what you wrote yourself.");

    private List<string> Written(string author) => _written.GetValueOrDefault(author, Nothing);

    private IEnumerable<ReadingStep> Trays => Session.Steps.OfType<ReadingStep>();

    /// <summary>Where the class has had no texts to read, nobody can quote, so nobody must.</summary>
    private bool EvidenceIsInReach => Trays.Any(t => t.WasOpened);
}
