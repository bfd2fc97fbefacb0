using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class HistoryTests
{
    private readonly Classroom _room = With(SampleLesson.BothSides);

    public HistoryTests() => _room.Ana(new OpenStep("debate"));

    private MyArgument Mine => _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"];

    [Fact]
    public void An_author_sees_every_version_with_what_the_teacher_said_to_it()
    {
        _room.Ben(Claim("Help is fair"));
        Assert.Null(Mine.Earlier);
        var sent = _room.Now;
        _room.Wait(30);
        _room.Ana(Return("a1", reason: "unclear", note: "Fair to whom?"));
        _room.Ben(Claim("Help is fair to every city").As("a1"));
        _room.Ben(Claim("Help is fair to every single city").As("a1"));
        _room.Ana(Approve("a1", version: 3));

        var earlier = Mine.Earlier!;

        Assert.Equal(["v1", "v2"], earlier.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Help is fair", sent, "Returned: unclear", "Fair to whom?"), (earlier["v1"].Card.Claim, earlier["v1"].At, earlier["v1"].Decision, earlier["v1"].Feedback!.Note));
        Assert.Equal(("Help is fair to every city", null, null), (earlier["v2"].Card.Claim, earlier["v2"].Decision, earlier["v2"].Feedback));
        Assert.Equal("Help is fair to every single city", Mine.Card.Claim);
    }

    [Fact]
    public void The_teacher_reads_the_same_history_and_classmates_none()
    {
        _room.Ben(Claim("First words"));
        _room.Ana(Approve("a1"));
        _room.Ben(Claim("Second words").As("a1"));

        Assert.Equal("First words", _room.TeacherStep<TeacherDebate>("debate").Arguments["a1"].Earlier!["v1"].Card.Claim);
        Assert.Equal("Approved", Mine.Earlier!["v1"].Decision);
        Assert.DoesNotContain("Second words", _room.Written()["class"] + _room.Written()["wall"] + _room.Written()[$"my/{ChiId}"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_approved_version_stays_on_the_board_until_the_new_one_is_approved()
    {
        string OnBoard() => _room.ClassStep<DebateView>("debate").Cards["a1"].Claim;
        _room.Ben(Claim("First words"));
        _room.Ana(Approve("a1"));
        _room.Ben(Claim("Second words").As("a1"));
        Assert.Equal("First words", OnBoard());

        _room.Ana(Return("a1", version: 2));
        Assert.Equal("First words", OnBoard());

        _room.Ben(Claim("Third words").As("a1"));
        _room.Ana(Approve("a1", version: 3));
        Assert.Equal("Third words", OnBoard());
    }
}
