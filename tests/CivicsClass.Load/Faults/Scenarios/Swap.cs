using System.Diagnostics;
using CivicsClass.Load.Faults.Network;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>Two servers share a PostgreSQL. The one that runs the class is swapped for the other while students write: it is asked to
/// stop, and later, on its way back, killed.</summary>
public static class Swap
{
    private const int Students = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700), Work = TimeSpan.FromSeconds(4), BackGoal = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Stage stage)
    {
        if (!PostgreSqlProcess.IsHere)
        {
            stage.TellNotRun("R17", "two servers swapped while students write", "PostgreSQL's programs are not installed", "15 s, 0 lost");
            return;
        }
        await using var database = await SharedDatabase.StartAsync(stage);
        using var data = new TemporaryFolder();
        using var otherData = new TemporaryFolder();
        await using var site = await Site.OpenFirstAsync(stage, data.Path, database.Settings);
        await using var other = await Site.OpenNextAsync(stage, otherData.Path, database.Settings);
        await using var way = new FaultyProxy(site.Port, stage.Seed);
        await using var room = await Classroom.OpenAsync(site, Students, way.Address);
        room.Work(Pause);
        await Task.Delay(stage.Between(Work / 2, Work));
        way.Server = other.Port;
        var afterStop = await BackAfterAsync(room, site.Server.StopAsync);
        await site.StartAsync();
        await Task.Delay(stage.Between(Work / 2, Work));
        way.Server = site.Port;
        var afterKill = await BackAfterAsync(room, other.Server.KillAsync);
        await Task.Delay(Work);
        await room.HushAsync();
        var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var log = await database.ReadLogAsync();
        var compared = Comparison.Of(room, log);
        var done = $"two servers on one PostgreSQL, swapped twice while {Students} students write";
        stage.Tell("R17", done, $"every student acknowledged again {Told(afterStop)} after the owner was asked to stop, {Told(afterKill)} after the next was killed", Stage.Seconds(BackGoal), afterStop <= BackGoal && afterKill <= BackGoal);
        stage.Tell("R17", done, $"{compared.Figure}; {apart} views differ, {room.Astray(log)} students do not see their last words", "0", compared.IsClean && apart + room.Astray(log) == 0 && converged is not null);
    }

    /// <returns>From the fault until every student had something acknowledged by the other server.</returns>
    private static async Task<TimeSpan?> BackAfterAsync(Classroom room, Func<Task> fault)
    {
        var began = Stopwatch.GetTimestamp();
        await fault();
        var marks = room.Students.ToDictionary(s => s, s => s.Journal.Acknowledged);
        return await Stage.UntilAsync(() => room.Students.All(s => s.Journal.Acknowledged > marks[s]), Patience) is null ? null : Stopwatch.GetElapsedTime(began);
    }

    private static string Told(TimeSpan? time) => time is { } took ? Stage.Seconds(took) : "never";
}
