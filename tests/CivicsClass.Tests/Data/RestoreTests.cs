using System.Collections.Concurrent;
using System.Text;
using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Norms;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

[Trait("Database", "Sqlite")]
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-restore-").FullName;
    private readonly StringWriter _said = new();
    private string _backup = "";

    /// <summary>R18.</summary>
    [Fact]
    public async Task A_backup_made_under_load_comes_back_in_a_fresh_folder_and_what_was_erased_stays_erased()
    {
        string erasedKey, keptKey;
        string[] gone;
        ConcurrentQueue<(Guid Session, long Seq)> told = [];
        (Guid Session, long Seq)[] before;
        ViewVersion seen;
        await using (var server = await TestServer.StartAsync(folder: At("old")))
        {
            var ana = await server.TeacherAsync();
            using var browser = await server.SignedInAsync(ana);
            var erased = await TaughtLesson.StartAsync(server, ana);
            var kept = await TaughtLesson.StartAsync(server, ana);
            (erasedKey, keptKey, gone) = (erased.Key, kept.Key, [erased.Ben, erased.Claim[^20..^2], erased.Note, erased.Draft]);
            using var enough = new CancellationTokenSource();
            var load = new[] { erased, kept }.Select(lesson => KeepJoiningAsync(lesson, told, enough.Token)).ToArray();
            await Wait.UntilAsync(() => told.Count > 50);

            before = [.. told];
            Assert.Equal(0, await BackupCommand.RunAsync(Settings("old"), null, TimeProvider.System, _said));
            await enough.CancelAsync();
            await Task.WhenAll(load);
            _backup = Directory.GetFiles(At("backups"), "*.db").Single();
            Assert.True(StandsIn(_backup, gone[0]));
            await browser.SubmitAsync($"/s/{erased.Key}/delete", ("typed", "delete"));
            Assert.Equal([erased.Id], Erasures.Read(At("backups", "erasures")));
            seen = new ViewVersion(kept.Host.Row.Epoch, 99);
        }

        Assert.Equal(0, await RestoreAsync("fresh"));

        Assert.Contains("Erased again: 1 session", _said.ToString(), StringComparison.Ordinal);
        await using var fresh = await TestServer.StartAsync(folder: At("fresh"));
        using var again = await fresh.SignedInAsync(await fresh.InDatabaseAsync(db => db.Users.SingleAsync()));
        Assert.Contains("Write for both sides", await again.ReadAsync($"/s/{keptKey}/report"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await again.GetAsync($"/s/{erasedKey}/report")).StatusCode);
        var there = await fresh.InDatabaseAsync(db => db.SessionEvents.Select(e => new { e.SessionId, e.Seq }).ToListAsync());
        var keptId = (await fresh.InDatabaseAsync(db => db.Sessions.SingleAsync())).Id;
        Assert.Superset(before.Where(t => t.Session == keptId).ToHashSet(), there.Select(t => (t.SessionId, t.Seq)).ToHashSet());
        Assert.All(there, t => Assert.Equal(keptId, t.SessionId));
        Assert.All(Directory.GetFiles(At("fresh"), "civics.db*"), file => Assert.All(gone, text => Assert.False(StandsIn(file, text), $"{text} in {file}")));
        var host = (await fresh.Services.GetRequiredService<LiveSessions>().FindAsync(keptKey))!;
        Assert.True(host.Row.Epoch > seen.Epoch + 1_000_000);
    }

    [Fact]
    public async Task The_ledger_that_is_named_counts_too_and_a_database_put_back_by_hand_forgets_when_the_server_starts()
    {
        await MakeAsync("old");
        var session = await InAsync("old", db => db.Sessions.Select(s => s.Id).SingleAsync());
        var ledger = At("ledger of another disk");
        await File.WriteAllTextAsync(ledger, $"2026-09-14T12:00:00Z session {session}\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, await RestoreAsync("fresh", ledger));
        Assert.Equal(0, await InAsync("fresh", db => db.Sessions.CountAsync()));
        Assert.Equal([session], Erasures.Read(At("fresh", "erasures")));

        Directory.CreateDirectory(At("by hand"));
        File.Copy(_backup, At("by hand", "civics.db"));
        File.Copy(At("fresh", "erasures"), At("by hand", "erasures"));
        await using var server = await TestServer.StartAsync(folder: At("by hand"));
        Assert.Equal(0, await server.InDatabaseAsync(db => db.SessionEvents.CountAsync()));
    }

    [Fact]
    public async Task What_was_there_is_kept_under_a_dated_name_and_everybody_on_the_staff_signs_in_again()
    {
        await MakeAsync("old");
        await using (var server = await TestServer.StartAsync(folder: At("old")))
            await server.TeacherAsync("bea@school.example");
        var stamp = await InAsync("old", db => db.Users.Where(u => u.Email == "ana@school.example").Select(u => u.SecurityStamp).SingleAsync());

        Assert.Equal(0, await RestoreAsync("old"));

        Assert.Equal(1, await InAsync("old", db => db.Users.CountAsync()));
        Assert.NotEqual(stamp, await InAsync("old", db => db.Users.Select(u => u.SecurityStamp).SingleAsync()));
        var kept = Directory.GetFiles(At("old"), "*.replaced").Single();
        Assert.Contains(kept, _said.ToString(), StringComparison.Ordinal);
        using var connection = new SqliteConnection($"Data Source={kept};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM AspNetUsers";
        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public async Task A_second_restore_of_the_same_backup_begins_later_epochs_than_the_first()
    {
        await MakeAsync("old");
        var time = new FakeTime();
        Assert.Equal(0, await RestoreAsync("fresh", clock: time));
        var first = await InAsync("fresh", db => db.Sessions.Select(s => s.Epoch).SingleAsync());
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, await RestoreAsync("fresh", clock: time));

        Assert.InRange(await InAsync("fresh", db => db.Sessions.Select(s => s.Epoch).SingleAsync()), first + 60, int.MaxValue);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_server()
    {
        await MakeAsync("old");
        await using var server = await TestServer.StartAsync(folder: At("old"));

        Assert.Contains("Stop it first", await RefusedAsync("old", _backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_sound_backup_is_refused_and_changes_nothing()
    {
        await MakeAsync("old");
        var sound = await File.ReadAllBytesAsync(At("old", "civics.db"), TestContext.Current.CancellationToken);
        var (words, empty, damaged, newer, loose) = (At("words"), At("empty.db"), At("damaged.db"), At("newer.db"), At("loose.db"));
        await File.WriteAllTextAsync(words, new string('x', 9_000), TestContext.Current.CancellationToken);
        Change(empty, "CREATE TABLE Other (Id INTEGER)");
        File.Copy(_backup, damaged);
        await DamageAsync(damaged);
        File.Copy(_backup, newer);
        Change(newer, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0')""");
        File.Copy(_backup, loose);
        Change(loose, """PRAGMA foreign_keys=OFF; INSERT INTO "AspNetUserRoles" VALUES ('nobody', 'nothing')""");

        Assert.Contains("There is no file", await RefusedAsync("old", At("nowhere.db")), StringComparison.Ordinal);
        Assert.Contains("is the database itself", await RefusedAsync("old", At("old", "civics.db")), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await RefusedAsync("old", words), StringComparison.Ordinal);
        Assert.Contains("not one of CivicsClass", await RefusedAsync("old", empty), StringComparison.Ordinal);
        Assert.Contains("damaged", await RefusedAsync("old", damaged), StringComparison.Ordinal);
        Assert.Contains("newer version", await RefusedAsync("old", newer), StringComparison.Ordinal);
        Assert.Contains("refer to rows", await RefusedAsync("old", loose), StringComparison.Ordinal);
        Assert.Equal(sound, await File.ReadAllBytesAsync(At("old", "civics.db"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(At("old")), file => file.EndsWith("restoring", StringComparison.Ordinal) || file.EndsWith("replaced", StringComparison.Ordinal));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _said.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string At(params string[] names) => Path.Combine([_folder, .. names]);

    private IConfiguration Settings(string data, string? ledger = null) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Data:Folder", At(data)), new("ConnectionStrings:Civics", $"Data Source={At(data, "civics.db")}"), new("Erasures", ledger)]).Build();

    /// <summary>A server with one session has run in this folder, and was backed up.</summary>
    private async Task MakeAsync(string data)
    {
        await using (var server = await TestServer.StartAsync(folder: At(data)))
            await TaughtLesson.EmptyAsync(server, await server.TeacherAsync());
        _backup = At("backup.db");
        Assert.Equal(0, await BackupCommand.RunAsync(Settings(data), _backup, TimeProvider.System, _said));
        SqliteConnection.ClearAllPools();
    }

    private async Task<int> RestoreAsync(string data, string? ledger = null, string? backup = null, TimeProvider? clock = null)
    {
        SqliteConnection.ClearAllPools();
        await using var services = Services(data, ledger);
        return await RestoreCommand.RunAsync(services, backup ?? _backup, clock ?? TimeProvider.System, _said);
    }

    private async Task<string> RefusedAsync(string data, string backup) =>
        (await Assert.ThrowsAsync<OperatorException>(() => RestoreAsync(data, backup: backup))).Message;

    private ServiceProvider Services(string data, string? ledger = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Settings(data, ledger)).AddSingleton<InstanceLock>().AddLogging().AddDatabase();
        services.Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(o => o.Stores.SchemaVersion = Microsoft.AspNetCore.Identity.IdentitySchemaVersions.Version3);
        return services.BuildServiceProvider();
    }

    private async Task<T> InAsync<T>(string data, Func<CivicsDbContext, Task<T>> ask)
    {
        await using var services = Services(data);
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CivicsDbContext>());
    }

    /// <summary>One student after another comes in and accepts the norms, and what they were told is written down.</summary>
    private static Task KeepJoiningAsync(TaughtLesson lesson, ConcurrentQueue<(Guid, long)> told, CancellationToken enough) => Task.Run(async () =>
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var ticket = Guid.NewGuid();
            var seated = await lesson.Host.DoAsync(Actor.Server, ticket, new TakeSeat($"Student {i}", null, new byte[32]), TimeProvider.System.GetUtcNow().UtcDateTime);
            told.Enqueue((lesson.Id, seated.Seq!.Value));
            var student = (await lesson.Host.AskAsync((session, _) => session.SeatOf(ticket)))!;
            await lesson.LearnAsync(student, new AcceptNorms("norms"));
        }
    }, CancellationToken.None);

    private static bool StandsIn(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static void Change(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A page in the middle is overwritten.</summary>
    private static async Task DamageAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open);
        stream.Seek(stream.Length / 4096 / 2 * 4096, SeekOrigin.Begin);
        await stream.WriteAsync(Enumerable.Repeat((byte)0x5a, 4096).ToArray());
    }
}
