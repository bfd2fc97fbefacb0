using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Quizzes;

public static class QuizSetup
{
    public static StepCatalog AddQuizzes(this StepCatalog catalog) => catalog
        .Step<QuizPlan>("quiz", (session, plan) => new QuizStep(session, plan))
        .Command<Answer>("quiz.answer")
        .Command<OpenQuestion>("quiz.open")
        .Command<CloseQuestion>("quiz.close")
        .Command<RevealQuestion>("quiz.reveal")
        .Command<RevealQuiz>("quiz.revealAll")
        .Event<QuestionOpened>("quiz.opened")
        .Event<QuestionClosed>("quiz.closed")
        .Event<QuestionRevealed>("quiz.revealed")
        .Event<AnswerGiven>("quiz.answered")
        .Views<QuizView, MyQuiz, TeacherQuiz, WallQuiz>("quiz");

    /// <summary>An empty list takes an answer back, so it always passes.</summary>
    internal static void MustAccept(this QuizItem item, IReadOnlyList<string> chosen)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            if (!item.Options.Any(o => o.Id == chosen[i]))
                throw new Refusal("This option does not belong to the question. Reload the page and choose again.");
            for (var j = 0; j < i; j++)
            {
                if (chosen[i] == chosen[j])
                    throw new Refusal("Choose each option once.");
            }
        }
        if (item.Kind != ItemKind.Multiple && chosen.Count > 1)
            throw new Refusal("Choose one option only.");
    }
}
