using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Tests.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CivicsClass.Tests;

/// <summary>The real application on a real loopback port with a data folder of its own.
/// As a class fixture, or <c>await using var server = await TestServer.StartAsync();</c>.</summary>
public sealed class TestServer : WebApplicationFactory<CivicsDbContext>, IAsyncLifetime
{
    public const string Password = "quiet river under stones";

    private readonly bool _ownsFolder = true;
    private readonly Dictionary<string, string> _settings = [];
    private readonly Action<IServiceCollection>? _services;

    public TestServer() : this(null, null, null, null)
    {
    }

    private TestServer(FakeTime? time, string? folder, Dictionary<string, string>? settings, Action<IServiceCollection>? services)
    {
        (Time, _services) = (time, services);
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("civics-test-").FullName;
        _settings = settings ?? [];
        UseKestrel(0);
    }

    /// <summary>Absent: the system's clock.</summary>
    public FakeTime? Time { get; }
    public string Folder { get; }
    public Uri Address { get; private set; } = null!;
    internal DatabaseSettings Database { get; private set; } = null!;

    /// <param name="time">A clock of the test's own.</param>
    /// <param name="folder">Data of a server that ran before; it stays when this one stops.</param>
    /// <param name="settings">Such as <c>["Https:Required"] = "true"</c>.</param>
    public static async Task<TestServer> StartAsync(FakeTime? time = null, string? folder = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var server = new TestServer(time, folder, settings, services);
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.ForAsync(Folder);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A browser of its own: keeps cookies, follows no redirect.</summary>
    public Browser Browser() => new(Address);

    public Task<Teacher> AdminAsync(string email = "ada@school.example") => StaffAsync(Roles.Admin, "Ada Admin", email);

    public Task<Teacher> TeacherAsync(string email = "ana@school.example") => StaffAsync(Roles.Teacher, "Ana Alvarez", email);

    /// <summary>A browser in which this person is signed in, by way of the page.</summary>
    public async Task<Browser> SignedInAsync(Teacher person)
    {
        var browser = Browser();
        var answer = await browser.SubmitAsync("/sign-in", ("Email", person.Email!), ("Password", Password));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> InDatabaseAsync<T>(Func<CivicsDbContext, Task<T>> work) => InScopeAsync(s => work(s.GetRequiredService<CivicsDbContext>()));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsFolder)
        {
            await TestDatabase.ForgetAsync(Database);
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As it ships: a build that was not published brings an endpoint of its own for changed files.
        builder.UseEnvironment("Production");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("Data:Folder", Folder);
        foreach (var (key, value) in Database.InWords())
            builder.UseSetting(key, value);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            if (Time is not null)
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            // The real number of rounds would make every test wait for a tenth of a second and more.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            TestDatabase.Watch(services);
            _services?.Invoke(services);
        });
    }

    private Task<Teacher> StaffAsync(string role, string name, string email) => InScopeAsync(async services =>
    {
        var (person, result) = await services.GetRequiredService<NewAccounts>().MakeAsync(name, email, role, Password);
        Assert.True(result.Succeeded, result.ToString());
        return person!;
    });
}
