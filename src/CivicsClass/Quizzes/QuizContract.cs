using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Quizzes;

public sealed record QuizPlan : StepPlan
{
    public required QuizPace Pace { get; init; }
    public required IReadOnlyList<string> Items { get; init; }
    /// <summary>Teacher's pace: seconds per question; absent until the teacher closes it.</summary>
    public int? Seconds { get; init; }
}

public enum QuizPace { Teacher, Self }

/// <summary>Answers or changes an answer while the question is open. An empty list takes the answer back.</summary>
public sealed record Answer(string Step, string Item, IReadOnlyList<string> Options) : StepCommand(Step), IFromStudent;

/// <summary>Teacher's pace: opens a question, or opens it again. Any other open question closes.</summary>
public sealed record OpenQuestion(string Step, string Item) : StepCommand(Step), IFromTeacher;

public sealed record CloseQuestion(string Step, string Item) : StepCommand(Step), IFromTeacher;

/// <summary>Closes the question if it is open and shows its key, explanation and shares to all.</summary>
public sealed record RevealQuestion(string Step, string Item) : StepCommand(Step), IFromTeacher;

/// <summary>Self pace: closes and reveals all questions at once.</summary>
public sealed record RevealQuiz(string Step) : StepCommand(Step), IFromTeacher;

public sealed record QuestionOpened(string Step, string Item) : StepEvent(Step);

public sealed record QuestionClosed(string Step, string Item) : StepEvent(Step);

public sealed record QuestionRevealed(string Step, string Item) : StepEvent(Step);

public sealed record AnswerGiven(string Step, string Item, IReadOnlyList<string> Options) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

public enum QuestionStatus { Waiting, Open, Closed, Revealed }

/// <param name="Order">All item ids of the quiz in order; only those opened so far stand in <c>Questions</c>.</param>
/// <param name="Current">Teacher's pace: the question on the screen.</param>
public sealed record QuizView(QuizPace Pace, IReadOnlyList<string> Order, string? Current, IReadOnlyDictionary<string, QuestionView> Questions) : StepView;

public sealed record QuestionView
{
    public required int Number { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Stem { get; init; }
    public required IReadOnlyList<string> OptionOrder { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required QuestionStatus Status { get; init; }
    public string? AsOf { get; init; }
    /// <summary>Present only once revealed.</summary>
    public RevealedView? Revealed { get; init; }
}

/// <param name="Counts">Answers per option id.</param>
/// <param name="Feedback">By option id.</param>
public sealed record RevealedView(IReadOnlyList<string> Key, int Answers, IReadOnlyDictionary<string, int> Counts, string Explanation, IReadOnlyDictionary<string, string> Feedback, IReadOnlyList<RestsOnView> RestsOn);

/// <param name="Seed">Shuffles this student's options; see client/quizzes/shuffle.ts.</param>
/// <param name="Answers">Chosen option ids by item id.</param>
public sealed record MyQuiz(int Seed, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers) : MyStepView;

public sealed record TeacherQuiz(QuizPace Pace, IReadOnlyList<string> Order, string? Current, IReadOnlyDictionary<string, TeacherQuestion> Questions) : TeacherStepView;

public sealed record TeacherQuestion
{
    public required int Number { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Stem { get; init; }
    public required IReadOnlyList<TeacherOption> Options { get; init; }
    public required QuestionStatus Status { get; init; }
    public required string Explanation { get; init; }
    public required int Answers { get; init; }
    public required int Right { get; init; }
}

public sealed record TeacherOption(string Id, string Text, bool Correct, string? Misconception, int Count);

/// <summary>The current question; absent before the first one is opened and in a self-paced quiz.</summary>
public sealed record WallQuiz(QuizPace Pace, int Of, int Finished, WallQuestion? Question) : WallStepView;

public sealed record WallQuestion(int Number, string Stem, IReadOnlyList<WallOption> Options, QuestionStatus Status, int Answers, string? Explanation);

/// <param name="Percent">Whole percent of answers; present only once revealed.</param>
/// <param name="Correct">Present only once revealed.</param>
public sealed record WallOption(string Text, int? Percent, bool? Correct);
