using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Phases and time, for the class and for one team.</summary>
public sealed class PhaseTests
{
    private readonly TeamRoom _team = new(8);

    private long Left(string team)
    {
        var clock = _team.Teacher.Teams[team].Clock;
        return clock.StoppedMs ?? ((long)(_team.Room.Session.Time.EndsAt!.Value - _team.Room.Now).TotalMilliseconds + clock.OffsetMs);
    }

    [Theory]
    [InlineData(0, "Teams Prepare Present Agree Debrief")]
    [InlineData(1, "Teams Prepare Present Reverse Agree Debrief")]
    [InlineData(2, "Teams Prepare Present Reverse Return Agree Debrief")]
    public void The_plan_says_which_phases_there_are(int switches, string phases)
    {
        var team = new TeamRoom(4, SampleLesson.Controversy with { Switches = switches });

        Assert.Equal(phases, string.Join(' ', team.Teacher.Phases.Select(p => p.Phase)));
        if (switches < 2)
            Assert.Contains("no such phase", team.Refuses(Classroom.AnaActor, new OpenPhase(TeamRoom.Id, ControversyPhase.Return, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Forming_teams_has_no_time_and_each_phase_has_its_own()
    {
        Assert.Null(_team.Room.Session.Time.EndsAt);
        Assert.Equal(2, _team.Wall.Placed.Count);

        _team.Go(ControversyPhase.Prepare);

        Assert.Equal(5 * 60_000, Left("t1"));
        Assert.Empty(_team.Wall.Placed);
        _team.Go(ControversyPhase.Present);
        Assert.Equal(7 * 60_000, Left("t1"));
        Assert.Equal(ControversyPhase.Present, _team.Room.ClassStep<ControversyView>(TeamRoom.Id).Phase);
    }

    [Fact]
    public void A_team_left_behind_keeps_its_own_time()
    {
        _team.Go(ControversyPhase.Prepare);
        _team.Room.Wait(200);

        _team.Go(ControversyPhase.Present, "t2");

        Assert.Equal(7 * 60_000, Left("t1"));
        Assert.Equal(100_000, Left("t2"));
        Assert.Equal((ControversyPhase.Present, ControversyPhase.Prepare), (_team.First.Phase, _team.Teacher.Teams["t2"].Phase));
        _team.Writes(_team.Member(Pair.A, 0, "t2"), "Still preparing.");
        _team.Room.Ana(new MoveTeam(TeamRoom.Id, "t2", ControversyPhase.Present, 0));
        Assert.Equal(Left("t1"), Left("t2"));
    }

    [Fact]
    public void A_fast_team_goes_ahead_with_that_phases_time()
    {
        _team.Go(ControversyPhase.Prepare);
        _team.Room.Wait(60);

        _team.Room.Ana(new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Agree, 0));

        Assert.Equal(5 * 60_000, Left("t1"));
        Assert.Equal(4 * 60_000, Left("t2"));
        _team.Writes(_team.Member(Pair.A), "We agree.", Part.Agreed);
        _team.AssertReplays();
    }

    [Fact]
    public void One_team_gets_more_time_or_stands_still()
    {
        Assert.Contains("No time runs", _team.Refuses(Classroom.AnaActor, new ExtendTeam(TeamRoom.Id, "t1", 60)), StringComparison.Ordinal);
        _team.Go(ControversyPhase.Prepare);
        _team.Room.Ana(new ExtendTeam(TeamRoom.Id, "t1", 60));
        Assert.Equal((360_000, 300_000), (Left("t1"), Left("t2")));
        Assert.Contains("at most an hour", _team.Refuses(Classroom.AnaActor, new ExtendTeam(TeamRoom.Id, "t1", 3601)), StringComparison.Ordinal);

        _team.Room.Ana(new PauseTeam(TeamRoom.Id, "t1", true));
        _team.Room.Wait(100);
        Assert.Equal((360_000, 200_000), (Left("t1"), Left("t2")));
        Assert.Contains("paused your team", _team.Refuses(_team.Member(Pair.A), _team.Save(_team.Member(Pair.A), "x")), StringComparison.Ordinal);
        _team.Room.Ana(new ExtendTeam(TeamRoom.Id, "t1", -30));
        _team.Room.Ana(new PauseTeam(TeamRoom.Id, "t1", false));
        _team.Room.Wait(10);

        Assert.Equal((320_000, 190_000), (Left("t1"), Left("t2")));
        Assert.Contains("not here", _team.Refuses(Classroom.AnaActor, new PauseTeam(TeamRoom.Id, "t9", true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_given_after_it_was_up_counts_from_then()
    {
        _team.Go(ControversyPhase.Prepare);
        _team.Room.Wait(320);

        _team.Room.Ana(new ExtendTeam(TeamRoom.Id, "t1", 60));
        _team.Room.Wait(20);

        Assert.Equal(40_000, Left("t1"));
    }

    [Fact]
    public void A_class_stops_for_the_day_and_goes_on_with_the_same_people_and_newcomers()
    {
        _team.Go(ControversyPhase.Present);
        var (student, before) = (_team.Begins(), _team.First.A);

        _team.Room.Ana(new StopForToday(TeamRoom.Id, true));
        _team.Room.Ana(new StopForToday(TeamRoom.Id, true));

        var refusal = _team.Refuses(student, new Present(TeamRoom.Id, 0, null));
        Assert.Contains("is kept", refusal, StringComparison.Ordinal);
        Assert.Null(_team.Room.Session.Time.EndsAt);
        Assert.Contains("stopped for today", _team.Refuses(Classroom.AnaActor, new OpenPhase(TeamRoom.Id, ControversyPhase.Agree, [])), StringComparison.Ordinal);
        Assert.Contains("stopped for today", _team.Refuses(Classroom.AnaActor, new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Agree, 0)), StringComparison.Ordinal);
        _team.Room.Wait(80_000);
        var late = _team.Room.Joins("Next Day");
        _team.Room.Ana(new StopForToday(TeamRoom.Id, false));

        Assert.Equal(1, _team.Teacher.DaysDone);
        Assert.Equal(7 * 60_000, Left("t1"));
        Assert.Equal(before, _team.First.A.Where(p => p != late));
        Assert.NotNull(_team.Of(Actor.Student(late)));
        _team.Room.Do(student, new Present(TeamRoom.Id, 0, null));
        _team.AssertReplays();
    }

    [Fact]
    public void A_step_opened_again_goes_on_where_it_was()
    {
        _team.Go(ControversyPhase.Present);
        var teams = Classroom.Write(_team.Teacher.Teams);
        _team.Room.Ana(new OpenStep("reading"));
        _team.Room.Ana(new OpenStep(TeamRoom.Id));

        Assert.Equal(teams, Classroom.Write(_team.Teacher.Teams));
        Assert.Equal(7 * 60_000, Left("t1"));
    }

    [Fact]
    public void A_team_calls_the_teacher_who_comes_by()
    {
        _team.Room.Do(_team.Member(Pair.A), new CallTeacher(TeamRoom.Id, true));
        Assert.True(_team.First.Called);
        Assert.Contains("asks for you", _team.First.Needs, StringComparison.Ordinal);
        Assert.True(_team.Of(_team.Member(Pair.B)).Called);
        _team.Room.Ana(new AnswerCall(TeamRoom.Id, "t1"));
        Assert.False(_team.First.Called);
        _team.Room.Do(_team.Member(Pair.A), new CallTeacher(TeamRoom.Id, true));
        _team.Room.Do(_team.Member(Pair.B), new CallTeacher(TeamRoom.Id, false));
        Assert.False(_team.First.Called);
    }
}
