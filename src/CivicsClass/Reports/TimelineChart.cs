using System.Globalization;

namespace CivicsClass.Reports;

/// <summary>The time line as shapes in a drawing 1,000 units wide; the page only writes them down.</summary>
public sealed class TimelineChart
{
    private const double Left = 285, Right = 985, Top = 10, RowHeight = 30, BarHeight = 16;
    private const int MaxTicks = 9, MaxLabel = 36;
    private static readonly int[] TickMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080];

    private readonly Timeline _line;
    private readonly double _minutes;
    private readonly List<ChartRow> _rows = [];

    public TimelineChart(Timeline line)
    {
        _line = line;
        _minutes = Math.Max(1, (line.To - line.From).TotalMinutes);
        foreach (var step in line.Stretches.Where(s => s.Kind == StretchKind.Step).GroupBy(s => s.Step))
            AddRow(step.First().Title, "step", step);
        AddRow("Paused or eyes up", "still", line.Stretches.Where(s => s.Kind != StretchKind.Step));
        AddCounts("Students joined", "joined", MomentKind.Joined);
        AddCounts("Posts sent in", "posted", MomentKind.Posted);
        AddCounts("Posts decided", "decided", MomentKind.Approved, MomentKind.Returned, MomentKind.Removed);
    }

    public IReadOnlyList<ChartRow> Rows => _rows;
    public string Height => Number(Bottom + 26);
    public string AxisY => Number(Bottom);
    public string AxisTextY => Number(Bottom + 19);

    public IEnumerable<ChartTick> Ticks
    {
        get
        {
            var every = TickMinutes.FirstOrDefault(t => _minutes / t <= MaxTicks, (int)Math.Ceiling(_minutes / MaxTicks));
            for (var minute = 0; minute <= _minutes; minute += every)
                yield return new ChartTick(Number(X(minute)), minute.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Where the time of the open step ran out: a line across its row.</summary>
    public IEnumerable<ChartMark> TimesUp =>
        from moment in _line.Moments.Where(m => m.Kind == MomentKind.TimeRanOut)
        from row in _rows.Where(r => r.Kind == "step" && r.Stretches.Any(s => s.From <= moment.At && moment.At <= s.To)).Take(1)
        select new ChartMark(Number(X(moment.At)), Number(row.At), Number(row.At + RowHeight - 4));

    private double Bottom => Top + (_rows.Count * RowHeight);

    private void AddRow(string label, string kind, IEnumerable<Stretch> stretches)
    {
        var all = stretches.ToArray();
        if (all.Length == 0)
            return;
        var y = Bottom;
        _rows.Add(new ChartRow(Short(label), kind, y, all, Number(y + 17),
            [.. all.Select(s => Bar(X(s.From), y + 4, Math.Max(2, X(s.To) - X(s.From)), BarHeight))]));
    }

    private void AddCounts(string label, string kind, params MomentKind[] kinds)
    {
        var perMinute = _line.Moments.Where(m => kinds.Contains(m.Kind)).GroupBy(m => m.Minute).Select(g => (Minute: g.Key, Count: g.Sum(m => m.Count))).ToArray();
        if (perMinute.Length == 0)
            return;
        var (y, most, width) = (Bottom, perMinute.Max(m => m.Count), Math.Max(2, 0.8 * (X(1) - X(0))));
        _rows.Add(new ChartRow(label, kind, y, [], Number(y + 17),
            [.. perMinute.Select(m => (m.Minute, Tall: Math.Max(3, 22.0 * m.Count / most))).Select(m => Bar(X(m.Minute), y + 24 - m.Tall, Math.Min(width, Right - X(m.Minute) + 2), m.Tall))]));
    }

    private double X(DateTime at) => X((at - _line.From).TotalMinutes);

    private double X(double minute) => Left + ((Right - Left) * Math.Min(1, minute / _minutes));

    private static string Short(string label) => label.Length <= MaxLabel ? label : $"{label[..(MaxLabel - 1)].TrimEnd()}…";

    private static ChartBar Bar(double x, double y, double width, double height) => new(Number(x), Number(y), Number(width), Number(height));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="At">Upper edge.</param>
public sealed record ChartRow(string Label, string Kind, double At, IReadOnlyList<Stretch> Stretches, string TextY, IReadOnlyList<ChartBar> Bars);

public sealed record ChartBar(string X, string Y, string Width, string Height);

public sealed record ChartTick(string X, string Label);

public sealed record ChartMark(string X, string Top, string Bottom);
