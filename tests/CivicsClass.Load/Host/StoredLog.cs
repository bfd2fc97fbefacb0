using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Load.Host;

/// <summary>One row of the event log.</summary>
/// <param name="Session">The session's key.</param>
public sealed record StoredEvent(string Session, long Seq, string Kind, string By, Guid? Command, string Payload);

/// <summary>Reads the event log past the server, straight from the database of a server that has stopped.</summary>
public static class StoredLog
{
    private const string Events = """
        SELECT s."Key", e."Seq", e."Kind", e."By", e."CommandId", e."Payload"
        FROM "SessionEvents" e JOIN "Sessions" s ON s."Id" = e."SessionId" ORDER BY s."Key", e."Seq"
        """;

    public static async Task<IReadOnlyList<StoredEvent>> ReadAsync(string dataFolder)
    {
        await using var connection = Open(dataFolder, SqliteOpenMode.ReadOnly);
        return await ReadAsync(connection);
    }

    public static async Task<IReadOnlyList<StoredEvent>> ReadAsync(DbConnection connection)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Events;
        await using var rows = await command.ExecuteReaderAsync();
        var stored = new List<StoredEvent>();
        while (await rows.ReadAsync())
            stored.Add(new StoredEvent(rows.GetString(0), rows.GetInt64(1), rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetGuid(4), rows.GetString(5)));
        return stored;
    }

    /// <summary>What SQLite itself says of the database file; "ok" when all is well.</summary>
    public static async Task<string> IntegrityAsync(string dataFolder)
    {
        await using var connection = Open(dataFolder, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static SqliteConnection Open(string dataFolder, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataFolder, "civics.db"),
        Mode = mode,
        Pooling = false,
    }.ConnectionString);
}
