using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Presenting and restating: nobody rebuts before the other side was stated fairly.</summary>
public sealed class PresentingTests
{
    private static readonly ControversyPlan InWriting = SampleLesson.Controversy with { Written = true };

    private static TeamRoom Room(bool written = false)
    {
        var team = new TeamRoom(4, written ? InWriting : null);
        team.Go(ControversyPhase.Present);
        return team;
    }

    [Fact]
    public void Each_pair_presents_and_is_restated_in_turn()
    {
        var team = Room();
        Assert.Equal("The first pair presents", team.First.Progress);

        team.Passes(0);
        Assert.Equal((1, Stage.Presenting), (team.First.Presenting!.Turn, team.First.Presenting.Stage));
        Assert.Equal("The second pair presents", team.First.Progress);
        team.Passes(1);

        Assert.Equal(Stage.Done, team.First.Presenting!.Stage);
        Assert.True(team.First.Ready);
        team.AssertReplays();
    }

    [Fact]
    public void Nothing_can_be_done_but_what_the_stage_asks_for()
    {
        var team = Room();
        var (presents, listens) = (team.Begins(), team.Listens());
        Assert.Contains("Listen", team.Refuses(listens, new Present(TeamRoom.Id, 0, null)), StringComparison.Ordinal);
        Assert.Contains("turn yet", team.Refuses(listens, new Present(TeamRoom.Id, 1, null)), StringComparison.Ordinal);
        Assert.Contains("Listen first", team.Refuses(listens, new Restate(TeamRoom.Id, 0, 0, null)), StringComparison.Ordinal);
        Assert.Contains("Listen first", team.Refuses(presents, new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("Listen first", team.Refuses(presents, new SendBackRestatement(TeamRoom.Id, 0, 0, "More.")), StringComparison.Ordinal);
        Assert.Contains("card rests", team.Refuses(listens, team.Save(listens, "A rebuttal.")), StringComparison.Ordinal);
        team.Room.Do(presents, new Present(TeamRoom.Id, 0, null));
        Assert.Contains("your pair presents", team.Refuses(presents, new Restate(TeamRoom.Id, 0, 0, null)), StringComparison.Ordinal);
        Assert.Contains("Listen first", team.Refuses(presents, new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);
        team.Room.Do(listens, new Restate(TeamRoom.Id, 0, 0, null));
        Assert.Contains("other pair presents", team.Refuses(listens, new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("turn yet", team.Refuses(listens, new Present(TeamRoom.Id, 1, null)), StringComparison.Ordinal);
        team.Go(ControversyPhase.Agree);
        Assert.Contains("another phase", team.Refuses(presents, new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_partners_pressing_does_it_once()
    {
        var team = Room();
        foreach (var at in (int[])[0, 1])
            team.Room.Do(team.Begins(at), new Present(TeamRoom.Id, 0, null));
        foreach (var at in (int[])[0, 1])
            team.Room.Do(team.Listens(at), new Restate(TeamRoom.Id, 0, 0, null));
        foreach (var at in (int[])[0, 1])
            team.Room.Do(team.Begins(at), new AcceptRestatement(TeamRoom.Id, 0, 0));

        Assert.Single(team.Room.Log, r => r.Event is Presented);
        Assert.Single(team.Room.Log, r => r.Event is Restated);
        Assert.Single(team.Room.Log, r => r.Event is RestatementAccepted);
        Assert.Contains("fairly", team.Refuses(team.Begins(), new SendBackRestatement(TeamRoom.Id, 0, 0, "Late.")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restatement_is_sent_back_with_what_is_missing_until_it_is_fair()
    {
        var team = Room(written: true);
        var (presents, listens) = (team.Begins(), team.Listens());
        Assert.Contains("Write what", team.Refuses(presents, new Present(TeamRoom.Id, 0, null)), StringComparison.Ordinal);
        Assert.Contains("2,000", team.Refuses(presents, new Present(TeamRoom.Id, 0, new string('x', 2001))), StringComparison.Ordinal);
        team.Room.Do(presents, new Present(TeamRoom.Id, 0, "One rule is fair."));
        Assert.Equal("One rule is fair.", team.Of(listens).Presenting!.Presented);
        Assert.Contains("kept on this device", team.Refuses(team.Begins(1), new Present(TeamRoom.Id, 0, "Another text.")), StringComparison.Ordinal);
        team.Room.Do(listens, new Restate(TeamRoom.Id, 0, 0, "They like rules."));
        Assert.Contains("still missing", team.Refuses(presents, new SendBackRestatement(TeamRoom.Id, 0, 0, " ")), StringComparison.Ordinal);
        Assert.Contains("400", team.Refuses(presents, new SendBackRestatement(TeamRoom.Id, 0, 0, new string('x', 401))), StringComparison.Ordinal);

        team.Room.Do(presents, new SendBackRestatement(TeamRoom.Id, 0, 0, "Say why it is fair."));

        var view = team.Of(listens).Presenting!;
        Assert.Equal((Stage.Restating, 1, "They like rules.", "Say why it is fair."), (view.Stage, view.Round, view.Restated, view.Note));
        Assert.Contains("sent the restatement back already", team.Refuses(team.Begins(1), new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);
        team.Room.Do(listens, new Restate(TeamRoom.Id, 0, 1, "One rule treats all alike."));
        team.Room.Do(presents, new AcceptRestatement(TeamRoom.Id, 0, 1));
        Assert.Equal(1, team.First.Presenting!.Turn);
        team.AssertReplays();
    }

    [Fact]
    public void The_other_pair_reads_the_card_once_it_was_presented()
    {
        var team = new TeamRoom(4);
        team.Go(ControversyPhase.Prepare);
        var (mine, theirs) = (team.Writes(team.Begins(), "First."), team.Writes(team.Listens(), "Second."));
        team.Go(ControversyPhase.Present);
        Assert.Equal([theirs], team.Of(team.Listens()).EntryOrder);

        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, null));

        Assert.Equal([mine, theirs], team.Of(team.Listens()).EntryOrder);
        Assert.Equal([mine], team.Of(team.Begins()).EntryOrder);
        team.Go(ControversyPhase.Reverse);
        Assert.Equal([mine, theirs], team.Of(team.Begins()).EntryOrder);
    }

    [Fact]
    public void The_teacher_leads_a_team_past_a_turn_that_got_stuck()
    {
        var team = Room();
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, null));

        team.Room.Ana(new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Present, 1));
        Assert.Equal((1, Stage.Presenting), (team.First.Presenting!.Turn, team.First.Presenting.Stage));
        team.Room.Ana(new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Present, 2));
        Assert.Equal(Stage.Done, team.First.Presenting!.Stage);
        team.Room.Ana(new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Present, 0));
        team.Passes(0);
        Assert.Contains("not known", team.Refuses(Classroom.AnaActor, new MoveTeam(TeamRoom.Id, "t1", ControversyPhase.Agree, 1)), StringComparison.Ordinal);
        team.AssertReplays();
    }

    [Fact]
    public void A_held_restatement_waits_and_goes_on_once_it_is_released()
    {
        var team = Room(written: true);
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "One rule."));
        team.Room.Do(team.Listens(), new Restate(TeamRoom.Id, 0, 0, "HOLD this."));
        var seq = team.LastSeq;

        Assert.Equal((Stage.Restating, true, "HOLD this."), (team.Of(team.Listens()).Presenting!.Stage, team.Of(team.Listens()).Presenting!.Held, team.Of(team.Listens()).Presenting!.Restated));
        Assert.All([team.Listens(1), team.Begins()], s => Assert.Null(team.Of(s).Presenting!.Restated));
        Assert.True(team.Of(team.Begins()).Presenting!.Held);
        Assert.Contains("waits for your teacher", team.Refuses(team.Listens(1), new Restate(TeamRoom.Id, 0, 0, "Mine.")), StringComparison.Ordinal);
        Assert.Contains("waits for you", team.First.Needs, StringComparison.Ordinal);
        team.AssertReplays();
        team.Room.Ana(new ReleaseText(seq));

        Assert.Equal((Stage.Judging, "HOLD this."), (team.Of(team.Begins()).Presenting!.Stage, team.Of(team.Begins()).Presenting!.Restated));
        team.AssertReplays();
    }

    [Fact]
    public void A_returned_text_tells_its_author_why_and_can_be_written_anew()
    {
        var team = Room(written: true);
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "HOLD one."));
        var first = team.LastSeq;
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "HOLD two."));
        Assert.Contains("not held any more", team.Refuses(Classroom.AnaActor, new ReleaseText(first)), StringComparison.Ordinal);

