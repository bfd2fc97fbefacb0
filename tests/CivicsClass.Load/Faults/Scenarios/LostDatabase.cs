using System.Diagnostics;
using System.Net;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>PostgreSQL loses single connections, stands still for a while, then dies in the middle of a lesson and comes back.</summary>
public static class LostDatabase
{
    private const int Students = 60, Backends = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Work = TimeSpan.FromSeconds(4), Away = TimeSpan.FromSeconds(20), Frozen = TimeSpan.FromSeconds(12), BackGoal = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Stage stage)
    {
        if (!PostgreSqlProcess.IsHere)
        {
            stage.TellNotRun("R12", "PostgreSQL stopped hard mid-quiz", "PostgreSQL's programs are not installed", "R1, R2; readiness says 503 meanwhile");
            return;
        }
        await using var database = await SharedDatabase.StartAsync(stage);
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path, database.Settings);
        await using var room = await Classroom.OpenAsync(site, Students);
        room.Work(Pause);
        for (var killed = 0; killed < Backends; killed++)
        {
            await Task.Delay(stage.Between(Pause / 2, Pause));
            await database.EndABackendAsync();
        }
        await Task.Delay(Work);
        await StandStillAsync(stage, site, room, database.Postgres);
        var cpu = site.Server.CpuMs;
        var began = Stopwatch.GetTimestamp();
        await database.Postgres.StopHardAsync();
        await Task.Delay(Away / 2);
        var status = await site.HealthAsync();
        await Task.Delay(Away / 2);
        var busy = (site.Server.CpuMs - cpu) / Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await database.Postgres.StartAgainAsync();
        var back = await AllAcknowledgedAsync(room);
        await Task.Delay(Work);
        await room.HushAsync();
        var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
        var apart = await room.ApartAsync();
        var ready = await site.HealthAsync();
        await site.Server.StopAsync();
        var log = await database.ReadLogAsync();
        var compared = Comparison.Of(room, log);
        var done = $"{Students} students write, {Backends} backends ended, then PostgreSQL frozen for {Frozen.TotalSeconds:0} s and stopped hard for {Away.TotalSeconds:0} s";
        stage.Tell("R12", done, $"{compared.Figure}; {apart} views differ, {room.Astray(log)} students do not see their last words", "0", compared.IsClean && apart + room.Astray(log) == 0 && converged is not null);
        stage.Tell("R12", "PostgreSQL is back", $"every student acknowledged again after {(back is { } b ? Stage.Seconds(b) : "never")}; the server used {busy:P0} of a core while it was away", "15 s, bounded retries", back <= BackGoal && busy < 0.5);
        const string Readiness = "readiness while PostgreSQL is away and after";
        if (status == HttpStatusCode.NotFound)
            stage.TellNotRun("R12", Readiness, "this server has no /health/ready", "503, then 200");
        else
            stage.Tell("R12", Readiness, $"{(int?)status}, then {(int?)ready}", "503, then 200", status == HttpStatusCode.ServiceUnavailable && ready == HttpStatusCode.OK);
    }

    /// <summary>Connections stay open and nobody answers.</summary>
    private static async Task StandStillAsync(Stage stage, Site site, Classroom room, PostgreSqlProcess postgres)
    {
        await postgres.FreezeAsync();
        await Task.Delay(Frozen / 2);
        var status = await site.HealthAsync();
        await Task.Delay(Frozen / 2);
        await postgres.ThawAsync();
        var back = await AllAcknowledgedAsync(room);
        stage.Tell("R12", $"PostgreSQL stands still for {Frozen.TotalSeconds:0} s", $"readiness {(int?)status}; every student acknowledged again {(back is { } b ? $"{Stage.Seconds(b)} after it goes on" : "never")}", "503, 15 s", status == HttpStatusCode.ServiceUnavailable && back <= BackGoal);
    }

    private static Task<TimeSpan?> AllAcknowledgedAsync(Classroom room)
    {
        var marks = room.Students.ToDictionary(s => s, s => s.Journal.Acknowledged);
        return Stage.UntilAsync(() => room.Students.All(s => s.Journal.Acknowledged > marks[s]), Patience);
    }
}
