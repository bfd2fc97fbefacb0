using System.Text.Json;
using CivicsClass.Polls;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Polls;

public sealed class PollStepTests
{
    private static readonly string[] Options = [SampleLesson.Require, PollStep.Between, SampleLesson.Choose];

    private static Classroom Open(int students, params CivicsClass.Lessons.StepPlan[] steps)
    {
        var room = Classroom.Empty(steps.Length > 0 ? steps : [SampleLesson.Before]);
        for (var n = 1; n <= students; n++)
            room.Joins($"Student {n}");
        room.Ana(new OpenStep("poll"));
        return room;
    }

    private static void Votes(Classroom room, int first, int between, int second, string step = "poll")
    {
        var who = 0;
        foreach (var (option, count) in Options.Zip([first, between, second]))
            for (var n = 0; n < count; n++)
                room.Do(Actor.Student($"p{++who}"), new Vote(step, option), Guid.NewGuid());
    }

    [Fact]
    public void Totals_are_shown_once_the_poll_is_closed()
    {
        var room = Open(12);
        Votes(room, 4, 3, 5);
        Assert.Null(room.TeacherStep<TeacherPoll>("poll").Result);
        Assert.Equal(12, room.TeacherStep<TeacherPoll>("poll").Counted);

        room.Ana(new CloseStep());

        var result = room.ClassStep<PollView>("poll").Result!;
        Assert.Equal((PollOutcome.Shown, 12), (result.Outcome, result.Votes));
        Assert.Equal([4, 3, 5], Options.Select(o => result.Counts![o]));
        Assert.Equal(Options, room.WallStep<WallPoll>().OptionOrder);
    }

    [Fact]
    public void A_vote_stands_in_no_event_and_in_no_view()
    {
        var room = Open(12);
        var (events, before) = (room.Log.Count, room.Written());
        var seq = room.Session.Seq;

        Votes(room, 12, 0, 0);

        Assert.Equal((events, seq), (room.Log.Count, room.Session.Seq));
        var after = room.Written();
        var other = Open(12);
        Votes(other, 0, 12, 0);
        foreach (var (view, text) in other.Written())
            Classroom.AssertSame(after[view], text);
        Assert.NotEqual(before["teacher"], after["teacher"]);
        Assert.Equal("", room.ProgressOf("p1"));
    }

    [Fact]
    public void The_log_of_a_closed_poll_tells_nobody_apart()
    {
        var room = Open(12);
        Votes(room, 4, 4, 4);
        room.Ana(new CloseStep());

        var closed = Assert.Single(room.Log, r => r.Event is PollClosed);
        Assert.Equal("ana", closed.By);
        Assert.DoesNotMatch("\"p[0-9]+\"", JsonSerializer.Serialize(closed.Event, Catalog.Json));
        Assert.DoesNotContain(room.Log, r => r.By.StartsWith('p') && r.Event is not StudentSeated);
    }

    [Theory]
    [InlineData(3, 3, 3, PollOutcome.TooFew)]
    [InlineData(10, 0, 0, PollOutcome.TooEasyToGuess)]
    [InlineData(5, 2, 5, PollOutcome.TooEasyToGuess)]
    [InlineData(4, 3, 3, PollOutcome.Shown)]
    public void Small_numbers_are_neither_shown_nor_stored(int first, int between, int second, PollOutcome outcome)
    {
        var room = Open(12);
        Votes(room, first, between, second);

        room.Ana(new CloseStep());

        var closed = (PollClosed)room.Log.Single(r => r.Event is PollClosed).Event;
        Assert.Equal(outcome, closed.Outcome);
        Assert.Equal(outcome == PollOutcome.Shown, closed.Counts is not null);
        Assert.All(new[] { room.TeacherStep<TeacherPoll>("poll").Result, room.WallStep<WallPoll>().Result }, r => Assert.Equal(outcome == PollOutcome.Shown, r!.Votes is not null && r.Counts is not null));
    }

