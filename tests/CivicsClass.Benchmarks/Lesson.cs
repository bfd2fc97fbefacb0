using System.Text.Json;
using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;

namespace CivicsClass.Benchmarks;

/// <summary>A long quiz: students take their seats, then change their answers until the log is as long as asked for.</summary>
public sealed class Lesson
{
    public const string Teacher = "ana";
    public static readonly StepCatalog Catalog = new StepCatalog().AddNorms().AddReadings().AddQuizzes().AddDebates().AddControversies().AddSourceChecks().AddReflections();
    private static readonly QuizPlan Quiz = new() { Id = "quiz", Title = "Check the law", Minutes = 5, Script = "", Early = "", Pace = QuizPace.Teacher, Items = ["clause"] };

    private static readonly Pack Pack = new()
    {
        Format = 1, Id = "bench", Title = "Bench", Question = "Should it?", Summary = "", Language = "en", AsOf = "2026-06",
        Positions = [new Position("yes", "It should", "Yes"), new Position("no", "It should not", "No")],
        Norms = [], Readings = [], Glossary = [], Lessons = [],
        Quiz =
        [
            new QuizItem
            {
                Id = "clause", Kind = ItemKind.Single, Stem = "Which article?", Explanation = "Because.", RestsOn = [], Difficulty = Difficulty.Easy, Helps = "neither",
                Options = [new Option("a", "Article VI", true, null, "Yes."), new Option("b", "Article I", false, "powers", "No."), new Option("c", "Article X", false, "states", "No.")],
            },
        ],
    };

    private readonly List<Recorded> _log = [];
    private readonly Dictionary<string, string> _names = [];
    private DateTime _now = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);
    private int _answers;

    public Lesson(int students)
    {
        Session = new LiveSession("bench", "A lesson", Pack, Catalog);
        var plan = new LessonPlan { Id = "bench", Title = "A lesson", Summary = "", Minutes = 5, Objectives = [], Steps = [Quiz] };
        Session.Start(new Turn(Actor.Teacher(Teacher), _now), new SessionStarted(Guid.Empty, plan, IdentityMode.NameForTeacher, ["yes", "no"], 7));
        for (var i = 0; i < students; i++)
            Session.Do(Actor.Server, Guid.NewGuid(), new TakeSeat($"Student {i}", null, new byte[32]), _now);
        foreach (var id in Session.People.Keys)
            _names[id] = $"Student {id}";
        Session.Do(Actor.Teacher(Teacher), Guid.NewGuid(), new OpenStep("quiz"), _now);
        Session.Do(Actor.Teacher(Teacher), Guid.NewGuid(), new OpenQuestion("quiz", "clause"), _now);
        _log.AddRange(Session.TakeNew().Events);
        Students = [.. Session.People.Keys];
    }

    public LiveSession Session { get; }
    public IReadOnlyList<string> Students { get; }

    /// <summary>One student after the other changes to the next option.</summary>
    public IReadOnlyList<Recorded> Answer()
    {
        var student = Students[_answers % Students.Count];
        var option = "abc"[_answers++ / Students.Count % 3];
        _now += TimeSpan.FromMilliseconds(1);
        Session.Do(Actor.Student(student), Guid.NewGuid(), new Answer("quiz", "clause", [$"{option}"]), _now);
        return Session.TakeNew().Events;
    }

    /// <summary>The log as its rows hold it.</summary>
    public (Recorded Head, string Kind, string Payload)[] Rows(int events)
    {
        while (_log.Count < events)
            _log.AddRange(Answer());
        return [.. _log.Select(r => (r with { Event = null! }, Catalog.Kind(r.Event), JsonSerializer.Serialize(r.Event, r.Event.GetType(), Catalog.Json)))];
    }

    public static LiveSession Replay((Recorded Head, string Kind, string Payload)[] rows) =>
        LiveSession.Replay("bench", "A lesson", Pack, Catalog, rows.Select(row =>
            row.Head with { Event = (SessionEvent)JsonSerializer.Deserialize(row.Payload, Catalog.Events[row.Kind], Catalog.Json)! }));

    public TeacherView TeacherView() => SessionViews.Teacher(Session, Presence.AllHere, _names, "ABC234");
}
