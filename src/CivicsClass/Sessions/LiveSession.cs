using CivicsClass.Help;
using CivicsClass.Lessons;
using CivicsClass.Library;

namespace CivicsClass.Sessions;

/// <summary>The state of one class. Verbs check the rule and record events; only <see cref="Apply"/> changes state,
/// so replaying the events gives the same session again. Not thread-safe: one reader at a time (see SessionHost).</summary>
public sealed partial class LiveSession(string key, string title, Pack pack, StepCatalog catalog)
{
    private readonly List<Recorded> _new = [];
    private readonly List<RowChange> _rows = [];
    private readonly Dictionary<(string By, Guid Id), long> _done = [];
    private readonly Dictionary<string, Participant> _people = [];
    private readonly HashSet<string> _takenNames = [];
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Guid, string> _tickets = [];

    public string Key { get; } = key;
    public string Title { get; } = title;
    public Pack Pack { get; } = pack;
    public long Seq { get; private set; }
    public Phase Phase { get; private set; }
    public Step? Current { get; private set; }
    /// <summary>The lesson as it was started; its steps are <see cref="Steps"/>.</summary>
    public LessonPlan? Plan { get; private set; }
    public bool Paused { get; private set; }
    public bool EyesUp { get; private set; }
    public bool Locked { get; private set; }
    public IdentityMode Identity { get; private set; }
    public int Seed { get; private set; }
    public IReadOnlyList<string> PositionOrder { get; private set; } = [];
    public IReadOnlyList<Step> Steps => _steps;
    /// <summary>Everybody who ever took a seat, the removed included, in the order of joining.</summary>
    public IReadOnlyDictionary<string, Participant> People => _people;
    public IEnumerable<Participant> Seated => _people.Values.Where(p => !p.Removed);

    public Timer Time { get; private set; } = Timer.None;

    /// <summary>When the server must call time, grace included; absent while no time runs.</summary>
    public DateTime? NextDeadline => Time is { EndsAt: { } end, Up: false } ? end + Timer.Grace : null;

    /// <summary>Whose views the events since the last <see cref="TakeNew"/> touched.</summary>
    public Audiences Touched { get; private set; }
    public HashSet<string> TouchedPeople { get; } = [];

    public bool IsSeated(string id) => _people.TryGetValue(id, out var person) && !person.Removed;

    /// <summary>From 1, in the order of joining.</summary>
    public int SeatNumber(string id) => _people[id].Number;

    public T? Find<T>() where T : Step => _steps.OfType<T>().FirstOrDefault();

    public Participant Person(string id) =>
        _people.TryGetValue(id, out var person) && !person.Removed ? person : throw new Refusal("This student is not in the class.");

    /// <summary>Who took a seat with this ticket (the command id at the door), so that a form sent twice takes one seat.</summary>
    public string? SeatOf(Guid ticket) => _tickets.GetValueOrDefault(ticket);

    public static LiveSession Replay(string key, string title, Pack pack, StepCatalog catalog, IEnumerable<Recorded> events)
    {
        var session = new LiveSession(key, title, pack, catalog);
        foreach (var recorded in events)
            session.Apply(recorded);
        session.TakeNew();
        return session;
    }

    /// <summary>Carries out a command. The same command id by the same sender is done once and answers the same again.</summary>
    /// <returns>The sequence number of the command's first event, now and when it is repeated; the latest when it changed nothing.</returns>
    /// <exception cref="Refusal">A rule was broken; nothing changed.</exception>
    public long Do(Actor by, Guid? commandId, SessionCommand command, DateTime now)
    {
        if (commandId is { } id && _done.TryGetValue((by.Id, id), out var seq))
            return seq;
        _commandId = null;
        if (NextDeadline <= now && command is not Sessions.CallTime)
            CallTime(new Turn(Actor.Server, now));
        var turn = new Turn(by, now);
        var before = Seq;
        _commandId = commandId;
        switch (by.Role, command)
        {
            case (Role.Student, IFromStudent):
                if (!_people.TryGetValue(by.Id, out var me) || me.Removed)
                    throw new Refusal("You are no longer in this class. Talk to your teacher.");
                break;
            case (Role.Teacher, IFromTeacher) or (Role.Server, IFromServer):
                break;
            default:
                throw new Refusal("You cannot do this here.");
        }
        if (command is StepCommand forStep)
        {
            MustRun();
            Step(forStep.Step).Do(turn, forStep);
        }
        else
        {
            DoOwn(turn, command);
        }
        return Seq > before ? before + 1 : Seq;
    }

    private Guid? _commandId;
    private DateTime? _toldDeadline;

    /// <summary>Records an event of the command being carried out. Verbs check everything first: after a Record they must not refuse.</summary>
    public void Record(Turn turn, SessionEvent @event)
    {
        var recorded = new Recorded(Seq + 1, turn.Now, turn.By.Id, _commandId, @event);
        _commandId = null;
        Apply(recorded);
        _new.Add(recorded);
    }

    /// <summary>A row that changes in the same transaction as the events of this command.</summary>
    internal void Keep(RowChange row) => _rows.Add(row);

