using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>What pairs write on their cards and teams in their statement.</summary>
public sealed class CardTests
{
    private readonly TeamRoom _team = new(8);

    [Fact]
    public void A_reason_reaches_the_partner_and_not_the_other_pair()
    {
        _team.Go(ControversyPhase.Prepare);

        var entry = _team.Writes(_team.Member(Pair.A), "  One rule\r\nfor all.  ");

        Assert.Equal("One rule\nfor all.", _team.Of(_team.Member(Pair.A, 1)).Entries[entry].Text);
        Assert.Empty(_team.Of(_team.Member(Pair.B)).Entries);
        Assert.Empty(_team.Of(_team.Member(Pair.A, 0, "t2")).Entries);
        Assert.Equal(1, _team.Of(_team.Member(Pair.A)).ReasonsToGo);
        Assert.Equal("1 of 4 reasons", _team.First.Progress);
    }

    [Fact]
    public void Partners_never_overwrite_each_other()
    {
        _team.Go(ControversyPhase.Prepare);
        var (one, partner) = (_team.Member(Pair.A), _team.Member(Pair.A, 1));
        var entry = _team.Writes(one, "One rule for all.");
        var late = _team.Change(one, entry, 1, "One rule for everybody.");
        _team.Changes(partner, entry, 1, "One fair rule for all.");

        var refusal = _team.Refuses(one, late);

        Assert.Contains("Your partner has changed this", refusal, StringComparison.Ordinal);
        Assert.Contains("Nothing is lost", refusal, StringComparison.Ordinal);
        Assert.Equal("One fair rule for all.", _team.First.Entries[entry].Text);
        Assert.Equal((one.Id, partner.Id, 2), (_team.First.Entries[entry].Author, _team.First.Entries[entry].SavedBy, _team.First.Entries[entry].Version));
    }

    [Fact]
    public void The_same_sent_again_is_there_once()
    {
        _team.Go(ControversyPhase.Prepare);
        var student = _team.Member(Pair.A);
        var entry = _team.Writes(student, "One rule for all.");
        var before = _team.LastSeq;

        _team.Room.Do(_team.Member(Pair.A, 1), _team.Save(student, "One rule for all."));
        _team.Changes(student, entry, 1, "One rule for all.");

        Assert.Equal(before, _team.LastSeq);
    }

    [Fact]
    public void A_card_holds_as_many_reasons_for_one_side_as_for_the_other()
    {
        _team.Go(ControversyPhase.Prepare);
        foreach (var pair in Enum.GetValues<Pair>())
        {
            var first = _team.Writes(_team.Member(pair), "One.");
            _team.Writes(_team.Member(pair, 1), "Two.");
            Assert.Contains("full: at most 2", _team.Refuses(_team.Member(pair), _team.Save(_team.Member(pair), "Three.")), StringComparison.Ordinal);
            _team.Room.Do(_team.Member(pair, 1), new DropEntry(TeamRoom.Id, first, 1));
            _team.Writes(_team.Member(pair), "Three.");
        }
        Assert.True(_team.First.Ready);
        Assert.Equal(2, _team.Wall.Teams);
        Assert.Equal(1, _team.Wall.Ready);
    }

