using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Help;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using Xunit;

namespace CivicsClass.Tests.Sessions;

/// <summary>A live session without a server: Ana teaches, Ben and Chi learn.</summary>
internal sealed class Classroom
{
    public const string BenId = "p1", ChiId = "p2", JoinCode = "ABC234";
    public static readonly StepCatalog Catalog = new StepCatalog().AddNorms().AddReadings().AddQuizzes().AddDebates().AddControversies().AddSourceChecks().AddPolls().AddHelp().AddReflections();
    public static readonly Actor AnaActor = Actor.Teacher("ana"), BenActor = Actor.Student(BenId), ChiActor = Actor.Student(ChiId);
    private static readonly Guid PackVersion = new("0197a000-0000-7000-8000-000000000001");

    private readonly List<Recorded> _log = [];
    private readonly Dictionary<string, string> _names = [];

    private Classroom(LiveSession session)
    {
        Session = session;
        Session.Watch = new HoldsCapitals();
    }

    public LiveSession Session { get; }
    public DateTime Now { get; private set; } = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);
    public IReadOnlyList<Recorded> Log => _log;
    public IReadOnlyDictionary<string, string> Names => _names;
    public Presence Presence { get; set; } = Presence.AllHere;

    /// <summary>Ana has started the lesson, nobody is in the room yet.</summary>
    public static Classroom Empty(params StepPlan[] steps) => EmptyWith(seed: 7, steps);

    public static Classroom EmptyWith(int seed, params StepPlan[] steps) => Start(SampleLesson.Pack, seed, steps);

    private static Classroom Start(Pack pack, int seed, StepPlan[] steps)
    {
        var room = new Classroom(new LiveSession("room1", "A lesson", pack, Catalog));
        room.Session.Start(new Turn(AnaActor, room.Now), new SessionStarted(PackVersion, SampleLesson.Plan(steps), IdentityMode.NameForTeacher, [SampleLesson.Require, SampleLesson.Choose], seed));
        room.TakeNew();
        return room;
    }

    /// <summary>Ben and Chi have taken their seats.</summary>
    public static Classroom With(params StepPlan[] steps) => WithPack(SampleLesson.Pack, steps);

    public static Classroom WithPack(Pack pack, params StepPlan[] steps)
    {
        var room = Start(pack, 7, steps);
        room.Joins("Ben Realname");
        room.Joins("Chi Realname");
        return room;
    }

    public string Joins(string name)
    {
        Do(Actor.Server, new TakeSeat(name, null, []));
        var id = Session.People.Keys.Last();
        _names[id] = name;
        return id;
    }

    public long Ana(SessionCommand command) => Do(AnaActor, command);
    public long Ben(SessionCommand command) => Do(BenActor, command);
    public long Chi(SessionCommand command) => Do(ChiActor, command);

    public long Do(Actor by, SessionCommand command, Guid? id = null)
    {
        try
        {
            return Session.Do(by, id, command, Now);
        }
        finally
        {
            // A refused command may have come after time that had to be called first.
            TakeNew();
        }
    }

    /// <returns>The sentence; asserts that nothing was recorded.</returns>
    public string Refuses(Actor by, SessionCommand command)
    {
        var before = Session.Seq;
        var refusal = Assert.Throws<Refusal>(() => Session.Do(by, null, command, Now));
        Assert.Equal(before, Session.Seq);
        Assert.NotEmpty(refusal.Message);
        return refusal.Message;
    }

    /// <summary>Time passes and the server, unless it is busy, calls time when it is due.</summary>
    public void Wait(double seconds, bool serverIsBusy = false)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        if (!serverIsBusy && Session.NextDeadline is { } due && due <= until)
        {
            Now = due > Now ? due : Now;
            Do(Actor.Server, new CallTime());
        }
        Now = until;
    }

    public T ClassStep<T>(string step) where T : StepView => Assert.IsType<T>(SessionViews.Class(Session).Open[step]);
    public T MyStep<T>(string participant, string step) where T : MyStepView => Assert.IsType<T>(SessionViews.My(Session, participant).Steps[step]);
    public T TeacherStep<T>(string step) where T : TeacherStepView => Assert.IsType<T>(SessionViews.Teacher(Session, Presence, Names, JoinCode).Steps[step]);
    public T WallStep<T>() where T : WallStepView => Assert.IsType<T>(SessionViews.Wall(Session, Presence, JoinCode).Step);
    public string ProgressOf(string participant) => SessionViews.Teacher(Session, Presence, Names, JoinCode).Roster[participant].Progress;

    /// <summary>The same session from its log, written as JSON and read again.</summary>
    public Classroom Replayed()
    {
        var events = _log.Select(r => r with
        {
            Event = (SessionEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(r.Event, r.Event.GetType(), Catalog.Json), Catalog.Events[Catalog.Kind(r.Event)], Catalog.Json)!,
        });
        var room = new Classroom(LiveSession.Replay(Session.Key, Session.Title, Session.Pack, Catalog, events)) { Now = Now, Presence = Presence };
        room._log.AddRange(_log);
        foreach (var (id, name) in _names)
            room._names[id] = name;
        return room;
    }

    /// <summary>Every view of every audience, by "class", "wall", "teacher" and "my/p1" …</summary>
    public Dictionary<string, object> Views()
    {
        var views = new Dictionary<string, object>
        {
            ["class"] = SessionViews.Class(Session),
            ["wall"] = SessionViews.Wall(Session, Presence, JoinCode),
            ["teacher"] = SessionViews.Teacher(Session, Presence, Names, JoinCode),
        };
        foreach (var person in Session.Seated)
            views[$"my/{person.Id}"] = SessionViews.My(Session, person.Id);
        return views;
    }

    public static string Write(object view) => JsonSerializer.Serialize(view, view.GetType(), Catalog.Json);

    public Dictionary<string, string> Written() => Views().ToDictionary(v => v.Key, v => Write(v.Value));

    public static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nbut was  {actual}");

    /// <summary>As the store does it: what is erased goes from the log as well.</summary>
    private void TakeNew()
    {
        var (events, rows) = Session.TakeNew();
        _log.AddRange(events);
        foreach (var erased in rows.OfType<EventErased>())
            _log[(int)erased.Seq - 1] = _log[(int)erased.Seq - 1] with { Event = erased.Erased };
    }
}
