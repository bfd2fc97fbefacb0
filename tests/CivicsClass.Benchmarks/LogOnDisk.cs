using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Benchmarks;

/// <summary>A database in a temporary folder with the server's own tables and settings, some sessions and the log that writes their events.</summary>
public sealed class LogOnDisk : IAsyncDisposable
{
    private const string Payload = """{"step":"quiz","item":"clause","options":["a"]}""";
    private readonly string _folder;
    private readonly ServiceProvider _services;
    private readonly long[] _seq;

    private LogOnDisk(string folder, ServiceProvider services, int sessions)
    {
        (_folder, _services, _seq) = (folder, services, new long[sessions]);
        Sessions = [.. _seq.Select(_ => Guid.CreateVersion7())];
        Log = services.GetRequiredService<EventLog>();
    }

    public IReadOnlyList<Guid> Sessions { get; }
    public EventLog Log { get; }
    public string ConnectionString => _services.GetRequiredService<DatabaseSettings>().ConnectionString;

    public static async Task<LogOnDisk> OpenAsync(int sessions)
    {
        var folder = Directory.CreateTempSubdirectory("civics-benchmarks-").FullName;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings).AddSingleton(TimeProvider.System).AddLogging().AddMetrics().AddDatabase();
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<SessionMetrics>().AddSingleton<EventLog>();
        var opened = new LogOnDisk(folder, services.BuildServiceProvider(), sessions);
        await opened.PrepareAsync();
        return opened;
    }

    /// <summary>The next events of one session; different sessions may be asked at the same time.</summary>
    public IReadOnlyList<SessionEventRow> Next(int session, int events) => [.. Enumerable.Range(0, events).Select(_ => new SessionEventRow
    {
        SessionId = Sessions[session], Seq = ++_seq[session], At = DateTime.UnixEpoch, Kind = "quiz.answered", By = "p1", CommandId = Guid.CreateVersion7(), Payload = Payload,
    })];

    public Task AppendAsync(int session, int events) => Log.AppendAsync(new LogEntry(Sessions[session], 1, Next(session, events), []));

    public async ValueTask DisposeAsync()
    {
        await Log.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PrepareAsync()
    {
        await _services.MigrateAsync();
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
            db.Sessions.AddRange(Sessions.Select(id => new SessionRow
            {
                Id = id, Key = Codes.Key(), WallToken = Codes.Token(), TeacherId = Lesson.Teacher, Title = "A lesson", PackVersionId = Guid.Empty, LessonId = "bench", Epoch = 1,
            }));
            await db.SaveChangesAsync();
        }
        await Log.StartAsync(CancellationToken.None);
    }
}
