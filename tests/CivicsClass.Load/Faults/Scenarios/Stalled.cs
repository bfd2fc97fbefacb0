using System.Diagnostics;
using CivicsClass.Load.Faults.Network;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>Some of a big class never read what they are sent.</summary>
public static class Stalled
{
    private static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(10), Round = TimeSpan.FromSeconds(2), DropGoal = TimeSpan.FromSeconds(5), EndGoal = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(100), Look = TimeSpan.FromMilliseconds(100), Calm = TimeSpan.FromSeconds(3);
    private const int SomeBytes = 16_000;
    private const double AnswerGoal = 500, MemoryGoal = 200;

    public static async Task RunAsync(Stage stage)
    {
        var (students, deafs) = stage.Brief ? (60, 6) : (950, 50);
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site);
        await room.ArriveAsync(students, Arrivals, stage.Random);
        await room.TeachAsync(new { kind = "step.open", step = room.Writing });
        room.Work(Round);
        var deaf = await Task.WhenAll(Enumerable.Range(1, deafs).Select(n => DeafClient.JoinAsync(room.Session, $"Deaf {n}")));
        await Task.Delay(Calm);
        var before = site.Server.PeakRssMb;
        foreach (var student in room.Students)
            student.Waits.Clear();
        await Task.WhenAll(deaf.Select(one => one.ConnectAsync()));
        var (dropped, ended) = await WatchAsync(site.Port, room, deaf);
        var grown = site.Server.PeakRssMb - before;
        await room.HushAsync();
        var p99 = Statistics.Percentile([.. room.Students.SelectMany(s => s.Waits)], 99);
        foreach (var one in deaf)
            one.Dispose();
        await site.Server.StopAsync();
        var compared = Comparison.Of(room, await StoredLog.ReadAsync(data.Path));
        var done = $"{deafs} of {students + deafs:N0} ask again and again and never read";
        stage.Tell("R16", done, $"the others are acknowledged with p99 {Stage.Ms(p99)}; {compared.Figure}", Stage.Ms(AnswerGoal), p99 <= AnswerGoal && compared.IsClean);
        stage.Tell("R16", done, $"{dropped.Count} dropped, the last {(dropped.Count > 0 ? Stage.Seconds(dropped.Max()) : "never")} after nothing more could be sent to it", $"all in {Stage.Seconds(DropGoal)}", dropped.Count == deafs && dropped.Max() <= DropGoal);
        stage.Tell("R16", done, $"{ended.Count} TCP connections ended, the last after {(ended.Count > 0 ? Stage.Seconds(ended.Max()) : "never")}", Stage.Seconds(EndGoal), ended.Count == deafs && ended.Max() <= EndGoal);
        stage.Tell("R16", done, $"the server's peak memory grew by {grown:0} MB", $"{MemoryGoal:0} MB", grown <= MemoryGoal);
    }

    /// <returns>For each deaf client: how long its queues in the kernel had not grown when it was off the teacher's roster, and when
    /// its TCP connection had ended.</returns>
    private static async Task<(IReadOnlyCollection<TimeSpan> Dropped, IReadOnlyCollection<TimeSpan> Ended)> WatchAsync(int server, Classroom room, DeafClient[] deaf)
    {
        var (grew, queued, seen) = (new Dictionary<int, long>(), new Dictionary<int, long>(), new HashSet<string>());
        var (dropped, ended) = (new Dictionary<int, TimeSpan>(), new Dictionary<int, TimeSpan>());
        for (var began = Stopwatch.GetTimestamp(); (ended.Count < deaf.Length || dropped.Count < deaf.Length) && Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(Look))
        {
            var (now, here) = (KernelQueues.Of(server), Here(room));
            seen.UnionWith(here);
            foreach (var client in deaf)
            {
                var since = Stopwatch.GetElapsedTime(grew.GetValueOrDefault(client.Port, began));
                if (!now.TryGetValue(client.Port, out var bytes))
                    ended.TryAdd(client.Port, since);
                else if (!dropped.ContainsKey(client.Port) && bytes > queued.GetValueOrDefault(client.Port) + SomeBytes)
                    (grew[client.Port], queued[client.Port]) = (Stopwatch.GetTimestamp(), bytes);
                if (seen.Contains(client.Name) && !here.Contains(client.Name))
                    dropped.TryAdd(client.Port, since);
            }
        }
        return (dropped.Values, ended.Values);
    }

    private static HashSet<string> Here(Classroom room) =>
        [.. room.Teacher.View("teacher")!.View["roster"]!.AsObject().Where(r => (bool)r.Value!["here"]!).Select(r => (string?)r.Value!["name"] ?? "")];
}
