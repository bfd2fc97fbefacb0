using System.Collections.Concurrent;
using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Simulated classes against the published server, then against a bare hub under the same load.</summary>
public sealed class BenchRun(int sessions, int studentsEach)
{
    private const string Lesson = "quick-debate";
    private const int JoiningAtOnce = 8;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(6);

    public async Task<bool> RunAsync(string? server, string? jsonFile)
    {
        var started = Stopwatch.GetTimestamp();
        Console.WriteLine($"{"class".ToQuantity(sessions)} of {studentsEach}: {sessions * studentsEach:N0} students over real sockets on this machine.");
        var (figures, measured, sizes, quiz) = await MeasureServerAsync(server);
        var hub = await MeasureHubAsync(sizes, quiz);
        var hubCpu = hub.CpuMs / Math.Max(1, hub.Acknowledgement.Count);
        figures = figures with { HubCpuMsPerAnswer = hubCpu, CpuRatio = hubCpu > 0 ? figures.CpuMsPerAnswer / hubCpu : 0 };
        Print(figures, hub);
        Console.WriteLine($"Done in {Stopwatch.GetElapsedTime(started).Humanize(2)}.");
        if (jsonFile is not null)
            await File.WriteAllTextAsync(jsonFile, figures.ToJson() + "\n");
        return figures.Lost == 0 && measured is { Unseen: 0, Unanswered: 0 };
    }

    private async Task<(BenchFigures, Measured, BareHub.Payloads, QuizPlan)> MeasureServerAsync(string? dll)
    {
        using var data = new TemporaryFolder();
        await using var server = await Published.StartAsync(dll, data.Path);
        var staff = await Staff.SetUpAsync(server);
        var classes = new List<BenchClass>();
        await using var leaving = new Leaving(classes);
        var doors = new List<(BenchClass, StartedSession)>();
        for (var i = 0; i < sessions; i++)
        {
            var session = await staff.StartAsync(Lesson);
            classes.Add(await BenchClass.OpenAsync(session.Hub("teacher"), staff.Browser.Cookies));
            doors.Add((classes[^1], session));
        }
        var quiz = QuizPlan.Of(classes[0].TeacherView!);
        using var pings = new Pings(classes, PingEvery);
        Console.WriteLine($"Server: {"session".ToQuantity(sessions)} started, students are joining.");
        var joins = await JoinAllAsync(doors.SelectMany(d => Enumerable.Range(1, studentsEach).Select(n => (d.Item1, d.Item2, n))));
        foreach (var c in classes)
            await c.OpenStepAsync(quiz.Step);
        var students = classes.SelectMany(c => c.Students).ToArray();
        var entered = students.Average(s => s.BytesReceived);
        Console.WriteLine("Server: everybody has joined, warming up.");
        var rounds = new Rounds(classes, quiz, server);
        Console.WriteLine($"Server: {await rounds.WarmUpAsync():N0} answers to warm up, now measuring.");
        var warm = students.Average(s => s.BytesReceived);
        var measured = await rounds.MeasureAsync();
        var received = entered + students.Average(s => s.BytesReceived) - warm;
        var sizes = new BareHub.Payloads((int)students.Average(s => s.EnteredBytes), measured.PatchBytes);
        var peak = server.PeakRssMb;
        if (students.Select(s => s.Trouble).OfType<string>().FirstOrDefault() is { } trouble)
            Console.WriteLine($"{"answer".ToQuantity(measured.Unanswered)} and {measured.Unseen} opened questions went missing. The server's word: {trouble}");
        await server.StopAsync();
        var acknowledged = students.SelectMany(s => s.Acknowledged).ToArray();
        var stored = (await StoredLog.ReadAsync(data.Path)).Select(e => e.Command).ToHashSet();
        var figures = new BenchFigures(
            Statistics.Percentile(joins, 50), Statistics.Percentile(joins, 99), Statistics.Percentile(measured.FanOut, 99),
            Statistics.Percentile(measured.Acknowledgement, 50), Statistics.Percentile(measured.Acknowledgement, 99), measured.Acknowledgement.DefaultIfEmpty().Max(),
            acknowledged.Length, acknowledged.Count(id => !stored.Contains(id)),
            measured.CpuMs / Math.Max(1, measured.Acknowledgement.Count), 0, 0, peak, received);
        return (figures, measured, sizes, quiz);
    }

    private async Task<Measured> MeasureHubAsync(BareHub.Payloads sizes, QuizPlan quiz)
    {
        await using var hub = await ServerProcess.StartAsync(typeof(BareHub).Assembly.Location, BareHub.Arguments(sizes));
        var classes = new List<BenchClass>();
        await using var leaving = new Leaving(classes);
        using var pings = new Pings(classes, PingEvery);
        for (var i = 0; i < sessions; i++)
        {
            var room = await BenchClass.OpenAsync(new Uri(hub.Address, $"/s/k{i}/teacher"), "");
            for (var n = 0; n < studentsEach; n++)
                room.Seat(await BenchStudent.EnterAsync(new Uri(hub.Address, $"/s/k{i}/student"), ""));
            classes.Add(room);
        }
        var rounds = new Rounds(classes, quiz, hub);
        Console.WriteLine($"Bare hub: {await rounds.WarmUpAsync():N0} answers to warm up, now measuring.");
        return await rounds.MeasureAsync();
    }

    /// <returns>Milliseconds from sending the form to holding the views, for each student.</returns>
    private static async Task<double[]> JoinAllAsync(IEnumerable<(BenchClass Class, StartedSession Session, int Number)> seats)
    {
        var taken = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = JoiningAtOnce }, async (seat, _) =>
        {
            var door = await StudentDoor.FindAsync(seat.Session.Console, seat.Session.Code, $"Student {seat.Number}");
            var from = Stopwatch.GetTimestamp();
            var student = await BenchStudent.EnterAsync(seat.Session.Hub("student"), await door.EnterAsync());
            taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            seat.Class.Seat(student);
        });
        return [.. taken];
    }

    private static void Print(BenchFigures figures, Measured hub)
    {
        var rows = figures.Rows(hub).ToArray();
        var width = rows.Max(r => r.What.Length);
        Console.WriteLine($"\n{"".PadRight(width)}  {"server",12}  {"bare hub",12}");
        foreach (var (what, server, bare) in rows)
            Console.WriteLine($"{what.PadRight(width)}  {server,12}  {bare,12}");
        Console.WriteLine();
    }

    private sealed class Leaving(List<BenchClass> classes) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var c in classes)
                await c.DisposeAsync();
        }
    }
}
