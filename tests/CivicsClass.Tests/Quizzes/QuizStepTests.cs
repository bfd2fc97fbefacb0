using CivicsClass.Quizzes;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Quizzes;

public sealed class QuizStepTests
{
    private static Answer Answer(string item, params string[] options) => new("quiz", item, options);
    private static OpenQuestion Ask(string item) => new("quiz", item);
    private static CloseQuestion Close(string item) => new("quiz", item);
    private static RevealQuestion Reveal(string item) => new("quiz", item);

    private static Classroom Open(QuizPlan? plan = null)
    {
        var room = With(plan ?? SampleLesson.Quiz, SampleLesson.Reflection);
        room.Ana(new OpenStep("quiz"));
        return room;
    }

    [Fact]
    public void At_the_teachers_pace_one_question_is_open_at_a_time()
    {
        var room = Open();
        Assert.Empty(room.ClassStep<QuizView>("quiz").Questions);
        Assert.Null(room.WallStep<WallQuiz>().Question);

        room.Ana(Ask("clause"));
        room.Ana(Ask("cases"));

        var quiz = room.ClassStep<QuizView>("quiz");
        Assert.Equal("cases", quiz.Current);
        Assert.Equal((QuestionStatus.Closed, QuestionStatus.Open), (quiz.Questions["clause"].Status, quiz.Questions["cases"].Status));
        Assert.Equal(2, room.WallStep<WallQuiz>().Question!.Number);
    }

    [Fact]
    public void An_answer_changes_until_the_question_closes()
    {
        var room = Open();
        Assert.Contains("not open yet", room.Refuses(BenActor, Answer("clause", "a")), StringComparison.Ordinal);
        room.Ana(Ask("clause"));

        room.Ben(Answer("clause", "b"));
        room.Ben(Answer("clause", "b"));
        room.Ben(Answer("clause", "a"));
        room.Ana(Close("clause"));

        Assert.Equal(["a"], room.MyStep<MyQuiz>(BenId, "quiz").Answers["clause"]);
        Assert.Equal(2, room.Log.Count(r => r.Event is AnswerGiven));
        Assert.Contains("The answer you gave before counts", room.Refuses(BenActor, Answer("clause", "b")), StringComparison.Ordinal);
        Assert.Contains("closed now", room.Refuses(ChiActor, Answer("clause", "b")), StringComparison.Ordinal);
        var question = room.TeacherStep<TeacherQuiz>("quiz").Questions["clause"];
        Assert.Equal((1, 1), (question.Answers, question.Right));
        Assert.Equal([1, 0, 0], question.Options.Select(o => o.Count));
        Assert.Equal("answered", room.ProgressOf(BenId));
    }

    [Fact]
    public void An_empty_answer_takes_it_back()
    {
        var room = Open();
        room.Ana(Ask("cases"));
        room.Ben(Answer("cases", "a", "b"));
        Assert.Equal(1, room.TeacherStep<TeacherQuiz>("quiz").Questions["cases"].Right);

        room.Ben(Answer("cases"));

        Assert.Empty(room.MyStep<MyQuiz>(BenId, "quiz").Answers);
        var question = room.TeacherStep<TeacherQuiz>("quiz").Questions["cases"];
        Assert.Equal((0, 0, 0), (question.Answers, question.Right, question.Options.Sum(o => o.Count)));
    }

    [Theory]
    [InlineData("clause", "z")]
    [InlineData("clause", "a", "b")]
    [InlineData("order", "a", "b")]
    [InlineData("cases", "a", "a")]
    [InlineData("nowhere", "a")]
    public void An_answer_must_fit_its_question(string item, params string[] options)
    {
        var room = Open();
        foreach (var known in (string[])["clause", "cases", "order"])
        {
            room.Ana(Ask(known));
            if (known == item)
                break;
        }

        room.Refuses(BenActor, Answer(item, options));

        Assert.All(room.TeacherStep<TeacherQuiz>("quiz").Questions.Values, q => Assert.Equal(0, q.Answers));
    }

