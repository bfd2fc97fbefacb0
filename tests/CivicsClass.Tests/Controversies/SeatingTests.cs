using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>People come late, go, are absent, come back and are moved.</summary>
public sealed class SeatingTests
{
    [Fact]
    public void Whatever_happens_everybody_has_one_place_and_pairs_differ_by_one_at_most() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ListOf().ToArbitrary(), moments =>
        {
            var team = new TeamRoom(moments.Count == 0 ? 4 : moments[0] % 14, seed: moments.Count);
            foreach (var moment in moments)
            {
                Something(team, new Random(moment));
                AssertSeated(team);
            }
            team.AssertReplays();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static void Something(TeamRoom team, Random dice)
    {
        var people = team.Room.Session.Seated.Select(p => p.Id).ToArray();
        var teams = team.Teacher.TeamOrder;
        var person = people.Length == 0 ? "p1" : people[dice.Next(people.Length)];
        var other = people.Length == 0 ? "p1" : people[dice.Next(people.Length)];
        try
        {
            switch (dice.Next(12))
            {
                case 0 or 1: team.Room.Joins($"Late{people.Length} Realname"); break;
                case 2 or 3: team.Room.Ana(new RemoveStudent(person)); break;
                case 4 or 5: team.Room.Ana(new MarkAbsent(TeamRoom.Id, [person, other], true)); break;
                case 6: team.Room.Ana(new MarkAbsent(TeamRoom.Id, [person], false)); break;
                case 7: team.Room.Do(Actor.Student(person), new ComeBack(TeamRoom.Id)); break;
                case 8 or 9 when teams.Count > 0: team.Room.Ana(new MoveMember(TeamRoom.Id, person, dice.Next(4) == 0 ? null : teams[dice.Next(teams.Count)], (Pair)dice.Next(2))); break;
                case 10: team.Room.Ana(new KeepApart(TeamRoom.Id, person, other, dice.Next(3) > 0)); break;
                default: team.Room.Ana(dice.Next(4) == 0 ? new DealTeams(TeamRoom.Id) : new OpenPhase(TeamRoom.Id, ControversyPhase.Prepare, [])); break;
            }
        }
        catch (Refusal) { }
    }

    private static void AssertSeated(TeamRoom team)
    {
        var view = team.Teacher;
        var absent = view.Teams.Values.SelectMany(t => t.Absent).ToHashSet();
        var placed = view.Teams.Values.SelectMany(t => t.A.Concat(t.B)).ToArray();
        Assert.Equal(placed.Length, placed.Distinct().Count());
        Assert.Equal(team.Room.Session.Seated.Select(p => p.Id).Order(), placed.Concat(view.Unplaced).Order());
        Assert.All(view.Teams.Values, t => Assert.InRange(Math.Abs(t.A.Count(p => !absent.Contains(p)) - t.B.Count(p => !absent.Contains(p))), 0, 1));
        Assert.All(view.Teams.Values, t => Assert.InRange(t.A.Concat(t.B).Count(p => !absent.Contains(p)), 0, 6));
        // Nobody waits but who has nobody to work with, or is marked absent before any team was there.
        Assert.InRange(view.Unplaced.Count, 0, Math.Max(1, view.Teams.Count > 0 ? 0 : view.Unplaced.Count));
    }

    [Fact]
    public void One_alone_waits_until_a_second_comes()
    {
        var team = new TeamRoom(1);
        Assert.Equal(["p1"], team.Teacher.Unplaced);
        Assert.Null(team.Room.MyStep<MyControversy>("p1", TeamRoom.Id).Team);
        Assert.Contains("no team yet", team.Refuses(Actor.Student("p1"), new CallTeacher(TeamRoom.Id, true)), StringComparison.Ordinal);

        team.Room.Joins("Second Realname");

        Assert.Empty(team.Teacher.Unplaced);
        Assert.Equal(2, team.Of(Actor.Student("p1")).Members.Count);
    }

    [Fact]
    public void A_newcomer_joins_the_smallest_team_and_in_it_the_smaller_pair()
    {
        var team = new TeamRoom(7);

        var late = team.Room.Joins("Late Realname");

        Assert.Equal([4, 4], team.Teacher.Teams.Values.Select(t => t.A.Count + t.B.Count));
        Assert.All(team.Teacher.Teams.Values, t => Assert.Equal(t.A.Count, t.B.Count));
        Assert.Equal(2, team.Of(Actor.Student(late)).Number);
    }

    [Fact]
    public void A_newcomer_does_not_join_whom_they_are_kept_from()
    {
        var team = new TeamRoom(8);
        var late = team.Room.Joins("Late Realname");
        var host = team.Of(Actor.Student(late)).Number == 1 ? "t1" : "t2";
        var neighbour = team.Teacher.Teams[host].A.Concat(team.Teacher.Teams[host].B).First(p => p != late);
        team.Room.Ana(new KeepApart(TeamRoom.Id, late, neighbour, true));
        Assert.Contains("kept apart", team.Teacher.Teams[host].Needs, StringComparison.Ordinal);
        team.Room.Ana(new MoveMember(TeamRoom.Id, late, host == "t1" ? "t2" : "t1", Pair.A));

        Assert.Contains("kept apart", team.Refuses(Classroom.AnaActor, new MoveMember(TeamRoom.Id, late, host, Pair.A)), StringComparison.Ordinal);
        team.Room.Ana(new DealTeams(TeamRoom.Id));

        Assert.DoesNotContain(team.Teacher.Teams.Values, t => t.A.Concat(t.B).Contains(late) && t.A.Concat(t.B).Contains(neighbour));
        Assert.Equal([late, neighbour], new[] { team.Teacher.Apart.Single().One, team.Teacher.Apart.Single().Other }.OrderBy(p => p != late));
    }

    [Fact]
    public void Whoever_is_left_alone_joins_another_team_and_keeps_reading_what_they_wrote()
    {
        var team = new TeamRoom(8);
        team.Go(ControversyPhase.Prepare);
        var stays = team.Member(Pair.A);
        var entry = team.Writes(stays, "Rules that all share are fair.");
        var others = team.First.A.Concat(team.First.B).Where(p => p != stays.Id).ToArray();

        team.Room.Ana(new MarkAbsent(TeamRoom.Id, others, true));

        Assert.Equal(2, team.Of(stays).Number);
        Assert.Equal("Rules that all share are fair.", team.Of(stays).Entries[entry].Text);
        Assert.Equal("Rules that all share are fair.", team.First.Entries[entry].Text);
        Assert.Contains("another team", team.Refuses(stays, team.Change(stays, entry, 1, "New.") with { Side = team.Of(stays).SideNow }), StringComparison.Ordinal);
        team.AssertReplays();
    }

    [Fact]
    public void An_absent_student_who_saves_something_is_back()
    {
        var team = new TeamRoom(4);
        team.Go(ControversyPhase.Prepare);
        var student = team.Member(Pair.B);
        team.Room.Ana(new MarkAbsent(TeamRoom.Id, [student.Id], true));
        Assert.True(team.Of(student).Absent);
        Assert.Equal("team 1, marked absent", team.Room.ProgressOf(student.Id));

        team.Writes(student, "I am here.");

        Assert.False(team.Of(student).Absent);
    }

    [Fact]
    public void A_student_moved_by_hand_stays_where_the_teacher_wanted()
    {
        var team = new TeamRoom(4);
        var moved = team.First.A[0];

        team.Room.Ana(new MoveMember(TeamRoom.Id, moved, "t1", Pair.B));

        Assert.Contains(moved, team.First.B);
        Assert.Equal((2, 2), (team.First.A.Count, team.First.B.Count));
    }

    [Fact]
    public void A_team_begun_by_hand_waits_for_its_second()
    {
        var team = new TeamRoom(8);
        var (first, second) = (team.First.A[0], team.First.B[0]);

        team.Room.Ana(new MoveMember(TeamRoom.Id, first, null, Pair.A));
        Assert.Equal([first], team.Teacher.Teams["t3"].A);
        Assert.Contains("Only one person", team.Teacher.Teams["t3"].Needs, StringComparison.Ordinal);
        team.Room.Ana(new MoveMember(TeamRoom.Id, second, "t3", Pair.B));

        Assert.Equal((first, second), (team.Teacher.Teams["t3"].A.Single(), team.Teacher.Teams["t3"].B.Single()));
        Assert.Equal((1, 1), (team.First.A.Count, team.First.B.Count));
    }

    [Fact]
    public void Teams_are_dealt_anew_only_before_anybody_wrote()
    {
        var team = new TeamRoom(12);
        var before = Classroom.Write(team.Wall);
        team.Room.Ana(new DealTeams(TeamRoom.Id));
        Assert.NotEqual(before, Classroom.Write(team.Wall));
        team.Go(ControversyPhase.Prepare);
        team.Writes(team.Member(Pair.A), "One reason.");

        Assert.False(team.Teacher.MayDeal);
        Assert.Contains("written already", team.Refuses(Classroom.AnaActor, new DealTeams(TeamRoom.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public void Team_mates_see_a_first_name_and_the_wall_an_alias()
    {
        var team = new TeamRoom(4);

        Assert.All(team.Of(team.Member(Pair.A)).Members.Values, m => Assert.Matches("^Name\\d$", m.Name));
        Assert.DoesNotContain("Name", Classroom.Write(team.Wall.Placed), StringComparison.Ordinal);
        team.Room.Session.NameOf = _ => null;
        Assert.All(team.Of(team.Member(Pair.A)).Members, m => Assert.Equal(team.Room.Session.People[m.Key].Alias, m.Value.Name));
    }
}
