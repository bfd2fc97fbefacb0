using System.Globalization;
using System.Text.Json;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>The figures that issue and README speak of. Times in milliseconds.</summary>
/// <param name="Lost">Acknowledged, but not in the event log.</param>
/// <param name="CpuMsPerAnswer">The server's processor time over a turn's rounds, opening included, per acknowledged answer: the median of the turns.</param>
/// <param name="HubCpuMsPerAnswer">The same for the bare hub.</param>
/// <param name="CpuRatio">The median of the ratios of each turn to the bare hub's turn beside it.</param>
/// <param name="BytesPerStudent">WebSocket payload a student received from entering to the end of the first turn, warm-up left out.</param>
public sealed record BenchFigures(
    double JoinP50Ms, double JoinP99Ms, double FanOutP99Ms, double AckP50Ms, double AckP99Ms, double AckMaxMs, int Acked, int Lost,
    double CpuMsPerAnswer, double HubCpuMsPerAnswer, double CpuRatio, double PeakRssMb, double BytesPerStudent)
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(Rounded, Camel);

    public IEnumerable<(string What, string Server, string BareHub)> Rows(Measured hub) =>
    [
        ("Join: form, connect, enter, p50", Ms(JoinP50Ms), ""),
        ("Join p99", Ms(JoinP99Ms), ""),
        ("Open a question in every class, until seen, p99", Ms(FanOutP99Ms), Ms(Statistics.Percentile(hub.FanOut, 99))),
        ("Answer until acknowledged, p50", Ms(AckP50Ms), Ms(Statistics.Percentile(hub.Acknowledgement, 50))),
        ("Answer until acknowledged, p99", Ms(AckP99Ms), Ms(Statistics.Percentile(hub.Acknowledgement, 99))),
        ("Answer until acknowledged, slowest", Ms(AckMaxMs), Ms(hub.Acknowledgement.DefaultIfEmpty().Max())),
        ("Acknowledged, warm-up included", $"{Acked:N0}", ""),
        ("Lost: acknowledged but not in the log", $"{Lost:N0}", ""),
        ("Processor time per answer", $"{CpuMsPerAnswer:0.000} ms", $"{HubCpuMsPerAnswer:0.000} ms"),
        ("Times the bare hub's", $"{CpuRatio:0.00}", "1"),
        ("Peak memory of the server", $"{PeakRssMb:0} MB", ""),
        ("Received per student, warm-up left out", ((long)BytesPerStudent).Bytes().Humanize("0.0", CultureInfo.CurrentCulture), ""),
    ];

    private static string Ms(double ms) => $"{ms:0.0} ms";

    private BenchFigures Rounded => this with
    {
        JoinP50Ms = Round(JoinP50Ms),
        JoinP99Ms = Round(JoinP99Ms),
        FanOutP99Ms = Round(FanOutP99Ms),
        AckP50Ms = Round(AckP50Ms),
        AckP99Ms = Round(AckP99Ms),
        AckMaxMs = Round(AckMaxMs),
        CpuMsPerAnswer = Math.Round(CpuMsPerAnswer, 4),
        HubCpuMsPerAnswer = Math.Round(HubCpuMsPerAnswer, 4),
        CpuRatio = Math.Round(CpuRatio, 3),
        PeakRssMb = Round(PeakRssMb),
        BytesPerStudent = Round(BytesPerStudent),
    };

    private static double Round(double value) => Math.Round(value, 2);
}
