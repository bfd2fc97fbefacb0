namespace CivicsClass.Tests;

/// <summary>A clock that the test moves. Timers fire within <see cref="Advance"/>, in order.</summary>
public sealed class FakeTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next(end) is { } due)
            due.Ring();
        lock (_gate)
            _now = end;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        lock (_gate)
            _alarms.Add(alarm);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var due = _alarms.Where(a => a.Due <= end).MinBy(a => a.Due);
            if (due is { Due: { } at } && at > _now)
                _now = at;
            return due;
        }
    }

    private sealed class Alarm(FakeTime time, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public void Ring()
        {
            lock (time._gate)
                Due = _period > TimeSpan.Zero ? Due + _period : null;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
                (Due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime, period);
            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
                time._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
