using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace CivicsClass.Load.Host;

/// <summary>A real PostgreSQL on a free loopback port, in a temporary folder. It ends with the process that started it, however that
/// ends, because the shell around it reads its standard input to the end.</summary>
public sealed class PostgreSqlProcess : IAsyncDisposable
{
    private const string Ready = "ready to accept connections";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The server refuses to run as root, so it runs as the package's own user then. Its clock zone is not UTC, so that times prove to be.</summary>
    private const string Script = """
        trap '' INT TERM
        folder=$1 programs=$2 port=$3
        if [ "$(id -u)" = 0 ]; then chown postgres "$folder" "$folder/password"; as='runuser -u postgres --'; else as=; fi
        cd "$folder"
        $as "$programs/initdb" -D "$folder/data" -U civics -E UTF8 --locale=C.UTF-8 --auth=password --pwfile="$folder/password" --no-sync --no-instructions || exit 1
        start() {
          $as "$programs/postgres" -D "$folder/data" -p "$port" -h 127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300 -c timezone=America/New_York 2>&1 &
        }
        start
        while read -r word; do
          case "$word" in
            stop) kill -QUIT "$(head -n 1 "$folder/data/postmaster.pid")"; wait; echo 'stop done' ;;
            start) start ;;
            freeze | thaw)
              head=$(head -n 1 "$folder/data/postmaster.pid")
              children=$(cat "/proc/$head/task/$head/children")
              # runuser stops with what it runs, so it is told to go on as well.
              if [ "$word" = freeze ]; then kill -STOP $children "$head"; else kill -CONT $children "$head" "$(cut -d ' ' -f 4 "/proc/$head/stat")"; fi
              echo "$word done" ;;
          esac
        done
        kill -INT "$(head -n 1 "$folder/data/postmaster.pid")" 2>/dev/null
        wait
        cd / && rm -rf "$folder"
        """;

    private readonly Process _shell;
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    private readonly int _port = LoopbackPort.Free();
    private readonly Queue<string> _said = [];
    private TaskCompletionSource _ready = NewSignal(), _done = NewSignal();

    private PostgreSqlProcess()
    {
        var folder = Directory.CreateTempSubdirectory("civics-postgresql-").FullName;
        File.WriteAllText(Path.Combine(folder, "password"), _password);
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "postgresql", folder, Programs()!, $"{_port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _ = ListenAsync();
    }

    public static bool IsHere => Programs() is not null;

    public static async Task<PostgreSqlProcess> StartAsync()
    {
        if (!IsHere)
            throw new InvalidOperationException("This needs PostgreSQL's programs. Install it (on Debian: apt-get install postgresql), or name the folder with initdb and postgres with CIVICS_POSTGRESQL.");
        var server = new PostgreSqlProcess();
        await server._ready.Task.WaitAsync(Patience);
        return server;
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = _port, Username = "civics", Password = _password, Database = database, IncludeErrorDetail = true, MaxPoolSize = 30,
    }.ToString();

    /// <summary>At once, as if the machine had gone (SIGQUIT): no connection is told, nothing is tidied up.</summary>
    public Task StopHardAsync() => SayAsync("stop");

    public async Task StartAgainAsync()
    {
        _ready = NewSignal();
        await _shell.StandardInput.WriteLineAsync("start");
        await _shell.StandardInput.FlushAsync();
        await _ready.Task.WaitAsync(Patience);
    }

    /// <summary>It keeps its connections and answers nobody (SIGSTOP), until it may go on. Linux only.</summary>
    public Task FreezeAsync() => SayAsync("freeze");

    public Task ThawAsync() => SayAsync("thaw");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private async Task SayAsync(string word)
    {
        _done = NewSignal();
        await _shell.StandardInput.WriteLineAsync(word);
        await _shell.StandardInput.FlushAsync();
        await _done.Task.WaitAsync(Patience);
    }

    private async Task ListenAsync()
    {
        while (await _shell.StandardOutput.ReadLineAsync() is { } line)
        {
            _said.Enqueue(line);
            if (_said.Count > 40)
                _said.Dequeue();
            if (line.Contains(Ready, StringComparison.Ordinal))
                _ready.TrySetResult();
            else if (line is "stop done" or "freeze done" or "thaw done")
                _done.TrySetResult();
        }
        _ready.TrySetException(new InvalidOperationException($"PostgreSQL did not start:\n{string.Join('\n', _said)}"));
    }

    private static string? Programs() =>
        Environment.GetEnvironmentVariable("CIVICS_POSTGRESQL") is { Length: > 0 } named ? named
        : Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")).FirstOrDefault(Directory.Exists)
        : null;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
