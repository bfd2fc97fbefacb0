using System.Globalization;
using Humanizer;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Data;

/// <summary>Copies the embedded database to one file while the server goes on writing. The connection is read-only, so it neither
/// writes nor checkpoints, not even as the last one to close: a checkpoint from a second process would race the server's own.</summary>
public static class BackupCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Without a file it writes <c>backups/civics-YYYYMMDD-HHMMSS.db</c> (UTC) beside the data folder.</summary>
    /// <returns>0, or 1 after a sentence that says what to do.</returns>
    public static async Task<int> RunAsync(IConfiguration settings, string? file, TimeProvider clock, TextWriter output)
    {
        var database = DatabaseSettings.Read(settings);
        if (!database.IsSqlite)
            return await RefuseAsync(output, $"Backups of {database.Provider} are your database's own ({(database.Provider == DatabaseProvider.PostgreSql ? "pg_dump, or your operator's" : "BACKUP DATABASE, or your operator's")}). This command copies SQLite only.");
        var source = database.File;
        if (!File.Exists(source))
            return await RefuseAsync(output, $"There is no database at {source}. Start the server once, or name its folder with Data:Folder.");
        var target = Target(source, file, clock);
        if (File.Exists(target))
            return await RefuseAsync(output, $"{target} exists already. Name a file that does not exist yet.");
        try
        {
            if (await CopyAsync(source, target) is not "ok" and var problem)
                return await RefuseAsync(output, $"No backup was made: the copy failed its check ({problem}). The database itself may be damaged; keep your older backups.");
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(output, $"No backup was made: {e.Message}");
        }
        Erasures.TakeAlong(new Erasures(settings).File, Path.Combine(Path.GetDirectoryName(target)!, Erasures.FileName));
        await output.WriteLineAsync($"Backed up to {target} ({new FileInfo(target).Length.Bytes().Humanize("0.#", CultureInfo.InvariantCulture)}, checked).");
        return 0;
    }

    /// <summary>Where backups go unless told otherwise.</summary>
    internal static string FolderFor(string data) => Path.Combine(Path.GetDirectoryName(data) ?? data, "backups");

    private static string Target(string source, string? file, TimeProvider clock)
    {
        var name = $"civics-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db";
        var target = file ?? Path.Combine(FolderFor(Path.GetDirectoryName(source)!), name);
        return Path.GetFullPath(Directory.Exists(target) ? Path.Combine(target, name) : target);
    }

    /// <summary>The name appears only when the copy is whole, checked and on the disk.</summary>
    private static async Task<string> CopyAsync(string source, string target)
    {
        MakeFolder(Path.GetDirectoryName(target)!);
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = Create(partial))
            {
                await RunAsync(source, "VACUUM INTO @value", partial);
                var check = await RunAsync(partial, "PRAGMA integrity_check(1)");
                if (check is not "ok")
                    return check;
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            File.Move(partial, target);
            return "ok";
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<string> RunAsync(string database, string sql, string? value = null)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
            command.Parameters.AddWithValue("@value", value);
        return await command.ExecuteScalarAsync() as string ?? "";
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    internal static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    private static async Task<int> RefuseAsync(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }
}
