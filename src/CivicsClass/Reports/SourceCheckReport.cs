using CivicsClass.Library;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;

namespace CivicsClass.Reports;

/// <summary>A source check that was opened. Judgements of students who were removed are not counted, as on the console.</summary>
/// <param name="Article">The title of what was checked.</param>
public sealed record SourceCheckReport(string Step, string Title, string Article, string AsOf, IReadOnlyList<ClaimReport> Claims)
{
    internal static IReadOnlyList<SourceCheckReport> All(LiveSession session, Dictionary<string, Who> people) =>
        [.. session.Steps.OfType<SourceCheckStep>().Where(s => s.WasOpened).Select(s => Of(session, s, people))];

    private static SourceCheckReport Of(LiveSession session, SourceCheckStep step, Dictionary<string, Who> people)
    {
        var check = session.Pack.FindSourceCheck(((SourceCheckPlan)step.Plan).Check)!;
        var view = (TeacherSourceCheck)step.TeacherView();
        return new SourceCheckReport(step.Id, step.Plan.Title, check.Title, check.AsOf,
            [.. view.Order.Select(id => ClaimReport.Of(view.Claims[id], check.FindClaim(id)!, session, people))]);
    }
}

public sealed record ClaimReport
{
    public required string Id { get; init; }
    public required int Number { get; init; }
    public required string Claim { get; init; }
    /// <summary>n: how many judged it.</summary>
    public required int Judged { get; init; }
    /// <summary>All six verdicts in a fixed order.</summary>
    public required IReadOnlyList<VerdictReport> Spread { get; init; }
    /// <summary>How many named the paragraph in which the claim stands; absent while the verdict is.</summary>
    public int? RightParagraph { get; init; }
    /// <summary>What the pack says; absent while the lesson runs and the verdict was not shown.</summary>
    public Explained? Explained { get; init; }
    /// <summary>Private to the teacher.</summary>
    public required IReadOnlyList<WrittenJudgement> Judgements { get; init; }

    internal static ClaimReport Of(TeacherClaim claim, CheckedClaim known, LiveSession session, Dictionary<string, Who> people)
    {
        var isOut = claim.Revealed is not null || session.Phase == Phase.Ended;
        return new ClaimReport
        {
            Id = known.Id,
            Number = claim.Number,
            Claim = known.Text,
            Judged = claim.Judged,
            Spread = [.. claim.Spread.Select(s => new VerdictReport(s.Verdict, s.Count, SessionReport.Percent(s.Count, claim.Judged)))],
            RightParagraph = isOut ? claim.Judgements.Count(j => j.Value.Paragraph == known.Paragraph && session.IsSeated(j.Key)) : null,
            Explained = isOut ? new Explained(known.Verdict, claim.Revealed is not null, known.Paragraph, known.Reason, known.Evidence, RestsOnView.All(session.Pack, known.RestsOn), known.ChangeMind) : null,
            Judgements = [.. people.Values.Where(p => claim.Judgements.ContainsKey(p.Id)).Select(p => WrittenJudgement.Of(p, claim.Judgements[p.Id]))],
        };
    }
}

/// <param name="Percent">Of those who judged; absent when nobody did.</param>
public sealed record VerdictReport(Verdict Verdict, int Count, int? Percent);

/// <param name="WasShown">In class; false for one that only the report tells.</param>
public sealed record Explained(Verdict Verdict, bool WasShown, int Paragraph, string Reason, IReadOnlyList<Source> Evidence, IReadOnlyList<RestsOnView> RestsOn, string ChangeMind);

public sealed record WrittenJudgement(Who Who, Verdict Verdict, int Paragraph, string Reason)
{
    internal static WrittenJudgement Of(Who who, Judgement judgement) => new(who, judgement.Verdict, judgement.Paragraph, judgement.Reason);
}
