using CivicsClass.Data;
using CivicsClass.Load.Host;
using CivicsClass.Tests.Data;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer.Stopper))]

namespace CivicsClass.Tests.Data;

/// <summary>One PostgreSQL for all tests, started when first asked for.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Template = "civics_template";
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(StartAsync);

    private readonly PostgreSqlProcess _process;
    private readonly SemaphoreSlim _making = new(1, 1);

    public static Task<PostgreSqlServer> SharedAsync() => Shared.Value;

    public string ConnectionString(string database) => _process.ConnectionString(database);

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

    private PostgreSqlServer(PostgreSqlProcess process) => _process = process;

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer(await PostgreSqlProcess.StartAsync());
        await TestDatabase.MigrateAsync(new DatabaseSettings(DatabaseProvider.PostgreSql, server.ConnectionString(Template), null));
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
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
