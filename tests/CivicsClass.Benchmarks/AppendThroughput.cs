using System.Diagnostics;
using CivicsClass.Load;
using CivicsClass.Load.Bench;

namespace CivicsClass.Benchmarks;

/// <summary>How many events a second reach the disk while sessions append without a pause, each its next entry when the last one is stored;
/// beside it bare SQLite with commits of the same size. They take turns.</summary>
public static class AppendThroughput
{
    public const double LeastShare = 0.7;
    private const int Turns = 5;
    private const string PerSecond = "#,0 '/s'";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <summary>Single events, where the log's pause between two commits decides and not the disk, so that it has no goal; then classes
    /// under pressure, whose events wait together, as many as 60 and as 300 of them.</summary>
    private static readonly (int Sessions, int EventsEach)[] Loads = [(60, 1), (60, 30), (300, 30)];

    private readonly record struct Reached(double EventsPerSecond, double EventsPerCommit);

    public static async Task RunAsync(string? jsonFile)
    {
        var figures = new List<Figure>();
        foreach (var (sessions, eventsEach) in Loads)
            figures.AddRange(await MeasureAsync(sessions, eventsEach));
        Figures.Print(figures);
        await Figures.WriteAsync(figures, jsonFile);
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(int sessions, int eventsEach)
    {
        Console.WriteLine($"{sessions} sessions append {eventsEach} at a time, {2 * Turns} turns of {Turn.TotalSeconds} s.");
        await using var disk = await LogOnDisk.OpenAsync(sessions);
        await using var bareDisk = await LogOnDisk.OpenAsync(sessions);
        using var bare = new BareSqlite(bareDisk.ConnectionString);
        var warm = await LogAsync(disk, eventsEach);
        Bare(bareDisk, bare, warm.EventsPerCommit, eventsEach);
        List<Reached> ours = [], theirs = [];
        while (ours.Count < Turns)
        {
            ours.Add(await LogAsync(disk, eventsEach));
            theirs.Add(Bare(bareDisk, bare, ours[^1].EventsPerCommit, eventsEach));
        }
        var (name, what) = ($"append{sessions}x{eventsEach}", $"{sessions} sessions, {eventsEach} at a time");
        return
        [
            new(name, $"Events a second, {what}", Statistics.Median(ours.Select(r => r.EventsPerSecond)), PerSecond),
            new($"{name}Bare", $"Bare SQLite, {what}", Statistics.Median(theirs.Select(r => r.EventsPerSecond)), PerSecond),
            new($"{name}Batch", $"Events in a commit, {what}", Statistics.Median(ours.Select(r => r.EventsPerCommit)), "#,0"),
            new($"{name}Share", $"Share of bare SQLite, {what}", Statistics.Median(ours.Zip(theirs, (o, t) => o.EventsPerSecond / t.EventsPerSecond)), "0 %", AtLeast: eventsEach > 1 ? LeastShare : null),
        ];
    }

    private static async Task<Reached> LogAsync(LogOnDisk disk, int eventsEach)
    {
        var (began, commits) = (Stopwatch.GetTimestamp(), disk.Log.Commits);
        var appended = await Task.WhenAll(Enumerable.Range(0, disk.Sessions.Count).Select(session => Task.Run(async () =>
        {
            var events = 0;
            for (; Stopwatch.GetElapsedTime(began) < Turn; events += eventsEach)
                await disk.AppendAsync(session, eventsEach);
            return events;
        })));
        return new Reached(appended.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds, (double)appended.Sum() / (disk.Log.Commits - commits));
    }

    private static Reached Bare(LogOnDisk disk, BareSqlite bare, double batch, int eventsEach)
    {
        var entries = Math.Max(1, (int)Math.Round(batch / eventsEach));
        var (began, events, session) = (Stopwatch.GetTimestamp(), 0, 0);
        for (; Stopwatch.GetElapsedTime(began) < Turn; events += entries * eventsEach)
            bare.Write(Enumerable.Range(0, entries).SelectMany(_ => disk.Next(session++ % disk.Sessions.Count, eventsEach)));
        return new Reached(events / Stopwatch.GetElapsedTime(began).TotalSeconds, entries * eventsEach);
    }
}
