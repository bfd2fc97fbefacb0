using System.Diagnostics;
using System.Text.Json;
using CivicsClass.Load.Faults.Scenarios;
using Humanizer;

namespace CivicsClass.Load.Faults;

/// <summary>Injects one fault after the other and prints a line for each promise.</summary>
public sealed class FaultsRun(string? dll, int seed, bool brief, bool @long)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly TimeSpan MostForOne = TimeSpan.FromMinutes(4);
    private readonly List<Finding> _findings = [];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("kill", "R1 R2", true, Kill.RunAsync),
        new("stop", "R17", true, Stop.RunAsync),
        new("cut", "R2", true, Cut.RunAsync),
        new("frames", "R3", true, Frames.RunAsync),
        new("network", "R14", false, BadNetwork.RunAsync),
        new("deadline", "R5", false, Deadline.RunAsync),
        new("crowd", "R15 R7 R4", false, Crowd.RunAsync),
        new("storm", "R15", false, Storm.RunAsync),
        new("stalled", "R16", false, Stalled.RunAsync),
        new("disk", "R9", false, Disk.RunAsync),
        new("power", "R8", false, Power.RunAsync),
        new("database", "R12", false, LostDatabase.RunAsync),
        new("swap", "R17", false, Swap.RunAsync),
    ];

    /// <returns>Whether every promise was kept.</returns>
    public async Task<bool> RunAsync(string? only, string? jsonFile)
    {
        var named = only?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named is not null && (named.Length == 0 || named.Except(All.Select(s => s.Name)).Any()))
            throw new FormatException($"There is no fault “{named.Except(All.Select(s => s.Name)).FirstOrDefault()}”. There are: {string.Join(", ", All.Select(s => s.Name))}");
        var chosen = All.Where(s => named?.Contains(s.Name) ?? (!brief || s.Short)).ToArray();
        var began = Stopwatch.GetTimestamp();
        Console.WriteLine($"Seed {seed}; repeat with: ./civics faults --seed {seed}{(only is null ? "" : $" --only {only}")}");
        foreach (var scenario in chosen)
            await RunAsync(scenario);
        Console.WriteLine($"{"promise".ToQuantity(Count(Verdict.Ok))} kept, {Count(Verdict.Missed)} missed, {Count(Verdict.NotRun)} not run here, in {Stopwatch.GetElapsedTime(began).Humanize(2)}.");
        if (jsonFile is not null)
            await File.WriteAllTextAsync(jsonFile, ToJson() + "\n");
        return Count(Verdict.Missed) == 0;
    }

    private async Task RunAsync(Scenario scenario)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await scenario.RunAsync(new Stage(scenario.Name, dll, seed, brief, @long, Tell)).WaitAsync(MostForOne + (@long ? MostForOne : TimeSpan.Zero));
        }
        catch (Exception problem)
        {
            foreach (var promise in scenario.Promises.Split(' '))
                Tell(new Finding(promise, scenario.Name, "broke down", $"{problem.GetType().Name}: {problem.Message}", "the fault is injected and measured", Verdict.Missed));
            Console.Error.WriteLine(problem);
        }
        Console.WriteLine($"     {scenario.Name} took {Stopwatch.GetElapsedTime(began).Humanize(2)}");
    }

    private void Tell(Finding finding)
    {
        _findings.Add(finding);
        Console.WriteLine(finding.Line);
    }

    private int Count(Verdict verdict) => _findings.Count(f => f.Verdict == verdict);

    /// <summary>Common Test Report Format, which the other suites write too.</summary>
    private string ToJson() => JsonSerializer.Serialize(new
    {
        seed,
        results = new
        {
            tool = new { name = "civics faults" },
            summary = new { tests = _findings.Count, passed = Count(Verdict.Ok), failed = Count(Verdict.Missed), skipped = Count(Verdict.NotRun), pending = 0, other = 0 },
            tests = _findings.Select(f => new
            {
                name = $"{f.Promise} {f.Scenario}: {f.Done}",
                status = f.Verdict switch { Verdict.Ok => "passed", Verdict.Missed => "failed", _ => "skipped" },
                f.Promise,
                f.Scenario,
                f.Done,
                f.Figure,
                f.Goal,
            }),
        },
    }, Indented);
}
