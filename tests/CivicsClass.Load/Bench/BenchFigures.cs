namespace CivicsClass.Load.Bench;

/// <summary>The figures that issue and README speak of, with their goals on two cores shared with the load. Times in milliseconds.</summary>
/// <param name="Lost">Acknowledged, but not in the event log.</param>
/// <param name="PeakMb">The most memory the server ever held.</param>
/// <param name="BytesPerStudent">WebSocket payload a student received from entering to the end of the first turn, warm-up left out.</param>
public sealed record BenchFigures(IReadOnlyList<double> Joins, IReadOnlyList<Measured> Server, IReadOnlyList<Measured> BareHub, int Acked, int Lost, double PeakMb, double BytesPerStudent)
{
    private const string Ms = "0.0 'ms'", Cpu = "0.000 'ms'", Count = "#,0";

    public IReadOnlyList<Figure> Of(int sessions, int studentsEach)
    {
        var all = Measured.Of(Server);
        return
        [
            new("joinP50Ms", "Join: form, connect, enter, p50", Statistics.Percentile(Joins, 50), Ms),
            new("joinP99Ms", "Join p99", Statistics.Percentile(Joins, 99), Ms),
            .. Times(all, (sessions, studentsEach) switch { (60, 30) => 50, (1, 1_000) => 100, _ => null }),
            new("acked", "Acknowledged, warm-up included", Acked, Count),
            new("lost", "Lost: acknowledged but not in the log", Lost, Count, AtMost: 0),
            CpuPerAnswer(Server, 0.2),
            new("cpuRatio", "Times the bare hub's, median of the turns", Statistics.Median(Server.Zip(BareHub, (ours, bare) => ours.CpuMsPerAnswer / bare.CpuMsPerAnswer)), "0.00", AtMost: 2),
            new("hubCpuMsPerAnswer", "The bare hub's processor time per answer", CpuPerAnswer(BareHub, null).Value, Cpu),
            new("peakRssMb", "Peak memory of the server", PeakMb, "0 'MB'"),
            new("bytesPerStudent", "Received per student, warm-up left out", BytesPerStudent, "#,0 'B'"),
        ];
    }

    /// <summary>What the bare hub took, under the names of the server's figures.</summary>
    public IReadOnlyDictionary<string, string> Beside =>
        Times(Measured.Of(BareHub), null).Append(CpuPerAnswer(BareHub, null)).ToDictionary(f => f.Name, f => f.Shown);

    private static Figure CpuPerAnswer(IReadOnlyList<Measured> turns, double? goal) =>
        new("cpuMsPerAnswer", "Processor time per answer, opening included", Statistics.Median(turns.Select(t => t.CpuMsPerAnswer)), Cpu, goal);

    private static Figure[] Times(Measured all, double? goal) =>
    [
        new("fanOutP99Ms", "Open a question in every class, until seen, p99", Statistics.Percentile(all.FanOut, 99), Ms),
        new("ackP50Ms", "Answer until acknowledged, p50", Statistics.Percentile(all.Acknowledgement, 50), Ms),
        new("ackP99Ms", "Answer until acknowledged, p99", Statistics.Percentile(all.Acknowledgement, 99), Ms, goal),
        new("ackMaxMs", "Answer until acknowledged, slowest", all.Acknowledgement.DefaultIfEmpty().Max(), Ms),
    ];
}
