using CivicsClass.Debates;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

/// <summary>A decision taken back within ten seconds.</summary>
public sealed class UndoTests
{
    private static readonly Actor Dan = Actor.Teacher("dan");
    private readonly Classroom _room = With(SampleLesson.BothSides);

    public UndoTests()
    {
        _room.Session.Watch = new HeldArgumentTests.Watch();
        _room.Ana(new OpenStep("debate"));
        _room.Ben(Claim("First."));
    }

    private MyArgument Bens => _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"];
    private TeacherDebate Teacher => _room.TeacherStep<TeacherDebate>("debate");
    private static UndoDecision Undo(int version = 1) => new("debate", "a1", version);

    [Theory]
    [InlineData("approve")]
    [InlineData("return")]
    [InlineData("remove")]
    public void Everything_stands_as_it_stood_before(string verb)
    {
        _room.Chi(Claim("Second."));
        var before = _room.Written();

        _room.Ana(verb switch { "approve" => Approve("a1"), "return" => Return("a1"), _ => Remove("a1") });
        _room.Ana(Undo());

        Assert.All(before, view => AssertSame(view.Value, _room.Written()[view.Key]));
        Assert.Equal(["a1", "a2"], Teacher.Queue);
        var replayed = _room.Replayed().Written();
        Assert.All(before, view => AssertSame(view.Value, replayed[view.Key]));
        _room.Ana(Approve("a1"));
        Assert.Equal(ArgumentStatus.Approved, Bens.Status);
    }

    [Fact]
    public void After_ten_seconds_and_when_others_have_gone_on_it_is_refused()
    {
        _room.Ana(Approve("a1"));
        _room.Wait(16);
        Assert.Contains("ten seconds", _room.Refuses(AnaActor, Undo()), StringComparison.Ordinal);

        _room.Ana(Remove("a1"));
        _room.Ana(Undo());
        _room.Chi(new MarkArgument("debate", "a1", 1, Mark.WellReasoned, true));
        Assert.Contains("gone on with it", _room.Refuses(AnaActor, Undo()), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_the_version_before_come_back_with_it()
    {
        _room.Ana(Approve("a1"));
        _room.Chi(new MarkArgument("debate", "a1", 1, Mark.WellReasoned, true));
        _room.Ben(Claim("Better.").As("a1"));
        _room.Ana(Approve("a1", version: 2));
        _room.Ana(Undo(version: 2));

        _room.Chi(new MarkArgument("debate", "a1", 1, Mark.CanAnswer, true));

        Assert.Equal(new MarkCounts(0, 1, 1), _room.ClassStep<DebateView>("debate").Cards["a1"].Marks);
    }

    [Fact]
    public void A_held_argument_is_held_again()
    {
        _room.Ben(Claim("My HOLD.").As("a1"));
        _room.Ana(Approve("a1", version: 2));
        _room.Ana(Undo(version: 2));

        Assert.NotNull(Teacher.Arguments["a1"].Held);
        Assert.DoesNotContain(_room.Session.Written.Held.Values, h => h.IsSettled);
        _room.Ana(new ReturnText(Teacher.Arguments["a1"].Seq, "personal", null));
        Assert.Equal(ArgumentStatus.Returned, Bens.Status);
    }

    [Fact]
    public void Of_two_moderators_the_second_reads_who_was_first_and_nothing_happens_twice()
    {
        _room.Ana(Approve("a1"));

        Assert.StartsWith("A colleague has already approved this.", _room.Refuses(Dan, Approve("a1")), StringComparison.Ordinal);
        Assert.StartsWith("You have already approved this.", _room.Refuses(AnaActor, Return("a1")), StringComparison.Ordinal);
        Assert.Contains("Only they can undo", _room.Refuses(Dan, Undo()), StringComparison.Ordinal);
        Assert.Equal(new SideDecisions(1, 0, 0), Teacher.Decisions[SampleLesson.Require]);
    }

    [Fact]
    public void The_report_counts_neither_what_was_taken_back_nor_its_wait_and_counts_holds_by_side()
    {
        _room.Wait(30);
        _room.Ana(Approve("a1"));
        _room.Ana(Undo());
        _room.Wait(30);
        _room.Ana(Return("a1"));
        _room.Chi(Claim("My HOLD.", SampleLesson.Choose));
        _room.Ana(new KeepIncident(Teacher.Arguments["a2"].Seq));
        _room.Chi(Claim("Your HOLD.", SampleLesson.Choose));
        _room.Ana(new EraseText(Teacher.Arguments["a3"].Seq));

        var report = SessionReport.Of(_room.Replayed().Session, _room.Log, _room.Names, 1, _room.Now);

        Assert.Equal((0, 1, 60, 0, 0), (report.Moderation[0].Approved, report.Moderation[0].Returned, report.Moderation[0].MedianWaitSeconds, report.Moderation[0].Held, report.Moderation[0].Erased));
        Assert.Equal((2, 1, 1), (report.Moderation[1].Held, report.Moderation[1].Erased, report.Moderation[1].Waiting));
        Assert.Equal(("Chi Realname", "My HOLD."), (Assert.Single(report.Incidents).Author.Name, report.Incidents[0].Texts[0]));
    }
}
