namespace CivicsClass.Sessions;

/// <summary>Who of the class is not here, and since when (UTC; null where it is not known). Everybody else is here.</summary>
public sealed record Presence(IReadOnlyDictionary<string, DateTime?> AwaySince)
{
    public static readonly Presence AllHere = new(new Dictionary<string, DateTime?>());

    public bool IsHere(string participant) => !AwaySince.ContainsKey(participant);
}

/// <summary>What each audience sees of a session, as pure functions of its state.</summary>
public static class SessionViews
{
    private const int MaxAliases = 60;

    public static ClassView Class(LiveSession session) => new()
    {
        Key = session.Key,
        Title = session.Title,
        Question = session.Pack.Question,
        Phase = session.Phase,
        PositionOrder = session.PositionOrder,
        Positions = Positions(session),
        StepOrder = StepOrder(session),
        Steps = Heads(session),
        Current = session.Current?.Id,
        Timer = Timer(session),
        EyesUp = session.EyesUp,
        Moment = session.Help.Moment,
        Open = session.Steps.Where(s => s.IsShown).ToDictionary(s => s.Id, s => s.ClassView()),
    };

    public static MyView My(LiveSession session, string participant)
    {
        var person = session.People[participant];
        return new MyView
        {
            Id = person.Id,
            Alias = person.Alias,
            PostingPaused = person.PostingPaused,
            Steps = session.Steps.Where(s => s.IsShown).ToDictionary(s => s.Id, s => s.MyView(participant)),
            Help = session.Help.My(participant),
        };
    }

    /// <param name="shared">The class's view of the same state, where it is at hand.</param>
    /// <param name="names">The names the teacher knows, by participant id; only this view shows them.</param>
    public static TeacherView Teacher(LiveSession session, Presence presence, IReadOnlyDictionary<string, string> names, string joinCode, ClassView? shared = null)
    {
        var seated = session.Seated.ToArray();
        var held = HeldView.All(session);
        return new TeacherView
        {
            Class = shared ?? Class(session),
            JoinCode = joinCode,
            Locked = session.Locked,
            Identity = session.Identity,
            RosterOrder = Array.ConvertAll(seated, p => p.Id),
            Roster = seated.ToDictionary(p => p.Id, p => new RosterEntry(
                p.Alias,
                names.GetValueOrDefault(p.Id),
                presence.IsHere(p.Id),
                presence.AwaySince.GetValueOrDefault(p.Id),
                p.PostingPaused,
                session.Current?.Progress(p.Id) ?? "")),
            Scripts = session.Steps.ToDictionary(s => s.Id, s => s.Plan.Script),
            Steps = session.Steps.ToDictionary(s => s.Id, s => s.TeacherView()),
            Held = held,
            HeldReasons = held is null ? null : HeldView.Reasons,
            Help = session.Help.Teacher(),
        };
    }

    public static WallView Wall(LiveSession session, Presence presence, string joinCode)
    {
        var here = session.Seated.Where(p => presence.IsHere(p.Id)).ToArray();
        return new WallView
        {
            Title = session.Title,
            Question = session.Pack.Question,
            Phase = session.Phase,
            PositionOrder = session.PositionOrder,
            Positions = Positions(session),
            StepOrder = StepOrder(session),
            Steps = Heads(session),
            Current = session.Current?.Id,
            Timer = Timer(session),
            EyesUp = session.EyesUp,
            JoinCode = session.Locked || session.Phase == Phase.Ended ? null : joinCode,
            Here = here.Length,
            Aliases = session.Phase == Phase.Lobby ? [.. here.TakeLast(MaxAliases).Select(p => p.Alias)] : [],
            Moment = session.Help.Moment,
            Step = session.Phase == Phase.Running ? session.Current?.WallView() : null,
        };
    }

    private static Dictionary<string, PositionView> Positions(LiveSession session) => session.Pack.Positions
        .Select((position, at) => (position, shape: at == 0 ? "diamond" : "circle"))
        .ToDictionary(p => p.position.Id, p => new PositionView(p.position.Name, p.position.Short, p.shape));

    private static string[] StepOrder(LiveSession session) => [.. session.Steps.Select(s => s.Id)];

    private static Dictionary<string, StepHead> Heads(LiveSession session) => session.Steps.ToDictionary(
        s => s.Id,
        s => new StepHead(session.Kind(s), s.Plan.Title, s.Status, s.Plan.Minutes, s.Plan.Early));

    private static TimerView Timer(LiveSession session) => new(
        session.Time.EndsAt,
        session.Time.Remaining is { } left ? Math.Max(0, (long)left.TotalMilliseconds) : null,
        session.Paused,
        session.Time.Up);
}
