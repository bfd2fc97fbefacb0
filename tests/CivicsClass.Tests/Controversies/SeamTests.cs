using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Where people, phases and days meet: nobody acts for others, nobody is left over, nobody's work is stranded.</summary>
public sealed class SeamTests
{
    [Fact]
    public void At_any_sequence_of_joins_and_leaves_everybody_has_one_place_and_somebody_to_work_with() => Prop.ForAll(
        Gen.Choose(0, 24).Zip(Gen.Choose(0, 1_000_000).ListOf()).ToArbitrary(), given =>
        {
            var (begin, moments) = given;
            var team = new TeamRoom(begin, seed: moments.Count);
            var phases = new[] { ControversyPhase.Prepare, ControversyPhase.Present, ControversyPhase.Reverse, ControversyPhase.Agree };
            foreach (var moment in moments)
            {
                var seated = team.Room.Session.Seated.Select(p => p.Id).ToArray();
                if (moment % 7 == 0)
                    team.Go(phases[moment / 7 % phases.Length]);
                else if (moment % 7 < 4 || seated.Length == 0)
                    team.Room.Joins($"Late{team.Room.Log.Count} Realname");
                else
                    team.Room.Ana(new RemoveStudent(seated[moment / 7 % seated.Length]));
                MustSitWell(team);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void MustSitWell(TeamRoom team)
    {
        var seated = team.Room.Session.Seated.Select(p => p.Id).ToArray();
        var view = team.Teacher;
        var teams = view.Teams.Values.Where(t => t.A.Count + t.B.Count > 0).ToArray();
        Assert.Equal(seated.Length == 1 ? seated.Length - view.Teams.Values.Sum(t => t.A.Count + t.B.Count) : 0, view.Unplaced.Count);
        Assert.Equal(seated.Except(view.Unplaced).Order(), teams.SelectMany(t => t.A.Concat(t.B)).Order());
        Assert.All(teams, t => Assert.InRange(Math.Abs(t.A.Count - t.B.Count), 0, 1));
        Assert.All(teams, t => Assert.InRange(t.A.Count + t.B.Count, Math.Min(2, seated.Length), 6));
        Assert.All(teams, t => Assert.NotEqual(t.SideA, t.SideB));
    }

    [Fact]
    public void A_line_of_a_statement_is_changed_by_its_team_alone()
    {
        var team = new TeamRoom(8);
        team.Go(ControversyPhase.Agree);
        var (author, partner, stranger) = (team.Member(Pair.A), team.Member(Pair.B), team.Member(Pair.A, 0, "t2"));
        var line = team.Writes(author, "Rules must be clear.", Part.Agreed);
        var change = new SaveEntry(TeamRoom.Id, line, 1, Part.Agreed, null, "Rules must go.", []);

        Assert.DoesNotContain(line, team.Of(stranger).Entries.Keys);
        Assert.Contains("another team", team.Refuses(stranger, change), StringComparison.Ordinal);
        Assert.Contains("another team", team.Refuses(stranger, new DropEntry(TeamRoom.Id, line, 1)), StringComparison.Ordinal);
        Assert.Contains("at least one line", team.Refuses(stranger, new SignOff(TeamRoom.Id, Consent.FullyAgree)), StringComparison.Ordinal);
        team.Changes(partner, line, 1, "Rules must be clear to all.");

        team.Room.Ana(new MoveMember(TeamRoom.Id, stranger.Id, "t1", Pair.A));
        team.Changes(stranger, line, 2, "Rules must be clear to everybody.");
        Assert.Equal("Rules must be clear to everybody.", team.Of(author).Entries[line].Text);
    }

    [Fact]
    public void Whoever_is_moved_reads_and_writes_with_the_new_pair_and_keeps_their_own_words()
    {
        var team = new TeamRoom(8);
        team.Go(ControversyPhase.Prepare);
        var moved = team.Member(Pair.A);
        var (own, theirs) = (team.Writes(moved, "One rule for all."), team.Writes(team.Member(Pair.B, 0, "t2"), "Whoever pays decides."));
        Assert.DoesNotContain(theirs, team.Of(moved).Entries.Keys);

        team.Room.Ana(new MoveMember(TeamRoom.Id, moved.Id, "t2", Pair.B));

        Assert.Equal(team.Teacher.Teams["t2"].SideB, team.Of(moved).AssignedSide);
        Assert.Equal("Whoever pays decides.", team.Of(moved).Entries[theirs].Text);
        Assert.Equal("One rule for all.", team.Of(moved).Entries[own].Text);
        Assert.Contains("another team", team.Refuses(moved, team.Change(moved, own, 1, "New.") with { Side = team.Of(moved).SideNow }), StringComparison.Ordinal);
        team.Changes(moved, theirs, 1, "Whoever pays for it decides.");
        Assert.Equal("One rule for all.", team.First.Entries[own].Text);
        team.AssertReplays();
    }

    [Fact]
    public void Those_who_came_yesterday_go_on_together_without_the_absent_and_with_the_new()
    {
        var team = new TeamRoom(9, SampleLesson.Controversy with { TwoPeriods = true });
        team.Go(ControversyPhase.Prepare);
        var entry = team.Writes(team.Begins(), "One rule for all.");
        team.Go(ControversyPhase.Present);
        team.Passes(0);
        var yesterday = team.Teacher.Teams.ToDictionary(t => t.Key, t => t.Value.A.Concat(t.Value.B).ToArray());
        var (ill, away) = (team.Listens(), yesterday["t2"].Take(2).ToArray());
        team.Room.Ana(new StopForToday(TeamRoom.Id, true));
        Assert.Equal((true, 1), (team.Teacher.Stopped, team.Teacher.DaysDone));

        team.Room.Wait(80_000);
        team.Room.Ana(new MarkAbsent(TeamRoom.Id, [ill.Id, .. away], true));
        var late = team.Room.Joins("New Realname");
        team.Room.Ana(new StopForToday(TeamRoom.Id, false));

        Assert.Empty(team.Teacher.Unplaced);
        Assert.NotNull(team.Of(Actor.Student(late)));
        foreach (var (id, members) in yesterday)
            Assert.Equal(members.Order(), team.Teacher.Teams[id].A.Concat(team.Teacher.Teams[id].B).Where(p => p != late).Order());
        Assert.All(team.Teacher.Teams.Values, t => Assert.InRange(t.A.Concat(t.B).Count(p => !t.Absent.Contains(p)), 2, 6));
        Assert.Equal((Stage.Presenting, 1), (team.First.Presenting!.Stage, team.First.Presenting.Turn));
        Assert.Equal("One rule for all.", team.First.Entries[entry].Text);

        team.Room.Do(ill, new ComeBack(TeamRoom.Id));
        Assert.Contains(ill.Id, yesterday[team.Of(ill).Number == 1 ? "t1" : "t2"]);
        Assert.False(team.Of(ill).Absent);
        team.AssertReplays();
    }

    [Fact]
    public void A_paused_team_keeps_its_time_while_the_class_goes_on_and_then_writes_again()
    {
        var team = new TeamRoom(8);
        team.Go(ControversyPhase.Prepare);
        var writer = team.Member(Pair.A);
        team.Room.Ana(new PauseTeam(TeamRoom.Id, "t1", true));
        Assert.Contains("paused your team", team.Refuses(writer, team.Save(writer, "One rule.")), StringComparison.Ordinal);
        Assert.NotEmpty(team.Writes(team.Member(Pair.A, 0, "t2"), "They write on."));

        team.Go(ControversyPhase.Present, "t1");
        Assert.Equal((ControversyPhase.Prepare, ControversyPhase.Present), (team.First.Phase, team.Teacher.Teams["t2"].Phase));
        Assert.NotNull(team.First.Clock.StoppedMs);
        team.Room.Ana(new PauseTeam(TeamRoom.Id, "t1", false));
        team.Room.Ana(new ExtendTeam(TeamRoom.Id, "t1", 60));

        Assert.NotEmpty(team.Writes(writer, "One rule."));
        Assert.Null(team.First.Clock.StoppedMs);
        team.AssertReplays();
    }

    [Fact]
    public void The_teacher_removes_with_a_reason_that_fits_what_a_team_writes()
    {
        var team = new TeamRoom(4);
        team.Go(ControversyPhase.Prepare);
        var author = team.Member(Pair.A);

        foreach (var reason in team.Teacher.RemovalReasons)
        {
            var entry = team.Writes(author, $"Words for {reason.Id}.");
            team.Room.Ana(new RemoveEntry(TeamRoom.Id, entry, 1, reason.Id, null));
            Assert.Equal(reason.Sentence, team.Of(author).Entries[entry].Feedback!.Sentence);
        }
        Assert.InRange(team.Teacher.RemovalReasons.Count, 3, 9);
    }
}
