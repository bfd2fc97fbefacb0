using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

/// <summary>An argument with words that a teacher must see first.</summary>
public sealed class HeldArgumentTests
{
    private const string Secret = "My friend HOLD is here.";
    private readonly Classroom _room = With(SampleLesson.BothSides);

    public HeldArgumentTests()
    {
        _room.Session.Watch = new Watch();
        _room.Ana(new OpenStep("debate"));
    }

    private MyArgument Bens => _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"];
    private TeacherDebate Teacher => _room.TeacherStep<TeacherDebate>("debate");
    private TeacherView View => (TeacherView)_room.Views()["teacher"];

    [Fact]
    public void It_waits_in_the_queue_with_its_words_marked_and_nobody_else_sees_it()
    {
        _room.Ben(Claim(Secret));

        Assert.Equal(["a1"], Teacher.Queue);
        Assert.Equal(new HoldMark("claim", 10, 4, HoldReason.Status), Teacher.Arguments["a1"].Held![0]);
        Assert.Equal(1, Teacher.BySide[SampleLesson.Require].Waiting);
        Assert.True(Bens.Held);
        Assert.Null(View.Held);
        Assert.All(_room.Written().Where(w => w.Key is not "teacher" and not $"my/{BenId}"), w => Assert.DoesNotContain("HOLD", w.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_decision_ends_the_hold(bool approved)
    {
        _room.Ben(Claim(Secret));
        _room.Ana(approved ? Approve("a1") : Return("a1", reason: "personal"));

        Assert.Null(Bens.Held);
        Assert.Null(Teacher.Arguments["a1"].Held);
        Assert.Contains("not held any more", _room.Refuses(AnaActor, new ReleaseText(_room.Session.Written.Held.Keys.Single())), StringComparison.Ordinal);
        Replays();
    }

    [Fact]
    public void Erased_it_tells_its_author_so_without_the_words()
    {
        _room.Ben(Claim(Secret));
        _room.Ana(new EraseText(Teacher.Arguments["a1"].Seq));

        Assert.True(Bens.Erased);
        Assert.Null(Bens.Feedback);
        Assert.Empty(Teacher.Queue);
        Assert.All(_room.Written().Values, view => Assert.DoesNotContain("HOLD", view, StringComparison.Ordinal));
        _room.Ben(Claim("Without a name."));
        Replays();
    }

    [Fact]
    public void An_incident_is_listed_until_somebody_has_looked_into_it_whatever_becomes_of_the_text()
    {
        _room.Ben(Claim(Secret));
        var seq = Teacher.Arguments["a1"].Seq;
        _room.Ana(new KeepIncident(seq));
        Assert.Equal((true, false, "An argument"), (View.Held!["h" + seq].Incident, View.Held["h" + seq].Waits, View.Held["h" + seq].What));

        _room.Ana(Return("a1", reason: "personal"));
        _room.Ana(new EndSession());
        Assert.Equal(Secret, View.Held!["h" + seq].Texts["claim"]);
        Assert.All(_room.Written().Where(w => w.Key is not "teacher" and not $"my/{BenId}"), w => Assert.DoesNotContain("HOLD", w.Value, StringComparison.Ordinal));
        Replays();

        _room.Ana(new KeepIncident(seq, Over: true));
        Assert.Null(View.Held);
        _room.Ana(new KeepIncident(seq, Over: true));
        Assert.Equal(2, _room.Log.Count(r => r.Event is IncidentKept));
        Replays();
    }

    private void Replays()
    {
        var replayed = _room.Replayed().Written();
        Assert.All(_room.Written(), view => AssertSame(view.Value, replayed[view.Key]));
    }

    internal sealed class Watch : IWatch
    {
        public IEnumerable<HoldMark> Look(string field, string text) =>
            text.IndexOf("HOLD", StringComparison.Ordinal) is >= 0 and var at ? [new HoldMark(field, at, 4, HoldReason.Status)] : [];
    }
}
