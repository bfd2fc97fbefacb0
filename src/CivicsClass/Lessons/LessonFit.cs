using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.SourceChecks;

namespace CivicsClass.Lessons;

public static class LessonFit
{
    /// <summary>Everything the plan refers to stands in this version of the pack.</summary>
    public static bool FitsTo(this LessonPlan plan, Pack pack) =>
        plan.Steps.OfType<ReadingPlan>().SelectMany(s => s.Readings).All(id => pack.FindReading(id) is not null)
        && plan.Steps.OfType<QuizPlan>().SelectMany(s => s.Items).All(id => pack.FindItem(id) is not null)
        && plan.Steps.OfType<SourceCheckPlan>().All(s => pack.FindSourceCheck(s.Check) is { } check && s.Claims.All(id => check.FindClaim(id) is not null));
}
