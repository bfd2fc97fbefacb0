using System.Data.Common;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Servers;

/// <summary>What is said about leases to the database, by its clock, on a connection of their own: a busy pool must not make a server
/// lose its lease. One caller at a time.</summary>
internal sealed class LeaseTable(IServiceScopeFactory scopes, DatabaseSettings database) : IAsyncDisposable
{
    private const int SecondsToWait = 3;
    private AsyncServiceScope? _scope;

    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(6);

    public string Enrol => $"""INSERT INTO "Servers" ("Id", "Address", "Until") VALUES (@id, @address, {Later})""";
    public string Renew => $"""UPDATE "Servers" SET "Until" = {Later} WHERE "Id" = @id""";
    public string EndOver => $"""DELETE FROM "Servers" WHERE "Until" <= {Now}""";
    public static string Leave => """DELETE FROM "Servers" WHERE "Id" = @id""";
    public static string Living => """SELECT "Id", "Address" FROM "Servers" """;

    public Task EnrolAsync(Guid id, Uri address) => RunAsync(Enrol, ("@id", id), ("@address", address.ToString()));

    /// <returns>False: the lease ran out and somebody has ended it.</returns>
    public async Task<bool> RenewAsync(Guid id) => await RunAsync(Renew, ("@id", id)) == 1;

    /// <summary>Ends leases that have run out: their servers can never renew them, so their sessions are free.</summary>
    public Task<int> EndOverAsync() => RunAsync(EndOver);

    public Task LeaveAsync(Guid id) => RunAsync(Leave, ("@id", id));

    public async Task<Dictionary<Guid, Uri>> LivingAsync()
    {
        await using var command = await CommandAsync(Living);
        await using var rows = await command.ExecuteReaderAsync();
        var living = new Dictionary<Guid, Uri>();
        while (await rows.ReadAsync())
            living.Add(rows.GetGuid(0), new Uri(rows.GetString(1)));
        return living;
    }

    /// <summary>After any failure: the next statement opens a new connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
            await scope.DisposeAsync();
        _scope = null;
    }

    /// <summary>Only PostgreSQL and SQL Server: SQLite has one server.</summary>
    private string Now => database.Provider == DatabaseProvider.SqlServer ? "SYSUTCDATETIME()" : "clock_timestamp()";

    private string Later => database.Provider == DatabaseProvider.SqlServer
        ? $"DATEADD(second, {Length.TotalSeconds}, SYSUTCDATETIME())"
        : $"clock_timestamp() + interval '{Length.TotalSeconds} seconds'";

    private async Task<int> RunAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = await CommandAsync(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<DbCommand> CommandAsync(string sql, params (string Name, object Value)[] parameters)
    {
        _scope ??= scopes.CreateAsyncScope();
        var db = _scope.Value.ServiceProvider.GetRequiredService<CivicsDbContext>().Database;
        if (db.GetDbConnection().State != System.Data.ConnectionState.Open)
            await db.OpenConnectionAsync();
        var command = db.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, SecondsToWait);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
