using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.SourceChecks;

public sealed record SourceCheckPlan : StepPlan
{
    public required string Check { get; init; }
    /// <summary>Only these claims, in this order; empty: all of them, in the order of the pack.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
}

/// <summary>Judges a claim, or judges it anew until its verdict is shown.</summary>
/// <param name="Reason">At least three words, at most 500 characters; private to the teacher.</param>
/// <param name="Paragraph">The paragraph of the article that the claim rests on, from 1.</param>
public sealed record JudgeClaim(string Step, string Claim, Verdict Verdict, string Reason, int Paragraph) : StepCommand(Step), IFromStudent;

/// <summary>Shows the verdict on a claim, with its reasons and the class's judgements, on every screen.</summary>
public sealed record RevealClaim(string Step, string Claim) : StepCommand(Step), IFromTeacher;

/// <summary>Shows the verdicts on all claims.</summary>
public sealed record RevealClaims(string Step) : StepCommand(Step), IFromTeacher;

/// <summary>Turns the class to one claim; absent: to all of them together.</summary>
public sealed record ShowClaim(string Step, string? Claim) : StepCommand(Step), IFromTeacher;

public sealed record ClaimJudged(string Step, string Claim, Verdict Verdict, string Reason, int Paragraph) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

public sealed record ClaimRevealed(string Step, string Claim) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Shared;
}

public sealed record ClaimShown(string Step, string? Claim) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Shared;
}

/// <param name="Paragraphs">The article in our own words; the first has number 1.</param>
/// <param name="Current">The claim that the class talks about; absent while each is at a claim of their own.</param>
public sealed record SourceCheckView(string Title, string About, string AsOf, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Order, string? Current, IReadOnlyDictionary<string, ClaimView> Claims) : StepView;

/// <param name="Revealed">Present only once the verdict is shown.</param>
public sealed record ClaimView(int Number, string Text, VerdictView? Revealed);

/// <param name="Paragraph">The paragraph of the article in which the claim stands.</param>
/// <param name="Judged">How many judged the claim.</param>
/// <param name="Spread">The class's verdicts, all six in a fixed order.</param>
public sealed record VerdictView(Verdict Verdict, int Paragraph, int Judged, IReadOnlyList<VerdictCount> Spread, string Reason, IReadOnlyList<Source> Evidence, IReadOnlyList<RestsOnView> RestsOn, string ChangeMind);

public sealed record VerdictCount(Verdict Verdict, int Count);

/// <param name="Judgements">By claim id.</param>
public sealed record MySourceCheck(IReadOnlyDictionary<string, Judgement> Judgements) : MyStepView;

public sealed record Judgement(Verdict Verdict, string Reason, int Paragraph);

/// <param name="Finished">How many have judged every claim.</param>
public sealed record TeacherSourceCheck(string Title, IReadOnlyList<string> Order, string? Current, int Finished, IReadOnlyDictionary<string, TeacherClaim> Claims) : TeacherStepView;

public sealed record TeacherClaim
{
    public required int Number { get; init; }
    public required string Text { get; init; }
    public required int Judged { get; init; }
    public required IReadOnlyList<VerdictCount> Spread { get; init; }
    /// <summary>By participant id, those of removed students included; only the teacher reads the reasons.</summary>
    public required IReadOnlyDictionary<string, Judgement> Judgements { get; init; }
    /// <summary>Present only once the verdict is shown: no browser has it before.</summary>
    public VerdictView? Revealed { get; init; }
}

/// <param name="Current">The number of the claim that fills the wall; absent: all of them.</param>
public sealed record WallSourceCheck(string Title, int Finished, int? Current, IReadOnlyList<WallClaim> Claims) : WallStepView;

public sealed record WallClaim(int Number, string Text, int Judged, WallVerdict? Revealed);

public sealed record WallVerdict(Verdict Verdict, IReadOnlyList<WallShare> Shares, string Reason, IReadOnlyList<Source> Evidence, string ChangeMind);

/// <param name="Percent">Whole percent of those who judged.</param>
public sealed record WallShare(Verdict Verdict, int Percent);
