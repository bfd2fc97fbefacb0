using System.Data.Common;
using System.Globalization;
using CivicsClass.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CivicsClass.Tests.Data;

/// <summary>The database behind a test's server or engine. CIVICS_TEST_DATABASE chooses: Sqlite (default), PostgreSql (a server of
/// the tests' own), or SqlServer (the one that CIVICS_TEST_SQLSERVER, a connection string, leads to).
/// A trait "Database" marks the tests that are about one of them; the runs on another leave them out.</summary>
internal static class TestDatabase
{
    public static DatabaseProvider Provider { get; } =
        Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable("CIVICS_TEST_DATABASE") is { Length: > 0 } chosen ? chosen : "Sqlite");

    /// <summary>A migrated database that belongs to this data folder, as SQLite's would; the same one when asked again.</summary>
    /// <param name="only">For a test that is about one database.</param>
    public static async Task<DatabaseSettings> ForAsync(string folder, DatabaseProvider? only = null)
    {
        var (provider, name) = (only ?? Provider, NameOf(folder));
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                var server = await PostgreSqlServer.SharedAsync();
                await server.CreateAsync(name);
                return new DatabaseSettings(provider, server.ConnectionString(name), null);
            case DatabaseProvider.SqlServer:
                var text = Environment.GetEnvironmentVariable("CIVICS_TEST_SQLSERVER");
                Assert.False(string.IsNullOrEmpty(text), "CIVICS_TEST_SQLSERVER must hold the connection string of a SQL Server on which databases may be made.");
                var settings = new DatabaseSettings(provider, new SqlConnectionStringBuilder(text) { InitialCatalog = name }.ToString(), null);
                await MigrateAsync(settings);
                return settings;
            default:
                return new DatabaseSettings(provider, $"Data Source={Path.Combine(folder, "civics.db")}", null);
        }
    }

    /// <summary>As an operator would set it.</summary>
    public static Dictionary<string, string?> InWords(this DatabaseSettings settings) => new()
    {
        ["Database:Provider"] = $"{settings.Provider}",
        ["ConnectionStrings:Civics"] = settings.ConnectionString,
        ["Database:MaxBatchSize"] = settings.MaxBatchSize?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A connection of the test's own, from no pool.</summary>
    public static DbConnection Connect(this DatabaseSettings settings) => settings.Provider switch
    {
        DatabaseProvider.SqlServer => new SqlConnection(settings.ConnectionString),
        DatabaseProvider.PostgreSql => new NpgsqlConnection(settings.ConnectionString + ";Pooling=false"),
        _ => new SqliteConnection(settings.ConnectionString),
    };

    public static async Task<T> ScalarAsync<T>(this DatabaseSettings settings, string sql)
    {
        await using var connection = settings.Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync() ?? default(T)!, typeof(T), null);
    }

    /// <summary>Lets go of the file, or drops the database.</summary>
    public static async Task ForgetAsync(DatabaseSettings settings)
    {
        if (settings.IsSqlite)
        {
            SqliteConnection.ClearAllPools();
            return;
        }
        if (settings.Provider == DatabaseProvider.PostgreSql)
            NpgsqlConnection.ClearPool(new NpgsqlConnection(settings.ConnectionString));
        await InContextAsync(settings, db => db.Database.EnsureDeletedAsync());
    }

    public static Task MigrateAsync(DatabaseSettings settings) => InContextAsync(settings, db => db.Database.MigrateAsync());

    /// <summary>Every query that runs on SQLite must translate for the other two as well.</summary>
    public static void Watch(IServiceCollection services)
    {
        if (Provider == DatabaseProvider.Sqlite)
            services.ConfigureDbContext<SqliteCivicsDbContext>(options => options.AddInterceptors(EveryQueryTranslates.Watch));
    }

    /// <summary>The application's own database services, without the rest of it.</summary>
    public static ServiceProvider Services(DatabaseSettings settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.InWords()).Build())
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .AddLogging()
        .AddDatabase()
        .BuildServiceProvider();

    private static async Task InContextAsync(DatabaseSettings settings, Func<CivicsDbContext, Task> work)
    {
        await using var services = Services(settings);
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<CivicsDbContext>());
    }

    private static string NameOf(string folder) => new([.. Path.GetFileName(folder).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
}
