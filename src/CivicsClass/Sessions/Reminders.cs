namespace CivicsClass.Sessions;

/// <summary>Which versions are repeated to whom, so that a lost last frame is noticed: within the first, second, fourth and eighth second
/// after a change, and everything every ten seconds. What an answer has named to a page is not repeated: an answer is asked for until it arrives.</summary>
internal sealed class Reminders
{
    private static readonly int[] RepeatedAt = [0, 1, 3, 7];
    private const int EverythingEvery = 10;
    private readonly Dictionary<string, Told> _told = [];
    private DateTime _now;
    private bool _everything;
    private int _beats;

    /// <summary>What an answer named last to a student's page, and when.</summary>
    private readonly record struct Told(ViewVersion? Class, ViewVersion? My, DateTime At);

    /// <summary>Once a second.</summary>
    public void Beat(DateTime now) => (_now, _everything) = (now, _beats++ % EverythingEvery == 0);

    /// <returns>Whether the class's version is news to the page.</returns>
    public bool Answered(string connection, ViewVersion @class, ViewVersion? my, DateTime at)
    {
        var before = _told.GetValueOrDefault(connection);
        _told[connection] = new(@class, my ?? before.My, at);
        return before.Class != @class;
    }

    public void Forget(string connection) => _told.Remove(connection);

    public bool IsDue(DateTime changedAt) => _everything || RepeatedAt.Contains((int)(_now - changedAt).TotalSeconds);

    public bool Needs(string connection, ViewVersion? @class, ViewVersion? my)
    {
        if (!_told.TryGetValue(connection, out var told) || (_everything && _now - told.At >= TimeSpan.FromSeconds(EverythingEvery)))
            return true;
        return (@class is not null && told.Class != @class) || (my is not null && told.My != my);
    }
}
