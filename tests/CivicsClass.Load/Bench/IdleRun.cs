using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Students in classes of 30 who joined, are connected and do nothing: what the server holds and uses meanwhile.</summary>
public sealed class IdleRun(int students) : IBenchMode
{
    public const double MostMb = 600;
    private const int InAClass = 30;
    private const string Mb = "0 'MB'";
    /// <summary>As often as a browser (client/live).</summary>
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(20), Watched = TimeSpan.FromMinutes(3), Look = TimeSpan.FromSeconds(1);

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        var sizes = Enrolment.Classes(students, InAClass);
        OpenFiles.Need(students + sizes.Count);
        Console.WriteLine($"{students:N0} students in {"class".ToQuantity(sizes.Count)} over real sockets on this machine; they join and then do nothing.");
        using var data = new TemporaryFolder();
        await using var server = new BenchSide("Server", await Published.StartAsync(dll, data.Path), PingEvery);
        var began = server.Process.RssMb;
        var (_, joins) = await Enrolment.FillServerAsync(server, sizes);
        var joined = server.Process.RssMb;
        Console.WriteLine($"Server: everybody is in; watching for {(Calm + Watched).Humanize(2)}.");
        await Task.Delay(Calm);
        var (cpu, at) = (server.Process.CpuMs, Stopwatch.GetTimestamp());
        var held = new List<double>();
        while (Stopwatch.GetElapsedTime(at) < Watched)
        {
            await Task.Delay(Look);
            held.Add(server.Process.RssMb);
        }
        var share = (server.Process.CpuMs - cpu) / Stopwatch.GetElapsedTime(at).TotalMilliseconds;
        var connected = server.Students.Count(s => s.IsConnected);
        Figure[] figures =
        [
            new("connected", "Students connected at the end", connected, "#,0", AtLeast: students),
            new("joinP50Ms", "Join: form, connect, enter, p50", Statistics.Median(joins), "0.0 'ms'"),
            new("joinP99Ms", "Join p99", Statistics.Percentile(joins, 99), "0.0 'ms'"),
            new("startRssMb", "Memory before anybody came", began, Mb),
            new("joinedRssMb", "Memory when the last one had joined", joined, Mb),
            new("idleRssMb", $"Memory while idle, the most in {Watched.Humanize()}", held.Max(), Mb, AtMost: MostMb),
            new("lastRssMb", "Memory at the end", held[^1], Mb),
            new("peakRssMb", "Most memory ever, joining included", server.Process.PeakRssMb, Mb),
            new("idleKbPerStudent", "Above the beginning, per student", (held.Max() - began) * 1024 / students, "0.0 'kB'"),
            new("idleCpuShare", "Processor share while idle, of one core", share, "0.0 %"),
        ];
        Figures.Print(figures);
        await Figures.WriteAsync(figures, jsonFile);
        return connected == students;
    }
}
