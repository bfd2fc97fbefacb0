using System.Collections.Concurrent;
using System.Text.Json;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Servers;
using CivicsClass.Sessions;
using CivicsClass.Tests.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicsClass.Tests.Sessions;

/// <summary>The live engine on a real database, without the web around it: what is sent is written down.
/// Its lessons have one made-up step, so that the engine is seen to know no step by name.</summary>
public sealed class Engine : IAsyncDisposable
{
    public const string Ana = "teacher-ana";
    private readonly ServiceProvider _services;
    private readonly string _folder;
    private Task<PackVersion>? _pack;

    private Engine(string folder, DatabaseSettings database, FakeTime time, string? address)
    {
        (_folder, Database, Time) = (folder, database, time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([.. database.InWords(), new("Data:Folder", folder), new("Cluster:Address", address)]).Build());
        services.AddDatabase();
        services.AddLease();
        TestDatabase.Watch(services);
        services.AddSingleton(Probe.Register(new StepCatalog()));
        services.AddSingleton<Packs>().AddSingleton<CivicsClass.Moderation.Holds.CurrentHolds>();
        services.AddSingleton<SessionStore>();
        services.AddMetrics().AddSingleton<SessionMetrics>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<Loudspeaker>();
        services.AddSingleton<IMegaphone>(s => s.GetRequiredService<Loudspeaker>());
        services.AddSingleton<LiveSessions>();
        _services = services.BuildServiceProvider();
    }

    public FakeTime Time { get; }
    internal DatabaseSettings Database { get; }
    public DateTime Now => Time.GetUtcNow().UtcDateTime;
    public LiveSessions Live => _services.GetRequiredService<LiveSessions>();
    public Loudspeaker Heard => _services.GetRequiredService<Loudspeaker>();
    public SessionStore Store => _services.GetRequiredService<SessionStore>();
    public WriteLock Lock => _services.GetRequiredService<WriteLock>();
    internal string Folder => _folder;
    internal StepCatalog Catalog => _services.GetRequiredService<StepCatalog>();
    public EventLog Log => _services.GetRequiredService<EventLog>();
    public ServerLease Lease => _services.GetRequiredService<ServerLease>();

    /// <param name="address">Of one of several servers.</param>
    public static async Task<Engine> StartAsync(string? folder = null, FakeTime? time = null, DatabaseProvider? only = null, string? address = null)
    {
        folder ??= Directory.CreateTempSubdirectory("civics-engine-").FullName;
        var engine = new Engine(folder, await TestDatabase.ForAsync(folder, only), time ?? new FakeTime(), address);
        await engine._services.MigrateAsync();
        await engine.Lease.StartAsync(default);
        await engine.Log.StartAsync(default);
        await engine.Live.StartAsync(default);
        return engine;
    }

    /// <summary>Another server beside this one, on the same database.</summary>
    public Task<Engine> NeighbourAsync(string address) => StartAsync(_folder, Time, address: address);

    /// <summary>The same data under a new engine, as after a restart. The old one is stopped, as politely as a crash would be.</summary>
    public async Task<Engine> RestartAsync()
    {
        await StopAsync();
        return await StartAsync(_folder, Time, Database.Provider);
    }

    public async Task<SessionHost> HostAsync(int minutes = 5, string teacher = Ana)
    {
        var version = await PackAsync();
        var plan = new LessonPlan
        {
            Id = "probe-lesson", Title = "Probe", Summary = "", Minutes = minutes, Objectives = [],
            Steps = [new ProbePlan { Id = "probe", Title = "Probe", Minutes = minutes, Script = "", Early = "" }],
        };
        var row = await Store.StartAsync(teacher, version, plan, IdentityMode.Alias);
        return (await Live.FindAsync(row.Key))!;
    }

    public async Task<string> SeatAsync(SessionHost host)
    {
        var ticket = Guid.NewGuid();
        var outcome = await host.DoAsync(Actor.Server, ticket, new TakeSeat(null, null, new byte[32]), Now);
        Assert.Null(outcome.Refused);
        return (await host.AskAsync((live, _) => live.SeatOf(ticket)))!;
    }

    public Task<Outcome> TeachAsync(SessionHost host, SessionCommand command) => host.DoAsync(Actor.Teacher(Ana), Guid.NewGuid(), command, Now);

    public Task<Outcome> SayAsync(SessionHost host, string student, string text, Guid? id = null) =>
        host.DoAsync(Actor.Student(student), id ?? Guid.NewGuid(), new Say("probe", text), Now);

    public static Task<Entered> EnterAsync(SessionHost host, string connection, string audience, string? participant = null, Action? abort = null, StaffSeat? staff = null) =>
        host.EnterAsync(new Listener(connection, audience, participant, staff, abort ?? (() => { })), new Dictionary<string, int[]>());

    /// <summary>What stands on the disk, read by a connection of its own.</summary>
    public Task<T> OnDiskAsync<T>(string sql) => Database.ScalarAsync<T>(sql);

    /// <summary>The database refuses every event with this word in it, until it is mended.</summary>
    public Task BreakAsync(string word) => OnDiskAsync<int>(Database.IsSqlite
        ? $"""CREATE TRIGGER "broken" BEFORE INSERT ON "SessionEvents" WHEN NEW."Payload" LIKE '%{word}%' BEGIN SELECT RAISE(ABORT, 'disk trouble'); END; SELECT 0"""
        : $"""ALTER TABLE "SessionEvents" ADD CONSTRAINT "broken" CHECK ("Payload" NOT LIKE '%{word}%'); SELECT 0""");

