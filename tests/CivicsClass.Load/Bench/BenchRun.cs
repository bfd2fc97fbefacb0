using System.Collections.Concurrent;
using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Simulated classes against the published server and against a bare hub under the same load. Both are warmed up, then
/// measured in turns, so that what else happens on the machine meets both; the ratio is the median of the turns.</summary>
public sealed class BenchRun(int sessions, int studentsEach)
{
    private const string Lesson = "full-debate";
    private const int Turns = 5;
    private const int JoiningAtOnce = 8;

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        var started = Stopwatch.GetTimestamp();
        Console.WriteLine($"{"class".ToQuantity(sessions)} of {studentsEach}: {sessions * studentsEach:N0} students over real sockets on this machine.");
        using var data = new TemporaryFolder();
        await using var server = new BenchSide("Server", await Published.StartAsync(dll, data.Path));
        var (quiz, joins) = await FillServerAsync(server);
        var students = server.Students;
        var entered = students.Average(s => s.BytesReceived);
        await server.WarmUpAsync(quiz);
        var warm = students.Average(s => s.BytesReceived);
        var first = await server.MeasureAsync();
        var received = entered + students.Average(s => s.BytesReceived) - warm;

        var sizes = new BareHub.Payloads((int)students.Average(s => s.EnteredBytes), first.PatchBytes);
        await using var hub = new BenchSide("Bare hub", await ServerProcess.StartAsync(typeof(BareHub).Assembly.Location, BareHub.Arguments(sizes)));
        await FillHubAsync(hub);
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
        var figures = new BenchFigures(
            Statistics.Percentile(joins, 50), Statistics.Percentile(joins, 99), Statistics.Percentile(measured.FanOut, 99),
            Statistics.Percentile(measured.Acknowledgement, 50), Statistics.Percentile(measured.Acknowledgement, 99), measured.Acknowledgement.DefaultIfEmpty().Max(),
            acknowledged.Length, acknowledged.Count(id => !stored.Contains(id)),
            Median(server.Turns.Select(t => t.CpuMsPerAnswer)), Median(hub.Turns.Select(t => t.CpuMsPerAnswer)),
            Median(server.Turns.Zip(hub.Turns, (ours, bare) => ours.CpuMsPerAnswer / bare.CpuMsPerAnswer)), peak, received);
        Print(figures, Measured.Of(hub.Turns));
        Console.WriteLine($"Done in {Stopwatch.GetElapsedTime(started).Humanize(2)}.");
        if (jsonFile is not null)
            await File.WriteAllTextAsync(jsonFile, figures.ToJson() + "\n");
        return figures.Lost == 0 && measured is { Unseen: 0, Unanswered: 0 };
    }

    /// <summary>Opens the classes, lets the students join as browsers do and opens the quiz.</summary>
    /// <returns>The quiz, and for each student the milliseconds from sending the form to holding the views.</returns>
    private async Task<(QuizPlan Quiz, double[] Joins)> FillServerAsync(BenchSide server)
    {
        var staff = await Staff.SetUpAsync(server.Process);
        var doors = new List<(BenchClass Class, StartedSession Session)>();
        for (var i = 0; i < sessions; i++)
        {
            var session = await staff.StartAsync(Lesson);
            doors.Add((await BenchClass.OpenAsync(session.Hub("teacher"), staff.Browser.Cookies), session));
            server.Add(doors[^1].Class);
        }
        Console.WriteLine($"Server: {"session".ToQuantity(sessions)} started, students are joining.");
        var taken = new ConcurrentBag<double>();
        var seats = doors.SelectMany(d => Enumerable.Range(1, studentsEach).Select(n => (d.Class, d.Session, Number: n)));
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = JoiningAtOnce }, async (seat, _) =>
        {
            var door = await StudentDoor.FindAsync(seat.Session.Console, seat.Session.Code, $"Student {seat.Number}");
            var from = Stopwatch.GetTimestamp();
            var student = await BenchStudent.EnterAsync(seat.Session.Hub("student"), await door.EnterAsync());
            taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            seat.Class.Seat(student);
        });
        var quiz = QuizPlan.Of(doors[0].Class.TeacherView!);
        foreach (var (c, _) in doors)
            await c.OpenStepAsync(quiz.Step);
        return (quiz, [.. taken]);
    }

    private async Task FillHubAsync(BenchSide hub)
    {
        for (var i = 0; i < sessions; i++)
        {
            var room = await BenchClass.OpenAsync(new Uri(hub.Process.Address, $"/s/k{i}/teacher"), "");
            hub.Add(room);
            for (var n = 0; n < studentsEach; n++)
                room.Seat(await BenchStudent.EnterAsync(new Uri(hub.Process.Address, $"/s/k{i}/student"), ""));
        }
    }

    private static double Median(IEnumerable<double> values) => Statistics.Percentile([.. values], 50);

    private static void Print(BenchFigures figures, Measured hub)
    {
        var rows = figures.Rows(hub).ToArray();
        var width = rows.Max(r => r.What.Length);
        Console.WriteLine($"\n{"".PadRight(width)}  {"server",12}  {"bare hub",12}");
        foreach (var (what, server, bare) in rows)
            Console.WriteLine($"{what.PadRight(width)}  {server,12}  {bare,12}");
        Console.WriteLine();
    }
}
