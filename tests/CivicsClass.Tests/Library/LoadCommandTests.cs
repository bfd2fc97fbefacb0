using System.Net;
using CivicsClass.Data;
using CivicsClass.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class LoadCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("civics-load-").FullName;
    private readonly string _pack = new SamplePack().Folder();

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task While_a_server_runs_the_pack_goes_through_it()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });
        var token = Path.Combine(_data, "operate.token");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(token));

        var (code, output) = await LoadAsync(_pack);
        Assert.Equal((0, "“Uniforms at school” is in the library as version 1 (school-uniforms).\n"), (code, output));
        Assert.Equal(1, await server.InDatabaseAsync(db => db.PackVersions.CountAsync(v => v.PublishedBy == LoadCommand.By)));

        File.AppendAllText(Path.Combine(_pack, "pack.yaml"), "\ncolour: red\n");
        (code, output) = await LoadAsync(_pack);
        Assert.Equal(1, code);
        Assert.Contains("pack.yaml:19: `colour` is not a field here.", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task Without_the_token_the_door_is_not_there()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });
        using var stranger = server.Browser();
        using var wrong = new HttpRequestMessage(HttpMethod.Post, "/operate/load") { Content = new ByteArrayContent(new SamplePack().Zip()) };
        wrong.Headers.Add("X-Operate-Token", new string('0', 64));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.PostAsync("/operate/load", new ByteArrayContent(new SamplePack().Zip()), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, await server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_stopped_server_leaves_no_token_and_no_lock()
    {
        await using (await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" }))
            Assert.True(File.Exists(Path.Combine(_data, "operate.token")));

        Assert.False(File.Exists(Path.Combine(_data, "operate.token")));
        using var again = Lock();
        Assert.True(again.TryTake());
        using var other = Lock();
        Assert.False(other.TryTake());
        Assert.Contains("Another CivicsClass server", Assert.Throws<OperatorException>(other.Take).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_is_taken_into_whatever_database_there_is()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        await using var output = new StringWriter();

        Assert.Equal(0, await LoadCommand.RunAsync(server.Services, _pack, output));

        Assert.Equal(1, await server.InDatabaseAsync(db => db.PackVersions.CountAsync(v => v.PublishedBy == LoadCommand.By)));
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_told_so()
    {
        var (code, output) = await LoadAsync("/nowhere/at/all");
        Assert.Equal(1, code);
        Assert.Contains("no such folder or file", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_pack, recursive: true);
    }

    private async Task<(int Code, string Output)> LoadAsync(string path)
    {
        var services = new ServiceCollection().AddSingleton(Lock()).AddSingleton(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=unused.db", null)).BuildServiceProvider();
        await using (services)
        {
            await using var output = new StringWriter();
            return (await LoadCommand.RunAsync(services, path, output), output.ToString());
        }
    }

    private InstanceLock Lock() =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = _data }).Build());
}