    [Fact]
    public void Nobody_writes_for_the_wrong_side_pair_team_or_phase()
    {
        var (a, b, stranger) = (_team.Member(Pair.A), _team.Member(Pair.B), _team.Member(Pair.A, 0, "t2"));
        Assert.Contains("card rests", _team.Refuses(a, _team.Save(a, "Too early.")), StringComparison.Ordinal);
        _team.Go(ControversyPhase.Prepare);
        var entry = _team.Writes(a, "One rule for all.");

        Assert.Contains("assigned to your pair", _team.Refuses(a, _team.Save(a, "Other.", side: _team.Of(b).AssignedSide)), StringComparison.Ordinal);
        Assert.Contains("one of the two sides", _team.Refuses(a, _team.Save(a, "Other.", side: "neither")), StringComparison.Ordinal);
        Assert.Contains("other pair's card", _team.Refuses(b, new SaveEntry(TeamRoom.Id, entry, 1, Part.Reason, _team.Of(b).SideNow, "Mine now.", [])), StringComparison.Ordinal);
        Assert.Contains("another team", _team.Refuses(stranger, new SaveEntry(TeamRoom.Id, entry, 1, Part.Reason, _team.Of(stranger).SideNow, "Mine now.", [])), StringComparison.Ordinal);
        Assert.Contains("another team", _team.Refuses(stranger, new DropEntry(TeamRoom.Id, entry, 1)), StringComparison.Ordinal);
        Assert.Contains("not here", _team.Refuses(a, new SaveEntry(TeamRoom.Id, "e99", 1, Part.Reason, _team.Of(a).SideNow, "Text.", [])), StringComparison.Ordinal);
        Assert.Contains("later", _team.Refuses(a, _team.Save(a, "Agreed.", Part.Agreed)), StringComparison.Ordinal);
        _team.Go(ControversyPhase.Present);
        Assert.Contains("card rests", _team.Refuses(a, _team.Change(a, entry, 1, "Changed.")), StringComparison.Ordinal);
        _team.Go(ControversyPhase.Reverse);
        Assert.Contains("earlier phase", _team.Refuses(a, _team.Change(a, entry, 1, "Changed.") with { Side = _team.Of(a).SideNow }), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_have_their_limits()
    {
        _team.Go(ControversyPhase.Prepare);
        var student = _team.Member(Pair.A);
        Assert.Contains("600", _team.Refuses(student, _team.Save(student, new string('x', 10_000))), StringComparison.Ordinal);
        Assert.Contains("Write the reason", _team.Refuses(student, _team.Save(student, "  ")), StringComparison.Ordinal);
        Assert.Contains("cannot be shown", _team.Refuses(student, _team.Save(student, "turned \u202E round")), StringComparison.Ordinal);
        var entry = _team.Writes(student, "<script>alert('x')</script> 👩🏽‍🏫 עברית e\u0301");
        Assert.Equal("<script>alert('x')</script> 👩🏽‍🏫 עברית e\u0301", _team.First.Entries[entry].Text);
        _team.Go(ControversyPhase.Agree);
        Assert.Contains("400", _team.Refuses(student, _team.Save(student, new string('x', 401), Part.Agreed)), StringComparison.Ordinal);
        Assert.Contains("Write the line", _team.Refuses(student, _team.Save(student, "", Part.Open)), StringComparison.Ordinal);
        var line = _team.Writes(student, "Two\nlines", Part.Agreed);
        Assert.Equal("Two lines", _team.First.Entries[line].Text);
        Assert.Contains("own words", _team.Refuses(student, _team.Save(student, "x", Part.Agreed) with { Quotations = [new QuotationDraft("duty.1.1", "Federal law")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotations_are_checked_as_in_a_debate()
    {
        _team.Go(ControversyPhase.Prepare);
        var (student, partner) = (_team.Member(Pair.A), _team.Member(Pair.A, 1));
        var quoting = _team.Save(student, "It reaches all.") with { Quotations = [new QuotationDraft("duty.1.1", "Federal law reaches every city.")] };
        Assert.Contains("evidence tray", _team.Refuses(student, quoting), StringComparison.Ordinal);
        _team.Room.Do(student, new KeepPassage("reading", "duty.1.1"));
        Assert.Contains("letter for letter", _team.Refuses(student, quoting with { Quotations = [new QuotationDraft("duty.1.1", "Federal law reaches every cITy.")] }), StringComparison.Ordinal);
        Assert.Contains("at most 4", _team.Refuses(student, quoting with { Quotations = [.. Enumerable.Repeat(quoting.Quotations[0], 5)] }), StringComparison.Ordinal);

        _team.Room.Do(student, quoting);

        var (id, entry) = _team.Of(partner).Entries.Single();
        Assert.Equal("Federal law reaches every city.", entry.Quotations.Single().Exact);
        // A partner may keep what the other has quoted.
        _team.Room.Do(partner, quoting with { Entry = id, Version = 1, Text = "It reaches all of us." });
        Assert.Single(_team.First.Entries[id].Quotations);
    }

    [Fact]
    public void After_the_switch_a_reason_the_first_pair_had_is_pointed_out()
    {
        _team.Go(ControversyPhase.Prepare);
        var (a, b) = (_team.Member(Pair.A), _team.Member(Pair.B));
        var first = _team.Writes(b, "Police need the trust of witnesses.");
        _team.Writes(b, "Counties pay for their jails.");
        _team.Go(ControversyPhase.Reverse);

        var same = _team.Writes(a, "Witnesses have to trust the police.");
        var fresh = _team.Writes(a, "Local rules can be tried out and improved.");

        Assert.Equal(_team.Of(b).AssignedSide, _team.Of(a).SideNow);
        Assert.Equal(first, _team.Of(a).Entries[same].LooksLike);
        Assert.Equal("Police need the trust of witnesses.", _team.Of(a).Entries[first].Text);
        Assert.Null(_team.Of(a).Entries[fresh].LooksLike);
        _team.AssertReplays();
    }

    [Fact]
    public void A_statement_has_one_strongest_point_for_each_side()
    {
        _team.Go(ControversyPhase.Agree);
        var (a, b) = (_team.Member(Pair.A), _team.Member(Pair.B));
        var point = _team.Writes(a, "One rule is clear.", Part.Strongest, SampleLesson.Require);

        Assert.Contains("named this side's strongest point", _team.Refuses(b, _team.Save(b, "Another.", Part.Strongest, SampleLesson.Require)), StringComparison.Ordinal);
        Assert.Contains("one of the two sides", _team.Refuses(b, _team.Save(b, "Another.", Part.Strongest)), StringComparison.Ordinal);
        _team.Changes(b, point, 1, "One rule is clear to all.");
        Assert.Contains("stays what it is", _team.Refuses(b, _team.Change(b, point, 2, "x") with { Side = SampleLesson.Choose }), StringComparison.Ordinal);
        for (var n = 0; n < 10; n++)
            _team.Writes(a, $"Line {n}", Part.Open);
        Assert.Contains("room for 10", _team.Refuses(b, _team.Save(b, "Line 11", Part.Open)), StringComparison.Ordinal);
        _team.Room.Ana(new ShowTeam(TeamRoom.Id, "t1"));
        Assert.Equal("One rule is clear to all.", _team.Wall.Shown!.Strongest[SampleLesson.Require]);
        _team.Go(ControversyPhase.Debrief);
        Assert.Contains("finished", _team.Refuses(a, _team.Save(a, "x", Part.Agreed)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_teacher_removes_is_gone_for_the_team_and_explained_to_its_author()
    {
        _team.Go(ControversyPhase.Prepare);
        var (author, partner) = (_team.Member(Pair.A), _team.Member(Pair.A, 1));
        var entry = _team.Writes(author, "Not kind.");
        Assert.Contains("changed this since", _team.Refuses(Classroom.AnaActor, new RemoveEntry(TeamRoom.Id, entry, 2, "disrespectful", null)), StringComparison.Ordinal);
        Assert.Contains("listed reasons", _team.Refuses(Classroom.AnaActor, new RemoveEntry(TeamRoom.Id, entry, 1, "nonsense", null)), StringComparison.Ordinal);

        _team.Room.Ana(new RemoveEntry(TeamRoom.Id, entry, 1, "disrespectful", "See me."));

        Assert.Equal(("disrespectful", "See me."), (_team.Of(author).Entries[entry].Feedback!.Reason, _team.Of(author).Entries[entry].Feedback!.Note));
        Assert.Empty(_team.Of(partner).Entries);
        Assert.Contains("already removed", _team.Refuses(Classroom.AnaActor, new RemoveEntry(TeamRoom.Id, entry, 1, "unclear", null)), StringComparison.Ordinal);
        Assert.Contains("has removed this", _team.Refuses(author, _team.Change(author, entry, 1, "Kind.")), StringComparison.Ordinal);
        Assert.Equal(2, _team.Of(author).ReasonsToGo);
        _team.AssertReplays();
    }

    [Fact]
    public void Whoever_is_paused_or_has_not_accepted_the_norms_does_not_write()
    {
        _team.Go(ControversyPhase.Prepare);
        var student = _team.Member(Pair.A);
        _team.Room.Ana(new PausePosting(student.Id, true));
        Assert.Contains("paused your posting", _team.Refuses(student, _team.Save(student, "x")), StringComparison.Ordinal);
        _team.Room.Ana(new PausePosting(student.Id, false));
        _team.Room.Ana(new PauseLesson(true));
        Assert.Contains("paused", _team.Refuses(student, _team.Save(student, "x")), StringComparison.Ordinal);
        _team.Room.Ana(new PauseLesson(false));
        _team.Room.Ana(new CloseStep());
        Assert.Contains("closed now", _team.Refuses(student, _team.Save(student, "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_costs_other_teams_and_the_class_nothing()
    {
        _team.Go(ControversyPhase.Prepare);
        _team.Room.Session.TakeTouched();

        _team.Writes(_team.Member(Pair.A), "One rule for all.");

        var (audiences, people) = _team.Room.Session.TakeTouched();
        Assert.False(audiences.HasFlag(Audiences.Class));
        Assert.Equal(_team.First.A.Concat(_team.First.B).Order(), people.Order());
        Assert.Same(_team.Teacher.Teams["t2"], _team.Teacher.Teams["t2"]);
    }
}
