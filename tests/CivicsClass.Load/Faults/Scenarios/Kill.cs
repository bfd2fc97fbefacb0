using System.Diagnostics;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>The server is killed (SIGKILL) at random moments while a class writes, and started again.</summary>
public static class Kill
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(200), Latest = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), ReadyGoal = TimeSpan.FromSeconds(5), BackGoal = TimeSpan.FromSeconds(15), BackPatience = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(Stage stage)
    {
        var (students, kills) = stage.Brief ? (60, 3) : (300, 10);
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, students);
        int lost = 0, damaged = 0;
        TimeSpan slowest = default, back = default;
        room.Work(Pause);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(stage.Between(Soonest, Latest));
            await site.Server.KillAsync();
            await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince == 0), BackPatience);
            using (var disk = site.CopyOfDisk())
            {
                damaged += await StoredLog.IntegrityAsync(disk.Path) == "ok" ? 0 : 1;
                lost += Comparison.Of(room, await StoredLog.ReadAsync(disk.Path)).Lost;
            }
            var ready = await site.StartAsync();
            slowest = ready > slowest ? ready : slowest;
            var began = Stopwatch.GetTimestamp();
            await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), BackPatience);
            back = Stopwatch.GetElapsedTime(began) is var took && took > back ? took : back;
        }
        await Task.Delay(Pause);
        await room.HushAsync();
        var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var log = await StoredLog.ReadAsync(data.Path);
        var compared = Comparison.Of(room, log);
        var whole = await StoredLog.IntegrityAsync(data.Path);
        var done = $"{students} students write, kill -9 {kills} times, started again";
        stage.Tell("R1", done, $"{compared.Figure}; {lost} lost right after a kill; integrity check {(damaged == 0 ? whole : $"failed {damaged} times")}", "0 lost, 0 invented, integrity ok", compared.IsClean && lost == 0 && damaged == 0 && whole == "ok");
        stage.Tell("R1", done, $"ready in {Stage.Seconds(slowest)} at most", "5 s", slowest <= ReadyGoal);
        stage.Tell("R2", done, $"{compared.Twice} commands with two effects, {compared.Contradicted} answered differently", "0", compared is { Twice: 0, Contradicted: 0, Acknowledged: > 0 });
        stage.Tell("R4", done, $"all back in {Stage.Seconds(back)} at most", "15 s", back <= BackGoal && room.Students.All(s => s.Client.SentAway is null));
        stage.Tell("R3", done, $"{apart} views differ, {room.Astray(log)} students do not see their last words, {room.Students.Sum(s => s.Client.WentBack)} versions went back", "0", converged is not null && apart + room.Astray(log) + room.Students.Sum(s => s.Client.WentBack) == 0);
    }
}
