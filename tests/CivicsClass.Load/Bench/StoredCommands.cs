using Microsoft.Data.Sqlite;

namespace CivicsClass.Load.Bench;

/// <summary>Reads the event log past the server, straight from the database file of a server that has stopped.</summary>
public static class StoredCommands
{
    public static async Task<HashSet<Guid>> ReadAsync(string dataFolder)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "civics.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "CommandId" FROM "SessionEvents" WHERE "CommandId" IS NOT NULL""";
        await using var rows = await command.ExecuteReaderAsync();
        var stored = new HashSet<Guid>();
        while (await rows.ReadAsync())
            stored.Add(rows.GetGuid(0));
        return stored;
    }
}
