using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace CivicsClass.Data;

public enum DatabaseProvider { Sqlite, SqlServer, PostgreSql }

/// <summary>Which database keeps everything.</summary>
/// <param name="MaxBatchSize">Most rows that EF Core writes with one command; absent: the provider's own choice.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, int? MaxBatchSize)
{
    /// <summary>Settings: <c>Database:Provider</c> (Sqlite, SqlServer or PostgreSql; default Sqlite), <c>ConnectionStrings:Civics</c>
    /// (for SQLite by default the file civics.db in <c>Data:Folder</c>) and <c>Database:MaxBatchSize</c>.</summary>
    /// <exception cref="OperatorException">A setting is wrong or missing.</exception>
    public static DatabaseSettings Read(IConfiguration settings)
    {
        var provider = ReadProvider(settings["Database:Provider"]);
        var connection = settings.GetConnectionString("Civics") is { Length: > 0 } set ? set
            : provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(settings["Data:Folder"] ?? "data", "civics.db")}"
            : throw new OperatorException($"Database:Provider is {provider}, but ConnectionStrings:Civics does not say where the database is. Set it, for example to “{Example(provider)}”.");
        Check(provider, connection);
        return new DatabaseSettings(provider, connection, ReadBatchSize(settings["Database:MaxBatchSize"]));
    }

    public bool IsSqlite => Provider == DatabaseProvider.Sqlite;

    /// <summary>The SQLite file; meaningless for the others.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    private static DatabaseProvider ReadProvider(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? DatabaseProvider.Sqlite
        : Enum.GetNames<DatabaseProvider>().FirstOrDefault(name => name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<DatabaseProvider>(name)
        : throw new OperatorException($"Database:Provider is “{typed}”. Set it to Sqlite, SqlServer or PostgreSql, or leave it out for Sqlite.");

    private static int? ReadBatchSize(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 1_000 ? size
        : throw new OperatorException($"Database:MaxBatchSize is “{typed}”. Set it to a number from 1 to 1000, or leave it out.");

    private static void Check(DatabaseProvider provider, string connection)
    {
        try
        {
            DbConnectionStringBuilder parts = provider switch
            {
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(connection),
                DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(connection),
                _ => new SqliteConnectionStringBuilder(connection),
            };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new OperatorException($"ConnectionStrings:Civics is no connection string for {provider}: {wrong.Message} It should look like “{Example(provider)}”; see also Database:Provider.");
        }
    }

    private static string Example(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => "Server=db.example.org;Database=civics;User ID=civics;Password=…",
        DatabaseProvider.PostgreSql => "Host=db.example.org;Database=civics;Username=civics;Password=…",
        _ => "Data Source=/var/lib/civicsclass/civics.db",
    };
}

/// <summary>The program cannot go on until its operator does something; the message says what, and is all that is shown.</summary>
public sealed class OperatorException(string message, Exception? inner = null) : Exception(message, inner);
