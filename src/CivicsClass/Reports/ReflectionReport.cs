using CivicsClass.Reflections;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

public sealed record ReflectionReport(string Step, string Title, IReadOnlyList<PromptReport> Prompts)
{
    internal static IReadOnlyList<ReflectionReport> All(LiveSession session, Dictionary<string, Who> people) =>
        [.. session.Steps.OfType<ReflectionStep>().Where(s => s.WasOpened).Select(s => Of(s, people))];

    private static ReflectionReport Of(ReflectionStep step, Dictionary<string, Who> people)
    {
        var view = (TeacherReflection)step.TeacherView();
        return new ReflectionReport(step.Id, step.Plan.Title, [.. view.Order.Select(prompt => new PromptReport(view.Prompts[prompt],
            [.. people.Values.Where(p => view.Answers.GetValueOrDefault(p.Id)?.ContainsKey(prompt) == true).Select(p => new WrittenAnswer(p, view.Answers[p.Id][prompt]))]))]);
    }
}

public sealed record PromptReport(string Prompt, IReadOnlyList<WrittenAnswer> Answers);

public sealed record WrittenAnswer(Who Who, string Text);
