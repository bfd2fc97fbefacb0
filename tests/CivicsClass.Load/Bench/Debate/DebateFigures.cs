namespace CivicsClass.Load.Bench.Debate;

/// <summary>The figures of a debate. Times in milliseconds.</summary>
/// <param name="UntilSeen">From the teacher's press of a key to each student's screen.</param>
/// <param name="CpuByThird">Processor time per command in each third of the time.</param>
public sealed record DebateFigures(
    IReadOnlyList<(Guid Id, string Kind, double Ms)> Acknowledged, IReadOnlyList<double> UntilSeen, IReadOnlyList<double> CpuByThird, int Refused, int Unseen, int Lost, double PeakMb, double BytesPerStudent)
{
    public const double MostAckMs = 100, MostSeenMs = 250;
    private const string Ms = "0.0 'ms'", Cpu = "0.000 'ms'", Count = "#,0";

    public IReadOnlyList<Figure> All =>
    [
        new("arguments", "Arguments acknowledged", Of("debate.submit").Count(), Count),
        new("marks", "Marks acknowledged", Of("debate.mark").Count(), Count),
        new("approvals", "Approvals acknowledged", Of("debate.approve").Count(), Count),
        new("refused", "Refused or failed", Refused, Count, AtMost: 0),
        new("lost", "Lost: acknowledged but not in the log", Lost, Count, AtMost: 0),
        new("ackP50Ms", "Command until acknowledged, p50", Statistics.Median(Debating), Ms),
        new("ackP99Ms", "Command until acknowledged, p99", Statistics.Percentile(Debating, 99), Ms, AtMost: MostAckMs),
        new("argueP99Ms", "An argument alone, p99", Statistics.Percentile([.. Of("debate.submit")], 99), Ms),
        new("markP99Ms", "A mark alone, p99", Statistics.Percentile([.. Of("debate.mark")], 99), Ms),
        new("approveP99Ms", "An approval alone, p99", Statistics.Percentile([.. Of("debate.approve")], 99), Ms),
        new("ackMaxMs", "Command until acknowledged, slowest", Debating.DefaultIfEmpty().Max(), Ms),
        new("seenP50Ms", "Approval until on a student's screen, p50", Statistics.Median(UntilSeen), Ms),
        new("seenP99Ms", "Approval until on a student's screen, p99", Statistics.Percentile(UntilSeen, 99), Ms, AtMost: MostSeenMs),
        new("unseen", "Approved, and never on a screen", Unseen, Count, AtMost: 0),
        new("cpuMsPerCommand", "Processor time per command, all it sends included", CpuByThird.Average(), Cpu),
        new("cpuGrowth", "Last third of the time, times the first", CpuByThird[^1] / CpuByThird[0], "0.00"),
        new("peakRssMb", "Peak memory of the server", PeakMb, "0 'MB'"),
        new("bytesPerStudent", "Received per student, joining included", BytesPerStudent, "#,0 'B'"),
    ];

    private double[] Debating => [.. Acknowledged.Where(a => a.Kind.StartsWith("debate.", StringComparison.Ordinal)).Select(a => a.Ms)];

    private IEnumerable<double> Of(string kind) => Acknowledged.Where(a => a.Kind == kind).Select(a => a.Ms);
}
