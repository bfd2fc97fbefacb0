using System.Text;
using CivicsClass.Data;
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
        if (services.GetRequiredService<DatabaseSettings>().IsSqlite)
        {
            var data = services.GetRequiredService<InstanceLock>();
            if (!data.TryTake())
                return await ThroughServerAsync(data.Folder, files, output);
            await services.MigrateAsync();
        }
        else
        {
            await services.MustBeUpToDateAsync();
        }
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

    private static async Task<int> ThroughServerAsync(string folder, PackFiles files, TextWriter output)
    {
        try
        {
            var (address, token) = await File.ReadAllLinesAsync(OperateDoor.FileIn(folder)) is [var first, var second, ..] ? (first, second) : ("", "");
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
            using var request = new HttpRequestMessage(HttpMethod.Post, OperateDoor.Path) { Content = new ByteArrayContent(PackZip.Write(files)) };
            request.Headers.Add(OperateDoor.Header, token);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.UnprocessableEntity)
            {
                await output.WriteAsync(await answer.Content.ReadAsStringAsync());
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            await output.WriteLineAsync($"The running server did not take the pack (it answered {(int)answer.StatusCode}). Try again, or stop the server first.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException or TaskCanceledException)
        {
            await output.WriteLineAsync("A server is running on this data folder, but it cannot be reached from here. Run the command as the server's own user; if the server is just starting, try again in a moment.");
        }
        return 1;
    }
}
