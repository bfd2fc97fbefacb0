using CivicsClass.Data;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

/// <summary>Fills an empty library with the packs that come with CivicsClass.</summary>
public static partial class Seed
{
    public const string By = "seed";

    /// <summary>Setting <c>Seed:Folder</c>: a folder of packs; by default seed-content beside the program or above it.
    /// Does nothing once the library holds a pack.</summary>
    public static async Task SeedAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CivicsDbContext>().PackVersions.AnyAsync())
            return;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("CivicsClass.Library.Seed");
        var host = services.GetRequiredService<IHostEnvironment>();
        var folder = services.GetRequiredService<IConfiguration>()["Seed:Folder"] is { Length: > 0 } set ? set : Find(host.ContentRootPath) ?? Find(AppContext.BaseDirectory);
        if (!Directory.Exists(folder))
        {
            NoFolder(log, folder ?? "seed-content");
            return;
        }
        var door = scope.ServiceProvider.GetRequiredService<PackDoor>();
        foreach (var pack in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var report = await door.LoadAsync(pack, By);
            if (report.Version is { } version)
                Loaded(log, version.Title, version.Number);
            foreach (var problem in report.Problems)
                NotLoaded(log, pack, problem);
        }
    }

    private static string? Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "seed-content") is var seed && Directory.Exists(seed))
                return seed;
        return null;
    }

    /// <summary>Loads a pack from a folder or zip on this machine.</summary>
    internal static async Task<PackReport> LoadAsync(this PackDoor door, string path, string by)
    {
        var problems = new Problems();
        return PackPath.Read(path, problems) is { } files ? await door.PublishAsync(files, by) : PackReport.Refuse(problems.List());
    }

    [LoggerMessage(LogLevel.Information, "Loaded “{Title}” as version {Number}")]
    private static partial void Loaded(ILogger log, string title, int number);

    [LoggerMessage(LogLevel.Error, "Not loaded from {Folder}: {Problem}")]
    private static partial void NotLoaded(ILogger log, string folder, Problem problem);

    [LoggerMessage(LogLevel.Warning, "No seed content: the folder {Folder} does not exist. Load a pack with `civics load PATH`")]
    private static partial void NoFolder(ILogger log, string folder);
}
