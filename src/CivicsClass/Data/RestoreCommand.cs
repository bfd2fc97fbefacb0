using System.Globalization;
using CivicsClass.Sessions;
using Humanizer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Data;

/// <summary>Puts a backup of the embedded database in place. The copy is checked, brought to this version's schema and made to
/// forget what the ledgers name before it gets the database's name; what was there is kept under a dated one.</summary>
public static class RestoreCommand
{
    private static readonly DateTime EpochsCountFrom = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Setting: <c>Erasures</c>, one more ledger to honour beside the backup's and the data folder's own.</summary>
    /// <exception cref="OperatorException">Nothing was restored; the sentence says why.</exception>
    public static async Task<int> RunAsync(IServiceProvider services, string file, TimeProvider clock, TextWriter output)
    {
        var database = services.GetRequiredService<DatabaseSettings>();
        if (!database.IsSqlite)
            throw new OperatorException($"This command restores SQLite only. Put {database.Provider} back with its own tools, then start every server once: each erases again what its ledger of erasures names.");
        var (backup, target) = (Path.GetFullPath(file), database.File);
        MustBeABackup(backup, target);
        if (!services.GetRequiredService<InstanceLock>().TryTake())
            throw new OperatorException("A server is running on this data folder. Stop it first, then restore.");
        var ledger = services.GetRequiredService<Erasures>().File;
        var others = Ledgers(services.GetRequiredService<IConfiguration>()["Erasures"], backup);
        var erased = others.Append(ledger).SelectMany(Erasures.Read).Distinct().ToArray();

        var texts = others.Append(ledger).SelectMany(Erasures.ReadTexts).ToArray();

        var now = clock.GetUtcNow().UtcDateTime;
        var copy = $"{target}.{Guid.NewGuid():N}.restoring";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await CopyAsync(backup, copy);
            var gone = await PrepareAsync(services, copy, erased, texts, now);
            foreach (var other in others)
                Erasures.TakeAlong(other, ledger);
            var kept = SetAside(target, now);
            File.Move(copy, target);
            await output.WriteLineAsync(InWords(backup, target, gone, kept));
            return 0;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Nothing was restored: {e.Message}", e);
        }
        finally
        {
            foreach (var part in Parts)
                File.Delete(copy + part);
        }
    }

    private static void MustBeABackup(string backup, string target)
    {
        if (!File.Exists(backup))
            throw new OperatorException($"There is no file {backup}.");
        if (backup == target)
            throw new OperatorException($"{backup} is the database itself. Name a backup of it.");
        if (new FileInfo(backup + "-wal") is { Exists: true, Length: > 0 })
            throw new OperatorException($"{backup} is a database in use, not a backup: part of it still stands in {backup}-wal. Make a backup of it with “civics backup” and restore that.");
    }

    private static string[] Ledgers(string? named, string backup)
    {
        var beside = Path.Combine(Path.GetDirectoryName(backup)!, Erasures.FileName);
        if (string.IsNullOrEmpty(named))
            return [beside];
        return File.Exists(named) ? [beside, Path.GetFullPath(named)] : throw new OperatorException($"There is no ledger of erasures {Path.GetFullPath(named)}. Nothing was restored.");
    }

    private static async Task CopyAsync(string backup, string copy)
    {
        await using var from = new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var to = BackupCommand.Create(copy);
        await from.CopyToAsync(to);
    }

    /// <returns>How many sessions, and how many texts of others, the ledgers had to erase again.</returns>
    private static async Task<(int Sessions, int Texts)> PrepareAsync(IServiceProvider services, string copy, IReadOnlyList<Guid> erased, ErasedTexts[] texts, DateTime now)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString();
        var options = new DbContextOptionsBuilder<SqliteCivicsDbContext>().UseSqlite(connection).UseApplicationServiceProvider(services).AddInterceptors(new SqliteSession());
        await using var db = new SqliteCivicsDbContext(options.Options);
        await CheckAsync(db);
        await db.Database.MigrateAsync();
        var gone = (Sessions: await SessionStore.EraseAgainAsync(db, erased), Texts: 0);
        if (texts.Length > 0)
            gone.Texts = await TextEraser.EraseAgainAsync(db, services.GetRequiredService<StepCatalog>(), texts);
        // Pages and servers of before may hold later views under the epochs of this backup, and sign-ins that ended since.
        var epoch = (int)(now - EpochsCountFrom).TotalSeconds;
        await db.Database.ExecuteSqlAsync($"""UPDATE "Sessions" SET "Epoch" = max("Epoch", {epoch}) + 1""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "AspNetUsers" SET "SecurityStamp" = hex(randomblob(20))""");
        await db.Database.ExecuteSqlRawAsync("VACUUM");
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
        return gone;
    }

    private static async Task CheckAsync(SqliteCivicsDbContext db)
    {
        string[] applied;
        try
        {
            if (await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 1").SingleAsync() is not "ok" and var problem)
                throw new OperatorException($"Nothing was restored: the backup is damaged ({problem}). Try an older one.");
            applied = [.. await db.Database.GetAppliedMigrationsAsync()];
        }
        catch (SqliteException e)
        {
            throw new OperatorException($"Nothing was restored: the backup cannot be read ({e.Message}). Try an older one.", e);
        }
        if (applied.Length == 0)
            throw new OperatorException("Nothing was restored: this is a database, but not one of CivicsClass.");
        if (applied.Except(db.Database.GetMigrations()).Any())
            throw new OperatorException("Nothing was restored: the backup was made by a newer version of CivicsClass. Restore it with that version.");
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM pragma_foreign_key_check").SingleAsync() > 0)
            throw new OperatorException("Nothing was restored: rows of the backup refer to rows that are not in it. Try an older one.");
    }

    /// <returns>The name under which the database of before is kept; null when there was none.</returns>
    private static string? SetAside(string target, DateTime now)
    {
        var kept = string.Create(CultureInfo.InvariantCulture, $"{target}.{now:yyyyMMdd-HHmmss}.replaced");
        foreach (var part in Parts)
            if (File.Exists(target + part))
                File.Move(target + part, kept + part);
        return File.Exists(kept) ? kept : null;
    }

    private static string InWords(string backup, string target, (int Sessions, int Texts) gone, string? kept) =>
        $"Restored {backup} to {target}. Start the server; everybody on the staff signs in again."
        + (gone.Sessions > 0 ? $" Erased again: {"session".ToQuantity(gone.Sessions)} that had been deleted since the backup was made." : "")
        + (gone.Texts > 0 ? $" Erased again: {"text".ToQuantity(gone.Texts)} that a teacher had erased since." : "")
        + (kept is null ? "" : $" The database of before is kept as {kept}; delete it when you are content.");
}
