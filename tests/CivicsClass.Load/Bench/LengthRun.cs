using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Processor time of an answer in a class of 30 with a long log, with half of it, and in classes that just began. They take turns
/// in one warm server, so that what else happens on the machine meets all; the ratio is the median of the turns.</summary>
public sealed class LengthRun(int events) : IBenchMode
{
    /// <summary>Not more than what differs between two turns of the same class.</summary>
    public const double MostRatio = 1.1;
    private const int InAClass = 30, Turns = 5, RoundsInATurn = 2, AnswersEach = 20;
    private static readonly TimeSpan Compile = TimeSpan.FromSeconds(5);
    private int _asked;

    public async Task<bool> RunAsync(string? dll, string? jsonFile)
    {
        Console.WriteLine($"A class of {InAClass} after {events:N0} events and after {events / 2:N0}, beside {Turns} new ones by turns.");
        using var data = new TemporaryFolder();
        await using var server = new BenchSide("Server", await Published.StartAsync(dll, data.Path));
        var (quiz, _) = await Enrolment.FillServerAsync(server, [.. Enumerable.Repeat(InAClass, Turns + 2)]);
        BenchClass whole = server.Classes[0], half = server.Classes[1];
        await GrowAsync(server.Process, quiz, [whole, half], events / 2);
        await GrowAsync(server.Process, quiz, [whole], events);
        await Task.Delay(Compile);

        List<Measured> beginning = [], middle = [], end = [];
        foreach (var fresh in server.Classes.Skip(2))
        {
            beginning.Add(await TurnAsync(server.Process, quiz, fresh));
            middle.Add(await TurnAsync(server.Process, quiz, half));
            end.Add(await TurnAsync(server.Process, quiz, whole));
            Console.WriteLine($"Turn {end.Count}: {beginning[^1].CpuMsPerAnswer:0.000}, {middle[^1].CpuMsPerAnswer:0.000} and {end[^1].CpuMsPerAnswer:0.000} ms of processor time for an answer.");
        }
        var unanswered = beginning.Concat(middle).Concat(end).Sum(m => m.Unanswered);
        Figure[] figures =
        [
            .. Of("begin", "in a new class", beginning),
            .. Of("half", $"after {events / 2:N0} events", middle),
            .. Of("whole", $"after {events:N0} events", end),
            new("halfRatio", $"After {events / 2:N0} events, times a new class", Ratio(middle, beginning), "0.00", AtMost: MostRatio),
            new("wholeRatio", $"After {events:N0} events, times a new class", Ratio(end, beginning), "0.00", AtMost: MostRatio),
            new("unanswered", "Answers without an acknowledgement", unanswered, "#,0", AtMost: 0),
        ];
        Figures.Print(figures);
        await Figures.WriteAsync(figures, jsonFile);
        return unanswered == 0;
    }

    private async Task GrowAsync(ServerProcess server, QuizPlan quiz, BenchClass[] classes, int events)
    {
        var rounds = new Rounds(classes, quiz, server);
        while (classes[0].Students.Sum(s => s.Acknowledged.Count) < events)
            if ((await rounds.RoundAsync(quiz.Questions[_asked++ % 2], AnswersEach)).Acknowledgement.Count == 0)
                throw new InvalidOperationException($"No answer was taken. The server's word: {classes[0].Students.Select(s => s.Trouble).FirstOrDefault()}");
        Console.WriteLine($"{"class".ToQuantity(classes.Length)} with {events:N0} events.");
    }

    private static async Task<Measured> TurnAsync(ServerProcess server, QuizPlan quiz, BenchClass @class)
    {
        var rounds = new Rounds([@class], quiz, server);
        var measured = new List<Measured>();
        foreach (var question in quiz.Questions.Skip(2).Take(RoundsInATurn))
            measured.Add(await rounds.RoundAsync(question, AnswersEach));
        return Measured.Of(measured);
    }

    private static Figure[] Of(string name, string when, List<Measured> turns) =>
    [
        new($"{name}CpuMsPerAnswer", $"Processor time per answer {when}", Statistics.Median(turns.Select(t => t.CpuMsPerAnswer)), "0.000 'ms'"),
        new($"{name}AckP99Ms", $"Answer until acknowledged {when}, p99", Statistics.Percentile(Measured.Of(turns).Acknowledgement, 99), "0.0 'ms'"),
    ];

    private static double Ratio(List<Measured> later, List<Measured> first) =>
        Statistics.Median(later.Zip(first, (l, f) => l.CpuMsPerAnswer / f.CpuMsPerAnswer));
}
