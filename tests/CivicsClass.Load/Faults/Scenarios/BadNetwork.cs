using System.Diagnostics;
using System.Text.Json.Nodes;
using CivicsClass.Load.Faults.Network;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>Everything is late, connections are reset, and some go silent without an end (half-open).</summary>
public static class BadNetwork
{
    private const int Students = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Late = TimeSpan.FromMilliseconds(400), Phase = TimeSpan.FromSeconds(8), BetweenResets = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ViewGoal = TimeSpan.FromSeconds(2), BackGoal = TimeSpan.FromSeconds(15), SilenceGoal = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(45);

    public static async Task RunAsync(Stage stage)
    {
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var proxy = new FaultyProxy(site.Port, stage.Seed);
        await using var room = await Classroom.OpenAsync(site, Students, proxy.Address);
        room.Work(Pause);
        proxy.Weather = new Weather(Delay: Late);
        await Task.Delay(Phase);
        proxy.Weather = Weather.Fine;
        var resets = await ResetAsync(stage, proxy);
        var backIn = await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), Patience);
        stage.Tell("R14", $"{Students} students, everything up to {Stage.Ms(Late.TotalMilliseconds)} late, then {resets:N0} connections reset", $"all back {(backIn is { } b ? Stage.Seconds(b) : "never")} after the last reset", "15 s", backIn <= BackGoal);
        await HalfOpenAsync(stage, proxy, room);
        await room.HushAsync();
        var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var compared = Comparison.Of(room, await StoredLog.ReadAsync(data.Path));
        stage.Tell("R14", "after all of this", $"{compared.Figure}; {apart} views differ, equal {(converged is { } c ? Stage.Ms(c.TotalMilliseconds) : "never")} after quiet", "0; 2 s", compared.IsClean && apart == 0 && converged <= ViewGoal);
    }

    private static async Task<int> ResetAsync(Stage stage, FaultyProxy proxy)
    {
        var resets = 0;
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Phase; await Task.Delay(BetweenResets))
        {
            if (proxy.Links.ToArray() is not { Length: > 0 } links)
                continue;
            links[stage.Random.Next(links.Length)].Reset();
            resets++;
        }
        return resets;
    }

    /// <summary>Half of the connections go silent. The students notice and come back by themselves; the server notices too, which shows
    /// by those who cannot come back, because the proxy hides that their pages were closed.</summary>
    private static async Task HalfOpenAsync(Stage stage, FaultyProxy proxy, Classroom room)
    {
        var began = Stopwatch.GetTimestamp();
        var before = room.Students.ToDictionary(s => s, s => s.Client.LostAt);
        var silent = proxy.Links.Where((_, at) => at % 2 == 0).ToArray();
        foreach (var link in silent)
            link.HalfOpen();
        await Stage.UntilAsync(() => room.Students.Count(s => s.Client.LostAt > before[s] && s.Client.LiveSince > 0) >= silent.Length, Patience);
        var noticed = room.Students.Where(s => s.Client.LostAt > before[s]).ToArray();
        var last = noticed.Length == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(began, noticed.Max(s => s.Client.LostAt));
        stage.Tell("R14", $"{silent.Length} connections half-open", $"{noticed.Length} students noticed, the last after {Stage.Seconds(last)}", "30 s", noticed.Length == silent.Length && last <= SilenceGoal);

        var leaving = await LeaveSilentlyAsync(proxy, room);
        var away = await Stage.UntilAsync(() => !IsHere(room, leaving), Patience);
        stage.Tell("R14", "a connection half-open for good", $"the server noticed after {(away is { } a ? Stage.Seconds(a) : "never")}", "30 s", away <= SilenceGoal);
    }

    /// <summary>A student more, whose connection falls silent and never comes back.</summary>
    private static async Task<string> LeaveSilentlyAsync(FaultyProxy proxy, Classroom room)
    {
        var before = proxy.Links.ToHashSet();
        await using var student = await Student.JoinAsync(room.Session, "Silent", proxy.Address);
        await Stage.UntilAsync(() => IsHere(room, student.Id), Patience);
        foreach (var link in proxy.Links.Where(l => !before.Contains(l)))
            link.HalfOpen();
        return student.Id;
    }

    private static bool IsHere(Classroom room, string student) =>
        room.Teacher.View("teacher")!.View["roster"]![student] is JsonNode entry && (bool)entry["here"]!;
}
