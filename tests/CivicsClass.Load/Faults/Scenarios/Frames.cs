using System.Diagnostics;
using CivicsClass.Load.Faults.Network;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>The network loses, doubles and reorders what the server says, then the class goes quiet.</summary>
public static class Frames
{
    private static readonly Weather Bad = new(Drop: 0.2 / 3, Double: 0.2 / 3, Reorder: 0.2 / 3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Work = TimeSpan.FromSeconds(8), BriefWork = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(400), LastWords = TimeSpan.FromMilliseconds(400), Goal = TimeSpan.FromSeconds(2);
    private const int Minute = 60;

    public static async Task RunAsync(Stage stage)
    {
        var (students, rounds) = stage.Brief ? (60, 2) : (200, 5);
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var proxy = new FaultyProxy(site.Port, stage.Seed);
        await using var room = await Classroom.OpenAsync(site, students, proxy.Address);
        TimeSpan? slowest = TimeSpan.Zero;
        var apart = 0;
        var entries = 0;
        for (var round = 0; round < rounds; round++)
        {
            proxy.Weather = Bad;
            room.Work(Pause);
            for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < (stage.Brief ? BriefWork : Work); await Task.Delay(Often))
                await room.TeachAsync(new { kind = "lesson.extend", seconds = Minute });
            await room.HushAsync();
            foreach (var student in room.Students.Where(_ => stage.Random.Next(3) == 0))
                await room.TeachAsync(new { kind = "student.pausePosting", participant = student.Id, on = round % 2 == 0 });
            await room.TeachAsync(new { kind = "lesson.extend", seconds = Minute });
            await Task.Delay(LastWords);
            proxy.Weather = Weather.Fine;
            var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
            slowest = converged is null || slowest is null ? null : converged > slowest ? converged : slowest;
            apart += await room.ApartAsync();
        }
        entries = room.Students.Sum(s => s.Client.Entries);
        var back = room.Students.Sum(s => s.Client.WentBack);
        await site.Server.StopAsync();
        var compared = Comparison.Of(room, await StoredLog.ReadAsync(data.Path));
        var done = $"{students} students, {rounds} rounds, of {proxy.Toll}";
        stage.Tell("R3", done, $"all views equal {(slowest is { } s ? Stage.Ms(s.TotalMilliseconds) : "never")} after quiet, {apart} differ; the whole view was asked for {(double)entries / students:0.0} times by each", Stage.Seconds(Goal), slowest <= Goal && apart == 0);
        stage.Tell("R3", done, $"{back} versions went back", "0", back == 0);
        stage.Tell("R2", done, compared.Figure, "0 lost, invented, twice", compared.IsClean);
    }
}
