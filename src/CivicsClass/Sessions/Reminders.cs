namespace CivicsClass.Sessions;

/// <summary>Which versions are repeated to whom, so that a lost last frame is noticed: one, two, three, four and eight seconds after a
/// change, and everything every ten seconds. What an answer has named to a page is not repeated: an answer is asked for until it arrives.</summary>
internal sealed class Reminders
{
    private static readonly TimeSpan[] RepeatedAfter = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];
    private static readonly TimeSpan EverythingEvery = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, Told> _told = [];
    private DateTime _before, _now, _everythingAt;
    private bool _everything;

    /// <summary>What an answer named last to a student's page, and when.</summary>
    private readonly record struct Told(ViewVersion? Class, ViewVersion? My, DateTime At);

    /// <summary>Time has passed; due is what fell due since the last beat.</summary>
    public void Beat(DateTime now)
    {
        (_before, _now) = (_now, now);
        _everything = now - _everythingAt >= EverythingEvery;
        if (_everything)
            _everythingAt = now;
    }

    /// <returns>Whether the class's version is news to the page.</returns>
    public bool Answered(string connection, ViewVersion @class, ViewVersion? my, DateTime at)
    {
        var before = _told.GetValueOrDefault(connection);
        _told[connection] = new(@class, my ?? before.My, at);
        return before.Class != @class;
    }

    public void Forget(string connection) => _told.Remove(connection);

    public bool IsDue(DateTime changedAt) => _everything || RepeatedAfter.Any(after => changedAt + after > _before && changedAt + after <= _now);

    public bool Needs(string connection, ViewVersion? @class, ViewVersion? my)
    {
        if (!_told.TryGetValue(connection, out var told) || (_everything && _now - told.At >= EverythingEvery))
            return true;
        return (@class is not null && told.Class != @class) || (my is not null && told.My != my);
    }
}
