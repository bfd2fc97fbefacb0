using CivicsClass.Library;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using CivicsClass.Tests.Sessions;
using static CivicsClass.Tests.Reports.SessionReportTests;

namespace CivicsClass.Tests.Reports;

public sealed class SourceCheckReportTests
{
    [Fact]
    public void A_claim_shows_how_many_judged_it_how_and_what_the_verdict_was()
    {
        var check = Report(Judged()).SourceChecks.Single();

        Assert.Equal(("Check a text", "A short summary", 3), (check.Title, check.Article, check.Claims.Count));
        var chief = check.Claims[1];
        Assert.Equal((2, "The claim chief.", 2, 1), (chief.Number, chief.Claim, chief.Judged, chief.RightParagraph));
        Assert.Equal([(Verdict.True, 1, 50), (Verdict.False, 1, 50)], chief.Spread.Where(s => s.Count > 0).Select(s => (s.Verdict, s.Count, s.Percent!.Value)));
        Assert.Equal((Verdict.False, true, 2, "VERDICT-REASON-chief"), (chief.Explained!.Verdict, chief.Explained.WasShown, chief.Explained.Paragraph, chief.Explained.Reason));
        Assert.Equal([("Ben Realname", "It turns his words around."), ("Chi Realname", "It names a source.")], chief.Judgements.Select(j => (j.Who.Name, j.Reason)));
        Assert.Equal([null, null], check.Claims[2].Spread.Take(2).Select(s => s.Percent));
    }

    [Fact]
    public void A_verdict_that_was_not_shown_is_told_only_when_the_lesson_is_over()
    {
        var room = Judged();
        Assert.DoesNotContain("VERDICT-REASON-no-help", Classroom.Write(Report(room)), StringComparison.Ordinal);

        room.Ana(new EndSession());

        var known = Report(room).SourceChecks[0].Claims[0].Explained!;
        Assert.Equal((Verdict.Outdated, false), (known.Verdict, known.WasShown));
    }

    [Fact]
    public void A_student_is_reported_with_how_many_claims_they_judged()
    {
        var students = Report(Judged()).Students;

        Assert.Equal([new SourceCheckPart(2, 3), new SourceCheckPart(1, 3)], students.Select(s => s.SourceCheck));
    }

    [Fact]
    public void A_removed_student_is_not_counted_and_what_they_wrote_stays_with_the_teacher()
    {
        var room = Judged();
        room.Ana(new RemoveStudent(Classroom.BenId));

        var chief = Report(room).SourceChecks[0].Claims[1];

        Assert.Equal((1, 0), (chief.Judged, chief.RightParagraph));
        Assert.True(chief.Judgements[0].Who.Removed);
    }

    [Fact]
    public void The_tables_hold_shares_and_reasons_apart()
    {
        var report = Report(Judged());

        var claims = report.Table(ReportPart.Claims).ToArray();
        var reasons = report.Table(ReportPart.Reasons).ToArray();

        Assert.Equal(1 + (3 * 6), claims.Length);
        Assert.All(claims, row => Assert.Equal(claims[0].Count, row.Count));
        Assert.Equal(["Check a text", "A short summary", "2", "chief", "The claim chief.", "2", "false", "1", "50", "yes", "yes", "1"], claims[1 + 6 + (int)Verdict.False]);
        Assert.Equal("", claims[1][9]);
        Assert.DoesNotContain("It turns his words around.", claims.SelectMany(r => r));
        Assert.Equal(4, reasons.Length);
        Assert.Equal(["Check a text", "2", "chief", "The claim chief.", "Ben Realname", "false", "2", "It turns his words around."], reasons[2].Where((_, at) => at != 4));
    }

    [Fact]
    public void The_time_line_tells_when_verdicts_came_out()
    {
        var room = Judged();
        room.Wait(60);
        room.Ana(new RevealClaims("sourceCheck"));

        Assert.Equal(["Verdict on claim 2 shown", "2 verdicts shown"], Report(room).Timeline.Moments.Where(m => m.Kind == MomentKind.VerdictShown).Select(m => m.Text));
    }

    private static Classroom Judged()
    {
        var room = Classroom.With(SampleLesson.SourceCheck);
        room.Ana(new OpenStep("sourceCheck"));
        room.Ben(new JudgeClaim("sourceCheck", "no-help", Verdict.True, "The police said so.", 1));
        room.Ben(new JudgeClaim("sourceCheck", "chief", Verdict.False, "It turns his words around.", 2));
        room.Chi(new JudgeClaim("sourceCheck", "chief", Verdict.True, "It names a source.", 1));
        room.Ana(new RevealClaim("sourceCheck", "chief"));
        return room;
    }
}
