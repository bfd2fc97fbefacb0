using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;

namespace CivicsClass;

/// <summary>What the program can do besides serving: <c>migrate [script]</c>, <c>load PATH</c>, <c>password EMAIL</c>,
/// <c>backup [FILE]</c>, <c>restore FILE [--erasures LEDGER]</c>.</summary>
internal static class Commands
{
    /// <summary>The arguments that are settings. A path such as /home/ada/pack before them must not be taken for one.</summary>
    public static string[] Settings(string[] args) => [.. args.SkipWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal))];

    /// <returns>The exit code, or null when the program is to serve.</returns>
    public static async Task<int?> RunAsync(string[] args, WebApplication app)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return words switch
        {
            [] => null,
            ["migrate"] => await MigrateAsync(app.Services),
            ["migrate", "script"] => await PrintAsync(Migrating.Script(app.Services)),
            ["load", var path] => await LoadCommand.RunAsync(app.Services, path, Console.Out),
            ["password", var email] => await PasswordCommand.RunAsync(app.Services, email, Console.Out),
            ["backup"] => await BackupCommand.RunAsync(app.Configuration, null, TimeProvider.System, Console.Out),
            ["backup", var file] => await BackupCommand.RunAsync(app.Configuration, file, TimeProvider.System, Console.Out),
            ["restore", var file] => await RestoreCommand.RunAsync(app.Services, file, TimeProvider.System, Console.Out),
            _ => await RefuseAsync($"“{string.Join(' ', words)}” is not a command. There are: migrate [script], load PATH, password EMAIL, backup [FILE], restore FILE; without one, the program serves."),
        };
    }

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<DatabaseSettings>().IsSqlite && !services.GetRequiredService<InstanceLock>().TryTake())
            return await RefuseAsync("A server is running on this data folder; it brought the database up to date when it started. Stop it first to migrate by hand.");
        await services.MigrateAsync();
        await Console.Out.WriteLineAsync("The database is up to date.");
        return 0;
    }

    private static async Task<int> PrintAsync(string text)
    {
        await Console.Out.WriteLineAsync(text);
        return 0;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
