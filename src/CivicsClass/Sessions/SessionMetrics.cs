using System.Diagnostics.Metrics;

namespace CivicsClass.Sessions;

/// <summary>What can be counted of live sessions. Tags come from a small fixed set: never a name, an id or anything typed.</summary>
public sealed class SessionMetrics
{
    public const string MeterName = "CivicsClass";

    public const string Connected = "civics.connected", Sessions = "civics.sessions", Mailbox = "civics.mailbox.length",
        Batch = "civics.append.batch", Append = "civics.append.duration", Shown = "civics.broadcast.delay",
        Joins = "civics.joins", Refusals = "civics.commands.refused", Failures = "civics.commands.failed", Resyncs = "civics.resyncs";

    private static readonly KeyValuePair<string, object?> ByRule = new("reason", "rule"), BecauseBusy = new("reason", "busy");
    private static readonly KeyValuePair<string, object?> Students = new("audience", Audience.Class), Teachers = new("audience", Audience.Teacher), Walls = new("audience", Audience.Wall);
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5] };
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000] };

    private readonly UpDownCounter<int> _connected, _sessions;
    private readonly Histogram<int> _mailbox, _batch;
    private readonly Histogram<double> _append, _shown;
    private readonly Counter<long> _joins, _refusals, _failures, _resyncs;

    public SessionMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(MeterName);
        _connected = Meter.CreateUpDownCounter<int>(Connected, "{page}", "Open pages of students (class), teachers and walls");
        _sessions = Meter.CreateUpDownCounter<int>(Sessions, "{session}", "Sessions in this server's memory");
        _mailbox = Meter.CreateHistogram(Mailbox, "{message}", "What waited in a session's mailbox when it was emptied", advice: Sizes);
        _batch = Meter.CreateHistogram(Batch, "{session}", "Sessions whose events were stored with one commit", advice: Sizes);
        _append = Meter.CreateHistogram(Append, "s", "From asking for a commit to having it on the disk", advice: Seconds);
        _shown = Meter.CreateHistogram(Shown, "s", "From stored to handed to the screens that share a view, with the pause between two", advice: Seconds);
        _joins = Meter.CreateCounter<long>(Joins, "{student}", "Students who took a seat");
        _refusals = Meter.CreateCounter<long>(Refusals, "{command}", "Commands answered with a sentence: by a rule, or because the class is too busy");
        _failures = Meter.CreateCounter<long>(Failures, "{command}", "Commands that could not be stored or carried out");
        _resyncs = Meter.CreateCounter<long>(Resyncs, "{page}", "Pages that asked for the whole view again");
    }

    internal Meter Meter { get; }

    public void PageOpened(string audience) => _connected.Add(1, Of(audience));
    public void PageClosed(string audience) => _connected.Add(-1, Of(audience));
    public void SessionOpened() => _sessions.Add(1);
    public void SessionClosed() => _sessions.Add(-1);
    public void Drained(int waited) => _mailbox.Record(waited);
    public void Joined() => _joins.Add(1);
    public void Refused() => _refusals.Add(1, ByRule);
    public void TurnedAway() => _refusals.Add(1, BecauseBusy);
    public void Failed(int commands) => _failures.Add(commands);
    public void AskedAgain() => _resyncs.Add(1);
    public void Broadcast(TimeSpan sinceStored) => _shown.Record(sinceStored.TotalSeconds);

    public void Committed(int sessions, TimeSpan took)
    {
        _batch.Record(sessions);
        _append.Record(took.TotalSeconds);
    }

    private static KeyValuePair<string, object?> Of(string audience) => audience switch
    {
        Audience.Teacher => Teachers,
        Audience.Wall => Walls,
        _ => Students,
    };
}
