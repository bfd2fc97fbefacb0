using CivicsClass.Library;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using CivicsClass.Tests.Sessions;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.SourceChecks;

public sealed class SourceCheckStepTests
{
    private const string Step = "sourceCheck";

    private static JudgeClaim Judge(string claim, Verdict verdict = Verdict.True, string reason = "It names a source.", int paragraph = 1) => new(Step, claim, verdict, reason, paragraph);
    private static RevealClaim Reveal(string claim) => new(Step, claim);

    private static Classroom Open(SourceCheckPlan? plan = null)
    {
        var room = With(plan ?? SampleLesson.SourceCheck);
        room.Ana(new OpenStep(Step));
        return room;
    }

    [Fact]
    public void The_class_sees_the_article_and_its_claims_and_no_verdict()
    {
        var room = Open();

        var view = room.ClassStep<SourceCheckView>(Step);

        Assert.Equal(("A short summary", 3), (view.Title, view.Paragraphs.Count));
        Assert.Equal(["no-help", "chief", "defiance"], view.Order);
        Assert.Equal([1, 2, 3], view.Order.Select(c => view.Claims[c].Number));
        Assert.All(view.Claims.Values, c => Assert.Null(c.Revealed));
    }

    [Fact]
    public void A_step_may_take_some_of_the_claims()
    {
        var room = Open(SampleLesson.SourceCheck with { Claims = ["defiance", "chief"] });

        Assert.Equal(["defiance", "chief"], room.ClassStep<SourceCheckView>(Step).Order);
        Assert.Contains("not part of this step", room.Refuses(BenActor, Judge("no-help")), StringComparison.Ordinal);
        room.Ben(Judge("defiance"));
        room.Ben(Judge("chief"));
        Assert.Equal("2 of 2 claims", room.ProgressOf(BenId));
        Assert.Equal(1, room.WallStep<WallSourceCheck>().Finished);
    }

    [Fact]
    public void A_judgement_can_be_changed_until_the_verdict_is_shown()
    {
        var room = Open();
        room.Ben(Judge("chief", Verdict.True));
        room.Ben(Judge("chief", Verdict.True));
        Assert.Single(room.Log, r => r.Event is ClaimJudged);

        room.Ben(Judge("chief", Verdict.False, "  It turns his words around. ", 2));

        Assert.Equal(new Judgement(Verdict.False, "It turns his words around.", 2), room.MyStep<MySourceCheck>(BenId, Step).Judgements["chief"]);
        var claim = room.TeacherStep<TeacherSourceCheck>(Step).Claims["chief"];
        Assert.Equal(1, claim.Judged);
        Assert.Equal([0, 0, 1, 0, 0, 0], claim.Spread.Select(s => s.Count));

        room.Ana(Reveal("chief"));
        Assert.Contains("What you judged before counts", room.Refuses(BenActor, Judge("chief")), StringComparison.Ordinal);
        Assert.Contains("takes no more judgements", room.Refuses(ChiActor, Judge("chief")), StringComparison.Ordinal);
        room.Ben(Judge("defiance"));
    }

