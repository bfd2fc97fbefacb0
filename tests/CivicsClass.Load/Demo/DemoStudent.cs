using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Demo;

/// <summary>A simulated student at human pace: looks at the page, does the next thing there is to do, waits for the next.</summary>
/// <param name="keyOf">The right options of a question: how a student who has read the texts would know.</param>
/// <param name="topics">Arguments nobody has taken yet, by side.</param>
public sealed class DemoStudent(SimulatedClient client, Func<string, IReadOnlyList<string>> keyOf, Topics topics, Random random)
{
    private const double MostlyRight = 0.7;
    private const int MostReplies = 2;
    private readonly HashSet<string> _given = [];
    private readonly double _speed = 0.6 + random.NextDouble();
    private Argument? _topic;

    private JsonObject Class => client.View("class")!.View;
    private JsonObject My => client.View("my")!.View;

    private sealed record Act(string What, TimeSpan Thinking, Func<object> Command);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && client.SentAway is null && (string?)Class["phase"] != "ended")
        {
            await client.UntilAsync(() => client.SentAway is not null || (string?)Class["phase"] == "ended" || NextAct() is not null, stop);
            if (NextAct() is not { } act)
                continue;
            await Task.Delay(act.Thinking * _speed, stop);
            if (NextAct()?.What != act.What)
                continue;
            var outcome = await client.DoAsync(act.Command());
            if (outcome.Refused is not null)
                _given.Add(act.What);
            else if (outcome.My is [var epoch, var n])
                await client.UntilAsync(() => client.View("my") is { } my && !my.IsBehind((epoch, n)), stop);
        }
    }

    /// <summary>What there is to do now; null while there is nothing but to watch.</summary>
    private Act? NextAct()
    {
        if ((string?)Class["current"] is not { } step || (bool)Class["eyesUp"]! || (bool)Class["timer"]!["paused"]! || (string?)Class["steps"]![step]!["status"] != "open")
            return null;
        var (shared, mine) = (Class["open"]![step]!, My["steps"]?[step]);
        var act = mine is null ? null : (string?)shared["kind"] switch
        {
            "norms" => Accept(step, mine),
            "reading" => Read(step, shared, mine),
            "quiz" => Answer(step, shared, mine),
            "debate" => Argue(step, shared, mine),
            "reflection" => Reflect(step, shared, mine),
            _ => null,
        };
        return act is null || _given.Contains(act.What) ? null : act;
    }

    private Act? Accept(string step, JsonNode mine) =>
        (bool)mine["accepted"]! ? null : new Act("norms", Seconds(2, 9), () => new { kind = "norms.accept", step });

    private Act? Read(string step, JsonNode shared, JsonNode mine)
    {
        var finished = Words(mine["finished"]);
        if (Words(mine["order"]).FirstOrDefault(r => !finished.Contains(r)) is not { } reading)
            return null;
        var kept = Words(mine["tray"]).Count(p => p.StartsWith(reading + ".", StringComparison.Ordinal));
        if (kept >= 2)
            return new Act("finish " + reading, Seconds(4, 9), () => new { kind = "reading.finish", step, reading });
        return new Act($"keep {reading} {kept}", Seconds(3, 8), () => new { kind = "reading.keep", step, passage = Passages.Any(shared["readings"]![reading]!, reading, random) });
    }

    private Act? Answer(string step, JsonNode shared, JsonNode mine)
    {
        var answered = mine["answers"]!.AsObject();
        var open = shared["questions"]!.AsObject().FirstOrDefault(q => (string?)q.Value!["status"] == "open" && !answered.ContainsKey(q.Key));
        if (open.Key is not { } item)
            return null;
        var options = Words(open.Value!["optionOrder"]);
        var chosen = random.NextDouble() < MostlyRight ? keyOf(item) : [options[random.Next(options.Count)]];
        return new Act("answer " + item, Seconds(2, 9), () => new { kind = "quiz.answer", step, item, options = chosen });
    }

    private Act? Argue(string step, JsonNode shared, JsonNode mine)
    {
        var own = mine["mine"]!.AsObject();
        if (own.FirstOrDefault(a => (string?)a.Value!["status"] == "returned") is { Key: { } id } returned)
            return new Act($"revise {id} {returned.Value!["card"]!["version"]}", Seconds(6, 12), () => Posts.Revised(step, id, returned.Value!, _topic));
        if (own.All(a => (string?)a.Value!["card"]!["kind"] != "argue") && ((string?)mine["side"] ?? topics.AnySide(random)) is var side && (_topic ??= topics.Take(side)) is { } topic)
            return Argue(step, side, topic);
        return own.Count(a => (string?)a.Value!["card"]!["kind"] != "argue") < MostReplies ? Reply(step, shared, (string?)mine["side"], own) : null;
    }

    private Act? Argue(string step, string side, Argument topic)
    {
        var reading = Class["open"]!.AsObject().FirstOrDefault(s => s.Value!["readings"]?[topic.Reading] is not null);
        if (reading.Value is null || Passages.Find(reading.Value["readings"]![topic.Reading]!, topic.Reading, topic.Quoted) is not { } passage)
            return null;
        return Words(My["steps"]![reading.Key]?["tray"]).Contains(passage)
            ? new Act("argue", Seconds(12, 40), () => Posts.New(step, side, topic, passage))
            : new Act("keep " + passage, Seconds(2, 5), () => new { kind = "reading.keep", step = reading.Key, passage });
    }

    private Act? Reply(string step, JsonNode shared, string? side, JsonObject own)
    {
        var answered = own.Select(a => (string?)a.Value!["card"]!["on"]).ToHashSet();
        foreach (var id in Words(shared["order"]).Where(id => !own.ContainsKey(id) && !answered.Contains(id)))
        {
            var card = shared["cards"]![id]!;
            if ((string?)card["kind"] == "argue" && topics.TakeReply(id, side is not null && (string?)card["side"] == side, client) is { } kind && Posts.Reply(step, id, card, kind) is { } post)
                return new Act($"{kind} {id}", Seconds(8, 25), () => post);
        }
        return null;
    }

    private Act? Reflect(string step, JsonNode shared, JsonNode mine) =>
        Words(shared["order"]).FirstOrDefault(p => mine["answers"]?[p] is null) is { } prompt
            ? new Act("reflect " + prompt, Seconds(5, 14), () => new { kind = "reflection.write", step, prompt, text = Arguments.Reflections[random.Next(Arguments.Reflections.Count)] })
            : null;

    private TimeSpan Seconds(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    private static List<string> Words(JsonNode? list) => [.. list?.AsArray().Select(w => (string)w!) ?? []];
}
