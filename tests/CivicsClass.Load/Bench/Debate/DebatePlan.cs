using System.Text.Json.Nodes;
using CivicsClass.Load.Demo;

namespace CivicsClass.Load.Bench.Debate;

/// <summary>What the classes of the bench argue about: the steps by their ids, and sentences that can be quoted.</summary>
public sealed record DebatePlan(string Norms, string Reading, string Step, IReadOnlyList<string> Sides, IReadOnlyList<(string Passage, string Text)> Sentences)
{
    /// <summary>A lesson in which each student writes for both sides, so that the bench need not know who drew which.</summary>
    public const string Lesson = "write-both-sides";
    private static readonly string[] Kinds = ["norms", "reading", "debate"], Marks = ["strongEvidence", "wellReasoned", "canAnswer"];

    /// <param name="classView">With the texts open.</param>
    public static DebatePlan Of(JsonNode classView)
    {
        var ids = Kinds.Select(kind => (string)classView["stepOrder"]!.AsArray().First(s => (string?)classView["steps"]![(string)s!]!["kind"] == kind)!).ToArray();
        var sentences = classView["open"]![ids[1]]!["readings"]!.AsObject().SelectMany(r => Passages.All(r.Value!, r.Key)).ToArray();
        return new DebatePlan(ids[0], ids[1], ids[2], [.. classView["positionOrder"]!.AsArray().Select(p => (string)p!)], sentences);
    }

    /// <summary>The next of a student's arguments, as long as a student's are, no two of one student alike.</summary>
    public object Argue(int number, (string Passage, string Text) quoted, Random random)
    {
        var (side, topics) = Arguments.BySide.ElementAt(random.Next(Arguments.BySide.Count));
        var topic = topics[random.Next(topics.Count)];
        return new
        {
            kind = "debate.submit",
            step = Step,
            argumentKind = "argue",
            side,
            claim = $"{topic.Claim} This is point {number} of mine.",
            basis = topic.Basis,
            reason = topic.Reason,
            quotations = new[] { new { passage = quoted.Passage, exact = quoted.Text } },
            link = topic.Link,
        };
    }

    public static string AnyMark(Random random) => Marks[random.Next(Marks.Length)];
}
