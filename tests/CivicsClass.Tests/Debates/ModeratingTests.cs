using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class ModeratingTests
{
    /// <summary>Ben's argument a1 waits.</summary>
    private static Classroom Waiting()
    {
        var room = With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));
        room.Ben(Claim("First version."));
        return room;
    }

    private static MyArgument Bens(Classroom room) => room.MyStep<MyDebate>(BenId, "debate").Mine["a1"];
    private static IReadOnlyList<string> Board(Classroom room) => room.ClassStep<DebateView>("debate").Order;
    private static SideTally Tally(Classroom room, string side = SampleLesson.Require) => Teacher(room).BySide[side];
    private static TeacherDebate Teacher(Classroom room) => room.TeacherStep<TeacherDebate>("debate");

    [Fact]
    public void A_returned_argument_comes_with_a_sentence_and_can_be_revised()
    {
        var room = Waiting();

        room.Ana(Return("a1", reason: "claim-missing", note: "Nearly there."));
        var feedback = Bens(room).Feedback!;
        Assert.Equal(("claim-missing", "Nearly there."), (feedback.Reason, feedback.Note));
        Assert.Contains("find a claim", feedback.Sentence, StringComparison.Ordinal);
        Assert.Equal("Returned: claim missing", Teacher(room).Arguments["a1"].Decision);
        Assert.Equal("1 to revise", room.ProgressOf(BenId));
        Assert.Empty(Teacher(room).Queue);

        room.Ben(Claim("Second version.").As("a1"));
        Assert.Null(Bens(room).Feedback);
        Assert.Equal((ArgumentStatus.Pending, 2), (Bens(room).Status, Bens(room).Card.Version));
        Assert.Equal(["a1"], Teacher(room).Queue);
        Assert.Equal("Returned: claim missing", Teacher(room).Arguments["a1"].Decision);
    }

    [Fact]
    public void The_approved_version_stays_on_the_board_until_the_new_one_is_approved()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));
        room.Ben(Claim("Second version.").As("a1"));
        Assert.Equal("First version.", room.ClassStep<DebateView>("debate").Cards["a1"].Claim);
        Assert.Equal("Second version.", Bens(room).Card.Claim);
        Assert.Equal("1 waiting", room.ProgressOf(BenId));

        room.Ana(Return("a1", version: 2));
        Assert.Equal("First version.", room.ClassStep<DebateView>("debate").Cards["a1"].Claim);

        room.Ben(Claim("Third version.").As("a1"));
        room.Ana(Approve("a1", version: 3));
        Assert.Equal("Third version.", room.ClassStep<DebateView>("debate").Cards["a1"].Claim);
        Assert.Equal(["a1"], Board(room));
    }

    [Fact]
    public void A_decision_is_taken_once()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));

        Assert.Contains("already approved", room.Refuses(AnaActor, Approve("a1")), StringComparison.Ordinal);
        Assert.Contains("already approved", room.Refuses(AnaActor, Return("a1")), StringComparison.Ordinal);
        room.Ana(Remove("a1"));
        Assert.Contains("already removed", room.Refuses(AnaActor, Remove("a1")), StringComparison.Ordinal);
        Assert.Contains("already removed", room.Refuses(AnaActor, Approve("a1")), StringComparison.Ordinal);
        Assert.Contains("not here", room.Refuses(AnaActor, Approve("a9")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_returned_argument_is_not_approved_by_a_second_moderator()
    {
        var room = Waiting();
        room.Ana(Return("a1"));

        Assert.Contains("already returned", room.Refuses(AnaActor, Approve("a1")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_about_the_version_that_was_read()
    {
        var room = Waiting();
        room.Ben(Claim("Second version.").As("a1"));

        Assert.Contains("changed this", room.Refuses(AnaActor, Approve("a1", version: 1)), StringComparison.Ordinal);
        Assert.Contains("changed this", room.Refuses(AnaActor, Return("a1", version: 1)), StringComparison.Ordinal);
        Assert.Contains("changed this", room.Refuses(AnaActor, Remove("a1", version: 1)), StringComparison.Ordinal);
        room.Ana(Approve("a1", version: 2));
        Assert.Equal(["a1"], Board(room));
    }

    [Fact]
    public void A_reason_is_one_of_the_list()
    {
        var room = Waiting();

        Assert.Contains("listed reasons", room.Refuses(AnaActor, Return("a1", reason: "because")), StringComparison.Ordinal);
        Assert.Contains("your note: 500", room.Refuses(AnaActor, Return("a1", note: new string('a', 501))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_waiting_is_first_in_the_queue_and_a_revision_keeps_its_place()
    {
        var room = Waiting();
        room.Wait(5);
        room.Chi(Claim("Chi's."));
        room.Wait(5);

        room.Ben(Claim("Second version.").As("a1"));

        Assert.Equal(["a1", "a2"], Teacher(room).Queue);
        Assert.Equal(room.Now.AddSeconds(-10), Teacher(room).Arguments["a1"].WaitingSince);
        Assert.Equal(new SideTally(0, 0, 0, 2), Teacher(room).BySide[SampleLesson.Require]);
    }

    [Fact]
    public void A_reply_in_the_spotlight_has_what_it_answers_as_the_class_reads_it()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));
        room.Chi(Reply("a1", "Is it?", ArgumentKind.Ask));
        room.Ana(Approve("a2"));
        room.Ana(new SpotlightArgument("debate", "a2"));
        room.Ben(Claim("Second version.").As("a1"));

        var wall = room.WallStep<WallDebate>();

        Assert.Equal(("a2", "a1"), (wall.Spotlight, wall.Cards["a2"].On));
        Assert.Equal("First version.", wall.Cards["a1"].Claim);

        room.Ana(Remove("a1", version: 2));

        Assert.Null(room.WallStep<WallDebate>().Spotlight);
        Assert.Empty(room.WallStep<WallDebate>().Cards);
    }

    [Fact]
    public void Decisions_count_on_when_the_argument_is_revised()
    {
        var room = Waiting();
        room.Ana(Return("a1"));
        room.Ben(Claim("Second version.").As("a1"));

        Assert.Equal(new SideDecisions(0, 1, 0), Teacher(room).Decisions[SampleLesson.Require]);

        room.Ana(Approve("a1", version: 2));
        room.Ana(Remove("a1", version: 2));

        Assert.Equal(new SideDecisions(1, 1, 1), Teacher(room).Decisions[SampleLesson.Require]);
        Assert.Equal(SideDecisions.None, Teacher(room).Decisions[SampleLesson.Choose]);
    }

    [Fact]
    public void Only_ones_own_argument_is_revised_or_withdrawn()
    {
        var room = Waiting();

        Assert.Contains("wrote yourself", room.Refuses(ChiActor, Claim("Mine now.").As("a1")), StringComparison.Ordinal);
        Assert.Contains("wrote yourself", room.Refuses(ChiActor, new WithdrawArgument("debate", "a1")), StringComparison.Ordinal);
        Assert.Contains("same as before", room.Refuses(BenActor, Claim("First version.").As("a1")), StringComparison.Ordinal);
        Assert.Contains("still answers", room.Refuses(BenActor, Claim("Other kind.").As("a1") with { ArgumentKind = ArgumentKind.Ask, On = "a1" }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_removed_or_withdrawn_stays_so()
    {
        var room = Waiting();
        room.Ana(Remove("a1"));
        Assert.Contains("removed this", room.Refuses(BenActor, Claim("Again.").As("a1")), StringComparison.Ordinal);
        Assert.Contains("removed this", room.Refuses(BenActor, new WithdrawArgument("debate", "a1")), StringComparison.Ordinal);
        Assert.Equal("disrespectful", Bens(room).Feedback!.Reason);

        room.Ben(Claim("Another."));
        room.Ben(new WithdrawArgument("debate", "a2"));
        room.Ben(new WithdrawArgument("debate", "a2"));

        Assert.Single(room.Log, r => r.Event is ArgumentWithdrawn);
        Assert.Contains("withdrawn this", room.Refuses(BenActor, Claim("Again.").As("a2")), StringComparison.Ordinal);
        Assert.Contains("withdrawn this", room.Refuses(AnaActor, Approve("a2")), StringComparison.Ordinal);
    }

    [Fact]
    public void Replies_leave_the_board_with_what_they_answer()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));
        room.Chi(Reply("a1", "Not so."));
        room.Ana(Approve("a2"));
        room.Ben(Reply("a2", "Yes so.", side: SampleLesson.Require));
        room.Ana(Approve("a3"));
        room.Chi(Reply("a2", "What I meant.", ArgumentKind.Support));
        Assert.Equal(["a1", "a2", "a3"], Board(room));

        room.Ben(new WithdrawArgument("debate", "a1"));

        Assert.Empty(Board(room));
        Assert.Empty(room.WallStep<WallDebate>().Cards);
        Assert.Contains("nobody could see it", room.Refuses(AnaActor, Approve("a4")), StringComparison.Ordinal);
        Assert.Contains("not on the board", room.Refuses(ChiActor, Reply("a2", "Still here?")), StringComparison.Ordinal);
        room.Ana(Return("a4"));
    }

    [Fact]
    public void The_tally_counts_what_the_class_reads_while_a_revision_waits_or_is_returned()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));
        Assert.Equal(new SideTally(OnBoard: 1, Returned: 0, Removed: 0, Waiting: 0), Tally(room));

        room.Ben(Claim("Second version.").As("a1"));
        Assert.Equal(new SideTally(OnBoard: 1, Returned: 0, Removed: 0, Waiting: 1), Tally(room));

        room.Ana(Return("a1", version: 2));
        Assert.Equal(new SideTally(OnBoard: 1, Returned: 1, Removed: 0, Waiting: 0), Tally(room));
        Assert.Equal(Board(room).Count, Tally(room).OnBoard);
    }

    [Fact]
    public void The_tally_counts_no_answer_to_what_was_removed()
    {
        var room = Waiting();
        room.Ana(Approve("a1"));
        room.Chi(Reply("a1", "Not so."));
        room.Ana(Approve("a2"));
        Assert.Equal((1, 1), (Tally(room).OnBoard, Tally(room, SampleLesson.Choose).OnBoard));

        room.Ana(Remove("a1"));

        Assert.Empty(Board(room));
        Assert.Equal(new SideTally(OnBoard: 0, Returned: 0, Removed: 1, Waiting: 0), Tally(room));
        Assert.Equal(new SideTally(OnBoard: 0, Returned: 0, Removed: 0, Waiting: 0), Tally(room, SampleLesson.Choose));
    }

    [Fact]
    public void Only_what_is_on_the_board_is_spotlit_and_leaves_the_wall_with_it()
    {
        var room = Waiting();
        Assert.Contains("Approve it first", room.Refuses(AnaActor, new SpotlightArgument("debate", "a1")), StringComparison.Ordinal);
        room.Ana(Approve("a1"));
        room.Ana(new SpotlightArgument("debate", "a1"));
        room.Ana(new SpotlightArgument("debate", "a1"));
        Assert.Equal("a1", room.WallStep<WallDebate>().Spotlight);
        Assert.Single(room.Log, r => r.Event is ArgumentSpotlit);

        room.Ana(Remove("a1"));

        Assert.Null(room.WallStep<WallDebate>().Spotlight);
        Assert.Null(Teacher(room).Spotlight);
    }

    [Fact]
    public void The_map_goes_on_the_wall_once_something_is_on_the_board_and_an_argument_takes_its_place()
    {
        var room = Waiting();
        Assert.Contains("no map", room.Refuses(AnaActor, new SpotlightArgument("debate", null, Map: true)), StringComparison.Ordinal);
        room.Ana(Approve("a1"));

        room.Ana(new SpotlightArgument("debate", null, Map: true));
        room.Ana(new SpotlightArgument("debate", null, Map: true));
        Assert.Single(room.Log, r => r.Event is ArgumentSpotlit);
        Assert.True(room.WallStep<WallDebate>().Map);
        Assert.True(Teacher(room).Map);

        room.Ana(new SpotlightArgument("debate", "a1"));
        Assert.Null(room.WallStep<WallDebate>().Map);
        Assert.Equal("a1", room.WallStep<WallDebate>().Spotlight);
        Assert.Contains("not both", room.Refuses(AnaActor, new SpotlightArgument("debate", "a1", Map: true)), StringComparison.Ordinal);

        room.Ana(new SpotlightArgument("debate", null));
        Assert.Null(Teacher(room).Map);
    }

    [Fact]
    public void A_decision_changes_its_authors_view_and_no_other()
    {
        var room = Waiting();
        room.Session.TakeTouched();

        room.Ana(Approve("a1"));
        Assert.Equal([BenId], room.Session.TakeTouched().People);

        room.Ana(new SpotlightArgument("debate", "a1"));
        Assert.Empty(room.Session.TakeTouched().People);

        room.Chi(Reply("a1", "Not so."));
        var (audiences, people) = room.Session.TakeTouched();
        Assert.Equal([ChiId], people);
        Assert.Equal(Audiences.Teacher | Audiences.My, audiences);
    }
}