        team.Room.Ana(new ReturnText(team.LastSeq, "personal", "Without the name."));

        Assert.Equal(("personal", "HOLD two.", false), (team.Of(team.Begins()).Presenting!.Feedback!.Reason, team.Of(team.Begins()).Presenting!.Presented, team.Of(team.Begins()).Presenting!.Held));
        Assert.Null(team.Of(team.Begins(1)).Presenting!.Feedback);
        Assert.Null(team.Of(team.Listens()).Presenting!.Presented);
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "In general."));
        Assert.Equal((Stage.Restating, "In general."), (team.Of(team.Listens()).Presenting!.Stage, team.Of(team.Listens()).Presenting!.Presented));
        Assert.Null(team.Of(team.Begins()).Presenting!.Feedback);
        team.AssertReplays();
    }

    [Fact]
    public void A_held_note_sends_nothing_back_before_it_is_released_and_an_erased_one_leaves_no_trace()
    {
        var team = Room(written: true);
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "One rule."));
        team.Room.Do(team.Listens(), new Restate(TeamRoom.Id, 0, 0, "A rule."));
        team.Room.Do(team.Begins(), new SendBackRestatement(TeamRoom.Id, 0, 0, "HOLD secret note."));
        Assert.Equal(Stage.Judging, team.First.Presenting!.Stage);
        Assert.Null(team.Of(team.Listens()).Presenting!.Note);
        Assert.Contains("waits for your teacher", team.Refuses(team.Begins(1), new AcceptRestatement(TeamRoom.Id, 0, 0)), StringComparison.Ordinal);

        team.Room.Ana(new EraseText(team.LastSeq));

        Assert.DoesNotContain("secret note", string.Concat(team.Room.Written().Values), StringComparison.Ordinal);
        team.Room.Do(team.Begins(1), new AcceptRestatement(TeamRoom.Id, 0, 0));
        Assert.Equal(1, team.First.Presenting!.Turn);
    }
}
