using System.Text;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using Humanizer;

namespace CivicsClass.Library;

/// <summary><c>CivicsClass load PATH</c>: takes a pack (folder or zip) or a single text into the library. With SQLite it goes through the server while that runs.</summary>
public static class LoadCommand
{
    public const string By = "command line";

    /// <returns>The exit code: 0 when it is in the library.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string path, TextWriter output)
    {
        var problems = new Problems();
        if (PackPath.ReadFile(path) is { } file && LoadedFile.IsText(path, file))
            return await TextAsync(services, Path.GetFileName(path), file, output);
        if (PackPath.Read(path, problems) is not { } files)
            return await SayAsync(output, PackReport.Refuse(problems.List()));
        using var content = new ByteArrayContent(PackZip.Write(files));
        if (await RunningServer.AskAsync(services, OperateDoor.LoadPath, content, output) is { } answered)
            return answered;
        await using var scope = services.CreateAsyncScope();
        return await SayAsync(output, await scope.ServiceProvider.GetRequiredService<PackDoor>().PublishAsync(files, By));
    }

    private static async Task<int> TextAsync(IServiceProvider services, string name, byte[] file, TextWriter output)
    {
        if (LoadedFile.AreQuestions(name, file))
        {
            await output.WriteAsync(new ImportedFile(LoadedFile.Questions(name), null).InWords());
            return 1;
        }
        using var content = new ByteArrayContent(file);
        if (await RunningServer.AskAsync(services, $"{OperateDoor.ReadingPath}?name={Uri.EscapeDataString(name)}", content, output) is { } answered)
            return answered;
        await using var scope = services.CreateAsyncScope();
        var imported = await scope.ServiceProvider.GetRequiredService<DraftIntake>().TakeAsync(name, file, By);
        await output.WriteAsync(imported.InWords());
        return imported.Draft is null ? 1 : 0;
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
