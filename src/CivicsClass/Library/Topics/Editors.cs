namespace CivicsClass.Library.Topics;

/// <summary>Somebody else who has a topic open: the name, and the part's address.</summary>
public sealed record Editor(string Name, string Part, bool IsYou);

/// <summary>Who has which topic in progress open on this server, as far as their pages said so lately.</summary>
public sealed class Editors(TimeProvider clock)
{
    private const int Most = 200;
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(30);

    private sealed record Window(string Person, string Id, string Name, string Part, DateTimeOffset At);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, List<Window>> _open = [];

    /// <summary>Notes that this window has the part open.</summary>
    /// <returns>The other windows of the topic.</returns>
    public IReadOnlyList<Editor> Here(Guid topic, string person, string window, string name, string part)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var (id, windows) in _open.ToList())
                if (windows.RemoveAll(w => w.At + Stay < now) > 0 && windows.Count == 0)
                    _open.Remove(id);
            if (!_open.TryGetValue(topic, out var here))
                _open[topic] = here = [];
            here.RemoveAll(w => w.Person == person && w.Id == window);
            if (here.Count < Most)
                here.Add(new Window(person, window, name, part, now));
            return [.. here.Where(w => w.Person != person || w.Id != window).Select(w => new Editor(w.Name, w.Part, w.Person == person)).Distinct()];
        }
    }

    public IReadOnlyList<Editor> Others(Guid topic, string person)
    {
        lock (_lock)
            return [.. _open.GetValueOrDefault(topic, []).Where(w => w.Person != person && w.At + Stay >= clock.GetUtcNow()).Select(w => new Editor(w.Name, w.Part, false)).Distinct()];
    }

    public void Gone(Guid topic, string person, string window)
    {
        lock (_lock)
            _open.GetValueOrDefault(topic)?.RemoveAll(w => w.Person == person && w.Id == window);
    }
}
