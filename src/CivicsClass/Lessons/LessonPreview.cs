using CivicsClass.Controversies;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;

namespace CivicsClass.Lessons;

/// <summary>What a student of a lesson would see at one of its steps: the views of a session that is never stored.</summary>
/// <param name="Class">Without a countdown.</param>
public sealed record LessonPreview(ClassView Class, MyView My)
{
    /// <summary>In place of a session's key; a real one is longer.</summary>
    public const string Key = "preview";

    /// <param name="step">An id of the plan's steps. Those before it have been opened.</param>
    public static LessonPreview Of(LessonPlan plan, string step, Guid version, Pack pack, StepCatalog catalog, DateTime now)
    {
        var session = new LiveSession(Key, plan.Title, pack, catalog);
        session.Start(new Turn(Actor.Server, now), new SessionStarted(version, plan, IdentityMode.Alias, [.. pack.Positions.Select(p => p.Id)], Seed: 1));
        session.Do(Actor.Server, null, new TakeSeat(null, null, []), now);
        var (teacher, student) = (Actor.Teacher(Key), session.People.Keys.Single());
        // A team needs others; nobody else is in a preview.
        for (var more = 0; more < 3 && plan.Steps.OfType<ControversyPlan>().Any(); more++)
            session.Do(Actor.Server, null, new TakeSeat(null, null, []), now);
        foreach (var before in plan.Steps.TakeWhile(s => s.Id != step).Append(plan.Steps.First(s => s.Id == step)))
        {
            session.Do(teacher, null, new OpenStep(before.Id), now);
            if (before is NormsPlan && before.Id != step)
                session.Do(Actor.Student(student), null, new AcceptNorms(before.Id), now);
            if (before is ControversyPlan && before.Id == step)
                session.Do(teacher, null, new OpenPhase(before.Id, ControversyPhase.Prepare, []), now);
            if (before is QuizPlan { Pace: QuizPace.Teacher } quiz)
                session.Do(teacher, null, new OpenQuestion(quiz.Id, quiz.Items[0]), now);
        }
        return new LessonPreview(SessionViews.Class(session) with { Timer = new TimerView(null, null, false, false) }, SessionViews.My(session, student));
    }
}
