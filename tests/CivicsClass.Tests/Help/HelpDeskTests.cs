using CivicsClass.Debates;
using CivicsClass.Help;
using CivicsClass.Sessions;
using CivicsClass.Tests.Controversies;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Help;

public sealed class HelpDeskTests
{
    private const string Secret = "zebra question";

    private static Classroom Open(bool watched = false)
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Debate);
        if (watched)
            room.Session.Watch = new Watchdog();
        room.Ana(new OpenStep("norms"));
        return room;
    }

    private static MyHelp? Mine(Classroom room, string participant) => SessionViews.My(room.Session, participant).Help;
    private static TeacherHelp Desk(Classroom room) => SessionViews.Teacher(room.Session, room.Presence, room.Names, JoinCode).Help!;

    [Fact]
    public void A_question_is_read_by_its_author_and_the_teacher_alone()
    {
        var room = Open();
        Assert.Null(SessionViews.Teacher(room.Session, room.Presence, room.Names, JoinCode).Help);

        room.Ben(new AskTeacher($"  {Secret}  "));
        room.Ana(new AnswerQuestion("q1", "Because of paragraph 2."));

        Assert.Equal(new MyAsked(Secret, QuestionStage.Answered, "Because of paragraph 2."), Mine(room, BenId)!.Questions["q1"]);
        Assert.Equal(BenId, Desk(room).Questions["q1"].Participant);
        foreach (var (audience, view) in room.Written().Where(v => v.Key is not ("teacher" or "my/p1")))
        {
            Assert.DoesNotContain(Secret, view, StringComparison.Ordinal);
            Assert.DoesNotContain("paragraph 2", view, StringComparison.Ordinal);
            Assert.DoesNotContain("q1", view, StringComparison.Ordinal);
            Assert.NotEqual("teacher", audience);
        }
    }

    [Fact]
    public void Two_questions_may_wait_at_a_time()
    {
        var room = Open();
        room.Ben(new AskTeacher("One?"));
        Assert.Contains("already", room.Refuses(BenActor, new AskTeacher("One?")), StringComparison.Ordinal);
        room.Ben(new AskTeacher("Two?"));

        Assert.Contains("kept", room.Refuses(BenActor, new AskTeacher("Three?")), StringComparison.Ordinal);
        room.Chi(new AskTeacher("Mine?"));
        room.Ben(new TakeBackQuestion("q1"));
        room.Ben(new AskTeacher("Three?"));
        room.Ana(new FinishQuestion("q2"));
        room.Ben(new AskTeacher("Four?"));

        Assert.Equal(["q2", "q4", "q5"], Mine(room, BenId)!.Order);
        Assert.Contains("yourself", room.Refuses(ChiActor, new TakeBackQuestion("q4")), StringComparison.Ordinal);
        Assert.Contains("taken it back", room.Refuses(AnaActor, new AnswerQuestion("q1", "Yes.")), StringComparison.Ordinal);
        Assert.Contains("dealt with", room.Refuses(BenActor, new TakeBackQuestion("q2")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u202Eb")]
    public void What_is_empty_or_hides_something_is_refused(string text)
    {
        var room = Open();
        room.Refuses(BenActor, new AskTeacher(text));
        room.Refuses(BenActor, new AskTeacher(new string('x', 10_000)));
        room.Refuses(AnaActor, new PostPrompt(text, null, null, null));
        Assert.Null(Mine(room, BenId));
    }

    [Fact]
    public void A_question_is_put_to_the_class_without_a_name_and_taken_down()
    {
        var room = Open();
        room.Ben(new AskTeacher("What is a detainer?"));
        room.Ana(new ShowMoment("q1", null));

        Assert.Equal("What is a detainer?", SessionViews.Class(room.Session).Moment);
        Assert.Equal("What is a detainer?", SessionViews.Wall(room.Session, room.Presence, JoinCode).Moment);
        Assert.Equal(QuestionStage.Raised, Mine(room, BenId)!.Questions["q1"].Stage);
        var people = room.Session.People[BenId];
        foreach (var view in new[] { room.Written()["class"], room.Written()["wall"] })
        {
            Assert.DoesNotContain(people.Alias, view, StringComparison.Ordinal);
            Assert.DoesNotContain("Realname", view, StringComparison.Ordinal);
        }

        room.Ana(new ShowMoment("q1", "What does it mean to hold somebody for another agency?"));
        Assert.Equal("What does it mean to hold somebody for another agency?", SessionViews.Class(room.Session).Moment);
        room.Ana(new ShowMoment(null, null));
        Assert.Null(SessionViews.Class(room.Session).Moment);
        room.Ana(new ShowMoment(null, "Who pays?"));
        room.Ana(new EndSession());
        Assert.Null(SessionViews.Wall(room.Session, room.Presence, JoinCode).Moment);
    }

    [Fact]
    public void A_held_question_reaches_the_class_only_once_released_or_in_the_teachers_words()
    {
        var room = Open(watched: true);
        room.Ben(new AskTeacher("Is HOLD all right?"));
        var asked = Desk(room).Questions["q1"];
        Assert.Equal([new HoldMark("text", 3, 4, HoldReason.Status)], asked.Held!);
        Assert.DoesNotContain("held", room.Written()["my/p1"], StringComparison.Ordinal);

        Assert.Contains("held", room.Refuses(AnaActor, new ShowMoment("q1", null)), StringComparison.Ordinal);
        room.Ana(new ShowMoment("q1", "Is this all right?"));
        room.Ana(new ReleaseText(asked.Seq));
        room.Ana(new ShowMoment("q1", null));

        Assert.Equal("Is HOLD all right?", SessionViews.Class(room.Session).Moment);
        Assert.Null(Desk(room).Questions["q1"].Held);
    }

    [Fact]
    public void A_returned_question_tells_its_author_why()
    {
        var room = Open(watched: true);
        room.Ben(new AskTeacher("HOLD?"));

        room.Ana(new ReturnText(Desk(room).Questions["q1"].Seq, "personal", "Ask me in person."));

        Assert.EndsWith("Ask me in person.", Mine(room, BenId)!.Questions["q1"].Answer, StringComparison.Ordinal);
        Assert.Equal(QuestionStage.Answered, Mine(room, BenId)!.Questions["q1"].Stage);
    }

    [Fact]
    public void An_erased_question_leaves_every_screen()
    {
        var room = Open();
        room.Ben(new AskTeacher(Secret));
        room.Ana(new ShowMoment("q1", null));

        room.Ana(new EraseText(Desk(room).Questions["q1"].Seq));

        Assert.Null(SessionViews.Class(room.Session).Moment);
        Assert.All(room.Written().Values, view => Assert.DoesNotContain(Secret, view, StringComparison.Ordinal));
        Assert.Contains("erased", room.Refuses(AnaActor, new AnswerQuestion("q1", "Yes.")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_to_a_side_is_read_by_those_who_drew_it()
    {
        var room = Open();
        Assert.Contains("Nobody", room.Refuses(AnaActor, new PostPrompt("Look at paragraph 3.", "debate", SampleLesson.Require, null)), StringComparison.Ordinal);
        room.Ana(new OpenStep("debate"));
        var bens = room.MyStep<MyDebate>(BenId, "debate").Side!;

        room.Ana(new PostPrompt("Look at paragraph 3.", "debate", bens, null));

        Assert.Equal([new MyPrompt("h1", PromptTo.Side, "Look at paragraph 3.")], Mine(room, BenId)!.Prompts);
        Assert.Null(Mine(room, ChiId));
        Assert.Equal(1, Assert.Single(Desk(room).Prompts).Readers);
        room.Ana(new TakeBackPrompt("h1"));
        Assert.Null(Mine(room, BenId));
    }

    [Fact]
    public void A_prompt_to_a_team_is_read_by_that_team_and_one_to_all_by_those_who_come_late()
    {
        var teams = new TeamRoom(8);
        var room = teams.Room;
        var first = teams.First.A.Concat(teams.First.B).ToHashSet();
        Assert.InRange(first.Count, 3, 5);

        room.Ana(new PostPrompt("Your team first.", TeamRoom.Id, null, "t1"));
        Assert.All(room.Session.Seated, p => Assert.Equal(first.Contains(p.Id), Mine(room, p.Id) is not null));
        room.Ana(new PostPrompt("Five minutes more.", null, null, null));

        var late = room.Joins("Late Realname");
        Assert.Contains("Five minutes more.", Mine(room, late)!.Prompts.Select(p => p.Text));
        Assert.Contains("one side or one team", room.Refuses(AnaActor, new PostPrompt("x", null, null, "t1")), StringComparison.Ordinal);
        Assert.Contains("Reload", room.Refuses(AnaActor, new PostPrompt("x", "nowhere", null, "t1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_those_concerned_are_sent_a_new_view()
    {
        var room = Open();
        room.Session.TakeTouched();
        room.Ben(new AskTeacher("Why?"));
        var (audiences, people) = room.Session.TakeTouched();
        Assert.Equal(Audiences.Teacher | Audiences.My, audiences);
        Assert.Equal([BenId], people);

        room.Ana(new AnswerQuestion("q1", "Look at the text."));
        Assert.Equal([BenId], room.Session.TakeTouched().People);
    }

    [Fact]
    public void Everything_survives_a_replay()
    {
        var room = Open(watched: true);
        room.Ana(new OpenStep("debate"));
        room.Ben(new AskTeacher("HOLD this?"));
        room.Chi(new AskTeacher("And this?"));
        room.Ana(new AnswerQuestion("q1", "Yes."));
        room.Ana(new ShowMoment("q2", null));
        room.Ana(new PostPrompt("Go on.", "debate", room.MyStep<MyDebate>(BenId, "debate").Side, null));
        room.Ana(new PostPrompt("All of you.", null, null, null));
        room.Ana(new TakeBackPrompt("h1"));

        var (expected, actual) = (room.Written(), room.Replayed().Written());
        foreach (var (audience, view) in expected)
            AssertSame(view, actual[audience]);
        var again = room.Replayed();
        again.Ana(new PostPrompt("Once more.", null, null, null));
        Assert.Equal(["h2", "h3"], Desk(again).Prompts.Select(p => p.Id));
    }

    private sealed class Watchdog : IWatch
    {
        public IEnumerable<HoldMark> Look(string field, string text) =>
            text.IndexOf("HOLD", StringComparison.Ordinal) is >= 0 and var at ? [new HoldMark(field, at, 4, HoldReason.Status)] : [];
    }
}
