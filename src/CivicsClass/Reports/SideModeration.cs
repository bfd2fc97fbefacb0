using CivicsClass.Debates;

namespace CivicsClass.Reports;

/// <summary>What the teacher decided about one side's arguments and replies, by the side of the version that was read.</summary>
/// <param name="Waiting">Not decided yet.</param>
/// <param name="MedianWaitSeconds">From entering the queue to the decision; absent before the first decision.</param>
/// <param name="Reasons">Of returns and removals, the most frequent first.</param>
public sealed record SideModeration(Side Side, int Approved, int Returned, int Removed, int Waiting, int? MedianWaitSeconds, IReadOnlyList<ReasonCount> Reasons)
{
    internal static IReadOnlyList<SideModeration> All(IReadOnlyList<Side> sides, IReadOnlyList<DebateReport> debates)
    {
        var arguments = debates.SelectMany(d => d.Sides).SelectMany(s => s.Arguments).ToArray();
        return debates.Count == 0 ? [] : [.. sides.Select(side => Of(side, arguments))];
    }

    private static SideModeration Of(Side side, ArgumentReport[] arguments)
    {
        var decisions = arguments.SelectMany(a => a.Versions).Where(v => v.Side == side.Id).SelectMany(v => v.Decisions).ToArray();
        int Count(DecisionKind kind) => decisions.Count(d => d.Kind == kind);
        return new SideModeration(
            side,
            Count(DecisionKind.Approved),
            Count(DecisionKind.Returned),
            Count(DecisionKind.Removed),
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
