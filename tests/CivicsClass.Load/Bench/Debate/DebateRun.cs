using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench.Debate;

/// <summary>Simulated classes that argue: each student writes and marks at random moments, each teacher approves what comes, and what
/// was approved appears on every screen of its class.</summary>
public sealed class DebateRun(int sessions, int studentsEach, TimeSpan time) : IBenchMode
{
    private const int ArgumentsEach = 10, MarksEach = 30, JoiningAtOnce = 8;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(6), Patience = TimeSpan.FromSeconds(20), Look = TimeSpan.FromMilliseconds(100);
    private readonly List<DebateClass> _classes = [];

    private DebateStudent[] Students => [.. _classes.SelectMany(c => c.Students)];

    private IEnumerable<Acknowledgements> Told => _classes.Select(c => c.Acknowledged).Concat(Students.Select(s => s.Acknowledged));

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        OpenFiles.Need(sessions * (studentsEach + 1));
        Console.WriteLine($"{"class".ToQuantity(sessions)} of {studentsEach} in a debate, {ArgumentsEach} arguments and {MarksEach} marks a student in {time.Humanize(2)}.");
        using var data = new TemporaryFolder();
        await using var server = await Published.StartAsync(dll, data.Path);
        using var pings = new Pings(_classes, PingEvery);
        var plan = await FillAsync(server);
        Console.WriteLine("Server: everybody is in and has two sentences to quote.");
        var cpu = await ArgueAsync(plan, server);

        if (Told.Select(t => t.Trouble).OfType<string>().FirstOrDefault() is { } trouble)
            Console.WriteLine($"Not everything was taken. The server's word: {trouble}");
        var acknowledged = Told.SelectMany(t => t.Taken).ToArray();
        var (refused, unseen) = (Told.Sum(t => t.Refused), _classes.Sum(c => c.Unseen));
        var untilSeen = _classes.SelectMany(c => c.UntilSeen).ToArray();
        var (received, peak) = (Students.Average(s => s.BytesReceived), server.PeakRssMb);
        foreach (var c in _classes)
            await c.DisposeAsync();
        await server.StopAsync();
        var stored = (await StoredLog.ReadAsync(data.Path)).Select(e => e.Command).ToHashSet();
        var figures = new DebateFigures(acknowledged, untilSeen, cpu, refused, unseen, acknowledged.Count(a => !stored.Contains(a.Id)), peak, received);
        Figures.Print(figures.All);
        await Figures.WriteAsync(figures.All, jsonFile);
        return figures is { Lost: 0, Unseen: 0, Refused: 0 };
    }

    private async Task<DebatePlan> FillAsync(ServerProcess server)
    {
        var staff = await Staff.SetUpAsync(server);
        var doors = new List<(DebateClass Class, StartedSession Session)>();
        for (var i = 0; i < sessions; i++)
        {
            var session = await staff.StartAsync(DebatePlan.Lesson);
            doors.Add((await DebateClass.OpenAsync(session.Hub("teacher"), staff.Browser.Cookies), session));
            _classes.Add(doors[^1].Class);
        }
        var seats = doors.SelectMany(d => Enumerable.Range(1, studentsEach).Select(n => (d.Class, d.Session, Number: n)));
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = JoiningAtOnce }, async (seat, _) =>
        {
            var door = await StudentDoor.FindAsync(seat.Session.Console, seat.Session.Code, $"Seat {seat.Number}");
            seat.Class.Seat(await DebateStudent.EnterAsync(seat.Session.Hub("student"), await door.EnterAsync()));
        });
        var plan = DebatePlan.Of(Students[0].ClassView);
        await Parallel.ForEachAsync(Students, new ParallelOptions { MaxDegreeOfParallelism = JoiningAtOnce }, async (student, _) => await student.PrepareAsync(plan));
        foreach (var c in _classes)
            await c.OpenStepAsync(plan.Step);
        return plan;
    }

    /// <returns>The server's processor time per command, in milliseconds, by thirds of the time.</returns>
    private async Task<double[]> ArgueAsync(DebatePlan plan, ServerProcess server)
    {
        using var over = new CancellationTokenSource();
        // Half of the time between two arguments of a class is spent reading, so that the queue stays short.
        var reading = time / (studentsEach * ArgumentsEach) * 0.5;
        var moderating = _classes.Select(c => c.ModerateAsync(plan, reading, over.Token)).ToArray();
        var arguing = Task.WhenAll(_classes.SelectMany(c => c.Students.Select(s => s.ArgueAsync(plan, ArgumentsEach, MarksEach, time, a => c.MayMark(s, a)))));
        var cpu = new List<double>();
        var (spent, told) = (server.CpuMs, Told.Sum(t => t.Taken.Count));
        for (var third = 1; third <= 3; third++)
        {
            await Task.Delay(time / 3);
            var (spentNow, toldNow) = (server.CpuMs, Told.Sum(t => t.Taken.Count));
            cpu.Add((spentNow - spent) / Math.Max(1, toldNow - told));
            (spent, told) = (spentNow, toldNow);
        }
        await arguing;
        var ended = Stopwatch.GetTimestamp();
        while (!_classes.All(c => c.AllIsShown(studentsEach * ArgumentsEach)) && Stopwatch.GetElapsedTime(ended) < Patience)
            await Task.Delay(Look);
        await over.CancelAsync();
        await Task.WhenAll(moderating);
        return [.. cpu];
    }
}
