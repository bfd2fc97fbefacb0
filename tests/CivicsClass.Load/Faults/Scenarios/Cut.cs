using CivicsClass.Load.Faults.Network;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>The link is cut after the commit, before the reply; every command is sent one to five times; after a restart, what was
/// accepted is sent once more.</summary>
public static class Cut
{
    private const double Share = 0.15;
    private const int MostCopies = 5, SentAgain = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800), Work = TimeSpan.FromSeconds(10), BriefWork = TimeSpan.FromSeconds(4), BackPatience = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(Stage stage)
    {
        var students = stage.Brief ? 40 : 150;
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var proxy = new FaultyProxy(site.Port, stage.Seed);
        var copies = new Dice(stage.Seed);
        await using var room = await Classroom.OpenAsync(site, students, proxy.Address, () => 1 + (int)(copies.Roll() * MostCopies));
        proxy.Weather = new Weather(Cut: Share);
        room.Work(Pause);
        await Task.Delay(stage.Brief ? BriefWork : Work);
        await site.Server.KillAsync();
        await site.StartAsync();
        await Task.Delay(stage.Brief ? BriefWork : Work);
        proxy.Weather = Weather.Fine;
        await room.HushAsync();
        await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), BackPatience);
        await site.Server.KillAsync();
        await site.StartAsync();
        await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0), BackPatience);
        var again = (await Task.WhenAll(room.Students.Select(s => s.SayAgainAsync(room.Writing, SentAgain)))).Sum();
        var apart = await room.ApartAsync();
        await site.Server.StopAsync();
        var log = await StoredLog.ReadAsync(data.Path);
        var compared = Comparison.Of(room, log);
        var done = $"{students} students send everything 1 to {MostCopies} times, {proxy.Cut:N0} answers cut off after the commit, kill -9 between";
        stage.Tell("R2", done, compared.Figure, "one effect per command", compared.IsClean && proxy.Cut > 0);
        stage.Tell("R2", $"{again:N0} accepted commands sent again after a restart", $"{compared.Contradicted} answered differently, {compared.Twice} with a second effect", "the same answer", again > 0 && compared is { Contradicted: 0, Twice: 0 });
        stage.Tell("R3", done, $"{apart} views differ, {room.Astray(log)} students do not see their last words", "0", apart + room.Astray(log) == 0);
    }
}
