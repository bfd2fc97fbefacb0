using System.Diagnostics;
using System.Globalization;
using System.Net;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults;

/// <summary>The published server at one address with one database, however often its process dies.</summary>
public sealed class Site : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(60), Look = TimeSpan.FromMilliseconds(50);
    public const string Locked = "database is locked";
    private readonly string? _dll;
    private readonly string[] _settings;

    private Site(string? dll, string dataFolder, string[] settings, bool isAlone = true)
    {
        (_dll, DataFolder) = (dll, dataFolder);
        _settings = isAlone ? settings : [.. settings, string.Create(CultureInfo.InvariantCulture, $"--Cluster:Address=http://127.0.0.1:{Port}")];
    }

    public int Port { get; } = LoopbackPort.Free();
    public Uri Address => Server.Address;
    public string DataFolder { get; }
    public ServerProcess Server { get; private set; } = null!;
    public Staff Staff { get; private set; } = null!;

    /// <summary>Starts on an empty database and makes the first admin.</summary>
    public static Task<Site> OpenAsync(Stage stage, string dataFolder, params string[] settings) =>
        OpenAsync(new Site(stage.Dll, dataFolder, settings));

    /// <summary>The first of several servers on one database.</summary>
    public static Task<Site> OpenFirstAsync(Stage stage, string dataFolder, params string[] settings) =>
        OpenAsync(new Site(stage.Dll, dataFolder, settings, isAlone: false));

    /// <summary>One more server on a database that has its first.</summary>
    public static async Task<Site> OpenNextAsync(Stage stage, string dataFolder, params string[] settings)
    {
        var site = new Site(stage.Dll, dataFolder, settings, isAlone: false);
        await site.StartAsync();
        return site;
    }

    private static async Task<Site> OpenAsync(Site site)
    {
        await site.StartAsync();
        try
        {
            site.Staff = await Staff.SetUpAsync(site.Server);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <returns>From starting the process to its first page.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        if (Server is not null)
            await Server.DisposeAsync();
        Server = await Published.StartAsync(Port, _dll, DataFolder, _settings);
        Server.CountSaying(Locked);
        while (!await IsReadyAsync())
        {
            if (Stopwatch.GetElapsedTime(began) > ReadyPatience)
                throw new TimeoutException($"The server was not ready in time. Its last words:\n{Server.LastWords}");
            await Task.Delay(Look);
        }
        return Stopwatch.GetElapsedTime(began);
    }

    /// <returns>What /health/ready answers; null when nothing answers.</returns>
    public Task<HttpStatusCode?> HealthAsync() => AskAsync("/health/ready");

    private async Task<bool> IsReadyAsync() => await HealthAsync() is { } health && (health == HttpStatusCode.OK || (health == HttpStatusCode.NotFound && await AskAsync("/join") == HttpStatusCode.OK));

    private async Task<HttpStatusCode?> AskAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, path));
            return answer.StatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What is on the disk now, without touching it: a server that was killed is to recover by itself.</summary>
    public TemporaryFolder CopyOfDisk()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(DataFolder, "civics.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        return copy;
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
