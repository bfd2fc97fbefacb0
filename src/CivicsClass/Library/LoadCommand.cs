using System.Text;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using Humanizer;

namespace CivicsClass.Library;

/// <summary><c>CivicsClass load PATH</c>: takes a pack (folder or zip), a single text or a folder or zip of texts into the library. With SQLite it goes through the server while that runs.</summary>
public static class LoadCommand
{
    public const string By = "command line";

    /// <returns>The exit code: 0 when it is in the library.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string path, TextWriter output)
    {
        var problems = new Problems();
        if (PackPath.ReadFile(path) is { } file && LoadedFile.IsText(path, file))
            return await TextAsync(services, Path.GetFileName(path), file, output);
        if (LoadedTexts.In(path) is { } texts)
            return await TextsAsync(services, texts, output);
        if (PackPath.Read(path, problems) is not { } files)
            return await SayAsync(output, PackReport.Refuse(problems.List()));
        using var content = new ByteArrayContent(PackZip.Write(files));
        if (await RunningServer.AskAsync(services, OperateDoor.LoadPath, content, output) is { } answered)
            return answered;
        await using var scope = services.CreateAsyncScope();
        return await SayAsync(output, await scope.ServiceProvider.GetRequiredService<PackDoor>().PublishAsync(files, By));
    }

    /// <summary>One after the other, then how many became what.</summary>
    private static async Task<int> TextsAsync(IServiceProvider services, IReadOnlyList<LoadedText> texts, TextWriter output)
    {
        var outcomes = new List<ImportOutcome>();
        foreach (var text in texts)
        {
            var (file, refused) = text.Read();
            var report = file is null ? ImportReport.Refuse(text.Name, refused!)
                : LoadedFile.AreQuestions(text.Name, file) ? LoadedFile.Questions(text.Name) : DraftImport.Read(text.Name, file);
            if (report.Text is null)
                await output.WriteAsync(new ImportedFile(report, null).InWords());
            outcomes.Add(report.Text is null || await TextAsync(services, text.Name, file!, output) != 0 ? ImportOutcome.Refused : report.Outcome);
            await output.WriteLineAsync();
        }
        int Count(ImportOutcome outcome) => outcomes.Count(o => o == outcome);
        await output.WriteLineAsync($"{"file".ToQuantity(texts.Count)}: {Count(ImportOutcome.Taken)} taken as they are, {Count(ImportOutcome.Changed)} taken with changes, {Count(ImportOutcome.Refused)} not taken.");
        return Count(ImportOutcome.Refused) == 0 ? 0 : 1;
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
            { Withdrawn: { Withdrawn: { } why } v } => $"“{v.Title}” was not published: it is the same as version {v.Number} ({v.PackId}), which was withdrawn. {report.WayBack}\nWhy it was withdrawn: {why.Reason}\nBring it back at /library/packs/{v.Id}/withdraw",
            { Outcome: PackOutcome.Unchanged, Version: { } v } => $"“{v.Title}” is unchanged: it is the same as version {v.Number} ({v.PackId}).",
            _ => $"The pack was not taken. There {(report.Problems.Count == 1 ? "is" : "are")} {"problem".ToQuantity(report.Problems.Count)} to put right:",
        });
        foreach (var problem in report.Withdrawn is null ? report.Problems : [])
            words.Append('\n').Append(problem);
        return words.Append('\n').ToString();
    }

    private static async Task<int> SayAsync(TextWriter output, PackReport report)
    {
        await output.WriteAsync(report.InWords());
        return report.Outcome == PackOutcome.Refused ? 1 : 0;
    }
}
