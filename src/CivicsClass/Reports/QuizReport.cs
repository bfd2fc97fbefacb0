using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>A quiz that was opened. Answers of students who were removed are not counted, as on the console.</summary>
public sealed record QuizReport(string Step, string Title, IReadOnlyList<ItemReport> Items)
{
    internal static IReadOnlyList<QuizReport> All(LiveSession session) =>
        [.. session.Steps.OfType<QuizStep>().Where(s => s.WasOpened).Select(s => Of(session, s))];

    private static QuizReport Of(LiveSession session, QuizStep step)
    {
        var view = (TeacherQuiz)step.TeacherView();
        return new QuizReport(step.Id, step.Plan.Title, [.. view.Order.Select(id => ItemReport.Of(view.Questions[id], session.Pack.FindItem(id)!, session.Pack))]);
    }
}

public sealed record ItemReport
{
    public required string Id { get; init; }
    public required int Number { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Stem { get; init; }
    public required QuestionStatus Status { get; init; }
    /// <summary>n: how many answered.</summary>
    public required int Answers { get; init; }
    public required int Right { get; init; }
    /// <summary>Absent when nobody answered.</summary>
    public int? RightPercent { get; init; }
    public required IReadOnlyList<OptionReport> Options { get; init; }
    public required string Explanation { get; init; }
    public required IReadOnlyList<RestsOnView> RestsOn { get; init; }

    internal static ItemReport Of(TeacherQuestion question, QuizItem item, Pack pack) => new()
    {
        Id = item.Id,
        Number = question.Number,
        Kind = item.Kind,
        Stem = item.Stem,
        Status = question.Status,
        Answers = question.Answers,
        Right = question.Right,
        RightPercent = SessionReport.Percent(question.Right, question.Answers),
        Options = [.. question.Options.Select(o => new OptionReport(o.Id, o.Text, o.Correct, o.Count, SessionReport.Percent(o.Count, question.Answers), o.Correct ? null : o.Misconception))],
        Explanation = item.Explanation,
        RestsOn = RestsOnView.All(pack, item.RestsOn),
    };
}

/// <param name="Percent">Of those who answered; absent when nobody did. Where several options may be chosen they add up to more than 100.</param>
/// <param name="Misconception">What choosing this wrong option suggests; absent for the key.</param>
public sealed record OptionReport(string Id, string Text, bool IsKey, int Count, int? Percent, string? Misconception);
