using System.Text.Json;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;

namespace CivicsClass.Pages.Lessons;

/// <summary>A step of a lesson as students will see it: the students' own page over a session that is never stored.</summary>
/// <param name="Views">What the page's script shows, as JSON.</param>
/// <param name="Here">The preview's address, without a step.</param>
public sealed record PreviewView(LessonPlan Plan, int At, string Views, string Here, string Back, string BackTo)
{
    public string? Hint => Plan.Steps[At] is QuizPlan { Pace: QuizPace.Teacher, Items.Count: > 1 } quiz ? $"The first of {quiz.Items.Count} questions, which come one at a time" : null;

    /// <param name="step">The first where none is named. Of one that is not there, nothing is shown.</param>
    /// <param name="version">What the session would pin.</param>
    public static PreviewView? Of(LessonPlan plan, string? step, Guid version, Pack pack, StepCatalog catalog, DateTime now, string here, string back, string backTo)
    {
        var at = step is null ? 0 : plan.Steps.ToList().FindIndex(s => s.Id == step);
        return at < 0 ? null : new PreviewView(plan, at, JsonSerializer.Serialize(LessonPreview.Of(plan, plan.Steps[at].Id, version, pack, catalog, now), catalog.Json), here, back, backTo);
    }
}
