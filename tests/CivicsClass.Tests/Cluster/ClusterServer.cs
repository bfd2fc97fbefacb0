using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CivicsClass.Tests.Cluster;

/// <summary>One of several servers, in a process of its own. Started again it keeps its address.</summary>
internal sealed class ClusterServer(string dll, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    public const int Kill = 9, Stop = 19, Continue = 18, Terminate = 15;
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };
    private readonly ConcurrentQueue<string> _said = [];
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");
    public IEnumerable<string> Said => _said;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", Address.GetLeftPart(UriPartial.Authority), "--Cluster:Address", Address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Wait.UntilAsync(IsReadyAsync, TimeSpan.FromSeconds(30));
    }

    /// <summary>The status that <c>/health/ready</c> answers; null when nobody answers.</summary>
    public async Task<HttpStatusCode?> HealthAsync()
    {
        try { return (await Http.GetAsync(new Uri(Address, "/health/ready"))).StatusCode; }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException) { return null; }
    }

    public void Signal(int signal) => _ = SendSignal(_process!.Id, signal);

    /// <summary>The whole process stands still when this returns: the signal alone reaches its threads a little later.</summary>
    public Task PauseAsync()
    {
        Signal(Stop);
        return Wait.UntilAsync(async () => (await File.ReadAllTextAsync($"/proc/{_process!.Id}/stat")).Split(") ")[^1].StartsWith('T'));
    }

    /// <summary>Asks the server to stop.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var began = Stopwatch.GetTimestamp();
        Signal(Terminate);
        await ExitedAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    public Task ExitedAsync() => _process!.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(_process!.HasExited, string.Join('\n', _said));
        return await HealthAsync() == HttpStatusCode.OK;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _said.Enqueue(line);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
