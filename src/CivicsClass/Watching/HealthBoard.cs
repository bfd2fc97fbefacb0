using System.Diagnostics;
using System.Diagnostics.Metrics;
using CivicsClass.Sessions;

namespace CivicsClass.Watching;

/// <summary>What this server was doing in one stretch of a few seconds. Times in milliseconds; 0 where nothing was measured.</summary>
/// <param name="At">Its end, milliseconds since 1970, UTC.</param>
/// <param name="Mailbox">The most that waited in one session.</param>
/// <param name="Batch">Sessions that shared a commit, on average.</param>
/// <param name="StoreMs">99 of 100 commits took at most this.</param>
/// <param name="ShowMs">99 of 100 changes were handed to the shared screens within this.</param>
/// <param name="Processor">Percent of all cores.</param>
public sealed record HealthSample(
    long At, int Students, int Teachers, int Walls, int Sessions, long Joins, double Commits, double Batch, double StoreMs, int Mailbox,
    double ShowMs, long Resyncs, long Refused, long Failed, double Processor, double MemoryMb);

/// <summary>Listens to the server's own metrics and keeps the last quarter of an hour in memory.</summary>
internal sealed class HealthBoard : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private const int Kept = 15 * 60 / 5;

    private readonly Level _students = new(), _teachers = new(), _walls = new(), _sessions = new(), _joins = new(), _refused = new(), _failed = new(), _resyncs = new(), _batches = new();
    private readonly Spread _store = new(.000_1), _show = new(.000_1), _mailbox = new(1);
    private readonly Queue<HealthSample> _samples = [];
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _clock;
    private long _sampledAt;
    private TimeSpan _processor;

    public HealthBoard(SessionMetrics metrics, TimeProvider clock)
    {
        _clock = clock;
        (_sampledAt, _processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter) && Place(instrument.Name) is { } place)
                listener.EnableMeasurementEvents(instrument, place);
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, place) => Take(value, tags, place));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, place) => Take(value, tags, place));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, place) => Take(value, tags, place));
        _listener.Start();
    }

    public IReadOnlyList<HealthSample> Samples
    {
        get
        {
            lock (_samples)
                return [.. _samples];
        }
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Every, _clock);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
                Sample();
        }
        catch (OperationCanceledException)
        {
        }
    }

    internal void Sample()
    {
        var (at, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var passed = TimeProvider.System.GetElapsedTime(_sampledAt, at).TotalSeconds;
        var (commits, store, _) = _store.Take();
        var sample = new HealthSample(
            _clock.GetUtcNow().ToUnixTimeMilliseconds(), (int)_students.Value, (int)_teachers.Value, (int)_walls.Value, (int)_sessions.Value,
            _joins.Take(), Round(commits / passed), commits == 0 ? 0 : Round((double)_batches.Take() / commits), Round(store * 1_000), (int)_mailbox.Take().Most,
            Round(_show.Take().P99 * 1_000), _resyncs.Take(), _refused.Take(), _failed.Take(),
            Round(100 * (processor - _processor).TotalSeconds / passed / Environment.ProcessorCount), Round(Environment.WorkingSet / 1024.0 / 1024.0));
        (_sampledAt, _processor) = (at, processor);
        lock (_samples)
        {
            _samples.Enqueue(sample);
            if (_samples.Count > Kept)
                _samples.Dequeue();
        }
    }

    private static double Round(double value) => Math.Round(value, 1);

    private object? Place(string instrument) => instrument switch
    {
        SessionMetrics.Connected => this,
        SessionMetrics.Sessions => _sessions,
        SessionMetrics.Mailbox => _mailbox,
        SessionMetrics.Batch => _batches,
        SessionMetrics.Append => _store,
        SessionMetrics.Shown => _show,
        SessionMetrics.Joins => _joins,
        SessionMetrics.Refusals => _refused,
        SessionMetrics.Failures => _failed,
        SessionMetrics.Resyncs => _resyncs,
        _ => null,
    };

    private static void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? place)
    {
        switch (place)
        {
            case Level level: level.Add((long)value); break;
            case Spread spread: spread.Add(value); break;
            case HealthBoard board: board.PagesOf(tags[0].Value).Add((long)value); break;
        }
    }

    private Level PagesOf(object? audience) => audience switch
    {
        Audience.Teacher => _teachers,
        Audience.Wall => _walls,
        _ => _students,
    };

    private sealed class Level
    {
        private long _value;
        public long Value => Interlocked.Read(ref _value);
        public void Add(long by) => Interlocked.Add(ref _value, by);
        public long Take() => Interlocked.Exchange(ref _value, 0);
    }
}
