using System.Text.Json.Nodes;

namespace CivicsClass.Load.Demo;

/// <summary>The posts of a debate as commands.</summary>
public static class Posts
{
    public static object New(string step, string side, Argument topic, string passage) => new
    {
        kind = "debate.submit",
        step,
        argumentKind = "argue",
        side,
        claim = topic.Claim,
        basis = topic.Basis,
        reason = topic.Reason,
        quotations = new[] { new { passage, exact = topic.Quoted } },
    };

    /// <summary>The same again with what was missing: how quotation and reason connect.</summary>
    public static object Revised(string step, string id, JsonNode returned, Argument? topic)
    {
        var card = returned["card"]!;
        var isTopic = topic is not null && (string?)card["claim"] == topic.Claim;
        return new
        {
            kind = "debate.submit",
            step,
            argument = id,
            argumentKind = (string)card["kind"]!,
            on = (string?)card["on"],
            side = (string)card["side"]!,
            claim = (string)card["claim"]!,
            basis = (string)card["basis"]!,
            reason = isTopic ? (string?)card["reason"] : $"{(string?)card["reason"]} I have thought about it again and still see it this way.".Trim(),
            quotations = card["quotations"]!.AsArray().Select(q => new { passage = (string)q!["passage"]!, exact = (string)q["exact"]! }).ToArray(),
            link = isTopic ? topic!.Link : (string?)card["link"],
        };
    }

    /// <returns>Null when nothing was prepared for this card.</returns>
    public static object? Reply(string step, string on, JsonNode card, string kind)
    {
        var (side, claim) = ((string)card["side"]!, (string)card["claim"]!);
        var other = Arguments.BySide.Keys.First(s => s != side);
        return Arguments.BySide[side].FirstOrDefault(a => a.Claim == claim) is not { } topic ? null : new
        {
            kind = "debate.submit",
            step,
            argumentKind = kind,
            on,
            side = other,
            claim = kind == "ask" ? topic.Question : topic.Rebuttal,
            basis = "value",
            reason = kind == "ask" ? null : topic.RebuttalReason,
            quotations = Array.Empty<object>(),
        };
    }
}
