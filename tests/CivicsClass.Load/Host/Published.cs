using System.Diagnostics;

namespace CivicsClass.Load.Host;

/// <summary>Where the server to run and the content to load are found.</summary>
public static class Published
{
    /// <summary>The server with its database in the given folder.</summary>
    public static Task<ServerProcess> StartAsync(string? dll, string dataFolder, params string[] settings) =>
        StartAsync(LoopbackPort.Free(), dll, dataFolder, settings);

    public static Task<ServerProcess> StartAsync(int port, string? dll, string dataFolder, params string[] settings) =>
        ServerProcess.StartAsync(port, Dll(dll), [$"--Data:Folder={dataFolder}", $"--Seed:Folder={Path.Combine(Root(), "seed-content")}", .. settings]);

    /// <summary>One of the program's other verbs, to its end.</summary>
    public static async Task RunAsync(string? dll, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Dll(dll), .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(Dll(dll)) })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}. It said: {said}");
    }

    private static string Dll(string? named)
    {
        var dll = Path.GetFullPath(named ?? Path.Combine(Root(), "artifacts", "server", "CivicsClass.dll"));
        return File.Exists(dll) ? dll
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
