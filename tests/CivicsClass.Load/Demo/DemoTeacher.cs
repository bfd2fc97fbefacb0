using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Demo;

/// <summary>A simulated teacher who takes the class through the whole lesson at a pace that can be watched.</summary>
public sealed class DemoTeacher(SimulatedClient client, int students)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(6);
    private readonly HashSet<string> _sidesReturned = [];

    private JsonObject View => client.View("teacher")!.View;

    /// <summary>The right options of a question.</summary>
    public IReadOnlyList<string> KeyOf(string item) =>
        [.. Quizzes.Select(q => q["questions"]![item]).OfType<JsonNode>().First()["options"]!.AsArray().Where(o => (bool)o!["correct"]!).Select(o => (string)o!["id"]!)];

    public async Task DriveAsync(Action<string> tell, CancellationToken stop)
    {
        await HoldsAsync(() => View["roster"]!.AsObject().Count >= students, TimeSpan.FromSeconds(60), stop);
        foreach (var step in View["class"]!["stepOrder"]!.AsArray().Select(s => (string)s!).ToArray())
        {
            tell((string)View["class"]!["steps"]![step]!["title"]!);
            await DoAsync(new { kind = "step.open", step });
            await TakeThroughAsync(step, stop);
            await Task.Delay(Look / 2, stop);
        }
        await DoAsync(new { kind = "session.end" });
        tell("The lesson is over. The report stays.");
    }

    private Task TakeThroughAsync(string step, CancellationToken stop) => (string?)Step(step)["kind"] switch
    {
        "norms" => HoldsAsync(() => (int)Step(step)["accepted"]! >= Most, TimeSpan.FromSeconds(30), stop),
        "reading" => HoldsAsync(() => (int)Step(step)["finished"]! >= Most, TimeSpan.FromSeconds(100), stop),
        "quiz" => AskAsync(step, stop),
        "debate" => ModerateAsync(step, TimeSpan.FromSeconds(150), stop),
        "reflection" => HoldsAsync(() => Step(step)["answers"]!.AsObject().Count >= Most, TimeSpan.FromSeconds(45), stop),
        _ => Task.Delay(Look, stop),
    };

    private async Task AskAsync(string step, CancellationToken stop)
    {
        if ((string?)Step(step)["pace"] == "self")
        {
            await Task.Delay(TimeSpan.FromSeconds(60), stop);
            await DoAsync(new { kind = "quiz.revealAll", step });
            return;
        }
        foreach (var item in Step(step)["order"]!.AsArray().Select(i => (string)i!).ToArray())
        {
            await DoAsync(new { kind = "quiz.open", step, item });
            await HoldsAsync(() => (int)Step(step)["questions"]![item]!["answers"]! >= Most, TimeSpan.FromSeconds(20), stop);
            await DoAsync(new { kind = "quiz.reveal", step, item });
            await Task.Delay(Look, stop);
        }
    }

    /// <summary>Reads what waits, the longest waiting first: returns one argument of each side, approves the others.</summary>
    private async Task ModerateAsync(string step, TimeSpan time, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(time);
        for (var decided = 1; !over.IsCancellationRequested; decided++)
        {
            try
            {
                await client.UntilAsync(() => Step(step)["queue"]!.AsArray().Count > 0, over.Token);
                await Task.Delay(TimeSpan.FromSeconds(2.5), over.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                break;
            }
            if ((string?)Step(step)["queue"]!.AsArray().FirstOrDefault() is not { } id)
                continue;
            var card = Step(step)["arguments"]![id]!["card"]!;
            var version = (int)card["version"]!;
            if ((string)card["kind"]! == "argue" && version == 1 && _sidesReturned.Add((string)card["side"]!))
            {
                await client.DoAsync(new { kind = "debate.return", step, argument = id, version, reason = "quotation-off", note = "You are close. Say in one sentence how the quotation supports your reason." });
                continue;
            }
            await client.DoAsync(new { kind = "debate.approve", step, argument = id, version });
            if (decided % 6 == 0)
                await client.DoAsync(new { kind = "debate.spotlight", step, argument = id });
        }
    }

    /// <summary>Nine in ten: a class does not wait for the very last.</summary>
    private int Most => students * 9 / 10;

    private JsonNode Step(string step) => View["steps"]![step]!;

    private IEnumerable<JsonNode> Quizzes => View["steps"]!.AsObject().Select(s => s.Value!).Where(s => (string?)s["kind"] == "quiz");

    private async Task HoldsAsync(Func<bool> condition, TimeSpan patience, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(patience);
        try
        {
            await client.UntilAsync(condition, over.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Time to go on without the last ones.
        }
    }

    private async Task DoAsync(object command)
    {
        if ((await client.DoAsync(command)).Refused is { } sentence)
            throw new InvalidOperationException(sentence);
    }
}
