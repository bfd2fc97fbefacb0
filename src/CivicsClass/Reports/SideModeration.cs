using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>What the teacher decided about one side's arguments and replies, by the side of the version that was read.</summary>
/// <param name="Waiting">Not decided yet.</param>
/// <param name="MedianWaitSeconds">From entering the queue to the decision; absent before the first decision.</param>
/// <param name="Held">Versions that the list of words kept for the teacher's eyes first, the erased among them.</param>
/// <param name="Erased">Versions whose words were erased everywhere.</param>
/// <param name="AtOnce">Versions that the lesson's trust showed before anybody had read them.</param>
/// <param name="Reasons">Of returns and removals, the most frequent first.</param>
public sealed record SideModeration(Side Side, int Approved, int Returned, int Removed, int Waiting, int? MedianWaitSeconds, IReadOnlyList<ReasonCount> Reasons, int Held = 0, int Erased = 0, int AtOnce = 0)
{
    internal static IReadOnlyList<SideModeration> All(LiveSession session, IReadOnlyList<Recorded> log, IReadOnlyList<Side> sides, IReadOnlyList<DebateReport> debates)
    {
        var arguments = debates.SelectMany(d => d.Sides).SelectMany(s => s.Arguments).ToArray();
        return debates.Count == 0 ? [] : [.. sides.Select(side => WithHolds(Of(side, Decided(session, side), arguments), log))];
    }

    /// <summary>As the console counts them while the class is running.</summary>
    private static SideDecisions Decided(LiveSession session, Side side) =>
        session.Steps.OfType<DebateStep>().Aggregate(SideDecisions.None, (sum, debate) => sum + debate.DecisionsBySide[side.Id]);

    private static SideModeration WithHolds(SideModeration moderation, IReadOnlyList<Recorded> log)
    {
        var erased = log.Select(r => r.Event).OfType<TextErased>().SelectMany(e => e.Seqs).ToHashSet();
        var written = log.Where(r => r.Event is ArgumentSubmitted of && of.Side == moderation.Side.Id).ToArray();
        var gone = written.Count(r => erased.Contains(r.Seq));
        return moderation with { Held = gone + written.Count(r => !erased.Contains(r.Seq) && r.Event is ArgumentSubmitted { Held.Count: > 0 }), Erased = gone, AtOnce = ShownAtOnce(moderation.Side, written, log) };
    }

    private static int ShownAtOnce(Side side, Recorded[] written, IReadOnlyList<Recorded> log)
    {
        var versions = written.Select(r => (ArgumentSubmitted)r.Event).Where(s => s.Side == side.Id).Select(s => (s.Step, s.Argument, s.Version)).ToHashSet();
        return log.Count(r => r.By == Actor.Server.Id && r.Event is ArgumentApproved shown && versions.Contains((shown.Step, shown.Argument, shown.Version)));
    }

    private static SideModeration Of(Side side, SideDecisions decided, ArgumentReport[] arguments)
    {
        var decisions = arguments.SelectMany(a => a.Versions).Where(v => v.Side == side.Id).SelectMany(v => v.Decisions).ToArray();
        return new SideModeration(
            side,
            decided.Approved,
            decided.Returned,
            decided.Removed,
            arguments.Count(a => a.Status == ArgumentStatus.Pending && a.Latest.Side == side.Id),
            Median([.. decisions.Select(d => d.WaitedSeconds).OfType<int>().Order()]),
            [.. decisions.Where(d => d.Reason is not null).CountBy(d => d.Reason!).OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => new ReasonCount(r.Key, r.Value))]);
    }

    private static int? Median(int[] sorted) => sorted.Length switch
    {
        0 => null,
        var n when n % 2 == 1 => sorted[n / 2],
        var n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
    };
}

public sealed record ReasonCount(string Label, int Count);
