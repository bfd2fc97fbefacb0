using System.Diagnostics;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>The server is asked to stop (SIGTERM) while a class writes, and started again.</summary>
public static class Stop
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700), Warm = TimeSpan.FromSeconds(2), Goal = TimeSpan.FromSeconds(10), BackPatience = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(Stage stage)
    {
        var (students, stops) = stage.Brief ? (60, 1) : (300, 3);
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, students);
        room.Work(Pause);
        TimeSpan slowest = default;
        for (var stop = 0; stop < stops; stop++)
        {
            await Task.Delay(stage.Between(Warm, Warm * 2));
            var began = Stopwatch.GetTimestamp();
            await site.Server.StopAsync();
            slowest = Stopwatch.GetElapsedTime(began) is var took && took > slowest ? took : slowest;
            await site.StartAsync();
            await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), BackPatience);
        }
        await room.HushAsync();
        await room.TeachAsync(new { kind = "session.end" });
        var ended = Stopwatch.GetTimestamp();
        await site.Server.StopAsync();
        var afterLesson = Stopwatch.GetElapsedTime(ended);
        var compared = Comparison.Of(room, await StoredLog.ReadAsync(data.Path));
        var done = $"SIGTERM while {students} students write, {(stops == 1 ? "once" : $"{stops} times")}";
        stage.Tell("R17", done, $"stopped in {Stage.Seconds(slowest)} at most, {Stage.Seconds(afterLesson)} after the lesson ended", "10 s", slowest <= Goal && afterLesson <= Goal);
        stage.Tell("R17", done, compared.Figure, "0 lost", compared.IsClean);
    }
}
