using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults;

/// <summary>One session with its teacher and students, who write down what they are told.</summary>
public sealed class Classroom : IAsyncDisposable
{
    private const string Lesson = "full-debate";
    private const int AtOnce = 8;
    private static readonly TimeSpan ConvergePatience = TimeSpan.FromSeconds(30), AnswerPatience = TimeSpan.FromSeconds(60);
    private readonly Staff _staff;
    private readonly ConcurrentBag<Student> _students = [];
    private CancellationTokenSource _working = new();
    private Task _work = Task.CompletedTask;

    private Classroom(Staff staff, StartedSession session)
    {
        (_staff, Session) = (staff, session);
        Teacher = new SimulatedClient(session.Hub("teacher"), () => staff.Browser.Cookies);
    }

    public StartedSession Session { get; }
    public SimulatedClient Teacher { get; }
    public IReadOnlyCollection<Student> Students => _students;
    /// <summary>The step in which students write.</summary>
    public string Writing { get; private set; } = "";

    public static async Task<Classroom> OpenAsync(Site site)
    {
        var room = new Classroom(site.Staff, await site.Staff.StartAsync(Lesson));
        await room.Teacher.EnterAsync();
        room.Writing = room.StepOf("reflection");
        return room;
    }

    public static async Task<Classroom> OpenAsync(Site site, int students, Uri? via = null, Func<int>? copies = null)
    {
        var room = await OpenAsync(site);
        await room.SeatAsync(students, via, copies);
        await room.TeachAsync(new { kind = "step.open", step = room.Writing });
        return room;
    }

    public Task SeatAsync(int students, Uri? via = null, Func<int>? copies = null) =>
        Parallel.ForEachAsync(Enumerable.Range(_students.Count + 1, students), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (n, _) => _students.Add(await Student.JoinAsync(Session, $"Student {n}", via, copies)));

    /// <summary>Students who come at random moments of a time, all by themselves.</summary>
    /// <returns>For each who got in: milliseconds from asking for the form to holding the views.</returns>
    public async Task<IReadOnlyCollection<double>> ArriveAsync(int students, TimeSpan time, Random random)
    {
        var took = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(_students.Count + 1, students).Select(async n =>
        {
            await Task.Delay(time * random.NextDouble());
            var began = Stopwatch.GetTimestamp();
            try
            {
                _students.Add(await Student.JoinAsync(Session, $"Student {n}"));
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            catch (Exception problem) when (problem is InvalidOperationException or HttpRequestException or HubRefusedException)
            {
                Console.WriteLine($"     not let in: {problem.Message}");
            }
        }));
        return took;
    }

    public string StepOf(string kind) =>
        Teacher.View("teacher")!.View["class"]!["steps"]!.AsObject().First(s => (string?)s.Value!["kind"] == kind).Key;

    /// <exception cref="HubRefusedException">The server said no.</exception>
    public async Task TeachAsync(object command)
    {
        if ((await Teacher.DoAsync(command)).Refused is { } sentence)
            throw new HubRefusedException(sentence);
    }

    /// <summary>Everybody writes, on average once in a pause.</summary>
    public void Work(TimeSpan pause)
    {
        _working = new();
        _work = Task.WhenAll(_students.Select(s => s.WorkAsync(Writing, pause, _working.Token)));
    }

    /// <summary>Nobody begins anything more, and what was begun is answered.</summary>
    public async Task HushAsync()
    {
        await _working.CancelAsync();
        await _work.WaitAsync(AnswerPatience);
        _working.Dispose();
    }

    public int Acknowledged => _students.Sum(s => s.Journal.Acknowledged);

    /// <param name="quiet">Stopwatch timestamp since when nothing changes any more.</param>
    /// <returns>From then until the last client held the versions the server holds; null when that did not happen.</returns>
    public async Task<TimeSpan?> ConvergeAsync(long quiet)
    {
        var fresh = await FreshAsync();
        if (await Stage.UntilAsync(() => fresh.All(f => Differing(f.Client, f.Views, deep: false) == 0), ConvergePatience) is null)
            return null;
        var last = fresh.Max(f => f.Client.ChangedAt);
        return last > quiet ? Stopwatch.GetElapsedTime(quiet, last) : TimeSpan.Zero;
    }

    /// <returns>How many views, of all clients, are not what the server shows to who opens the page now.</returns>
    public async Task<int> ApartAsync() => (await FreshAsync()).Sum(f => Differing(f.Client, f.Views, deep: true));

    /// <returns>Students whose page does not show the last of their words that is stored.</returns>
    public int Astray(IReadOnlyList<StoredEvent> log)
    {
        var last = log.Where(e => e.Session == Session.Key && e.Kind == "reflection.written").GroupBy(e => e.By).ToDictionary(g => g.Key, g => (string?)JsonNode.Parse(g.Last().Payload)!["text"]);
        return _students.Count(s => s.Shows(Writing) != last.GetValueOrDefault(s.Id));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_work.IsCompleted)
            await _working.CancelAsync();
        await Task.WhenAll(_students.Select(s => s.DisposeAsync().AsTask()));
        await Teacher.DisposeAsync();
    }

    private async Task<IReadOnlyCollection<(SimulatedClient Client, JsonObject Views)>> FreshAsync()
    {
        var fresh = new ConcurrentBag<(SimulatedClient, JsonObject)>();
        await Parallel.ForEachAsync(_students, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (s, _) => fresh.Add((s.Client, await s.FreshViewsAsync())));
        fresh.Add((Teacher, await Student.FreshViewsAsync(Session.Hub("teacher"), _staff.Browser.Cookies)));
        return fresh;
    }

    private static int Differing(SimulatedClient client, JsonObject fresh, bool deep) => fresh.Count(f =>
        client.View(f.Key) is not { } held
        || held.Epoch != (int)f.Value!["version"]![0]! || held.N != (int)f.Value["version"]![1]!
        || (deep && !JsonNode.DeepEquals(held.View, f.Value["view"])));
}
