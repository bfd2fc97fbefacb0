using CivicsClass.Quizzes;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Quizzes;

public sealed class QuizTimeTests
{
    private static readonly Answer Answer = new("quiz", "clause", ["a"]);
    private static readonly OpenQuestion Ask = new("quiz", "clause");

    private static Classroom Open(QuizPlan? plan = null)
    {
        var room = With(plan ?? SampleLesson.Quiz, SampleLesson.Reflection);
        room.Ana(new OpenStep("quiz"));
        return room;
    }

    private static QuestionStatus StatusIn(Classroom room) => room.ClassStep<QuizView>("quiz").Questions["clause"].Status;

    [Fact]
    public void The_time_starts_with_the_question_not_with_the_step()
    {
        var room = Open();
        Assert.Null(room.Session.Time.EndsAt);

        room.Ana(Ask);
        room.Wait(10);
        room.Ana(Ask);

        Assert.Equal(room.Now.AddSeconds(20), room.Session.Time.EndsAt);
    }

    [Fact]
    public void Without_seconds_a_question_stays_open_until_the_teacher_closes_it()
    {
        var room = Open(SampleLesson.Quiz with { Seconds = null });
        room.Ana(Ask);
        room.Wait(3600);

        room.Ben(Answer);

        Assert.Null(room.Session.NextDeadline);
    }

    [Fact]
    public void When_time_is_up_the_question_is_closed()
    {
        var room = Open();
        room.Ana(Ask);
        room.Wait(31.9);
        Assert.Equal(QuestionStatus.Open, StatusIn(room));
        room.Ben(Answer);

        room.Wait(0.2);

        Assert.Equal(QuestionStatus.Closed, StatusIn(room));
        Assert.True(SessionViews.Class(room.Session).Timer.Up);
        Assert.Contains("closed now", room.Refuses(ChiActor, Answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_busy_server_lets_no_late_answer_in()
    {
        var room = Open();
        room.Ana(Ask);
        room.Wait(32, serverIsBusy: true);
        Assert.Equal(QuestionStatus.Open, StatusIn(room));

        var refusal = Assert.Throws<Refusal>(() => room.Ben(Answer));

        Assert.Contains("closed now", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(QuestionStatus.Closed, StatusIn(room));
        Assert.Empty(room.MyStep<MyQuiz>(BenId, "quiz").Answers);
    }

    [Fact]
    public void More_time_opens_the_question_again()
    {
        var room = Open();
        room.Ana(Ask);
        room.Wait(40);
        Assert.Equal(QuestionStatus.Closed, StatusIn(room));

        room.Ana(new ExtendTime(60));
        room.Ben(Answer);

        Assert.Equal(room.Now.AddSeconds(60), room.Session.Time.EndsAt);
        room.Wait(63);
        Assert.Equal(QuestionStatus.Closed, StatusIn(room));
    }

    [Fact]
    public void The_step_that_follows_leaves_no_question_open()
    {
        var room = Open();
        room.Ana(Ask);

        room.Ana(new OpenStep("reflection"));

        Assert.Equal(QuestionStatus.Closed, StatusIn(room));
        Assert.Contains("closed now", room.Refuses(BenActor, Answer), StringComparison.Ordinal);
        Assert.Contains("Open “Check the law” first", room.Refuses(AnaActor, Ask), StringComparison.Ordinal);
    }

    [Fact]
    public void A_self_paced_quiz_has_one_time_for_all_and_opens_again_with_more()
    {
        var room = Open(SampleLesson.SelfPaced);
        Assert.Equal(room.Now.AddMinutes(5), room.Session.Time.EndsAt);
        room.Wait(303);
        Assert.All(room.ClassStep<QuizView>("quiz").Questions.Values, q => Assert.Equal(QuestionStatus.Closed, q.Status));
        room.Ana(new RevealQuestion("quiz", "order"));

        room.Ana(new ExtendTime(60));

        Assert.Equal(
            [QuestionStatus.Open, QuestionStatus.Open, QuestionStatus.Revealed],
            room.ClassStep<QuizView>("quiz").Questions.Values.Select(q => q.Status));
    }

    /// <summary>Each number is a moment: its last digit chooses what happens, the rest how many tenths of a second pass before.</summary>
    [Fact]
    public void However_time_passes_no_answer_gets_in_after_deadline_and_grace() => Prop.ForAll(Moments.Any, moments =>
    {
        var room = Open();
        room.Ana(Ask);
        var running = TimeSpan.Zero;
        foreach (var moment in moments)
        {
            var seconds = moment / 10 % 40 / 10.0;
            var stands = room.Session.Paused || room.Session.EyesUp;
            room.Wait(seconds, serverIsBusy: moment % 3 == 0);
            running += stands ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds);
            switch (moment % 10)
            {
                case 0 or 1: room.Ana(new PauseLesson(!room.Session.Paused)); break;
                case 2: room.Ana(new CallEyesUp(!room.Session.EyesUp)); break;
                default: TryAnswer(room, running, moment); break;
            }
        }
    }).QuickCheckThrowOnFailure();

    private static void TryAnswer(Classroom room, TimeSpan running, int moment)
    {
        var mayAnswer = running < TimeSpan.FromSeconds(30) + CivicsClass.Sessions.Timer.Grace && !room.Session.Paused && !room.Session.EyesUp;
        var before = room.Log.Count(r => r.Event is AnswerGiven);
        try
        {
            room.Ben(Answer with { Options = [room.MyStep<MyQuiz>(BenId, "quiz").Answers.ContainsKey("clause") && moment % 2 == 0 ? "b" : "c"] });
        }
        catch (Refusal)
        {
            Assert.False(mayAnswer);
        }
        Assert.True(mayAnswer || room.Log.Count(r => r.Event is AnswerGiven) == before);
    }
}
