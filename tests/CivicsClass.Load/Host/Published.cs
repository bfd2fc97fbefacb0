namespace CivicsClass.Load.Host;

/// <summary>Where the server to run and the content to load are found.</summary>
public static class Published
{
    /// <summary>The server with an empty database in the given folder.</summary>
    public static Task<ServerProcess> StartAsync(string? dll, string dataFolder)
    {
        var root = Root();
        dll ??= Path.Combine(root, "artifacts", "server", "CivicsClass.dll");
        return File.Exists(dll)
            ? ServerProcess.StartAsync(Path.GetFullPath(dll), $"--Data:Folder={dataFolder}", $"--Seed:Folder={Path.Combine(root, "seed-content")}")
            : throw new FileNotFoundException($"There is no server at {dll}. Publish it first: dotnet publish src/CivicsClass -c Release -o artifacts/server. Or name one with --server.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
                return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
