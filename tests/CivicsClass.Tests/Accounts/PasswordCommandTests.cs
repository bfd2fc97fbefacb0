using System.Net;
using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Tests.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Accounts;

public sealed class PasswordCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("civics-password-").FullName;

    [Fact]
    public async Task The_last_admin_who_forgot_gets_a_link_from_whatever_database_there_is()
    {
        await using var server = await TestServer.StartAsync();
        await server.AdminAsync();
        using var admin = server.Browser();

        var (code, output) = await AskAsync(server.Services, "ADA@school.example");

        Assert.Equal(0, code);
        Assert.Contains("The link works once, for 24 hours.", output, StringComparison.Ordinal);
        await admin.SubmitAsync(Path(output), ("Account.Password", "seven tall green ladders"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task While_a_server_runs_the_link_comes_from_it_with_its_address()
    {
        await using var server = await TestServer.StartAsync(folder: _data);
        await server.AdminAsync();
        using var admin = server.Browser();
        var services = new ServiceCollection().AddSingleton(Lock()).AddSingleton(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=unused.db", null)).BuildServiceProvider();
        await using var _ = services;

        var (code, output) = await AskAsync(services, "ada@school.example");
        var (unknown, refusal) = await AskAsync(services, "nobody@school.example");

        Assert.Equal(0, code);
        Assert.Contains($"{server.Address}password/", output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Path(output))).StatusCode);
        Assert.Equal((1, "There is no account with the e-mail nobody@school.example.\n"), (unknown, refusal));
    }

    [Fact]
    public async Task Who_is_unknown_or_disabled_gets_none()
    {
        await using var server = await TestServer.StartAsync();
        var (ada, ana) = (await server.AdminAsync(), await server.TeacherAsync());
        Assert.Null(await server.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(ana.Id, ada.Id)));

        Assert.Equal((1, "There is no account with the e-mail nobody@school.example.\n"), await AskAsync(server.Services, "nobody@school.example"));
        Assert.Equal((1, "The account of ana@school.example is disabled. An admin can enable it on the page People.\n"), await AskAsync(server.Services, "ana@school.example"));
    }

    [Fact]
    public async Task Without_the_token_of_the_data_folder_the_server_makes_no_link()
    {
        await using var server = await TestServer.StartAsync();
        await server.AdminAsync();
        using var stranger = server.Browser();

        var answer = await stranger.Http.PostAsync("/operate/password", new StringContent("ada@school.example"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, await server.Database.ScalarAsync<int>("""SELECT count(*) FROM "AspNetUserTokens" """));
    }

    [Fact]
    public async Task Nobody_waits_for_a_server_that_cannot_be_reached()
    {
        using var held = Lock();
        held.Take();
        var services = new ServiceCollection().AddSingleton(Lock()).AddSingleton(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=unused.db", null)).BuildServiceProvider();
        await using var _ = services;

        var (code, output) = await AskAsync(services, "ada@school.example");

        Assert.Equal(1, code);
        Assert.Contains("Run the command as the server's own user", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<(int Code, string Output)> AskAsync(IServiceProvider services, string email)
    {
        await using var output = new StringWriter();
        return (await PasswordCommand.RunAsync(services, email, output), output.ToString());
    }

    private static string Path(string output) => "/password/" + output.Split("/password/")[1].Split('\n')[0].Trim();

    private InstanceLock Lock() =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = _data }).Build());
}
