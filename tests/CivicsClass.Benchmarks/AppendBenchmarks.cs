using BenchmarkDotNet.Attributes;
using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Benchmarks;

/// <summary>From events to the disk: SQLite with a sync for every commit, in a temporary folder.</summary>
public class AppendBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-benchmarks-").FullName;
    private ServiceProvider _services = null!;
    private EventLog _log = null!;
    private Guid[] _sessions = [];
    private long _seq;

    /// <summary>Sessions that append at the same moment.</summary>
    [Params(1, 60)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", _folder)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings).AddSingleton(TimeProvider.System).AddLogging().AddMetrics().AddDatabase();
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<SessionMetrics>().AddSingleton<EventLog>();
        _services = services.BuildServiceProvider();
        await _services.MigrateAsync();
        _sessions = [.. Enumerable.Range(0, Sessions).Select(_ => Guid.CreateVersion7())];
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
            db.Sessions.AddRange(_sessions.Select(id => new SessionRow
            {
                Id = id, Key = Codes.Key(), WallToken = Codes.Token(), TeacherId = Lesson.Teacher, Title = "A lesson", PackVersionId = Guid.Empty, LessonId = "bench", Epoch = 1,
            }));
            await db.SaveChangesAsync();
        }
        _log = _services.GetRequiredService<EventLog>();
        await _log.StartAsync(CancellationToken.None);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _log.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "append an event in each session, on the disk")]
    public Task AppendAsync()
    {
        var seq = ++_seq;
        return Task.WhenAll(_sessions.Select(session => _log.AppendAsync(new LogEntry(session, 1,
        [
            new SessionEventRow
            {
                SessionId = session, Seq = seq, At = DateTime.UnixEpoch, Kind = "quiz.answered", By = "p1", CommandId = Guid.CreateVersion7(),
                Payload = """{"step":"quiz","item":"clause","options":["a"]}""",
            },
        ], []))));
    }
}
