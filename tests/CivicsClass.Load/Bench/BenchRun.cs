using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Simulated classes against the published server and against a bare hub under the same load. Both are warmed up, then
/// measured in turns, so that what else happens on the machine meets both; the ratio is the median of the turns.</summary>
public sealed class BenchRun(int sessions, int studentsEach) : IBenchMode
{
    private const int Turns = 5;

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        var started = Stopwatch.GetTimestamp();
        var sizes = Enrolment.Classes(sessions * studentsEach, studentsEach);
        OpenFiles.Need(2 * (sizes.Sum() + sizes.Count));
        Console.WriteLine($"{"class".ToQuantity(sessions)} of {studentsEach}: {sessions * studentsEach:N0} students over real sockets on this machine.");
        using var data = new TemporaryFolder();
        await using var server = new BenchSide("Server", await Published.StartAsync(dll, data.Path));
        var (quiz, joins) = await Enrolment.FillServerAsync(server, sizes);
        var students = server.Students;
        var entered = students.Average(s => s.BytesReceived);
        await server.WarmUpAsync(quiz);
        var warm = students.Average(s => s.BytesReceived);
        var first = await server.MeasureAsync();
        var received = entered + students.Average(s => s.BytesReceived) - warm;

        var payloads = new BareHub.Payloads((int)students.Average(s => s.EnteredBytes), first.PatchBytes);
        await using var hub = new BenchSide("Bare hub", await ServerProcess.StartAsync(typeof(BareHub).Assembly.Location, BareHub.Arguments(payloads)));
        await Enrolment.FillHubAsync(hub, sizes);
        await hub.WarmUpAsync(quiz);
        await hub.MeasureAsync();
        while (hub.Turns.Count < Turns)
        {
            await server.MeasureAsync();
            await hub.MeasureAsync();
        }

        var measured = Measured.Of(server.Turns);
        if (students.Select(s => s.Trouble).OfType<string>().FirstOrDefault() is { } trouble)
            Console.WriteLine($"{"answer".ToQuantity(measured.Unanswered)} and {measured.Unseen} opened questions went missing. The server's word: {trouble}");
        var peak = server.Process.PeakRssMb;
        await server.Process.StopAsync();
        var acknowledged = students.SelectMany(s => s.Acknowledged).ToArray();
        var stored = (await StoredLog.ReadAsync(data.Path)).Select(e => e.Command).ToHashSet();
        var lost = acknowledged.Count(id => !stored.Contains(id));
        var result = new BenchFigures(joins, server.Turns, hub.Turns, acknowledged.Length, lost, peak, received);
        var figures = result.Of(sessions, studentsEach);
        Figures.Print(figures, "bare hub", result.Beside);
        Console.WriteLine($"Done in {Stopwatch.GetElapsedTime(started).Humanize(2)}.");
        await Figures.WriteAsync(figures, jsonFile);
        return lost == 0 && measured is { Unseen: 0, Unanswered: 0 };
    }
}
