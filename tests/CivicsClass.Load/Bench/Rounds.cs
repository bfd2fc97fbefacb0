using System.Diagnostics;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Bench;

/// <summary>What was measured over the rounds of one side, server or bare hub. Times in milliseconds.</summary>
public sealed record Measured(IReadOnlyList<double> FanOut, IReadOnlyList<double> Acknowledgement, int Unseen, int Unanswered, double CpuMs, int PatchBytes)
{
    public double CpuMsPerAnswer => CpuMs / Math.Max(1, Acknowledgement.Count);

    public static Measured Of(IReadOnlyList<Measured> parts) => new(
        [.. parts.SelectMany(r => r.FanOut)],
        [.. parts.SelectMany(r => r.Acknowledgement)],
        parts.Sum(r => r.Unseen),
        parts.Sum(r => r.Unanswered),
        parts.Sum(r => r.CpuMs),
        (int)parts.Average(r => r.PatchBytes));
}

/// <summary>Rounds of the bench: every teacher opens the same question at once, then every student answers at a random moment.</summary>
public sealed class Rounds(IReadOnlyList<BenchClass> classes, QuizPlan quiz, ServerProcess server)
{
    public const int WarmAnswers = 40_000;
    private const int MostWarmRounds = 30;
    /// <summary>Slower than any limit on one connection's messages.</summary>
    private const int MostAnswersInARound = 10;
    private static readonly TimeSpan LeastAnswerTime = TimeSpan.FromSeconds(2);
    /// <summary>Beyond this the load itself would fill two cores, and what is measured is the queue.</summary>
    private const double MostAnswersPerSecond = 1_500;
    private static readonly TimeSpan SeePatience = TimeSpan.FromSeconds(10);
    /// <summary>Long enough for the last coalesced patches.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    /// <summary>After the first rounds the runtime compiles what turned out to be hot; it gets to that when there is less to do.</summary>
    private static readonly TimeSpan Compile = TimeSpan.FromSeconds(5);

    private readonly BenchStudent[] _students = [.. classes.SelectMany(c => c.Students)];

    private TimeSpan AnswerTime => TimeSpan.FromSeconds(Math.Max(LeastAnswerTime.TotalSeconds, _students.Length / MostAnswersPerSecond));

    /// <summary>At least 40,000 answers, unless there are too few students for that in a sensible time.</summary>
    public async Task<int> WarmUpAsync()
    {
        var rounds = Math.Clamp(WarmAnswers / (_students.Length * MostAnswersInARound), 10, MostWarmRounds);
        var each = Math.Clamp((int)Math.Ceiling((double)WarmAnswers / (_students.Length * rounds)), 1, MostAnswersInARound);
        rounds = Math.Clamp((int)Math.Ceiling((double)WarmAnswers / (_students.Length * each)), 1, MostWarmRounds);
        var answers = 0;
        for (var round = 0; round < rounds; round++)
        {
            answers += (await RoundAsync(quiz.Questions[round % 2], each)).Acknowledgement.Count;
            if (round + 2 >= rounds)
                await Task.Delay(Compile);
        }
        return answers;
    }

    /// <summary>One round for each question that was not asked while warming up.</summary>
    public async Task<Measured> MeasureAsync()
    {
        var rounds = new List<Measured>();
        foreach (var question in quiz.Questions.Skip(2))
            rounds.Add(await RoundAsync(question, 1));
        return Measured.Of(rounds);
    }

    public async Task<Measured> RoundAsync(QuizPlan.Question question, int answersEach)
    {
        foreach (var student in _students)
            student.Watch(question.Item);
        var cpu = server.CpuMs;
        var opened = await Task.WhenAll(classes.Select(c => c.AskAsync(quiz, question)));
        await AllHaveSeenAsync();
        var fanOut = classes.Zip(opened, (c, at) => c.Students.Where(s => s.SeenAt > 0).Select(s => Stopwatch.GetElapsedTime(at, s.SeenAt).TotalMilliseconds)).SelectMany(t => t).ToArray();
        var answers = (await Task.WhenAll(_students.Select(s => AnswerAsync(s, question, answersEach)))).SelectMany(a => a).ToArray();
        await Task.Delay(Settle);
        return new Measured(
            fanOut,
            [.. answers.OfType<double>()],
            _students.Length - fanOut.Length,
            answers.Count(a => a is null),
            server.CpuMs - cpu,
            _students.Max(s => s.SeenBytes));
    }

    private async Task AllHaveSeenAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (_students.Any(s => s.SeenAt == 0) && Stopwatch.GetElapsedTime(started) < SeePatience)
            await Task.Delay(20);
    }

    private async Task<double?[]> AnswerAsync(BenchStudent student, QuizPlan.Question question, int times)
    {
        var taken = new double?[times];
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(AnswerTime / times * Random.Shared.NextDouble());
            taken[i] = await student.AnswerAsync(quiz, question);
        }
        return taken;
    }
}
