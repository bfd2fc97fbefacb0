using System.Globalization;
using Humanizer;

namespace CivicsClass.Reports;

/// <summary>What the teacher decided, each decision and all of them by side.</summary>
internal static class DecisionTables
{
    /// <summary>One row per decision, so that what was approved and later removed has two.</summary>
    public static IEnumerable<IReadOnlyList<string>> Decisions(SessionReport report)
    {
        yield return ["debate", "argument", "version", "side", "kind", "claim", "decision", "decided", "waited seconds", "because", "note"];
        foreach (var debate in report.Debates)
        {
            foreach (var argument in debate.Sides.SelectMany(s => s.Arguments))
            {
                foreach (var (version, decision) in argument.Versions.SelectMany(v => v.Decisions.Select(d => (v, d))))
                {
                    yield return
                    [
                        debate.Title, argument.Id, N(version.Version), report.Head.Positions.First(p => p.Id == version.Side).Short, Word(argument.Kind), version.Claim,
                        Word(decision.Kind), decision.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), N(decision.WaitedSeconds), decision.Reason ?? "", decision.Note ?? "",
                    ];
                }
            }
        }
    }

    /// <summary>One row per side and count.</summary>
    public static IEnumerable<IReadOnlyList<string>> BySide(SessionReport report)
    {
        yield return ["side", "what", "count"];
        foreach (var side in report.Moderation)
        {
            var counts = new (string What, int? Count)[] { ("approved", side.Approved), ("returned", side.Returned), ("removed", side.Removed), ("still waiting", side.Waiting), ("median wait in seconds", side.MedianWaitSeconds) };
            foreach (var (what, count) in counts.Concat(side.Reasons.Select(r => ($"because: {r.Label.ToLowerInvariant()}", (int?)r.Count))))
                yield return [side.Side.Short, what, N(count)];
        }
    }

    private static string N(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Word(Enum value) => value.Humanize(LetterCasing.LowerCase);
}