    [Fact]
    public void Nothing_secret_is_shown_before_the_reveal_and_all_of_it_after()
    {
        var room = Open();
        room.Ana(Ask("clause"));
        room.Ben(Answer("clause", "a"));
        room.Chi(Answer("clause", "b"));
        room.Ana(Close("clause"));
        Assert.Null(room.ClassStep<QuizView>("quiz").Questions["clause"].Revealed);
        Assert.DoesNotContain("SECRET", room.Written()["class"] + room.Written()["wall"] + room.Written()[$"my/{BenId}"], StringComparison.Ordinal);
        Assert.All(room.WallStep<WallQuiz>().Question!.Options, o => Assert.Equal((null, null), (o.Percent, o.Correct)));

        room.Ana(Reveal("clause"));

        var shown = room.ClassStep<QuizView>("quiz").Questions["clause"].Revealed!;
        Assert.Equal(["a"], shown.Key);
        Assert.Equal(2, shown.Answers);
        Assert.Equal(1, shown.Counts["b"]);
        Assert.Equal("SECRET-EXPLANATION-clause", shown.Explanation);
        Assert.Equal("How powers are split", shown.RestsOn[0].Title);
        Assert.Equal([50, 50, 0], room.WallStep<WallQuiz>().Question!.Options.Select(o => o.Percent));
    }

    [Fact]
    public void A_reveal_closes_the_question_and_it_cannot_be_asked_again()
    {
        var room = Open();
        Assert.Contains("Open the question first", room.Refuses(AnaActor, Reveal("clause")), StringComparison.Ordinal);
        room.Ana(Ask("clause"));

        room.Ana(Reveal("clause"));
        room.Ana(Reveal("clause"));

        Assert.Single(room.Log, r => r.Event is QuestionClosed);
        Assert.Single(room.Log, r => r.Event is QuestionRevealed);
        Assert.Null(room.Session.Time.EndsAt);
        Assert.Contains("cannot be asked again", room.Refuses(AnaActor, Ask("clause")), StringComparison.Ordinal);
        Assert.Contains("closed now", room.Refuses(BenActor, Answer("clause", "a")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_question_comes_back_to_the_wall_when_it_is_revealed()
    {
        var room = Open();
        room.Ana(Ask("clause"));
        room.Ana(Ask("cases"));
        room.Ana(Close("cases"));

        room.Ana(Reveal("clause"));

        Assert.Equal("clause", room.ClassStep<QuizView>("quiz").Current);
    }

    [Fact]
    public void A_decision_of_the_teacher_changes_no_students_own_view()
    {
        var room = Open();
        room.Ana(Ask("clause"));
        room.Ben(Answer("clause", "a"));
        room.Session.TakeTouched();

        room.Ana(Reveal("clause"));
        Assert.Empty(room.Session.TakeTouched().People);

        room.Ana(Ask("cases"));
        room.Session.TakeTouched();
        room.Ben(Answer("cases", "a"));
        var (audiences, people) = room.Session.TakeTouched();
        Assert.Equal([BenId], people);
        Assert.False(audiences.HasFlag(Audiences.Class));
    }

    [Fact]
    public void The_answers_of_a_removed_student_no_longer_count()
    {
        var room = Open();
        room.Ana(Ask("clause"));
        room.Ben(Answer("clause", "a"));
        room.Chi(Answer("clause", "b"));
        room.Ana(Reveal("clause"));

        room.Ana(new RemoveStudent(ChiId));

        Assert.Equal(1, room.ClassStep<QuizView>("quiz").Questions["clause"].Revealed!.Answers);
        Assert.Equal([100, 0, 0], room.WallStep<WallQuiz>().Question!.Options.Select(o => o.Percent));
    }

    [Fact]
    public void Each_student_has_a_seed_of_their_own_that_stays()
    {
        var room = Open();
        room.Ana(Ask("clause"));
        var before = room.MyStep<MyQuiz>(BenId, "quiz").Seed;

        room.Ben(Answer("clause", "a"));

        Assert.Equal(before, room.MyStep<MyQuiz>(BenId, "quiz").Seed);
        Assert.NotEqual(before, room.MyStep<MyQuiz>(ChiId, "quiz").Seed);
    }

    [Fact]
    public void A_self_paced_quiz_opens_all_and_reveals_all()
    {
        var room = Open(SampleLesson.SelfPaced);
        Assert.Equal(3, room.ClassStep<QuizView>("quiz").Questions.Count);
        room.Ben(Answer("order", "b"));
        Assert.Equal("1 of 3 questions", room.ProgressOf(BenId));
        room.Ben(Answer("clause", "b"));
        room.Ben(Answer("cases", "a", "b"));
        Assert.Equal(1, room.WallStep<WallQuiz>().Finished);
        Assert.DoesNotContain("SECRET", room.Written()["class"], StringComparison.Ordinal);

        room.Ana(new RevealQuiz("quiz"));
        room.Ana(new RevealQuiz("quiz"));

        Assert.All(room.ClassStep<QuizView>("quiz").Questions.Values, q => Assert.Equal(QuestionStatus.Revealed, q.Status));
        Assert.Null(room.Session.Time.EndsAt);
    }
}
