using System.Text;
using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library;

/// <summary><c>CivicsClass load PATH</c>: takes a pack, a folder or zip, into the library. With SQLite it goes through the server while that runs.</summary>
public static class LoadCommand
{
    public const string By = "command line";

    /// <returns>The exit code: 0 when the pack is in the library.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string path, TextWriter output)
    {
        var problems = new Problems();
        if (PackPath.Read(path, problems) is not { } files)
            return await SayAsync(output, PackReport.Refuse(problems.List()));
        using var content = new ByteArrayContent(PackZip.Write(files));
        if (await RunningServer.AskAsync(services, OperateDoor.LoadPath, content, output) is { } answered)
            return answered;
        await using var scope = services.CreateAsyncScope();
        return await SayAsync(output, await scope.ServiceProvider.GetRequiredService<PackDoor>().PublishAsync(files, By));
    }

    /// <summary>What a person reads about it: one line, then one for each problem.</summary>
    public static string InWords(this PackReport report)
    {
        var words = new StringBuilder(report switch
        {
            { Outcome: PackOutcome.Taken, Version: { } v } => $"“{v.Title}” is in the library as version {v.Number} ({v.PackId}).",
            { Outcome: PackOutcome.Unchanged, Version: { } v } => $"“{v.Title}” is unchanged: it is the same as version {v.Number} ({v.PackId}).",
            _ => $"The pack was not taken. There {(report.Problems.Count == 1 ? "is" : "are")} {"problem".ToQuantity(report.Problems.Count)} to put right:",
        });
        foreach (var problem in report.Problems)
            words.Append('\n').Append(problem);
        return words.Append('\n').ToString();
    }

    private static async Task<int> SayAsync(TextWriter output, PackReport report)
    {
        await output.WriteAsync(report.InWords());
        return report.Outcome == PackOutcome.Refused ? 1 : 0;
    }
}