    public (IReadOnlyList<Recorded> Events, IReadOnlyList<RowChange> Rows) TakeNew()
    {
        if (NextDeadline != _toldDeadline)
            _rows.Add(new DeadlineMoved(_toldDeadline = NextDeadline));
        var taken = (_new.ToArray(), _rows.ToArray());
        _new.Clear();
        _rows.Clear();
        return taken;
    }

    public (Audiences Audiences, string[] People) TakeTouched()
    {
        var taken = (Touched, TouchedPeople.ToArray());
        Touched = Audiences.None;
        TouchedPeople.Clear();
        return taken;
    }

    public void Apply(Recorded recorded)
    {
        Seq = recorded.Seq;
        if (recorded.CommandId is { } id)
            _done[(recorded.By, id)] = recorded.Seq;
        if (recorded.Event is StepEvent forStep)
        {
            Step(forStep.Step).Apply(recorded);
            if (recorded.Event is IWritten written)
                Written.Add(recorded, forStep.Step, written);
        }
        else
            ApplyOwn(recorded);
        var touches = recorded.Event.Touches;
        Touched |= touches;
        if ((touches & Audiences.My) != 0)
            Touch(recorded);
    }

    /// <summary>The view of its sender changes by an event; of everybody, by one that a teacher or the clock caused.</summary>
    private void Touch(Recorded recorded)
    {
        if (recorded.Event is HelpEvent help)
            TouchedPeople.UnionWith(Help.Concerns(help));
        else if (recorded.Event is StepEvent forStep && Step(forStep.Step).Concerns(recorded) is { } people)
            TouchedPeople.UnionWith(people);
        else if (recorded.Event is TextReleased or TextReturned or TextErased)
            return;
        else if (recorded.Event is IAboutStudent about)
            TouchedPeople.Add(about.Participant);
        else if (_people.ContainsKey(recorded.By))
            TouchedPeople.Add(recorded.By);
        else
            TouchedPeople.UnionWith(_people.Keys);
    }

    public string Kind(Step step) => catalog.Kind(step.Plan);

    public Step Step(string id) =>
        _steps.Find(s => s.Id == id) ?? throw new Refusal("This lesson has no such step. Reload the page.");

    internal void MustRun()
    {
        if (Phase == Phase.Ended)
            throw new Refusal("This session has ended.");
    }

    internal void MustNotBePaused()
    {
        if (EyesUp)
            throw new Refusal("Eyes up: your teacher has the floor. Your text is kept.");
        if (Paused)
            throw new Refusal("The lesson is paused. Your text is kept; send it when it goes on.");
    }

    /// <summary>Students may post: not paused by the teacher for this student, norms accepted where the lesson has them.</summary>
    public void MustBeAllowedToPost(string participant)
    {
        if (Person(participant).PostingPaused)
            throw new Refusal("Your teacher has paused your posting. Your text is kept; talk to your teacher.");
        if (_steps.OfType<IGate>().Any(gate => !gate.LetsThrough(participant)))
            throw new Refusal("Accept the discussion norms first, then post.");
    }

    public void StartTimer(TimeSpan? time, Turn turn)
    {
        if (time is null && Time == Timer.None)
            return;
        Record(turn, (EyesUp || Paused, time) switch
        {
            (_, null) => new TimerSet(null, null),
            (true, _) => new TimerSet(null, time),
            _ => new TimerSet(turn.Now + time, null),
        });
    }
}

/// <summary>A person's seat in the class.</summary>
/// <param name="Number">From 1, in the order of joining.</param>
public sealed record Participant(string Id, string Alias, int Number, bool Removed = false, bool PostingPaused = false);

/// <summary>An event that touches the view of one student other than its sender.</summary>
public interface IAboutStudent
{
    string Participant { get; }
}

/// <summary>A step that students must pass before they post anything.</summary>
public interface IGate
{
    bool LetsThrough(string participant);
}

/// <summary>The lesson's one countdown, owned by the server.</summary>
public sealed record Timer(DateTime? EndsAt, TimeSpan? Remaining, bool Up)
{
    /// <summary>What was on its way when the time ran out still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    public static readonly Timer None = new(null, null, false);
}

/// <summary>A row outside the log that changes in the same transaction as a command's events.</summary>
public abstract record RowChange;

public sealed record SeatRow(string Participant, string? Name, byte[] RecoveryHash, DateTime At) : RowChange;

/// <param name="Text">Empty forgets the draft.</param>
public sealed record DraftKept(string Participant, string Field, string Text, DateTime At) : RowChange;

/// <summary>When the server must act next on this session (UTC); absent: no time runs.</summary>
public sealed record DeadlineMoved(DateTime? To) : RowChange;

public sealed record SessionClosed(DateTime At) : RowChange;

/// <summary>What stands in the log at this place from now on.</summary>
public sealed record EventErased(long Seq, SessionEvent Erased) : RowChange;

/// <summary>The same in the log's own words.</summary>
public sealed record PayloadReplaced(long Seq, string Payload) : RowChange;

/// <summary>All that was kept of what this student is typing.</summary>
public sealed record DraftsForgotten(string Participant) : RowChange;
