using System.Globalization;
using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.SourceChecks;

namespace CivicsClass.Library.Files;

public static partial class PackWriter
{
    public static string Lesson(LessonPlan lesson)
    {
        var yaml = new YamlWriter().Text("title", lesson.Title).Text("summary", lesson.Summary).Plain("minutes", lesson.Minutes).Texts("objectives", lesson.Objectives);
        yaml.Maps("steps", lesson.Steps, step => Step(yaml, step));
        return yaml.ToString();
    }

    private static void Step(YamlWriter yaml, StepPlan step)
    {
        var kind = LessonFile.KindOf(step);
        yaml.Plain("kind", Word(kind)).Text("title", step.Title == LessonFile.DefaultTitle(kind) ? null : step.Title).Plain("minutes", step.Minutes).Text("script", step.Script).Text("early", step.Early);
        switch (step)
        {
            case ReadingPlan reading: yaml.Words("readings", reading.Readings); break;
            case QuizPlan quiz: yaml.Plain("pace", Word(quiz.Pace)).Words("items", quiz.Items).Plain("seconds", quiz.Seconds); break;
            case DebatePlan debate:
                yaml.Text("prompt", debate.Prompt).Plain("sides", Word(debate.Sides)).Plain("starters", debate.Starters == false ? "false" : null)
                .Plain("trust", debate.Trust is { } trust ? Word(trust) : null).Plain("first", debate.First is { } first ? first.ToString(CultureInfo.InvariantCulture) : null); break;
            case ControversyPlan controversy: Controversy(yaml, controversy); break;
            case SourceCheckPlan check: yaml.Text("check", check.Check).Words("claims", check.Claims); break;
            case PollPlan poll: yaml.Text("prompt", poll.Prompt); break;
            case ReflectionPlan reflection: yaml.Texts("prompts", reflection.Prompts); break;
        }
    }

    private static void Controversy(YamlWriter yaml, ControversyPlan plan) => yaml
        .Text("prompt", plan.Prompt).Plain("written", plan.Written ? "true" : null).Plain("switches", plan.Switches)
        .Plain("twoPeriods", plan.TwoPeriods ? "true" : null).Plain("reasons", plan.Reasons)
        .Map("phases", () => yaml.Plain("prepare", plan.Phases.Prepare).Plain("present", plan.Phases.Present).Plain("reverse", plan.Phases.Reverse)
            .Plain("agree", plan.Phases.Agree).Plain("debrief", plan.Phases.Debrief));
}
