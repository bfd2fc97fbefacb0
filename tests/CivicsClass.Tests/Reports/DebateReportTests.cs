using CivicsClass.Debates;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Debates;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Reports;

public sealed class DebateReportTests
{
    private readonly Classroom _room = Classroom.With(SampleLesson.Reading, SampleLesson.BothSides);

    public DebateReportTests()
    {
        _room.Ana(new OpenStep("reading"));
        _room.Ben(new CivicsClass.Readings.KeepPassage("reading", Debating.Passage));
        _room.Chi(new CivicsClass.Readings.KeepPassage("reading", Debating.Passage));
        _room.Ana(new OpenStep("debate"));
    }

    [Fact]
    public void An_argument_tells_its_whole_story()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Wait(60);
        _room.Ana(Debating.Return("a1", reason: "unclear", note: "Fair to whom?"));
        _room.Wait(30);
        _room.Ben(Debating.Quoting("Help is fair to every city").As("a1"));
        _room.Wait(10);
        _room.Ana(Debating.Approve("a1", version: 2));

        var argument = Assert.Single(Side(SampleLesson.Require).Arguments);

        Assert.Equal((ArgumentStatus.Approved, "Ben Realname", 2), (argument.Status, argument.Author.Name, argument.Versions.Count));
        Assert.Equal("Help is fair", argument.Versions[0].Claim);
        Assert.Equal([(DecisionKind.Returned, 60, "Unclear", "Fair to whom?")], argument.Versions[0].Decisions.Select(d => (d.Kind, d.WaitedSeconds!.Value, d.Reason!, d.Note!)));
        Assert.Equal([(DecisionKind.Approved, 10)], argument.Versions[1].Decisions.Select(d => (d.Kind, d.WaitedSeconds!.Value)));
        var quotation = Assert.Single(argument.Latest.Quotations);
        Assert.Equal((Debating.Sentence, "One nation, one law", 1), (quotation.Exact, quotation.Title, quotation.Paragraph));
    }

    [Fact]
    public void Waiting_counts_from_when_it_entered_the_queue()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Wait(50);
        _room.Ben(Debating.Quoting("Help is very fair").As("a1"));
        _room.Wait(10);
        _room.Ana(Debating.Approve("a1", version: 2));

        Assert.Equal(60, Side(SampleLesson.Require).Arguments[0].Latest.Decisions[0].WaitedSeconds);
    }

    [Fact]
    public void What_was_approved_and_then_removed_did_not_wait_again()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Ana(Debating.Approve("a1"));
        _room.Wait(300);
        _room.Ana(Debating.Remove("a1"));

        var decisions = Side(SampleLesson.Require).Arguments[0].Latest.Decisions;

        Assert.Equal([(DecisionKind.Approved, 0), (DecisionKind.Removed, null)], decisions.Select(d => (d.Kind, d.WaitedSeconds)));
    }

    [Fact]
    public void A_reply_stands_on_its_own_side_and_names_what_it_answers()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Ana(Debating.Approve("a1"));
        _room.Chi(Debating.Reply("a1", "Not every help is fair"));

        var reply = Assert.Single(Side(SampleLesson.Choose).Arguments);

        Assert.Equal((ArgumentKind.Rebut, new Answered("a1", "Help is fair")), (reply.Kind, reply.On));
        Assert.Equal((1, 1), (Ben.Debate!.Arguments, Chi.Debate!.Replies));
    }

    [Fact]
    public void Every_decision_is_a_row_and_each_side_is_counted()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Wait(20);
        _room.Ana(Debating.Approve("a1"));
        _room.Ana(Debating.Remove("a1"));

        var decisions = Report.Table(ReportPart.Decisions).Skip(1).ToArray();
        var sides = Report.Table(ReportPart.Moderation).ToArray();

        Assert.Equal([("a1", "approved", "20", ""), ("a1", "removed", "", "Disrespectful")], decisions.Select(r => (r[1], r[6], r[8], r[9])));
        Assert.Contains(sides, r => (r[1], r[2]) == ("removed", "1"));
        Assert.Contains(sides, r => (r[1], r[2]) == ("because: disrespectful", "1"));
        Assert.Equal(2, sides.Count(r => r[1] == "approved"));
    }

    [Fact]
    public void What_was_erased_is_removed_in_the_report_too_and_waits_no_more()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        Assert.Equal((ArgumentStatus.Pending, 1), (Side(SampleLesson.Require).Arguments[0].Status, Report.Moderation[0].Waiting));

        _room.Ana(new EraseText(_room.Log[^1].Seq));

        Assert.Equal((ArgumentStatus.Removed, 0), (Side(SampleLesson.Require).Arguments[0].Status, Report.Moderation[0].Waiting));
    }

    [Fact]
    public void Both_sides_have_their_place_even_when_one_is_empty()
    {
        _room.Ben(Debating.Quoting("Help is fair"));

        Assert.Equal([("require", 1), ("choose", 0)], Report.Debates[0].Sides.Select(s => (s.Side.Id, s.Arguments.Count)));
    }

    [Fact]
    public void Moderation_is_counted_by_side_without_a_verdict()
    {
        foreach (var (claim, wait) in new[] { ("One", 10), ("Two", 30), ("Three", 200) })
        {
            _room.Ben(Debating.Quoting(claim));
            _room.Wait(wait);
            var id = Side(SampleLesson.Require).Arguments[^1].Id;
            _room.Ana(claim == "Three" ? Debating.Return(id, reason: "two-claims") : Debating.Approve(id));
        }
        _room.Chi(Debating.Quoting("Choice", SampleLesson.Choose));

        var (require, choose) = (Report.Moderation[0], Report.Moderation[1]);

        Assert.Equal((2, 1, 0, 0, 30), (require.Approved, require.Returned, require.Removed, require.Waiting, require.MedianWaitSeconds));
        Assert.Equal([new ReasonCount("More than one claim", 1)], require.Reasons);
        Assert.Equal((0, 0, 0, 1, null), (choose.Approved, choose.Returned, choose.Removed, choose.Waiting, choose.MedianWaitSeconds));
    }

    [Fact]
    public void What_was_returned_stays_counted_when_it_is_approved_and_removed_later()
    {
        _room.Ben(Debating.Quoting("First"));
        _room.Ana(Debating.Return("a1"));
        _room.Ben(Debating.Quoting("Second").As("a1"));
        _room.Ana(Debating.Approve("a1", version: 2));
        _room.Ana(Debating.Remove("a1", version: 2));

        Assert.Equal((1, 1, 1, 0), (Report.Moderation[0].Approved, Report.Moderation[0].Returned, Report.Moderation[0].Removed, Report.Moderation[0].Waiting));
        Assert.Equal(2, Report.Moderation[0].Reasons.Sum(r => r.Count));
    }

    [Fact]
    public void What_its_author_took_back_is_no_decision_of_the_teacher()
    {
        _room.Ben(Debating.Quoting("Help is fair"));
        _room.Ben(new WithdrawArgument("debate", "a1"));

        Assert.Equal(ArgumentStatus.Withdrawn, Side(SampleLesson.Require).Arguments[0].Status);
        Assert.Equal((0, 0, 0, 0), (Report.Moderation[0].Approved, Report.Moderation[0].Returned, Report.Moderation[0].Removed, Report.Moderation[0].Waiting));
        Assert.Equal(1, Ben.Debate!.Withdrawn);
    }

    private SessionReport Report => SessionReportTests.Report(_room);
    private StudentReport Ben => Report.Students[0];
    private StudentReport Chi => Report.Students[1];

    private SideReport Side(string id) => Report.Debates.Single().Sides.Single(s => s.Side.Id == id);
}