    [Fact]
    public void No_browser_has_a_verdict_before_it_is_shown_and_every_screen_has_it_after()
    {
        var room = Open();
        room.Ben(Judge("chief", Verdict.False));
        room.Chi(Judge("chief", Verdict.True));
        Assert.DoesNotContain("VERDICT-", string.Concat(room.Written().Values), StringComparison.Ordinal);
        Assert.Null(room.TeacherStep<TeacherSourceCheck>(Step).Claims["chief"].Revealed);

        room.Ana(Reveal("chief"));

        foreach (var (audience, view) in room.Written().Where(w => !w.Key.StartsWith("my/", StringComparison.Ordinal)))
        {
            foreach (var part in (string[])["REASON", "EVIDENCE", "CHANGE"])
                Assert.True(view.Contains($"VERDICT-{part}-chief", StringComparison.Ordinal), $"{audience} lacks {part}");
            Assert.DoesNotContain("-no-help\"", view.Replace("claim no-help", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        var shown = room.ClassStep<SourceCheckView>(Step).Claims["chief"].Revealed!;
        Assert.Equal((Verdict.False, 2, 2), (shown.Verdict, shown.Paragraph, shown.Judged));
        Assert.Equal([1, 0, 1, 0, 0, 0], shown.Spread.Select(s => s.Count));
        Assert.Equal("How powers are split", shown.RestsOn.Single().Title);
        Assert.Equal([50, 0, 50, 0, 0, 0], room.WallStep<WallSourceCheck>().Claims[1].Revealed!.Shares.Select(s => s.Percent));
    }

    [Fact]
    public void A_reason_is_read_by_its_author_and_the_teacher_only()
    {
        var room = Open();
        room.Ben(Judge("chief", reason: "My uncle was there."));
        room.Ana(new RevealClaims(Step));

        var written = room.Written();
        Assert.Contains("My uncle", written["teacher"], StringComparison.Ordinal);
        Assert.Contains("My uncle", written[$"my/{BenId}"], StringComparison.Ordinal);
        Assert.DoesNotContain("My uncle", written["class"] + written["wall"] + written[$"my/{ChiId}"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No source.", 1, "three at least")]
    [InlineData("", 1, "three at least")]
    [InlineData("It names a source.", 0, "Choose the paragraph")]
    [InlineData("It names a source.", 4, "Choose the paragraph")]
    [InlineData("It names\u0007 a source.", 1, "cannot be shown")]
    public void A_judgement_says_why_and_names_a_paragraph(string reason, int paragraph, string refusal) =>
        Assert.Contains(refusal, Open().Refuses(BenActor, Judge("chief", reason: reason, paragraph: paragraph)), StringComparison.Ordinal);

    [Fact]
    public void A_reason_has_its_limit()
    {
        var room = Open();

        Assert.Contains("500", room.Refuses(BenActor, Judge("chief", reason: $"a b {new string('c', 497)}")), StringComparison.Ordinal);
        room.Ben(Judge("chief", reason: $"a b {new string('c', 496)}"));
        room.Ana(new CloseStep());
        Assert.Contains("closed", room.Refuses(BenActor, Judge("defiance")), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_come_out_one_by_one_or_all_together_also_when_the_step_is_closed()
    {
        var room = With(SampleLesson.SourceCheck, SampleLesson.Reflection);
        Assert.Contains("Open “Check a text” first", room.Refuses(AnaActor, Reveal("chief")), StringComparison.Ordinal);
        room.Ana(new OpenStep(Step));
        room.Ana(Reveal("chief"));
        room.Ana(Reveal("chief"));
        Assert.Single(room.Log, r => r.Event is ClaimRevealed);
        Assert.Equal("chief", room.ClassStep<SourceCheckView>(Step).Current);
        Assert.Equal(2, room.WallStep<WallSourceCheck>().Current);
        room.Ana(new CloseStep());

        room.Ana(new RevealClaims(Step));

        Assert.Equal(3, room.Log.Count(r => r.Event is ClaimRevealed));
        Assert.All(room.ClassStep<SourceCheckView>(Step).Claims.Values, c => Assert.NotNull(c.Revealed));
        Assert.Null(room.WallStep<WallSourceCheck>().Current);
    }

    [Fact]
    public void The_teacher_turns_the_class_to_a_claim_and_back_to_all()
    {
        var room = Open();

        room.Ana(new ShowClaim(Step, "defiance"));
        Assert.Equal((3, "defiance"), (room.WallStep<WallSourceCheck>().Current, room.ClassStep<SourceCheckView>(Step).Current));
        Assert.Null(room.WallStep<WallSourceCheck>().Claims[2].Revealed);

        room.Ana(new ShowClaim(Step, null));
        Assert.Null(room.WallStep<WallSourceCheck>().Current);
    }

    [Fact]
    public void A_judgement_sends_nothing_to_other_students()
    {
        var room = Open();
        room.Session.TakeTouched();

        room.Ben(Judge("chief"));
        var (audiences, people) = room.Session.TakeTouched();
        Assert.Equal([BenId], people);
        Assert.False(audiences.HasFlag(Audiences.Class));

        room.Ana(Reveal("chief"));
        Assert.Empty(room.Session.TakeTouched().People);
    }

    [Fact]
    public void The_judgements_of_a_removed_student_no_longer_count()
    {
        var room = Open();
        room.Ben(Judge("chief", Verdict.False));
        room.Chi(Judge("chief", Verdict.True));
        room.Ana(Reveal("chief"));

        room.Ana(new RemoveStudent(ChiId));

        Assert.Equal(1, room.ClassStep<SourceCheckView>(Step).Claims["chief"].Revealed!.Judged);
        Assert.Equal(100, room.WallStep<WallSourceCheck>().Claims[1].Revealed!.Shares[(int)Verdict.False].Percent);
    }
}
