using System.Runtime.InteropServices;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Demo;

/// <summary>A throw-away server with a class in it, for anyone who wants to see the product alive.</summary>
public sealed class DemoRun(int students, bool drive)
{
    private const string Lesson = "full-debate";
    private static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(15);

    public async Task RunAsync(string? dll)
    {
        using var stop = new CancellationTokenSource();
        using var pressed = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var closed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        using var data = new TemporaryFolder();
        await using var server = await Published.StartAsync(dll, data.Path);
        var staff = await Staff.SetUpAsync(server);
        var session = await staff.StartAsync(Lesson);
        Tell(staff, session);
        await using var console = new SimulatedClient(session.Hub("teacher"), () => staff.Browser.Cookies);
        await console.EnterAsync();
        var teacher = new DemoTeacher(console, students);
        var topics = new Topics();
        var seats = Enumerable.Range(1, students).Select(n => SitAsync(session, n, teacher.KeyOf, topics, stop.Token)).ToList();
        if (drive)
            seats.Add(teacher.DriveAsync(title => Console.WriteLine($"  Now: {title}"), stop.Token));
        await UntilStoppedAsync(Task.WhenAll(seats), server, stop.Token);
        await server.StopAsync();

        void Stop(PosixSignalContext signal) => (signal.Cancel, _) = (true, stop.CancelAsync());
    }

    private static async Task SitAsync(StartedSession session, int number, Func<string, IReadOnlyList<string>> keyOf, Topics topics, CancellationToken stop)
    {
        var random = new Random(number);
        await Task.Delay(Arrivals * random.NextDouble(), stop);
        var door = await StudentDoor.FindAsync(session.Console, session.Code, $"{FirstNames[number % FirstNames.Length]} {(char)('A' + (number / FirstNames.Length))}.");
        var cookies = await door.EnterAsync();
        await using var client = new SimulatedClient(session.Hub("student"), () => cookies);
        await client.EnterAsync();
        await new DemoStudent(client, keyOf, topics, random).RunAsync(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    private static async Task UntilStoppedAsync(Task everybody, ServerProcess server, CancellationToken stop)
    {
        try
        {
            if (await Task.WhenAny(everybody, server.ExitedAsync(stop)) == everybody)
                await everybody;
        }
        catch (OperationCanceledException)
        {
        }
        if (!stop.IsCancellationRequested)
            Console.WriteLine($"The server has stopped. Its last words:\n{server.LastWords}");
    }

    private void Tell(Staff staff, StartedSession session) => Console.WriteLine($"""

        A class of {students} is joining. Everything here is thrown away when you press Ctrl+C.

          Projector        {session.Wall}
          Join as student  {session.Join}   (code {session.Code[..3]} {session.Code[3..]})
          Teacher          {session.Console}
            sign in with   {Staff.Email}
            password       {staff.Password}

        {(drive ? "A simulated teacher leads the lesson; start with --no-drive to lead it yourself." : "Open the steps in the teacher's console; the class follows you.")}

        """);

    private static readonly string[] FirstNames =
    [
        "Amara", "Ben", "Chi", "Dalia", "Emre", "Fatou", "Grace", "Hugo", "Imani", "Jonas", "Kira", "Liam", "Mina", "Noor", "Oscar",
        "Priya", "Quinn", "Rosa", "Sami", "Tess", "Uma", "Viktor", "Wren", "Xavi", "Yara", "Zoe", "Aiko", "Bruno", "Clara", "Diego",
    ];
}
