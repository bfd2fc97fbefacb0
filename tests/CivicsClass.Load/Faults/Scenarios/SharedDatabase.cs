using CivicsClass.Load.Host;
using Npgsql;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>A PostgreSQL of the scenario's own with an empty, migrated database.</summary>
public sealed class SharedDatabase : IAsyncDisposable
{
    private const string Name = "civics";

    private SharedDatabase(PostgreSqlProcess postgres) => Postgres = postgres;

    public PostgreSqlProcess Postgres { get; }

    /// <summary>With these a server uses it.</summary>
    public string[] Settings => ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Civics={Postgres.ConnectionString(Name)}"];

    public static async Task<SharedDatabase> StartAsync(Stage stage)
    {
        var database = new SharedDatabase(await PostgreSqlProcess.StartAsync());
        try
        {
            await database.SayAsync($"CREATE DATABASE {Name}");
            await Published.RunAsync(stage.Dll, ["migrate", .. database.Settings]);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public Task EndABackendAsync() =>
        SayAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1");

    public async Task<IReadOnlyList<StoredEvent>> ReadLogAsync()
    {
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString(Name));
        return await StoredLog.ReadAsync(connection);
    }

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();

    private async Task SayAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
