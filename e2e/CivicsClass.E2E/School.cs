using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CivicsClass.E2E;

/// <summary>The real server as a process of its own, with an empty database that survives the process: it can be killed and started again.</summary>
public sealed partial class School : IAsyncLifetime
{
    public const string FirstTopic = "Who decides? Local police and federal immigration enforcement";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-school-").FullName;
    private readonly List<string> _said = [];
    private Process? _server;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public ValueTask InitializeAsync() => new(StartAsync());

    public async Task StartAsync()
    {
        var folder = await Published.Value;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(folder, "CivicsClass.dll"), "--urls", Address.ToString(), $"--Data:Folder={_folder}" },
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var started = new TaskCompletionSource();
        _server = new Process { StartInfo = start, EnableRaisingEvents = true };
        _server.OutputDataReceived += (_, line) => Hear(line.Data, started);
        _server.ErrorDataReceived += (_, line) => Hear(line.Data, started);
        _server.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The server stopped: " + Said()));
        _server.Start();
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await started.Task.WaitAsync(Patience);
    }

    /// <summary>As by a power cut: nothing is said, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _server!.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>The server stands still, as on a machine that is far too busy; connections stay.</summary>
    public Task HoldAsync() => SignalAsync("-STOP");

    public Task GoOnAsync() => SignalAsync("-CONT");

    public string SetupLink() => SetupLine().Match(Said()) is { Success: true } match ? match.Value : throw new InvalidOperationException("No setup link: " + Said());

    public string Said()
    {
        lock (_said)
            return string.Join('\n', _said);
    }

    /// <summary>As if that many lessons had been held before: copies of the one that runs, without what was said.</summary>
    public Task RememberAsync(int lessons) => SayAsync($"""
        WITH RECURSIVE "Times"("I") AS (SELECT 1 UNION ALL SELECT "I" + 1 FROM "Times" WHERE "I" < {lessons})
        INSERT INTO "Sessions" ("Id", "Key", "WallToken", "TeacherId", "Title", "PackVersionId", "LessonId", "StartedAt", "EndedAt", "Epoch")
        SELECT printf('00000000-0000-7000-8000-%012d', "I"), 'copy' || "I", 'wall' || "I", "TeacherId", "Title", "PackVersionId", "LessonId", "StartedAt", "StartedAt", 0 FROM "Sessions", "Times"
        """);

    /// <summary>No session can be found any more.</summary>
    public Task BreakAsync() => SayAsync("""ALTER TABLE "Sessions" RENAME TO "SessionsAway" """);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SayAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "civics.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _server!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private void Hear(string? line, TaskCompletionSource started)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (line.Contains("Application started", StringComparison.Ordinal))
            started.TrySetResult();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The server as an operator gets it, published once for all tests from what was built with the same configuration.</summary>
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);

    private static async Task<string> PublishAsync()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var folder = Path.Combine(Root, "artifacts", "e2e", configuration);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            ArgumentList = { "publish", Path.Combine("src", "CivicsClass"), "-c", configuration, "--no-build", "-o", folder, "-v", "quiet", "-nologo" },
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The server could not be published: " + said);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
        }
    }

    [GeneratedRegex(@"http://\S+/setup/\S+")]
    private static partial Regex SetupLine();
}
