using System.Diagnostics;
using System.Net.WebSockets;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>The disk is full, then free again; and every sync takes long.</summary>
public static class Disk
{
    private const int Students = 60, SizeMb = 24, Chunk = 64 * 1024, SlowMicroseconds = 300_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Work = TimeSpan.FromSeconds(4), Full = TimeSpan.FromSeconds(10), Goal = TimeSpan.FromSeconds(5), EverybodyGoal = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(30), SlowFor = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Stage stage)
    {
        await FillAsync(stage);
        await SlowAsync(stage);
    }

    private static async Task FillAsync(Stage stage)
    {
        using var data = SmallDisk.Mount(SizeMb);
        if (data is null)
        {
            stage.TellNotRun("R9", "a full disk", "a small disk (tmpfs) can only be mounted by root", "no acknowledgement without a row; reading works; recovers in 5 s");
            return;
        }
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, Students);
        room.Work(Pause);
        await Task.Delay(Work);
        data.Fill(Chunk);
        await Task.Delay(Full / 2);
        var acknowledged = room.Acknowledged;
        var reads = await ReadAsync(site, room);
        await Task.Delay(Full / 2);
        acknowledged = room.Acknowledged - acknowledged;
        reads += await ReadAsync(site, room);
        var process = site.Server.Id;
        data.Free();
        var marks = room.Students.ToDictionary(s => s, s => s.Journal.Acknowledged);
        var recovered = await Stage.UntilAsync(() => room.Students.Any(s => s.Journal.Acknowledged > marks[s]), Patience);
        var everybody = recovered + await Stage.UntilAsync(() => room.Students.All(s => s.Journal.Acknowledged > marks[s]), Patience);
        await room.HushAsync();
        var converged = await room.ConvergeAsync(Stopwatch.GetTimestamp());
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var log = await StoredLog.ReadAsync(data.Path);
        var compared = Comparison.Of(room, log);
        var done = $"{Students} students write, disk full for {Stage.Seconds(Full)}";
        stage.Tell("R9", done, $"{compared.Figure}; {acknowledged} acknowledged while it was full; integrity {await StoredLog.IntegrityAsync(data.Path)}", "0", compared.IsClean && await StoredLog.IntegrityAsync(data.Path) == "ok");
        stage.Tell("R9", done, $"{reads} of 6 looks at pages and views answered while it was full", "6", reads == 6);
        stage.Tell("R9", "the disk is free again", $"the first student acknowledged after {(recovered is { } r ? Stage.Seconds(r) : "never")}, every student, whose pages wait up to 8 s between tries, after {(everybody is { } e ? Stage.Seconds(e) : "never")}, without a restart; {apart} views differ", $"{Stage.Seconds(Goal)}; {Stage.Seconds(EverybodyGoal)}", recovered <= Goal && everybody <= EverybodyGoal && converged is not null && apart == 0 && site.Server.Id == process);
    }

    /// <returns>How many of three looks the server answered: the door's page, a student's views, the teacher's console.</returns>
    private static async Task<int> ReadAsync(Site site, Classroom room)
    {
        var looks = new Func<Task<string>>[]
        {
            async () => $"the door {(await new Browser(site.Address).GetAsync($"/join/{room.Session.Code}")).Status}",
            async () => (await room.Students.First().FreshViewsAsync()).Count > 0 ? "OK" : "no views",
            async () => $"the console {(await site.Staff.Browser.GetAsync(room.Session.Console.AbsolutePath)).Status}",
        };
        var answered = 0;
        foreach (var look in looks)
        {
            string answer;
            try
            {
                answer = await look().WaitAsync(Goal);
            }
            catch (Exception problem) when (problem is HttpRequestException or TimeoutException or WebSocketException or HubRefusedException)
            {
                answer = problem.Message;
            }
            answered += answer.EndsWith("OK", StringComparison.Ordinal) ? 1 : 0;
            if (!answer.EndsWith("OK", StringComparison.Ordinal))
                Console.WriteLine($"     not answered: {answer}");
        }
        return answered;
    }

    private static async Task SlowAsync(Stage stage)
    {
        const string Promise = "R9";
        var done = $"every sync takes {SlowMicroseconds / 1000} ms longer (strace holds fsync and fdatasync)";
        if (!Strace.IsHere)
        {
            stage.TellNotRun(Promise, done, "strace is not installed", "everything is acknowledged, later; 0 lost");
            return;
        }
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, Students);
        room.Work(Pause);
        using (await Strace.AttachAsync(site.Server.Id, "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:delay_enter={SlowMicroseconds}", "-o", "/dev/null"))
        {
            await Task.Delay(Work / 2);
            foreach (var student in room.Students)
                student.Waits.Clear();
            await Task.Delay(SlowFor);
            await room.HushAsync();
        }
        var waits = room.Students.SelectMany(s => s.Waits).ToArray();
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var compared = Comparison.Of(room, await StoredLog.ReadAsync(data.Path));
        var p50 = Statistics.Percentile(waits, 50);
        stage.Tell(Promise, done, $"{compared.Figure}; acknowledged p50 {Stage.Ms(p50)}, p99 {Stage.Ms(Statistics.Percentile(waits, 99))}; {apart} views differ", "later, and 0 lost", compared.IsClean && apart == 0 && waits.Length > 0 && p50 >= SlowMicroseconds / 2_000.0);
    }
}
