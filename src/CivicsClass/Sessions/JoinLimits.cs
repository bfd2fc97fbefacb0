using CivicsClass.Guards;

namespace CivicsClass.Sessions;

/// <summary>How many wrong join and re-entry codes one address, and wrong recovery words one address in one session, may send in a minute.
/// Right codes, and codes that a teacher reads out, are never held up: a whole school may stand behind one address.</summary>
public sealed class JoinLimits(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Slow = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _slowLane = new(50);

    public WrongTries Codes { get; } = new(clock, limit: 300, Minute);
    public WrongTries Words { get; } = new(clock, limit: 60, Minute);

    /// <summary>A wrong code beyond the limit waits for its answer, and only some may wait at once.</summary>
    public async Task SlowDownAsync(CancellationToken stop)
    {
        await _slowLane.WaitAsync(stop);
        try
        {
            await Task.Delay(Slow, clock, stop);
        }
        finally
        {
            _slowLane.Release();
        }
    }

    public void Dispose() => _slowLane.Dispose();
}
