using System.Text;
using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using CivicsClass.Tests.Sessions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

/// <summary>One text erased in a session that stays, and a real backup from before.</summary>
[Trait("Database", "Sqlite")]
public sealed class RestoredTextTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-restore-").FullName;
    private readonly StringWriter _said = new();

    [Fact]
    public async Task A_text_erased_after_the_backup_stays_erased_when_that_backup_is_restored()
    {
        string key, words, backup;
        await using (var server = await TestServer.StartAsync(folder: At("old")))
        {
            var ana = await server.TeacherAsync();
            var lesson = await TaughtLesson.StartAsync(server, ana);
            (key, words) = (lesson.Key, lesson.Claim[^20..^2]);
            Assert.Equal(0, await BackupCommand.RunAsync(Settings("old"), null, TimeProvider.System, _said));
            backup = Directory.GetFiles(At("backups"), "*.db").Single();
            Assert.True(StandsIn(backup, words));
            var seq = await lesson.Host.AskAsync((session, _) => ((TeacherDebate)session.Step("debate").TeacherView()).Arguments["a1"].Seq);
            await lesson.TeachAsync(ana, new EraseText(seq));
        }

        Assert.Equal(0, await RestoreAsync("fresh", backup));

        Assert.Contains("Erased again: 1 text", _said.ToString(), StringComparison.Ordinal);
        Assert.True(StandsIn(backup, words));
        await using var fresh = await TestServer.StartAsync(folder: At("fresh"));
        Assert.All(Directory.GetFiles(At("fresh"), "civics.db*"), file => Assert.False(StandsIn(file, words), file));
        using var again = await fresh.SignedInAsync(await fresh.InDatabaseAsync(db => db.Users.SingleAsync()));
        var report = await again.ReadAsync($"/s/{key}/report");
        Assert.Contains(Written.Erased, report, StringComparison.Ordinal);
        Assert.DoesNotContain(words, report, StringComparison.Ordinal);
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

    private IConfiguration Settings(string data) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Data:Folder", At(data)), new("ConnectionStrings:Civics", $"Data Source={At(data, "civics.db")}")]).Build();

    private async Task<int> RestoreAsync(string data, string backup)
    {
        SqliteConnection.ClearAllPools();
        var services = new ServiceCollection();
        services.AddSingleton(Settings(data)).AddSingleton(Classroom.Catalog).AddSingleton<InstanceLock>().AddLogging().AddDatabase();
        services.Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(o => o.Stores.SchemaVersion = Microsoft.AspNetCore.Identity.IdentitySchemaVersions.Version3);
        await using var provider = services.BuildServiceProvider();
        return await RestoreCommand.RunAsync(provider, backup, TimeProvider.System, _said);
    }

    private static bool StandsIn(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
