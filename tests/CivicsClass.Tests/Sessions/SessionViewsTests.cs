using CivicsClass.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Sessions;

public sealed class SessionViewsTests
{
    private static readonly Dictionary<string, string> NoNames = [];

    private static TeacherView Teacher(Classroom room) => SessionViews.Teacher(room.Session, room.Presence, room.Names, JoinCode);
    private static WallView Wall(Classroom room) => SessionViews.Wall(room.Session, room.Presence, JoinCode);

    [Fact]
    public void The_teacher_sees_names_and_nobody_else_does()
    {
        var room = With(SampleLesson.Norms);
        Assert.Equal("Ben Realname", Teacher(room).Roster[BenId].Name);
        Assert.Null(SessionViews.Teacher(room.Session, room.Presence, NoNames, JoinCode).Roster[BenId].Name);

        var others = room.Written().Where(v => v.Key != "teacher").ToArray();
        Assert.Equal(4, others.Length);
        Assert.All(others, view => Assert.DoesNotContain("Realname", view.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_lobby_shows_aliases_of_those_here_on_the_wall_and_the_lesson_does_not()
    {
        var room = With(SampleLesson.Norms);
        room.Presence = new Presence(new Dictionary<string, DateTime?> { [BenId] = room.Now });
        Assert.Equal([room.Session.People[ChiId].Alias], Wall(room).Aliases);
        Assert.Equal(1, Wall(room).Here);
        Assert.Null(Wall(room).Step);

        room.Ana(new OpenStep("norms"));

        Assert.Empty(Wall(room).Aliases);
        Assert.NotNull(Wall(room).Step);
    }

    [Fact]
    public void The_wall_shows_the_sixty_who_came_last()
    {
        var room = Empty(SampleLesson.Norms);
        for (var n = 0; n < 61; n++)
            room.Joins($"Student {n}");

        Assert.Equal(room.Session.Seated.Skip(1).Select(p => p.Alias), Wall(room).Aliases);
    }

    [Fact]
    public void The_roster_says_who_is_away_since_when()
    {
        var room = With(SampleLesson.Norms);
        room.Presence = new Presence(new Dictionary<string, DateTime?> { [BenId] = room.Now });

        var roster = Teacher(room).Roster;

        Assert.Equal((false, room.Now), (roster[BenId].Here, roster[BenId].AwaySince!.Value));
        Assert.Equal((true, null), (roster[ChiId].Here, roster[ChiId].AwaySince));
    }

    [Fact]
    public void A_removed_student_leaves_roster_and_wall()
    {
        var room = With(SampleLesson.Norms);
        Assert.Equal([BenId, ChiId], Teacher(room).RosterOrder);

        room.Ana(new RemoveStudent(BenId));

        Assert.Equal([ChiId], Teacher(room).RosterOrder);
        Assert.Equal(1, Wall(room).Here);
    }

    [Fact]
    public void The_join_code_leaves_the_wall_while_the_door_is_locked_and_after_the_end()
    {
        var room = With(SampleLesson.Norms);
        Assert.Equal(JoinCode, Wall(room).JoinCode);
        room.Ana(new LockDoor(true));
        Assert.Null(Wall(room).JoinCode);
        room.Ana(new LockDoor(false));
        Assert.Equal(JoinCode, Wall(room).JoinCode);

        room.Ana(new EndSession());

        Assert.Null(Wall(room).JoinCode);
    }

    [Fact]
    public void Students_see_the_steps_that_were_opened_the_teacher_all()
    {
        var room = With(SampleLesson.Norms, SampleLesson.Reading, SampleLesson.Quiz);
        room.Ana(new OpenStep("norms"));
        room.Ana(new OpenStep("quiz"));
        room.Ana(new SkipStep("quiz"));

        Assert.Equal(["norms", "quiz"], SessionViews.Class(room.Session).Open.Keys);
        Assert.Equal(["norms", "quiz"], SessionViews.My(room.Session, BenId).Steps.Keys);
        Assert.Equal(["norms", "reading", "quiz"], Teacher(room).Steps.Keys);
        Assert.Equal(StepStatus.Upcoming, SessionViews.Class(room.Session).Steps["reading"].Status);
        Assert.Equal("quiz", SessionViews.Class(room.Session).Steps["quiz"].Kind);
    }

    [Fact]
    public void The_first_position_of_the_pack_is_a_diamond_in_whatever_order_they_stand()
    {
        var positions = SessionViews.Class(With(SampleLesson.Norms).Session).Positions;

        Assert.Equal(("diamond", "circle"), (positions[SampleLesson.Require].Shape, positions[SampleLesson.Choose].Shape));
    }

    [Fact]
    public void A_paused_countdown_stands_still_and_goes_on_where_it_was()
    {
        var room = With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Wait(60);
        Assert.Equal(room.Now.AddMinutes(2), SessionViews.Class(room.Session).Timer.EndsAt);

        room.Ana(new PauseLesson(true));
        Assert.Equal(new TimerView(null, 120_000, true, false), SessionViews.Class(room.Session).Timer);
        room.Wait(600);
        room.Ana(new PauseLesson(false));

        Assert.Equal(room.Now.AddMinutes(2), SessionViews.Class(room.Session).Timer.EndsAt);
    }

    [Fact]
    public void A_countdown_paused_within_the_grace_shows_zero()
    {
        var room = With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Wait(181);

        room.Ana(new PauseLesson(true));

        Assert.Equal(0, SessionViews.Class(room.Session).Timer.RemainingMs);
    }
}
