using System.Diagnostics;
using System.Text.RegularExpressions;
using CivicsClass.Load.Bench;
using CivicsClass.Load.Wire;
using CivicsClass.Tests.Data;

namespace CivicsClass.Tests.Cluster;

/// <summary>A class in the middle of a quiz: its students came by all servers and go on answering until told to stop.</summary>
internal sealed partial class SpreadClass : IAsyncDisposable
{
    private static readonly TimeSpan BetweenAnswers = TimeSpan.FromMilliseconds(150);
    private readonly ThreeServers _servers;
    private readonly CancellationTokenSource _over = new();
    private readonly List<Task<TimeSpan>> _answering = [];
    private int _acknowledged;

    private SpreadClass(ThreeServers servers, string key, string code, SimulatedClient ana) => (_servers, Key, Code, Ana) = (servers, key, code, ana);

    public string Key { get; }
    public string Code { get; }
    public SimulatedClient Ana { get; }
    public QuizPlan Quiz { get; private set; } = null!;
    public List<(SimulatedClient Client, string Cookies)> Students { get; } = [];
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <param name="by">Where each student comes in, in turn.</param>
    public static async Task<SpreadClass> StartAsync(ThreeServers servers, int students, params Uri[] by)
    {
        var browser = await ThreeServers.SignedInAsync(servers.Site);
        var dashboard = await browser.GetAsync("/dashboard");
        var link = StartLink().Matches(dashboard.Html).Select(m => m.Groups[1].Value).First(l => l.EndsWith("/full-debate", StringComparison.Ordinal));
        var console = await browser.SubmitAsync((await browser.GetAsync(link)).Fill(("identity", "NameForTeacher")));
        var (key, code) = (console.Attribute("data-key")!, new Uri(console.Attribute("data-join-url")!).Segments[^1]);
        var ana = new SimulatedClient(new Uri(servers.Site, $"/s/{key}/teacher"), () => browser.Cookies);
        await ana.EnterAsync();
        var room = new SpreadClass(servers, key, code, ana) { Quiz = QuizPlan.Of(ana.View("teacher")!.View) };
        for (var i = 0; i < students; i++)
            room.Students.Add(await ThreeServers.JoinAsync(by[i % by.Length], key, code, $"Student {i}"));
        Assert.Null((await ana.DoAsync(new { kind = "step.open", step = room.Quiz.Step })).Refused);
        Assert.Null((await ana.DoAsync(new { kind = "quiz.open", step = room.Quiz.Step, item = room.Quiz.Questions[0].Item })).Refused);
        return room;
    }

    public void StartAnswering()
    {
        foreach (var (student, _) in Students)
            _answering.Add(AnswerAsync(student));
    }

    /// <summary>Until every student has been told of so many answers more, in all.</summary>
    public Task AnsweredAsync(int more)
    {
        var goal = Acknowledged + more;
        return Wait.UntilAsync(() => Task.FromResult(Acknowledged >= goal), TimeSpan.FromSeconds(60));
    }

    /// <returns>The longest that a student had to wait for an acknowledgement.</returns>
    public async Task<TimeSpan> StopAnsweringAsync()
    {
        await _over.CancelAsync();
        return (await Task.WhenAll(_answering).WaitAsync(TimeSpan.FromSeconds(60))).Max();
    }

    /// <summary>What was acknowledged is stored, once each, and nothing else is; every student and the teacher see it.</summary>
    public async Task MustBeWholeAsync()
    {
        Assert.Equal(Acknowledged, await StoredAsync("count(*)"));
        Assert.Equal(Acknowledged, await StoredAsync("""count(DISTINCT e."CommandId")"""));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Ana.UntilAsync(() => (int?)Ana.View("teacher")!.View["steps"]![Quiz.Step]!["questions"]![Quiz.Questions[0].Item]!["answers"] == Students.Count
            && Ana.View("teacher")!.View["roster"]!.AsObject().All(p => p.Value!["here"]?.GetValue<bool>() != false), patience.Token);
        foreach (var (student, _) in Students)
            await student.UntilAsync(() => student.View("class")!.Epoch == Ana.View("teacher")!.Epoch, patience.Token);
    }

    public Task<int> StoredAsync(string what) => _servers.Database.ScalarAsync<int>(
        $"""SELECT {what} FROM "SessionEvents" e JOIN "Sessions" s ON s."Id" = e."SessionId" WHERE s."Key" = '{Key}' AND e."Kind" = 'quiz.answered'""");

    /// <summary>The n-th answer differs from the one before, so that each is an event.</summary>
    public object Answer(int n) =>
        new { kind = "quiz.answer", step = Quiz.Step, item = Quiz.Questions[0].Item, options = new[] { Quiz.Questions[0].Options[n % Quiz.Questions[0].Options.Count] } };

    private async Task<TimeSpan> AnswerAsync(SimulatedClient student)
    {
        var longest = TimeSpan.Zero;
        for (var n = 0; !_over.IsCancellationRequested; n++)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.NotNull((await student.DoAsync(Answer(n))).Seq);
            Interlocked.Increment(ref _acknowledged);
            longest = Stopwatch.GetElapsedTime(began) is var took && took > longest ? took : longest;
            await Task.WhenAny(Task.Delay(BetweenAnswers, _over.Token));
        }
        return longest;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        foreach (var (student, _) in Students)
            await student.DisposeAsync();
        await Ana.DisposeAsync();
        _over.Dispose();
    }

    [GeneratedRegex("href=\"(/start/[^\"]+)\"")]
    private static partial Regex StartLink();
}