    [Fact]
    public void A_vote_can_be_changed_skipped_and_given_again()
    {
        var room = Open(12);
        Votes(room, 12, 0, 0);
        Votes(room, 4, 4, 4);
        room.Do(Actor.Student("p1"), new SkipPoll("poll"));
        Assert.Equal(new MyPoll(Counted: false, Skipped: true), room.MyStep<MyPoll>("p1", "poll"));
        Assert.Equal((11, 1), (room.TeacherStep<TeacherPoll>("poll").Counted, room.TeacherStep<TeacherPoll>("poll").Skipped));

        room.Do(Actor.Student("p1"), new Vote("poll", SampleLesson.Choose));
        room.Ana(new CloseStep());

        Assert.Equal([3, 4, 5], Options.Select(o => room.ClassStep<PollView>("poll").Result!.Counts![o]));
        Assert.Contains("closed", room.Refuses(Actor.Student("p1"), new Vote("poll", SampleLesson.Choose)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_three_options_are_taken()
    {
        var room = Open(3);

        Assert.Contains("one of the three", room.Refuses(BenActor, new Vote("poll", "<script>")), StringComparison.Ordinal);
        Assert.Equal(0, room.TeacherStep<TeacherPoll>("poll").Counted);
    }

    [Fact]
    public void Who_is_removed_no_longer_counts()
    {
        var room = Open(12);
        Votes(room, 4, 4, 4);

        room.Ana(new RemoveStudent("p1"));
        room.Ana(new CloseStep());

        Assert.Equal([3, 4, 4], Options.Select(o => room.ClassStep<PollView>("poll").Result!.Counts![o]));
    }

    [Fact]
    public void Opened_again_a_poll_counts_from_zero_and_hides_what_was()
    {
        var room = Open(12);
        Votes(room, 4, 4, 4);
        room.Ana(new CloseStep());

        room.Ana(new OpenStep("poll"));

        Assert.Null(room.ClassStep<PollView>("poll").Result);
        Assert.Equal(0, room.TeacherStep<TeacherPoll>("poll").Counted);
        room.Ana(new CloseStep());
        Assert.Equal(PollOutcome.TooFew, room.ClassStep<PollView>("poll").Result!.Outcome);
    }

    [Fact]
    public void A_server_that_restarts_asks_again()
    {
        var room = Open(12);
        Votes(room, 4, 4, 4);
        Assert.True(room.MyStep<MyPoll>("p1", "poll").Counted);

        var again = room.Replayed();

        Assert.False(again.MyStep<MyPoll>("p1", "poll").Counted);
        Assert.Equal(0, again.TeacherStep<TeacherPoll>("poll").Counted);
        Votes(again, 3, 3, 4);
        again.Ana(new CloseStep());
        Assert.Equal(10, again.ClassStep<PollView>("poll").Result!.Votes);
    }

    [Fact]
    public void The_shift_is_shown_between_totals_only()
    {
        var room = Open(12, SampleLesson.Before, SampleLesson.Reading, SampleLesson.After);
        Votes(room, 6, 3, 3);
        room.Ana(new OpenStep("poll-2"));
        Votes(room, 3, 3, 6, "poll-2");
        Assert.Null(room.ClassStep<PollView>("poll-2").Before);

        room.Ana(new CloseStep());

        var view = room.WallStep<WallPoll>();
        Assert.Equal([6, 3, 3], Options.Select(o => view.Before!.Counts![o]));
        Assert.Equal([3, 3, 6], Options.Select(o => view.Result!.Counts![o]));
        Assert.Null(room.ClassStep<PollView>("poll").Before);
    }

    [Fact]
    public void There_is_no_shift_where_one_of_the_two_must_not_be_known()
    {
        var room = Open(12, SampleLesson.Before, SampleLesson.After);
        Votes(room, 9, 1, 2);
        room.Ana(new OpenStep("poll-2"));
        Votes(room, 3, 3, 6, "poll-2");

        room.Ana(new CloseStep());

        Assert.Equal(PollOutcome.Shown, room.WallStep<WallPoll>().Result!.Outcome);
        Assert.Null(room.WallStep<WallPoll>().Before);
    }
}
