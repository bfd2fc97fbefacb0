using System.Globalization;
using CivicsClass.Library;
using CivicsClass.Moderation;
using CivicsClass.Sessions;
using Humanizer;

namespace CivicsClass.SourceChecks;

/// <summary>Students judge the claims of an article at their own pace and say why. Verdicts come out when the teacher shows them,
/// claim by claim or all together. No other student ever reads a reason.</summary>
public sealed class SourceCheckStep : Step
{
    public const int MaxReason = 500, LeastWords = 3;
    private static readonly MySourceCheck Nothing = new(new Dictionary<string, Judgement>());

    private readonly SourceCheck _check;
    private readonly string[] _order;
    private readonly Dictionary<string, ClaimInClass> _claims = [];
    private readonly Dictionary<string, MySourceCheck> _own = [];
    private string? _current;
    private SourceCheckView? _classView;

    public SourceCheckStep(LiveSession session, SourceCheckPlan plan) : base(session, plan)
    {
        _check = session.Pack.FindSourceCheck(plan.Check) ?? throw new InvalidOperationException($"The pack has no source check {plan.Check}.");
        _order = plan.Claims.Count > 0 ? [.. plan.Claims.Distinct()] : [.. _check.Claims.Select(c => c.Id)];
        foreach (var id in _order)
            _claims[id] = new ClaimInClass(_check.FindClaim(id) ?? throw new InvalidOperationException($"The source check has no claim {id}."), _claims.Count + 1, session.Pack);
    }

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case JudgeClaim judge: Judge(turn, judge); break;
            case RevealClaim reveal: Reveal(turn, Find(reveal.Claim)); break;
            case RevealClaims: RevealAll(turn); break;
            case ShowClaim show: Show(turn, show.Claim is { } claim ? Find(claim).Id : null); break;
            default: throw Unknown();
        }
    }

    private void Judge(Turn turn, JudgeClaim judge)
    {
        var claim = Find(judge.Claim);
        var before = claim.By(turn.By.Id);
        if (claim.IsRevealed)
            throw new Refusal(before is null ? "The verdict on this claim is out, so it takes no more judgements. Go on with the next one." : "The verdict on this claim is out. What you judged before counts.");
        MustBeOpen();
        if (judge.Paragraph < 1 || judge.Paragraph > _check.Paragraphs.Count)
            throw new Refusal("Choose the paragraph of the article that the claim rests on.");
        var reason = StudentText.Clean(judge.Reason, "your reason", MaxReason) ?? "";
        if (reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < LeastWords)
            throw new Refusal("Say why in a few words: three at least.");
        var now = new Judgement(judge.Verdict, reason, judge.Paragraph);
        if (now != before)
            Record(turn, new ClaimJudged(Id, claim.Id, now.Verdict, now.Reason, now.Paragraph));
    }

    private void Reveal(Turn turn, ClaimInClass claim)
    {
        MustHaveBeenSeen();
        if (!claim.IsRevealed)
            Record(turn, new ClaimRevealed(Id, claim.Id));
        Show(turn, claim.Id);
    }

    private void RevealAll(Turn turn)
    {
        MustHaveBeenSeen();
        foreach (var claim in _claims.Values.Where(c => !c.IsRevealed).ToArray())
            Record(turn, new ClaimRevealed(Id, claim.Id));
        Show(turn, null);
    }

    private void Show(Turn turn, string? claim)
    {
        MustHaveBeenSeen();
        if (claim != _current)
            Record(turn, new ClaimShown(Id, claim));
    }

    private void MustHaveBeenSeen()
    {
        if (!WasOpened)
            throw new Refusal($"Open “{Plan.Title}” first, so that students can judge the claims.");
    }

    public override void Apply(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ClaimJudged judged: Apply(recorded.By, judged); return;
            case ClaimRevealed revealed: _claims[revealed.Claim].Reveal(); break;
            case ClaimShown shown: _current = shown.Claim; break;
            default: throw NotMine(recorded);
        }
        _classView = null;
    }

    private void Apply(string participant, ClaimJudged judged)
    {
        _claims[judged.Claim].Judge(participant, new Judgement(judged.Verdict, judged.Reason, judged.Paragraph));
        _own[participant] = new MySourceCheck(_claims.Values.Where(c => c.By(participant) is not null).ToDictionary(c => c.Id, c => c.By(participant)!));
    }

    public override void Left(string participant)
    {
        foreach (var claim in _claims.Values)
            claim.Leave(participant);
        _classView = null;
    }

    public override StepView ClassView() => _classView ??= new SourceCheckView(
        _check.Title, _check.About, _check.AsOf, _check.Paragraphs, _order, _current, _claims.ToDictionary(c => c.Key, c => c.Value.View));

    public override MyStepView MyView(string participant) => _own.GetValueOrDefault(participant, Nothing);

    public override TeacherStepView TeacherView() =>
        new TeacherSourceCheck(_check.Title, _order, _current, Finished, _claims.ToDictionary(c => c.Key, c => c.Value.TeacherView));

    public override WallStepView WallView() => new WallSourceCheck(
        _check.Title, Finished, _current is { } claim ? _claims[claim].View.Number : null, [.. _claims.Values.Select(c => c.WallView)]);

    public override string Progress(string participant) => _own.TryGetValue(participant, out var own)
        ? string.Create(CultureInfo.InvariantCulture, $"{own.Judgements.Count} of {"claim".ToQuantity(_order.Length)}")
        : "";

    private int Finished => _own.Count(o => o.Value.Judgements.Count == _order.Length && Session.IsSeated(o.Key));

    private ClaimInClass Find(string claim) =>
        _claims.TryGetValue(claim, out var found) ? found : throw new Refusal("This claim is not part of this step. Reload the page.");
}

public static class SourceCheckSetup
{
    public static StepCatalog AddSourceChecks(this StepCatalog catalog) => catalog
        .Step<SourceCheckPlan>("sourceCheck", (session, plan) => new SourceCheckStep(session, plan))
        .Command<JudgeClaim>("sourceCheck.judge")
        .Command<RevealClaim>("sourceCheck.reveal")
        .Command<RevealClaims>("sourceCheck.revealAll")
        .Command<ShowClaim>("sourceCheck.show")
        .Event<ClaimJudged>("sourceCheck.judged")
        .Event<ClaimRevealed>("sourceCheck.revealed")
        .Event<ClaimShown>("sourceCheck.shown")
        .Views<SourceCheckView, MySourceCheck, TeacherSourceCheck, WallSourceCheck>("sourceCheck");
}
