using System.Globalization;
using System.Text.RegularExpressions;
using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.SourceChecks;
using Humanizer;

namespace CivicsClass.Lessons;

/// <summary>A lesson as a teacher's form holds it. It is read by the rules that a lesson's file is read by (<see cref="LessonFile"/>).</summary>
public sealed partial class LessonForm
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Minutes { get; set; }
    public List<string> Objectives { get; set; } = [];
    public List<StepForm> Steps { get; set; } = [];

    public static LessonForm Of(LessonPlan plan) => new()
    {
        Title = plan.Title,
        Summary = plan.Summary,
        Minutes = Text(plan.Minutes),
        Objectives = [.. plan.Objectives],
        Steps = [.. plan.Steps.Select(StepForm.Of)],
    };

    /// <summary>The lesson, or everything that is wrong with it. A problem's line is the number of its step; 0 is the lesson.</summary>
    public (LessonPlan? Plan, IReadOnlyList<Problem> Problems) Read(string id, Pack pack)
    {
        var problems = new Problems();
        var places = new PlaceBook();
        var steps = Steps.Where(s => !s.Removed).ToList();
        var plan = LessonFile.Read(new Fields("", Map(steps), problems), id, places);
        if (problems.None)
            new PackRules(pack, places, problems).Lesson(plan);
        return problems.None ? (plan, []) : (null, [.. problems.List().Select(p => p with { Line = p.Line == 0 ? 0 : 1 + Steps.IndexOf(steps[p.Line - 1]), Sentence = InWords(p.Sentence) })]);
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private YamlMap Map(List<StepForm> steps) => new(
    [
        .. Field("title", Title, 0), .. Field("summary", Summary, 0), Number("minutes", Minutes, 0),
        KeyValuePair.Create(Word("objectives", 0), Texts(Objectives, 0)),
        KeyValuePair.Create(Word("steps", 0), (YamlNode)new YamlList([.. steps.Select((s, at) => s.Map(at + 1))], 0)),
    ], 0);

    internal static YamlText Word(string value, int line) => new(value, Quoted: true, line);

    internal static IEnumerable<KeyValuePair<YamlText, YamlNode>> Field(string key, string? value, int line) =>
        string.IsNullOrWhiteSpace(value) ? [] : [KeyValuePair.Create(Word(key, line), (YamlNode)Word(value, line))];

    internal static KeyValuePair<YamlText, YamlNode> Number(string key, string? value, int line) =>
        KeyValuePair.Create(Word(key, line), (YamlNode)new YamlText(value is { Length: > 0 } given ? given.Trim() : "none", Quoted: false, line));

    internal static YamlNode Texts(IEnumerable<string?> texts, int line) =>
        new YamlList([.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => Word(t!, line))], line);

    /// <summary>A file's names of fields as the form calls them.</summary>
    private static string InWords(string sentence) => Quoted().Replace(sentence, name => name.Groups[1].Value switch
    {
        "script" => "“What you may say”",
        "early" => "“For those who finish early”",
        "items" => "“Questions”",
        "readings" => "“Texts”",
        "prompts" => "“What students write about”",
        "reasons" => "“Reasons on each card”",
        "phases" => "“Minutes of each phase”",
        "seconds" => "“Seconds for each question”",
        var other => $"“{other.Humanize(LetterCasing.Sentence)}”",
    });

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Quoted();
}

/// <summary>A step as the form holds it. What its kind does not use stays empty.</summary>
public sealed partial class StepForm
{
    public string Kind { get; set; } = "";
    public string? Title { get; set; }
    public string? Minutes { get; set; }
    public string? Script { get; set; }
    public string? Early { get; set; }
    public List<string> Readings { get; set; } = [];
    public QuizPace Pace { get; set; }
    public List<string> Items { get; set; } = [];
    public string? Seconds { get; set; }
    public string? Prompt { get; set; }
    public SideRule Sides { get; set; }
    public bool NoStarters { get; set; }
    public Trust? Trust { get; set; }
    public string? First { get; set; }
    public string? Check { get; set; }
    public List<string> Claims { get; set; } = [];
    public List<string?> Prompts { get; set; } = [];
    /// <summary>Taken out, but still in the form until it is saved, so that it can be put back.</summary>
    public bool Removed { get; set; }

