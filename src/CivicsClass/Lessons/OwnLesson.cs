using System.Text.Json;
using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.SourceChecks;

namespace CivicsClass.Lessons;

/// <summary>A teacher's own lesson with what it stands on.</summary>
/// <param name="On">The version it uses, which may be the teacher's own.</param>
/// <param name="Base">The published version behind it.</param>
/// <param name="Newest">The published version that is to be used now; absent when all were withdrawn.</param>
/// <param name="Withdrawn">Why <paramref name="Base"/> was withdrawn.</param>
public sealed record OwnLesson(TeacherLesson Row, LessonPlan Plan, Pack Pack, FoundVersion On, PublishedVersion Base, PublishedVersion? Newest, string? Withdrawn)
{
    public bool CanMove => Newest is not null && Newest.Id != Base.Id;

    /// <summary>Of the topic, and not of the teacher's own version.</summary>
    public string TopicId => Base.PackId;

    /// <summary>The key of the versions that hold this lesson's own texts.</summary>
    public static string OwnKey(Guid lesson) => $"~{lesson:N}";
}

/// <summary>What would become of a lesson on another version of its topic.</summary>
/// <param name="Changed">Texts and questions of the lesson that say something else there.</param>
/// <param name="Gone">One sentence for each thing that a step needs and that is not there; the lesson cannot move while there is one.</param>
public sealed record LessonMove(Pack To, IReadOnlyList<string> Changed, IReadOnlyList<string> Gone)
{
    /// <param name="number">Of the version moved to.</param>
    public static LessonMove Of(LessonPlan plan, Pack from, Pack to, int number, JsonSerializerOptions json)
    {
        var (changed, gone) = (new List<string>(), new List<string>());
        foreach (var step in plan.Steps)
        {
            if (step is ReadingPlan reading)
                foreach (var id in reading.Readings)
                    Compare(step, "the text", from.FindReading(id)?.Title ?? id, from.FindReading(id), to.FindReading(id));
            if (step is QuizPlan quiz)
                foreach (var id in quiz.Items)
                    Compare(step, "the question", from.FindItem(id)?.Stem ?? id, from.FindItem(id), to.FindItem(id));
            if (step is SourceCheckPlan check)
                Claims(check);
        }
        return new LessonMove(to, [.. changed.Distinct()], gone);

        void Compare<T>(StepPlan step, string what, string name, T? before, T? after) where T : class
        {
            if (after is null)
                gone.Add($"“{step.Title}” needs {what} “{name}”, which version {number} does not have.");
            else if (JsonSerializer.Serialize(before, json) != JsonSerializer.Serialize(after, json))
                changed.Add($"{char.ToUpperInvariant(what[0])}{what[1..]} “{name}” was changed.");
        }

        void Claims(SourceCheckPlan plan)
        {
            var (before, after) = (from.FindSourceCheck(plan.Check), to.FindSourceCheck(plan.Check));
            Compare(plan, "the source check", before?.Title ?? plan.Check, before, after);
            foreach (var claim in plan.Claims.Where(c => after is not null && after.FindClaim(c) is null))
                gone.Add($"“{plan.Title}” needs the claim “{before?.FindClaim(claim)?.Text ?? claim}”, which version {number} does not have.");
        }
    }
}
