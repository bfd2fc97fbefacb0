using CivicsClass.Load.Bench.Debate;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench.Phone;

/// <summary>A student opens a full board on a cheap phone: how long until it can be used, with nothing of it on the phone and with the
/// program kept from before; and how long a press of a button then takes.</summary>
public sealed class BoardRun(int arguments) : IBenchMode
{
    private const int EachStudent = 10, Turns = 5;
    private const double MostUsableMs = 2_000;
    private const string Ms = "0 'ms'";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Look = TimeSpan.FromMilliseconds(100);

    /// <summary>A card with its buttons is drawn, and the page has time for whoever presses one.</summary>
    private const string Watch = """
        window.usable = new Promise(tell => new MutationObserver((_, watch) => {
          if (!document.querySelector('article.arg')) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
        }).observe(document, { childList: true, subtree: true }));
        """;

    private const string PressMore = """
        new Promise(tell => { const from = performance.now(); document.querySelector('.more button').click(); requestAnimationFrame(() => setTimeout(() => tell(performance.now() - from))); })
        """;

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        Console.WriteLine($"A board of {"argument".ToQuantity(arguments)} on a phone: processor {PhoneProfile.Cheap.TimesSlower} times slower, {PhoneProfile.Cheap.MegabitsPerSecond} Mbit/s, {PhoneProfile.Cheap.RoundTripMs} ms there and back.");
        using var data = new TemporaryFolder();
        await using var server = await Published.StartAsync(dll, data.Path);
        var staff = await Staff.SetUpAsync(server);
        var session = await staff.StartAsync(DebatePlan.Lesson);
        await using var room = await FillAsync(staff, session);
        Console.WriteLine("Server: everything is on the board.");
        List<double> fresh = [], again = [], presses = [];
        await using (var phone = await ChromiumPage.StartAsync())
            for (var turn = 1; turn <= Turns; turn++)
            {
                var door = await StudentDoor.FindAsync(session.Console, session.Code, $"Phone {turn}");
                await phone.BeginAsync(PhoneProfile.Cheap, session.Console, await door.EnterAsync(), Watch);
                var page = session.Hub("");
                await phone.GoAsync(page);
                fresh.Add(await phone.NumberAsync("window.usable"));
                presses.Add(await phone.NumberAsync(PressMore));
                await phone.GoAsync(page);
                again.Add(await phone.NumberAsync("window.usable"));
                Console.WriteLine($"Turn {turn}: {fresh[^1]:0} ms, kept from before {again[^1]:0} ms.");
            }
        Figure[] figures =
        [
            new("arguments", "Arguments on the board", room.Students.Max(s => s.Seen.Count), "#,0", AtLeast: arguments),
            new("usableMs", "Opened for the first time until it can be used, median", Statistics.Median(fresh), Ms, AtMost: MostUsableMs),
            new("usableMaxMs", "Opened for the first time until it can be used, slowest", fresh.Max(), Ms),
            new("againMs", "Opened again until it can be used, median", Statistics.Median(again), Ms, AtMost: MostUsableMs),
            new("pressMs", "“Show more” until drawn, median", Statistics.Median(presses), Ms),
        ];
        Figures.Print(figures);
        await Figures.WriteAsync(figures, jsonFile);
        return figures[0].IsMet == true;
    }

    private async Task<DebateClass> FillAsync(Staff staff, StartedSession session)
    {
        var room = await DebateClass.OpenAsync(session.Hub("teacher"), staff.Browser.Cookies);
        foreach (var size in Enumerable.Range(1, (arguments + EachStudent - 1) / EachStudent))
        {
            var door = await StudentDoor.FindAsync(session.Console, session.Code, $"Seat {size}");
            room.Seat(await DebateStudent.EnterAsync(session.Hub("student"), await door.EnterAsync()));
        }
        var plan = DebatePlan.Of(room.Students[0].ClassView);
        foreach (var student in room.Students)
            await student.PrepareAsync(plan);
        await room.OpenStepAsync(plan.Step);
        using var over = new CancellationTokenSource(Patience);
        var moderating = room.ModerateAsync(plan, TimeSpan.Zero, over.Token);
        var left = arguments;
        foreach (var student in room.Students)
        {
            await student.ArgueAsync(plan, Math.Min(left, EachStudent), 0, TimeSpan.Zero, _ => false);
            left -= EachStudent;
        }
        while (!room.AllIsShown(arguments) && !over.IsCancellationRequested)
            await Task.Delay(Look);
        await over.CancelAsync();
        await moderating;
        return room;
    }
}