    /// <summary>The kinds of steps there are, with their names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["norms"] = "Norms", ["reading"] = "Reading", ["quiz"] = "Quiz", ["debate"] = "Debate", ["controversy"] = "Controversy", ["sourceCheck"] = "Source check", ["reflection"] = "Reflection", ["poll"] = "Stance poll",
    };

    public static StepForm Of(StepPlan step)
    {
        var form = new StepForm { Title = step.Title, Minutes = LessonForm.Text(step.Minutes), Script = step.Script, Early = step.Early };
        switch (step)
        {
            case NormsPlan: form.Kind = "norms"; break;
            case ReadingPlan reading: (form.Kind, form.Readings) = ("reading", [.. reading.Readings]); break;
            case QuizPlan quiz: (form.Kind, form.Pace, form.Items, form.Seconds) = ("quiz", quiz.Pace, [.. quiz.Items], quiz.Seconds is { } seconds ? LessonForm.Text(seconds) : null); break;
            case DebatePlan debate:
                (form.Kind, form.Prompt, form.Sides, form.NoStarters, form.Trust, form.First) =
                ("debate", debate.Prompt, debate.Sides, debate.Starters == false, debate.Trust, debate.First is { } first ? LessonForm.Text(first) : null); break;
            case ControversyPlan controversy: form.TakeIn(controversy); break;
            case SourceCheckPlan check: (form.Kind, form.Check, form.Claims) = ("sourceCheck", check.Check, [.. check.Claims]); break;
            case PollPlan poll: (form.Kind, form.Prompt) = ("poll", poll.Prompt); break;
            case ReflectionPlan reflection: (form.Kind, form.Prompts) = ("reflection", [.. reflection.Prompts]); break;
            default: throw new InvalidOperationException($"The form has no {step.GetType().Name}.");
        }
        return form;
    }

    /// <summary>A new step that is right as it stands, except for what has to be chosen from the topic.</summary>
    public static StepForm New(string kind, Pack pack) => new()
    {
        Kind = kind,
        Title = Kinds[kind],
        Minutes = "5",
        Script = kind switch
        {
            "norms" => "Read our norms and accept them.",
            "reading" => "Read the texts and keep sentences that you could quote.",
            "quiz" => "Answer each question on your own.",
            "debate" => "Write one argument with a quotation from the texts.",
            "controversy" => "Sit with your team. Your side is given by lot, and it tells nobody what you believe.",
            "sourceCheck" => "Judge each claim and say where in the article it stands.",
            "poll" => "Say for yourself where you lean, or skip. Nobody can find out what you said, I cannot either.",
            _ => "Write for yourself. Only I read it.",
        },
        Early = "Read again what surprised you most.",
        Trust = kind == "debate" ? Debates.Trust.Strict : null,
        Check = kind == "sourceCheck" ? pack.SourceChecks.Select(c => c.Id).FirstOrDefault() : null,
        Prompts = kind == "reflection" ? ["What was the strongest argument of the side you did not argue?"] : [],
    };

    internal YamlMap Map(int line)
    {
        List<KeyValuePair<YamlText, YamlNode>> pairs =
        [
            .. LessonForm.Field("kind", Kind, line), .. LessonForm.Field("title", Title, line), .. Length(line),
            .. LessonForm.Field("script", Script, line), .. LessonForm.Field("early", Early, line),
        ];
        switch (Kind)
        {
            case "reading": Add("readings", LessonForm.Texts(Readings, line)); break;
            case "quiz":
                Add("pace", LessonForm.Word(Pace.ToString().Camelize(), line));
                Add("items", LessonForm.Texts(Items, line));
                if (Pace == QuizPace.Teacher && !string.IsNullOrWhiteSpace(Seconds))
                    pairs.Add(LessonForm.Number("seconds", Seconds, line));
                break;
            case "poll": pairs.AddRange(LessonForm.Field("prompt", Prompt, line)); break;
            case "debate":
                pairs.AddRange(LessonForm.Field("prompt", Prompt, line));
                Add("sides", LessonForm.Word(Sides.ToString().Camelize(), line));
                if (NoStarters)
                    Add("starters", LessonForm.Word("false", line));
                if (Trust is { } trust)
                    Add("trust", LessonForm.Word(trust.ToString().Camelize(), line));
                if (Trust == Debates.Trust.First && !string.IsNullOrWhiteSpace(First))
                    pairs.Add(LessonForm.Number("first", First, line));
                break;
            case "controversy": pairs.AddRange(Controversy(line)); break;
            case "sourceCheck":
                pairs.AddRange(LessonForm.Field("check", Check, line));
                if (Claims.Count > 0)
                    Add("claims", LessonForm.Texts(Claims, line));
                break;
            case "reflection": Add("prompts", LessonForm.Texts(Prompts, line)); break;
        }
        return new YamlMap(pairs, line);

        void Add(string key, YamlNode value) => pairs.Add(KeyValuePair.Create(LessonForm.Word(key, line), value));
    }
}
