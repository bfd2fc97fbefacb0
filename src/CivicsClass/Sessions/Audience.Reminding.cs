namespace CivicsClass.Sessions;

/// <summary>Who is told again of which version.</summary>
internal sealed partial class Audience
{
    private const double NearlyAll = 0.9;
    private readonly Reminders _reminders = new();

    /// <summary>The version of the class's view that the answer to this page must name; null when it was named before.</summary>
    /// <param name="my">The version of the student's own view that the answer names.</param>
    public ViewVersion? ClassVersionFor(string connection, ViewVersion? my)
    {
        if (!_listeners.ContainsKey(connection))
            return null;
        var version = _class.Stream.Version;
        return _reminders.Answered(connection, version, my, Now) ? version : null;
    }

    /// <summary>Twice a second: names the versions of views that changed lately, and of all now and then.</summary>
    public void Beat()
    {
        if (_listeners.Count == 0)
            return;
        _reminders.Beat(Now);
        Beat(_teacher);
        Beat(_wall);
        RemindStudents();
    }

    private void Beat<T>(Shared<T> view) where T : class
    {
        if (_reminders.IsDue(view.ChangedAt))
            _megaphone.Beacon(Key, view.Name, null, new Dictionary<string, int[]> { [view.Name] = view.Stream.Version.ToWire() }, Milliseconds);
    }

    /// <summary>The class's version goes to all at once where nearly all lack it; with a student's own, to each page by itself.</summary>
    private void RemindStudents()
    {
        ViewVersion? version = _reminders.IsDue(_class.ChangedAt) ? _class.Stream.Version : null;
        var lacking = new List<Listener>();
        foreach (var page in _listeners.Values)
        {
            if (page.Participant is not { } pid)
                continue;
            var own = _own[pid];
            if (_reminders.IsDue(own.ChangedAt) && _reminders.Needs(page.Connection, version, own.Stream.Version))
                Remind(page, version, own.Stream.Version);
            else if (version is not null && _reminders.Needs(page.Connection, version, null))
                lacking.Add(page);
        }
        if (lacking.Count > NearlyAll * _hearing.GetValueOrDefault(Class))
            _megaphone.Beacon(Key, Class, null, new Dictionary<string, int[]> { [Class] = version!.Value.ToWire() }, Milliseconds);
        else
            foreach (var page in lacking)
                Remind(page, version, null);
    }

    private void Remind(Listener page, ViewVersion? @class, ViewVersion? my)
    {
        var versions = new Dictionary<string, int[]>();
        if (@class is { } ofClass)
            versions[Class] = ofClass.ToWire();
        if (my is { } own)
            versions[My] = own.ToWire();
        _megaphone.Beacon(page, versions, Milliseconds);
    }
}
