using CivicsClass.Help;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>A question that a student asked the teacher privately.</summary>
/// <param name="At">UTC.</param>
/// <param name="Answer">Absent when it was dealt with otherwise, or not at all.</param>
public sealed record HelpReport(Who Who, DateTime At, string Text, QuestionStage Stage, string? Answer)
{
    internal static IReadOnlyList<HelpReport> All(LiveSession session, Dictionary<string, Who> people) => session.Help.Teacher() is not { } help ? []
        : [.. help.Order.Select(id => help.Questions[id]).Where(q => q.Stage != QuestionStage.TakenBack).Select(q => new HelpReport(people[q.Participant], q.At, q.Text, q.Stage, q.Answer))];
}
