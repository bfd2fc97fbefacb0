using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.SourceChecks;
using Humanizer;

namespace CivicsClass.Library.Files;

/// <summary>lessons/*.yaml: what happens in class, step by step.</summary>
internal static partial class LessonFile
{
    public const string Folder = "lessons/";

    internal enum Activity { Norms, Reading, Quiz, Debate, Controversy, SourceCheck, Reflection, Poll }

    public static IReadOnlyList<LessonPlan> ReadAll(PackFiles files, PlaceBook places, Problems problems)
    {
        var paths = files.In(Folder, ".yaml").ToList();
        if (paths.Count is 0 or > Limits.Lessons)
            problems.Add(Folder, 0, $"A pack needs 1 to {Limits.Lessons} lessons, and there are {paths.Count}. Each is a file such as lessons/quick-debate.yaml.");
        return [.. paths.Take(Limits.Lessons).Select(p => Read(p, files, places, problems)).OfType<LessonPlan>()];
    }

    private static LessonPlan? Read(string path, PackFiles files, PlaceBook places, Problems problems)
    {
        var id = PackReader.WithoutNumber(path[Folder.Length..^".yaml".Length]);
        if (!PackId.IsValid(id))
            problems.Add(path, 0, $"The lesson's id is its file name without a number before it. {PackId.Advice(id)}");
        if (PackReader.Open(files, path, problems) is not { } fields)
            return null;
        return Read(fields, id, places);
    }

    /// <summary>A lesson from its fields, whether they stand in a file or come from a form.</summary>
    public static LessonPlan Read(Fields fields, string id, PlaceBook places)
    {
        places.Note(PlaceBook.Lesson(id), fields);
        var seen = new Dictionary<Activity, int>();
        var lesson = new LessonPlan
        {
            Id = id,
            Title = fields.Text("title", Limits.Title),
            Summary = fields.Text("summary", Limits.Summary),
            Minutes = fields.Number("minutes", 1, 600),
            Objectives = [.. fields.Texts("objectives", 1, 4, Limits.Objective).Select(o => o.Value)],
            Steps = [.. fields.Maps("steps", 1, Limits.Steps).Select(s => Step(s, id, seen, places)).OfType<StepPlan>()],
        };
        fields.NothingElse();
        return lesson;
    }

    private static StepPlan? Step(Fields fields, string lesson, Dictionary<Activity, int> seen, PlaceBook places)
    {
        if (!fields.Has("kind"))
        {
            fields.Problem("kind", "`kind` is missing. Say what the step is: norms, reading, quiz, debate, controversy, sourceCheck, reflection or poll.");
            return null;
        }
        if (fields.WordOrNothing<Activity>("kind") is not { } kind)
            return null;
        var count = seen[kind] = seen.GetValueOrDefault(kind) + 1;
        var name = kind.ToString().Camelize();
        var id = count == 1 ? name : $"{name}-{count}";
        places.Note(PlaceBook.Step(lesson, id), fields);
        var title = fields.OptionalText("title", Limits.StepTitle) ?? DefaultTitle(kind);
        var minutes = kind == Activity.Controversy ? 0 : fields.Number("minutes", 1, 180);
        var script = fields.Text("script", Limits.Script);
        var early = fields.Text("early", Limits.Script);
        StepPlan step = kind switch
        {
            Activity.Norms => new NormsPlan { Id = id, Title = title, Minutes = minutes, Script = script, Early = early },
            Activity.Reading => new ReadingPlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Readings = [.. fields.Texts("readings", 1, 20, Limits.Id).Select(r => r.Value)],
            },
            Activity.Quiz => new QuizPlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Pace = fields.Word<QuizPace>("pace"),
                Items = [.. fields.Texts("items", 1, 50, Limits.Id).Select(i => i.Value)],
                Seconds = fields.OptionalNumber("seconds", 10, 600),
            },
            Activity.Debate => new DebatePlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Prompt = fields.OptionalText("prompt", Limits.Prompt),
                Sides = fields.Word<SideRule>("sides"),
                Starters = fields.Has("starters") && !fields.Flag("starters") ? false : null,
                Trust = fields.Has("trust") ? fields.Word<Trust>("trust") : null,
                First = fields.OptionalNumber("first", 1, DebateStep.MostFirst),
            },
            Activity.Controversy => Controversy(fields, id, title, script, early),
            Activity.SourceCheck => new SourceCheckPlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Check = fields.Text("check", Limits.Id),
                Claims = [.. fields.Texts("claims", fields.Has("claims") ? 1 : 0, Limits.Claims, Limits.Id).Select(c => c.Value)],
            },
            Activity.Poll => new PollPlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Prompt = fields.OptionalText("prompt", Limits.Prompt),
            },
            _ => new ReflectionPlan
            {
                Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
                Prompts = [.. fields.Texts("prompts", 1, 4, Limits.Prompt).Select(p => p.Value)],
            },
        };
        fields.NothingElse();
        return step;
    }

    internal static Activity KindOf(StepPlan step) => step switch
    {
        NormsPlan => Activity.Norms,
        ReadingPlan => Activity.Reading,
        QuizPlan => Activity.Quiz,
        DebatePlan => Activity.Debate,
        ControversyPlan => Activity.Controversy,
        SourceCheckPlan => Activity.SourceCheck,
        ReflectionPlan => Activity.Reflection,
        PollPlan => Activity.Poll,
        _ => throw new ArgumentException($"A pack has no word for {step.GetType().Name}.", nameof(step)),
    };

    internal static string DefaultTitle(Activity kind) => kind switch { Activity.Quiz => "Quiz on the law", Activity.Poll => "Where do you lean?", _ => kind.Humanize(LetterCasing.Sentence) };
}
