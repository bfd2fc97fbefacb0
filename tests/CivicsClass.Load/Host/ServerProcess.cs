using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace CivicsClass.Load.Host;

/// <summary>A server in a process of its own, on a free port of this machine only.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    public const int Terminate = 15, KillNow = 9, Freeze = 19, GoOn = 18;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60), ReadyPatience = TimeSpan.FromMinutes(1), Look = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Queue<string> _last = [];
    private readonly ConcurrentDictionary<string, int> _said = [];

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address { get; }

    /// <summary>Processor time used so far, user and system, in milliseconds; the clock ticks every 10 ms on Linux.</summary>
    public double CpuMs
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>The memory the process holds now (VmRSS).</summary>
    public double RssMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The most memory the process ever held (VmHWM).</summary>
    public double PeakRssMb
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <param name="dll">The program to run with dotnet; it must take <c>--urls</c>.</param>
    public static Task<ServerProcess> StartAsync(string dll, params string[] arguments) => StartAsync(LoopbackPort.Free(), dll, arguments);

    public static async Task<ServerProcess> StartAsync(int port, string dll, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(dll)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("ASPNETCORE_HTTP_PORTS");
        var server = new ServerProcess(new Process { StartInfo = start }, address);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first line of output that satisfies the condition.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(patience.Token))
                if (wanted(line))
                    return line;
        }
        catch (OperationCanceledException)
        {
        }
        throw new InvalidOperationException($"The server did not print what was waited for. Its last words:\n{LastWords}");
    }

    public string LastWords
    {
        get
        {
            lock (_last)
                return string.Join('\n', _last);
        }
    }

    /// <summary>Asks the server to stop (SIGTERM) and waits: everything accepted is stored then.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
            return;
        Signal(Terminate);
        using var patience = new CancellationTokenSource(StopPatience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Ends the server in the middle of whatever it does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        Signal(KillNow);
        await _process.WaitForExitAsync();
    }

    public void Signal(int signal) => Signal(_process.Id, signal);

    public static void Signal(int process, int signal) => _ = Kill(process, signal);

    public int Id => _process.Id;

    public int Said(string words) => _said.GetValueOrDefault(words);

    /// <summary>Counts lines of output that contain these words, from now on.</summary>
    public void CountSaying(string words) => _said.TryAdd(words, 0);

    public Task ExitedAsync(CancellationToken stop) => _process.WaitForExitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < ReadyPatience;)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server stopped at once. Its last words:\n{LastWords}");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Look);
            }
        }
        throw new TimeoutException($"The server was not ready within a minute. Its last words:\n{LastWords}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Writer.TryWrite(line);
        foreach (var words in _said.Keys.Where(line.Contains))
            _said[words]++;
        lock (_last)
        {
            _last.Enqueue(line);
            if (_last.Count > 40)
                _last.Dequeue();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
