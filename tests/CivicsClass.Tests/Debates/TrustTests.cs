using CivicsClass.Debates;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

/// <summary>Who reads a post before the class does.</summary>
public sealed class TrustTests
{
    private static Classroom Room(Trust? trust, int? first = null)
    {
        var room = With(SampleLesson.BothSides with { Trust = trust, First = first });
        room.Session.Watch = new HeldArgumentTests.Watch();
        room.Ana(new OpenStep("debate"));
        return room;
    }

    private static IReadOnlyList<string> Board(Classroom room) => room.ClassStep<DebateView>("debate").Order;
    private static TeacherDebate Teacher(Classroom room) => room.TeacherStep<TeacherDebate>("debate");

    [Fact]
    public void Strict_lets_one_post_of_each_student_wait()
    {
        var room = Room(Trust.Strict);
        room.Ben(Claim("One."));

        Assert.Contains("waits for your teacher already", room.Refuses(BenActor, Claim("Two.")), StringComparison.Ordinal);
        room.Ben(Claim("One, said better.").As("a1"));
        room.Chi(Claim("Chi's."));
        room.Ana(Return("a1", version: 2));
        room.Ben(Claim("Two."));
        Assert.Contains("waits for your teacher already", room.Refuses(BenActor, Claim("One again.").As("a1")), StringComparison.Ordinal);
        room.Ana(Approve("a3"));
        room.Ben(Claim("One again.").As("a1"));

        Assert.Equal(["a2", "a1"], Teacher(room).Queue);
        Assert.True(room.ClassStep<DebateView>("debate").OneWaits);
        Assert.Null(Room(null).ClassStep<DebateView>("debate").OneWaits);
    }

    [Fact]
    public void Afterwards_shows_at_once_what_is_not_held_and_counts_it_as_nobodys_decision()
    {
        var room = Room(Trust.After);
        room.Ben(Claim("One."));
        room.Ben(Claim("My HOLD."));

        Assert.Equal(["a1"], Board(room));
        Assert.Equal(["a2"], Teacher(room).Queue);
        Assert.Equal((true, "Shown at once"), (Teacher(room).Arguments["a1"].AtOnce, Teacher(room).Arguments["a1"].Decision));
        Assert.Equal(SideDecisions.None, Teacher(room).Decisions[SampleLesson.Require]);
        Assert.Contains("shown at once", room.Refuses(AnaActor, Approve("a1")), StringComparison.Ordinal);
        Assert.Contains("shown at once", room.Refuses(AnaActor, new UndoDecision("debate", "a1", 1)), StringComparison.Ordinal);

        room.Wait(20);
        room.Ana(Remove("a1"));
        Assert.Empty(Board(room));
        var moderation = SessionReport.Of(room.Replayed().Session, room.Log, room.Names, 1, room.Now).Moderation[0];
        Assert.Equal((0, 1, 1, 1), (moderation.Approved, moderation.Removed, moderation.AtOnce, moderation.Held));
        Assert.Null(moderation.MedianWaitSeconds);
        var replayed = room.Replayed().Written();
        Assert.All(room.Written(), view => AssertSame(view.Value, replayed[view.Key]));
    }

    [Fact]
    public void The_first_posts_of_each_student_are_read_first()
    {
        var room = Room(Trust.First, first: 1);
        room.Ben(Claim("One."));
        room.Chi(Claim("Chi's."));
        Assert.Equal(["a1", "a2"], Teacher(room).Queue);
        room.Ana(Approve("a1"));
        room.Ana(new UndoDecision("debate", "a1", 1));
        room.Ben(Claim("Two."));
        Assert.Equal(["a1", "a2", "a3"], Teacher(room).Queue);

        room.Ana(Approve("a1"));
        room.Ben(Claim("Three."));

        Assert.Equal(["a1", "a4"], Board(room));
        Assert.Equal(["a2", "a3"], Teacher(room).Queue);
    }
}