    public Task MendAsync() => OnDiskAsync<int>(Database.IsSqlite
        ? """DROP TRIGGER "broken"; SELECT 0"""
        : """ALTER TABLE "SessionEvents" DROP CONSTRAINT "broken"; SELECT 0""");

    internal async Task<T> InDatabaseAsync<T>(Func<CivicsDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CivicsDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!Directory.Exists(_folder))
            return;
        await TestDatabase.ForgetAsync(Database);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The one pack; the first to ask makes it.</summary>
    private Task<PackVersion> PackAsync()
    {
        lock (_services)
            return _pack ??= MakePackAsync();
    }

    private async Task<PackVersion> MakePackAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        if (await db.PackVersions.FirstOrDefaultAsync() is { } there)
            return there;
        var pack = new Pack
        {
            Format = 1, Id = "probe", Title = "Probe", Question = "Should it?", Summary = "", Language = "en", AsOf = "2026-06",
            Positions = [new Position("yes", "It should", "Yes"), new Position("no", "It should not", "No")],
            Norms = [], Readings = [], Quiz = [], Glossary = [], Lessons = [],
        };
        var document = JsonSerializer.Serialize(pack, _services.GetRequiredService<StepCatalog>().Json);
        var version = new PackVersion
        {
            Id = Guid.NewGuid(), PackId = "probe", Number = 1, Hash = PackVersion.HashOf(document), Title = "Probe", Question = "Should it?",
            Document = document, PublishedAt = Now, PublishedBy = "test",
        };
        db.Add(version);
        await db.SaveChangesAsync();
        return version;
    }

    private bool _stopped;

    private async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await Live.StopAsync(default);
        await Log.StopAsync(default);
        await Lease.StopAsync(default);
        await _services.DisposeAsync();
    }
}

/// <summary>Keeps what was sent, to whom.</summary>
public sealed class Loudspeaker : IMegaphone
{
    public sealed record Sent(string What, string Audience, string? Participant, string Json);

    private readonly ConcurrentQueue<Sent> _sent = [];

    public IReadOnlyList<Sent> All => [.. _sent];
    public IReadOnlyList<Sent> Patches(string audience) => [.. _sent.Where(s => s.What == "Patch" && s.Audience == audience)];

    public Task JoinAsync(string session, Listener listener) => Task.CompletedTask;

    public Task LeaveAsync(string session, Listener listener)
    {
        _sent.Enqueue(new("Leave", listener.Audience, listener.Participant, listener.Connection));
        return Task.CompletedTask;
    }

    public void Patch(string session, string audience, string? participant, ViewVersion from, ViewVersion to, RawJson patch) =>
        _sent.Enqueue(new("Patch", audience, participant, System.Text.Encoding.UTF8.GetString(patch.Utf8.Span)));

    public void Beacon(string session, string audience, string? participant, IReadOnlyDictionary<string, int[]> versions, long now) =>
        _sent.Enqueue(new("Beacon", audience, participant, string.Join(';', versions.Select(v => $"{v.Key}={v.Value[0]},{v.Value[1]}"))));

    public void Beacon(Listener listener, IReadOnlyDictionary<string, int[]> versions, long now) =>
        _sent.Enqueue(new("Beacon", listener.Audience, listener.Participant, $"{listener.Connection}: {string.Join(';', versions.Select(v => $"{v.Key}={v.Value[0]},{v.Value[1]}"))}"));

    public void Removed(string session, Listener listener, string sentence)
    {
        _sent.Enqueue(new("Removed", listener.Audience, listener.Participant, sentence));
        listener.Abort();
    }
}

public sealed record ProbePlan : StepPlan;

public sealed record Say(string Step, string Text) : StepCommand(Step), IFromStudent;

public sealed record Said(string Step, string Text) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;

    string IWritten.Item => Text;
    IReadOnlyList<HoldMark>? IWritten.Held => null;
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => [KeyValuePair.Create("text", Text)];
    SessionEvent IWritten.Erased() => this with { Text = Written.Erased };
}

public sealed record ProbeView : StepView;

public sealed record MyProbe(IReadOnlyList<string> Said) : MyStepView;

public sealed record TeacherProbe(int Said) : TeacherStepView;

public sealed record WallProbe : WallStepView;

/// <summary>A step that remembers what was said, closes when its time is up, and breaks down when told to.</summary>
public sealed class Probe(LiveSession session, ProbePlan plan) : Step(session, plan)
{
    private readonly List<(string By, string Text)> _said = [];

    public static StepCatalog Register(StepCatalog catalog) => catalog
        .Step<ProbePlan>("probe", (session, plan) => new Probe(session, plan))
        .Command<Say>("probe.say")
        .Event<Said>("probe.said")
        .Views<ProbeView, MyProbe, TeacherProbe, WallProbe>("probe");

    public IReadOnlyList<string> Everything => [.. _said.Select(s => s.Text)];
    public int TimesUp { get; private set; }

    public override void Do(Turn turn, StepCommand command)
    {
        MustBeOpen();
        if (Session.Time.Up)
            throw new Refusal("Time is up.");
        var say = (Say)command;
        if (say.Text == "break")
            throw new InvalidOperationException("The probe broke, as it was told.");
        Record(turn, new Said(Id, say.Text));
    }

    public override void Apply(Recorded recorded) => _said.Add((recorded.By, ((Said)recorded.Event).Text));
    public override void TimeUp(Turn turn) => TimesUp++;
    public override StepView ClassView() => new ProbeView();
    public override WallStepView WallView() => new WallProbe();
    public override TeacherStepView TeacherView() => new TeacherProbe(_said.Count);
    public override MyStepView MyView(string participant) => new MyProbe([.. _said.Where(s => s.By == participant).Select(s => s.Text)]);
    public override string Progress(string participant) => "";
}
