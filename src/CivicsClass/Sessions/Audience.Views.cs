namespace CivicsClass.Sessions;

/// <summary>The views that were last sent, and how often each may be.</summary>
internal sealed partial class Audience
{
    /// <summary>A student's own view and the number of pages that show it. It stays while the student is away, so that its version
    /// never names two different views.</summary>
    private sealed class Own(ViewStream<MyView> stream)
    {
        public ViewStream<MyView> Stream { get; set; } = stream;
        public int Pages { get; set; }
        /// <summary>By somebody else: a student's own command is answered with the version it led to.</summary>
        public DateTime ChangedAt { get; set; }
    }

    /// <summary>A view that many share: sent at once, then not again before <see cref="Wait"/> has passed.</summary>
    private sealed class Shared<T>(string name, ViewStream<T> stream, Func<T> compute) where T : class
    {
        public string Name { get; } = name;
        public ViewStream<T> Stream { get; } = stream;
        public Func<T> Compute { get; } = compute;
        public bool Dirty { get; set; }
        /// <summary>What is dirty waits no longer than this since the view was last sent.</summary>
        public TimeSpan Wait { get; set; }
        /// <summary>The machine's time stamp of the first change that nobody was shown yet.</summary>
        public long DirtySince { get; set; }
        public DateTime SentAt { get; set; }
        public DateTime ChangedAt { get; set; }
    }

    /// <param name="have">The versions that the page holds; a page that says <see cref="Gzip"/> too can unpack.</param>
    private static EnteredView View<T>(string name, ViewStream<T> stream, IReadOnlyDictionary<string, int[]> have) where T : class
    {
        var version = stream.Version.ToWire();
        if (have.GetValueOrDefault(name) is [var epoch, var n] && stream.Version == new ViewVersion(epoch, n))
            return new EnteredView(version, null);
        return have.ContainsKey(Gzip) && stream.Packed() is { } packed ? new EnteredView(version, null, packed) : new EnteredView(version, stream.Whole());
    }

    /// <summary>The class's view, made once for all who show it or a part of it.</summary>
    private ClassView SharedView() => _shared ??= SessionViews.Class(Live);

    private void MakeStreams()
    {
        _shared = null;
        _class = new(Class, NewStream<ClassView>(), SharedView);
        _teacher = new(Teacher, NewStream<TeacherView>(), () => SessionViews.Teacher(Live, Present(), _loaded.Names, _loaded.Row.JoinCode ?? "", SharedView()));
        _wall = new(Wall, NewStream<WallView>(), () => SessionViews.Wall(Live, Present(), _loaded.Row.JoinCode ?? ""));
    }

    private ViewStream<T> NewStream<T>() where T : class => new(_loaded.Row.Epoch, _json);

    /// <summary>A view that nobody looks at is not made; it stays dirty until somebody enters.</summary>
    /// <returns>How long until this view may be sent again; MaxValue when nothing waits.</returns>
    private TimeSpan Send<T>(Shared<T> view, DateTime at, string? now) where T : class
    {
        if ((view.Stream.Started && !view.Dirty) || _hearing.GetValueOrDefault(view.Name) == 0)
            return TimeSpan.MaxValue;
        if (now != view.Name && view.Stream.Started && at - view.SentAt < view.Wait)
            return view.SentAt + view.Wait - at;
        view.Dirty = false;
        if (view.Stream.Next(view.Compute()) is { } patch)
        {
            view.SentAt = view.ChangedAt = at;
            _megaphone.Patch(Key, view.Name, null, patch.From, patch.To, patch.Patch);
            if (view.DirtySince != 0)
                _metrics.Broadcast(TimeProvider.System.GetElapsedTime(view.DirtySince));
        }
        return TimeSpan.MaxValue;
    }
}
