using System.Text.RegularExpressions;
using CivicsClass.Data;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;
using CivicsClass.Tests.Data;
using LoadBrowser = CivicsClass.Load.Host.Browser;

namespace CivicsClass.Tests.Cluster;

/// <summary>Three servers on one PostgreSQL behind nginx, with a teacher who is signed in.</summary>
[CollectionDefinition(nameof(ThreeServers))]
public sealed partial class ThreeServers : IAsyncLifetime, ICollectionFixture<ThreeServers>
{
    private const string Password = "quiet river under stones";
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-cluster-").FullName;
    private Nginx _hashing = null!, _spreading = null!;

    internal DatabaseSettings Database { get; private set; } = null!;
    internal IReadOnlyList<ClusterServer> Servers { get; private set; } = [];
    /// <summary>As operators are told to run it.</summary>
    public Uri Site => _hashing.Address;
    /// <summary>Any request goes to any server.</summary>
    public Uri Spread => _spreading.Address;

    public async ValueTask InitializeAsync()
    {
        Database = await (await PostgreSqlServer.SharedAsync()).EmptyAsync();
        await TestDatabase.MigrateAsync(Database);
        var root = Root();
        var dll = Environment.GetEnvironmentVariable("CIVICS_SERVER") is { Length: > 0 } named ? named : Path.Combine(root, "artifacts", "server", "CivicsClass.dll");
        Assert.True(File.Exists(dll), $"There is no published server at {dll}. ./civics test makes one; or name yours with CIVICS_SERVER.");
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Civics"] = Database.ConnectionString,
            ["Data__Folder"] = _folder,
            ["Seed__Folder"] = Path.Combine(root, "seed-content"),
            ["Proxy__Known__0"] = "127.0.0.1",
            ["Https__Required"] = "false",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        Servers = [.. Enumerable.Range(0, 3).Select(_ => new ClusterServer(dll, settings))];
        // All at once on an empty database: they must agree on the keys and the library.
        await Task.WhenAll(Servers.Select(s => s.StartAsync()));
        (_hashing, _spreading) = (new Nginx(root, Servers, spread: false), new Nginx(root, Servers, spread: true));
        await _hashing.ReadyAsync();
        await _spreading.ReadyAsync();
        await SetUpAsync();
    }

    /// <summary>Ana's browser at this address, signed in.</summary>
    public static async Task<LoadBrowser> SignedInAsync(Uri address)
    {
        var browser = new LoadBrowser(address);
        await browser.SubmitAsync((await browser.GetAsync("/sign-in")).Fill(("email", Staff.Email), ("password", Password)));
        return browser;
    }

    /// <summary>The server that runs the session; null while none does.</summary>
    internal async Task<ClusterServer?> OwnerAsync(string key)
    {
        var address = await Database.ScalarAsync<string>($"""SELECT coalesce(max(v."Address"), '') FROM "Sessions" s JOIN "Servers" v ON v."Id" = s."OwnerId" WHERE s."Key" = '{key}'""");
        return Servers.SingleOrDefault(s => s.Address.ToString() == address);
    }

    /// <summary>A student who has taken a seat and opened the page, by way of this address.</summary>
    internal static async Task<(SimulatedClient Client, string Cookies)> JoinAsync(Uri address, string key, string code, string name)
    {
        var cookies = await (await StudentDoor.FindAsync(address, code, name)).EnterAsync();
        var student = new SimulatedClient(new Uri(address, $"/s/{key}/student"), () => cookies);
        await student.EnterAsync();
        return (student, cookies);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
            await server.DisposeAsync();
        await _hashing.DisposeAsync();
        await _spreading.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SetUpAsync()
    {
        // Each server prints a link, and each voids those before it: one of them opens.
        await Wait.UntilAsync(async () =>
        {
            foreach (var link in Servers.SelectMany(s => s.Said).Select(line => SetupLink().Match(line)).Where(m => m.Success).Select(m => new Uri(m.Value)))
            {
                var browser = new LoadBrowser(Site);
                var page = await browser.GetAsync(link.AbsolutePath);
                if (page.Status == System.Net.HttpStatusCode.OK)
                    await browser.SubmitAsync(page.Fill(("name", "Ana Alvarez"), ("email", Staff.Email), ("password", Password)));
            }
            return await Database.ScalarAsync<int>("""SELECT count(*) FROM "AspNetUsers" """) > 0;
        });
        Assert.Equal(1, await Database.ScalarAsync<int>("""SELECT count(*) FROM "AspNetUsers" """));
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("https?://\\S+/setup/\\S+")]
    private static partial Regex SetupLink();
}
