using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>A held entry is its author's and the teacher's until somebody has looked.</summary>
public sealed class HeldEntryTests
{
    private readonly TeamRoom _team = new(4);
    private readonly Actor _author, _partner;

    public HeldEntryTests()
    {
        _team.Go(ControversyPhase.Prepare);
        (_author, _partner) = (_team.Member(Pair.A), _team.Member(Pair.A, 1));
    }

    [Fact]
    public void Only_its_author_and_the_teacher_see_it_with_its_words_marked()
    {
        var entry = _team.Writes(_author, "He is HOLD.");

        Assert.Equal(new HoldMark("text", 6, 4, HoldReason.Status), _team.Of(_author).Entries[entry].Held!.Single());
        Assert.Equal("He is HOLD.", _team.First.Entries[entry].Text);
        var written = _team.Room.Written();
        Assert.All(written.Where(w => w.Key != "teacher" && w.Key != $"my/{_author.Id}"), w => Assert.DoesNotContain("He is HOLD", w.Value, StringComparison.Ordinal));
        _team.AssertReplays();
    }

    [Fact]
    public void Released_the_team_reads_it()
    {
        var entry = _team.Writes(_author, "He is HOLD.");
        _team.Room.Session.TakeTouched();
        _team.Room.Ana(new ReleaseText(_team.LastSeq));

        Assert.Equal("He is HOLD.", _team.Of(_partner).Entries[entry].Text);
        Assert.Null(_team.Of(_author).Entries[entry].Held);
        Assert.Contains(_partner.Id, _team.Room.Session.TakeTouched().People);
        _team.AssertReplays();
    }

    [Fact]
    public void Returned_its_author_reads_why_and_saves_it_anew()
    {
        var entry = _team.Writes(_author, "He is HOLD.");
        _team.Room.Ana(new ReturnText(_team.LastSeq, "personal", null));
        Assert.Equal("personal", _team.Of(_author).Entries[entry].Feedback!.Reason);
        Assert.Empty(_team.Of(_partner).Entries);

        _team.Changes(_author, entry, 1, "Everybody is welcome.");

        Assert.Equal("Everybody is welcome.", _team.Of(_partner).Entries[entry].Text);
        Assert.Null(_team.Of(_author).Entries[entry].Feedback);
        _team.AssertReplays();
    }

    [Fact]
    public void Erased_it_is_gone_with_all_its_versions()
    {
        var entry = _team.Writes(_author, "Fine so far.");
        _team.Changes(_author, entry, 1, "He is HOLD.");
        _team.Room.Ana(new EraseText(_team.LastSeq));

        Assert.Empty(_team.First.Entries);
        Assert.Equal(1, _team.Of(_author).Erased);
        Assert.Null(_team.Of(_partner).Erased);
        Assert.DoesNotContain($"\"{entry}\"", string.Concat(_team.Room.Written().Values), StringComparison.Ordinal);
        Assert.Contains("not here", _team.Refuses(_author, new SaveEntry(TeamRoom.Id, entry, 2, Part.Reason, _team.Of(_author).SideNow, "Again.", [])), StringComparison.Ordinal);
        _team.AssertReplays();
    }

    [Fact]
    public void While_a_change_is_held_the_team_goes_on_reading_what_was_there()
    {
        var entry = _team.Writes(_author, "One rule.");
        _team.Changes(_partner, entry, 1, "One rule HOLD.");

        Assert.Equal(("One rule.", 1), (_team.Of(_author).Entries[entry].Text, _team.Of(_author).Entries[entry].Version));
        Assert.Equal(("One rule HOLD.", 2), (_team.Of(_partner).Entries[entry].Text, _team.Of(_partner).Entries[entry].Version));
        Assert.Contains("waits for your teacher", _team.Refuses(_author, _team.Change(_author, entry, 1, "Mine.")), StringComparison.Ordinal);
        _team.Changes(_partner, entry, 2, "One rule for all.");
        Assert.Equal("One rule for all.", _team.Of(_author).Entries[entry].Text);
        Assert.DoesNotContain(_team.Room.Session.Written.Held.Values, h => !h.IsSettled);
    }

    [Fact]
    public void A_line_taken_from_a_statement_leaves_the_wall_at_once()
    {
        _team.Go(ControversyPhase.Agree);
        var line = _team.Writes(_author, "Something unkind.", Part.Agreed);
        _team.Writes(_author, "Something fair.", Part.Agreed);
        _team.Room.Ana(new ShowTeam(TeamRoom.Id, "t1"));
        _team.Changes(_partner, line, 1, "Changed after it was shown.");
        Assert.Equal("Something unkind.", _team.Wall.Shown!.Agreed[0]);
        _team.Room.Session.TakeTouched();

        _team.Room.Ana(new RemoveEntry(TeamRoom.Id, line, 2, "disrespectful", null));

        Assert.Equal(["Something fair."], _team.Wall.Shown!.Agreed);
        Assert.Equal(["Something fair."], _team.Room.ClassStep<ControversyView>(TeamRoom.Id).Shown!.Agreed);
        Assert.True(_team.Room.Session.TakeTouched().Audiences.HasFlag(Audiences.Class | Audiences.Wall));
        _team.Room.Ana(new ShowTeam(TeamRoom.Id, null));
        Assert.Null(_team.Wall.Shown);
        Assert.Contains("nothing for its statement", new TeamRoom(4).Refuses(Classroom.AnaActor, new ShowTeam(TeamRoom.Id, "t1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_teams_write_is_offered_for_a_decision_in_words()
    {
        var entry = _team.Writes(_author, "He is HOLD.");
        var held = Held().Single();
        Assert.Equal((true, false, _author.Id, "He is HOLD."), (held.Waits, held.Incident, held.Participant, held.Texts["text"]));
        Assert.StartsWith("Team 1: a reason on a pair's card", held.What, StringComparison.Ordinal);
        _team.Changes(_author, entry, 1, "She stays.");
        Assert.Empty(Held());

        _team.Go(ControversyPhase.Agree);
        _team.Writes(_author, "One HOLD.", Part.Agreed);
        _team.Writes(_author, "Two HOLD.", Part.Open);
        Assert.Equal(["Team 1: what the team agrees on", "Team 1: what stays open"], Held().Select(h => h.What));
        foreach (var waiting in Held())
            _team.Room.Ana(new ReturnText(waiting.Seq, "personal", null));
        Assert.Empty(Held());
        _team.AssertReplays();
    }

    [Fact]
    public void What_is_said_in_writing_is_offered_too()
    {
        var team = new TeamRoom(4, SampleLesson.Controversy with { Written = true });
        team.Go(ControversyPhase.Present);
        team.Room.Do(team.Begins(), new Present(TeamRoom.Id, 0, "Our HOLD."));
        Assert.Equal("Team 1: what a pair presents", Held(team).Single().What);
        team.Room.Ana(new ReleaseText(Held(team).Single().Seq));
        team.Room.Do(team.Listens(), new Restate(TeamRoom.Id, 0, 0, "Your HOLD."));
        Assert.Equal("Team 1: how a pair restates the other", Held(team).Single().What);
        team.Room.Ana(new ReleaseText(Held(team).Single().Seq));
        team.Room.Do(team.Begins(), new SendBackRestatement(TeamRoom.Id, 0, 0, "Not HOLD."));
        Assert.Equal("Team 1: a note on a restatement", Held(team).Single().What);
    }

    private HeldView[] Held(TeamRoom? team = null) => [.. (((TeacherView)(team ?? _team).Room.Views()["teacher"]).Held ?? new Dictionary<string, HeldView>()).Values.OrderBy(h => h.Seq)];
}
