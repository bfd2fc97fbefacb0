using System.Data.Common;
using CivicsClass.Servers;
using CivicsClass.Sessions;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CivicsClass.Data;

/// <summary>Brings the database to this version's schema, or says who should.</summary>
public static class Migrating
{
    /// <summary>Before serving: SQLite is brought up to date, and only one process may use it; another database is only looked at.</summary>
    /// <exception cref="OperatorException">The database cannot be used as it is.</exception>
    public static async Task OpenDatabaseAsync(this IServiceProvider services)
    {
        services.GetRequiredService<ClusterSettings>();
        if (services.GetRequiredService<DatabaseSettings>().IsSqlite)
        {
            services.GetRequiredService<InstanceLock>().Take();
            await services.MigrateAsync();
        }
        else
        {
            await services.MustBeUpToDateAsync();
        }
        await services.EraseAgainAsync();
    }

    /// <summary>A database that was put back by hand, or after a crash in the middle of an erasure.</summary>
    private static async Task EraseAgainAsync(this IServiceProvider services)
    {
        var file = services.GetRequiredService<Erasures>().File;
        var (ledger, texts) = (Erasures.Read(file), Erasures.ReadTexts(file));
        if (ledger.Count + texts.Count == 0)
            return;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var gone = await SessionStore.EraseAgainAsync(db, ledger);
        if (texts.Count > 0)
            gone += await TextEraser.EraseAgainAsync(db, services.GetRequiredService<StepCatalog>(), texts);
        if (gone > 0)
            await services.GetRequiredService<EventLog>().ForgetAsync();
    }

    /// <summary>Brings the database up to the current schema. SQLite: makes its folder if need be.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.IsSqlite && Path.GetDirectoryName(settings.File) is { } folder)
            Directory.CreateDirectory(folder);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CivicsDbContext>().Database;
        await (settings.IsSqlite ? database.MigrateAsync() : ReachAsync(settings, () => database.MigrateAsync()));
    }

    /// <exception cref="OperatorException">The database has not been migrated to this version, or cannot be reached.</exception>
    public static async Task MustBeUpToDateAsync(this IServiceProvider services)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CivicsDbContext>().Database;
        IEnumerable<string> missing = [];
        await ReachAsync(settings, async () => missing = await database.GetPendingMigrationsAsync());
        if (missing.Count() is > 0 and var count)
            throw new OperatorException($"The {settings.Provider} database is not up to date: {"migration".ToQuantity(count)} {(count == 1 ? "is" : "are")} missing. Bring it up to date with “civics migrate” and the same settings, or run the script that “civics migrate script” prints. Then start again.");
    }

    /// <summary>The steps from an empty database to this version as SQL, for databases that are changed by hand. It can run again without harm.</summary>
    /// <exception cref="OperatorException">SQLite is migrated by the server itself.</exception>
    public static string Script(IServiceProvider services)
    {
        if (services.GetRequiredService<DatabaseSettings>().IsSqlite)
            throw new OperatorException("SQLite needs no script: the server brings it up to date when it starts. Scripts are for SqlServer and PostgreSql; set Database:Provider.");
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<CivicsDbContext>().GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static async Task ReachAsync(DatabaseSettings settings, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException problem)
        {
            throw new OperatorException($"The {settings.Provider} database did not do what was asked: {problem.Message} Check ConnectionStrings:Civics, that the database server runs, and that this user may use the database (to migrate: change its tables).", problem);
        }
    }
}
