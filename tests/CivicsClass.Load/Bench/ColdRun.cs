using System.Diagnostics;
using System.Net;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Bench;

/// <summary>From starting the process until <c>/health/ready</c> answers 200, with the library loaded before. The program's files are
/// in the system's cache, as after an upgrade or a crash.</summary>
public sealed class ColdRun : IBenchMode
{
    public const double MostMs = 3_000;
    private const int Starts = 5;
    private const string Ms = "#,0 'ms'";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        using var data = new TemporaryFolder();
        var first = await StartAsync(dll, data.Path);
        Console.WriteLine($"With an empty folder, the library loaded on the way: {first:N0} ms.");
        var taken = new List<double>();
        while (taken.Count < Starts)
        {
            taken.Add(await StartAsync(dll, data.Path));
            Console.WriteLine($"Start {taken.Count}: ready after {taken[^1]:N0} ms.");
        }
        Figure[] figures =
        [
            new("readyMs", $"Start to ready, median of {Starts}", Statistics.Median(taken), Ms, AtMost: MostMs),
            new("readyMaxMs", "Start to ready, slowest", taken.Max(), Ms),
            new("emptyReadyMs", "Start to ready with an empty folder", first, Ms),
        ];
        Figures.Print(figures);
        await Figures.WriteAsync(figures, jsonFile);
        return true;
    }

    private static async Task<double> StartAsync(string? dll, string dataFolder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await Published.StartAsync(dll, dataFolder);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        while (await http.GetAsync("/health/ready") is not { StatusCode: HttpStatusCode.OK })
            await Task.Delay(Look);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await server.StopAsync();
        return taken;
    }
}
