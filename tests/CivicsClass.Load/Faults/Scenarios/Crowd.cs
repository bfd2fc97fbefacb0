using System.Collections.Concurrent;
using System.Diagnostics;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>A thousand students in one class: they join at once from one address, answer at once, and lose the server for a while.</summary>
public static class Crowd
{
    private const int Students = 1_000;
    private static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(10), AnswerTime = TimeSpan.FromSeconds(2), Calm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5), Away = TimeSpan.FromSeconds(60), LongAway = TimeSpan.FromSeconds(300), BackGoal = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromSeconds(60);
    private const double JoinGoal = 2_000, AnswerGoal = 250, MemoryGoal = 1_536;
    private const int Bursts = 3;

    public static async Task RunAsync(Stage stage)
    {
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site);
        await JoinAsync(stage, site, room);
        await room.TeachAsync(new { kind = "step.open", step = room.Writing });
        await Task.Delay(Calm);
        await AnswerAsync(stage, site, room);
        foreach (var away in stage.Long ? [Short, Away, LongAway] : new[] { Short, Away })
            await LoseServerAsync(stage, site, room, away);
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var log = await StoredLog.ReadAsync(data.Path);
        var compared = Comparison.Of(room, log);
        var seats = log.Count(e => e.Kind == "student.seated");
        stage.Tell("R4", "after all of this", $"{compared.Figure}; {seats:N0} seats taken by {Students:N0} students, {apart} views differ", "0; one seat each", compared.IsClean && seats == Students && apart == 0);
    }

    private static async Task JoinAsync(Stage stage, Site site, Classroom room)
    {
        var took = await room.ArriveAsync(Students, Arrivals, stage.Random);
        var p99 = Statistics.Percentile(took, 99);
        stage.Tell("R15", $"{Students:N0} students join in {Stage.Seconds(Arrivals)} from one address", $"p99 {Stage.Ms(p99)} for form, connection and views, {Students - took.Count} turned away, {site.Server.PeakRssMb:0} MB", $"{Stage.Ms(JoinGoal)}, 0, 1.5 GB",
            p99 <= JoinGoal && took.Count == Students && site.Server.PeakRssMb <= MemoryGoal);
    }

    private static async Task AnswerAsync(Stage stage, Site site, Classroom room)
    {
        var waits = new List<double>();
        for (var burst = 0; burst <= Bursts; burst++)
        {
            foreach (var student in room.Students)
                student.Waits.Clear();
            var refused = await Task.WhenAll(room.Students.Select(s => AnswerAsync(s, room.Writing, AnswerTime * stage.Random.NextDouble())));
            if (refused.FirstOrDefault(r => r is not null) is { } sentence)
                throw new InvalidOperationException(sentence);
            if (burst > 0)
                waits.AddRange(room.Students.SelectMany(s => s.Waits));
            await Task.Delay(Calm);
        }
        var p99 = Statistics.Percentile(waits, 99);
        stage.Tell("R7", $"{Students:N0} answers in {Stage.Seconds(AnswerTime)}, {Bursts} times after one to warm up", $"acknowledged p50 {Stage.Ms(Statistics.Percentile(waits, 50))}, p99 {Stage.Ms(p99)}; “{Site.Locked}” {site.Server.Said(Site.Locked)} times", $"p99 {Stage.Ms(AnswerGoal)}, 0",
            p99 <= AnswerGoal && site.Server.Said(Site.Locked) == 0);
    }

    private static async Task<string?> AnswerAsync(Student student, string step, TimeSpan after)
    {
        await Task.Delay(after);
        return await student.WriteAsync(step);
    }

    private static async Task LoseServerAsync(Stage stage, Site site, Classroom room, TimeSpan away)
    {
        var before = room.Students.ToDictionary(s => s, s => s.Id);
        await site.Server.KillAsync();
        await Task.Delay(away);
        await site.StartAsync();
        var began = Stopwatch.GetTimestamp();
        await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), Patience);
        var took = Stopwatch.GetElapsedTime(began);
        var same = room.Students.Count(s => s.Client.LiveSince > 0 && s.Client.SentAway is null && s.Id == before[s]);
        stage.Tell("R4", $"server away {away.TotalSeconds:0} s, {Students:N0} students", $"{same:N0} back as the same participant, the last {Stage.Seconds(took)} after it was ready", "all in 15 s", same == Students && took <= BackGoal);
    }
}
