using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CivicsClass.Data;
using CivicsClass.Tests.Data;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer.Stopper))]

namespace CivicsClass.Tests.Data;

/// <summary>A real PostgreSQL on a free loopback port, in a temporary folder. Started when first asked for; it ends with the tests'
/// process, however that ends, because the shell around it waits for the end of its standard input.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Template = "civics_template";
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(StartAsync);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The server refuses to run as root, so it runs as the package's own user then. Its clock zone is not UTC, so that times prove to be.</summary>
    private const string Script = """
        trap '' INT TERM
        if [ "$(id -u)" = 0 ]; then chown postgres "$1" "$1/password"; as='runuser -u postgres --'; else as=; fi
        cd "$1"
        $as "$2/initdb" -D "$1/data" -U civics -E UTF8 --locale=C.UTF-8 --auth=password --pwfile="$1/password" --no-sync --no-instructions || exit 1
        $as "$2/postgres" -D "$1/data" -p "$3" -h 127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300 -c timezone=America/New_York 2>&1 &
        cat >/dev/null
        kill -INT "$(head -n 1 "$1/data/postmaster.pid")"
        wait
        cd / && rm -rf "$1"
        """;

    private readonly Process _shell;
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    private readonly int _port = FreePort();
    private readonly SemaphoreSlim _making = new(1, 1);

    public static Task<PostgreSqlServer> SharedAsync() => Shared.Value;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = _port, Username = "civics", Password = _password, Database = database, IncludeErrorDetail = true, MaxPoolSize = 30,
    }.ToString();

    /// <summary>A copy of a migrated database, unless it is there already.</summary>
    public async Task CreateAsync(string name)
    {
        var all = new DatabaseSettings(DatabaseProvider.PostgreSql, ConnectionString("postgres"), null);
        await _making.WaitAsync();
        try
        {
            if (await all.ScalarAsync<int>($"SELECT count(*) FROM pg_database WHERE datname = '{name}'") == 0)
                await all.ScalarAsync<int>($"""CREATE DATABASE "{name}" TEMPLATE {Template}""");
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>An empty database.</summary>
    public async Task<DatabaseSettings> EmptyAsync()
    {
        var name = $"empty_{Guid.NewGuid():N}";
        await new DatabaseSettings(DatabaseProvider.PostgreSql, ConnectionString("postgres"), null).ScalarAsync<int>($"CREATE DATABASE {name}");
        return new DatabaseSettings(DatabaseProvider.PostgreSql, ConnectionString(name), null);
    }

    private PostgreSqlServer()
    {
        var folder = Directory.CreateTempSubdirectory("civics-postgresql-").FullName;
        File.WriteAllText(Path.Combine(folder, "password"), _password);
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "postgresql", folder, Programs(), $"{_port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer();
        await server.ReadyAsync().WaitAsync(Patience);
        var template = new DatabaseSettings(DatabaseProvider.PostgreSql, server.ConnectionString(Template), null);
        await TestDatabase.MigrateAsync(template);
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    private async Task ReadyAsync()
    {
        var said = new List<string>();
        while (await _shell.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal))
                continue;
            _ = _shell.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return;
        }
        Assert.Fail($"PostgreSQL did not start:\n{string.Join('\n', said)}");
    }

    private static string Programs() =>
        Environment.GetEnvironmentVariable("CIVICS_POSTGRESQL") is { Length: > 0 } named ? named
        : Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")).FirstOrDefault(Directory.Exists) is { } found ? found
        : throw new InvalidOperationException("These tests need PostgreSQL's programs. Install it (on Debian: apt-get install postgresql), or name the folder with initdb and postgres with CIVICS_POSTGRESQL.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _making.Dispose();
    }

    /// <summary>After the last test.</summary>
    public sealed class Stopper : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Shared.IsValueCreated)
                await (await Shared.Value).DisposeAsync();
        }
    }
}
