namespace CivicsClass.Guards;

/// <summary>Counts wrong tries for each key in a sliding window. Right ones never count, so a whole school behind one address is not hurt.
/// Safe from many threads; memory is bounded.</summary>
/// <param name="limit">Tries that may be wrong within the window.</param>
public sealed class WrongTries(TimeProvider time, int limit, TimeSpan window)
{
    private const int MaxKeys = 20_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _wrong = [];

    /// <summary>How many keys are remembered.</summary>
    internal int Keys
    {
        get
        {
            lock (_gate)
                return _wrong.Count;
        }
    }

    /// <summary>True while the key has tries left. For look-ups that cost nothing: ask first, then <see cref="Count"/> only what was wrong.</summary>
    public bool MayTry(string key) => Wait(key) == TimeSpan.Zero;

    /// <summary>How long until the key may try again; zero while it has tries left.</summary>
    public TimeSpan Wait(string key)
    {
        lock (_gate)
            return Recent(key) is { } tries && tries.Count >= limit ? tries[0] + window - time.GetUtcNow() : TimeSpan.Zero;
    }

    /// <summary>Counts a wrong try, or one that is not yet known to be right: then <see cref="Forgive"/> it afterwards,
    /// so that a hundred at once do not slip through together.</summary>
    /// <returns>False, counting nothing, when the key has no tries left.</returns>
    public bool Count(string key)
    {
        lock (_gate)
        {
            var tries = Recent(key);
            if (tries is null)
            {
                MakeRoom();
                _wrong.Add(key, tries = []);
            }
            if (tries.Count >= limit)
                return false;
            tries.Add(time.GetUtcNow());
            return true;
        }
    }

    /// <summary>The try was right: it is taken back. Wrong ones before it stay, or one right code would buy any number of guesses.</summary>
    public void Forgive(string key)
    {
        lock (_gate)
            if (_wrong.TryGetValue(key, out var tries) && tries.Count > 0)
                tries.RemoveAt(tries.Count - 1);
    }

    /// <summary>The key starts anew: what it opens has changed.</summary>
    public void Forget(string key)
    {
        lock (_gate)
            _wrong.Remove(key);
    }

    private List<DateTimeOffset>? Recent(string key)
    {
        if (!_wrong.TryGetValue(key, out var tries))
            return null;
        var since = time.GetUtcNow() - window;
        tries.RemoveAll(at => at <= since);
        return tries;
    }

    private void MakeRoom()
    {
        if (_wrong.Count < MaxKeys)
            return;
        foreach (var key in _wrong.Keys.ToArray())
            if (Recent(key)!.Count == 0)
                _wrong.Remove(key);
        foreach (var key in _wrong.Keys.Take(_wrong.Count - MaxKeys / 2).ToArray())
            _wrong.Remove(key);
    }
}
