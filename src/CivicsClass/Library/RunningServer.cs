using System.Net;
using CivicsClass.Data;

namespace CivicsClass.Library;

/// <summary>For commands that write. With SQLite only one process writes, so while a server runs the command asks it at its <see cref="OperateDoor"/>.</summary>
internal static class RunningServer
{
    /// <returns>The exit code of what the server did; null when the command may write itself, into a database that is up to date.</returns>
    /// <exception cref="OperatorException">The database has not been migrated, or cannot be reached.</exception>
    public static async Task<int?> AskAsync(IServiceProvider services, string path, HttpContent content, TextWriter output)
    {
        if (!services.GetRequiredService<DatabaseSettings>().IsSqlite)
        {
            await services.MustBeUpToDateAsync();
            return null;
        }
        var data = services.GetRequiredService<InstanceLock>();
        if (!data.TryTake())
            return await SendAsync(data.Folder, path, content, output);
        await services.MigrateAsync();
        return null;
    }

    private static async Task<int> SendAsync(string folder, string path, HttpContent content, TextWriter output)
    {
        try
        {
            var (address, token) = await File.ReadAllLinesAsync(OperateDoor.FileIn(folder)) is [var first, var second, ..] ? (first, second) : ("", "");
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Add(OperateDoor.Header, token);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity)
            {
                await output.WriteAsync(await answer.Content.ReadAsStringAsync());
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            await output.WriteLineAsync($"The running server did not do this (it answered {(int)answer.StatusCode}). Try again, or stop the server first.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException or TaskCanceledException)
        {
            await output.WriteLineAsync("A server is running on this data folder, but it cannot be reached from here. Run the command as the server's own user; if the server is just starting, try again in a moment.");
        }
        return 1;
    }
}
