using CivicsClass.Help;

namespace CivicsClass.Sessions;

/// <summary>The session's own verbs: steps and their order, time, and who is in the room.</summary>
public sealed partial class LiveSession
{
    private const int MaxSeats = 1_500, MaxDrafts = 40;
    private readonly Dictionary<string, HashSet<string>> _drafting = [];

    private void DoOwn(Turn turn, SessionCommand command)
    {
        switch (command)
        {
            case KeepDraft keep: KeepDraft(turn, keep); return;
            case EndSession: End(turn); return;
            case Sessions.KeepIncident incident: KeepIncident(turn, incident); return;
            case EraseText erase: Erase(turn, erase.Seq); return;
        }
        MustRun();
        switch (command)
        {
            case OpenStep open: Open(turn, Step(open.Step)); break;
            case CloseStep: Close(turn, Current ?? throw new Refusal("No step is open.")); break;
            case SkipStep skip: Skip(turn, Step(skip.Step)); break;
            case PauseLesson pause: if (Paused != pause.On) { Record(turn, new LessonPaused(pause.On)); HoldTime(turn); } break;
            case CallEyesUp eyes: if (EyesUp != eyes.On) { Record(turn, new EyesCalledUp(eyes.On)); HoldTime(turn); } break;
            case ExtendTime extend: Extend(turn, extend.Seconds); break;
            case LockDoor door: if (Locked != door.On) Record(turn, new DoorLocked(door.On)); break;
            case RemoveStudent remove: Remove(turn, Person(remove.Participant).Id); break;
            case PausePosting posting: if (Person(posting.Participant).PostingPaused != posting.On) Record(turn, new PostingPaused(posting.Participant, posting.On)); break;
            case ReleaseText release: Release(turn, release.Seq); break;
            case ReturnText sendBack: Return(turn, sendBack); break;
            case HelpCommand help: Help.Do(turn, help); break;
            case TakeSeat seat: TakeSeat(turn, seat); break;
            case Sessions.CallTime: CallTime(turn); break;
            default: throw new Refusal("This is not known here. Reload the page.");
        }
    }

    public void Start(Turn turn, SessionStarted started) => Record(turn, started);

    private void Open(Turn turn, Step step)
    {
        if (Current == step && step.Status == StepStatus.Open)
            return;
        if (Current is { Status: StepStatus.Open } last)
            Close(turn, last);
        Record(turn, new StepOpened(step.Id));
        step.Opened(turn);
    }

    private void Close(Turn turn, Step step)
    {
        if (step.Status != StepStatus.Open)
            return;
        step.Closed(turn);
        Record(turn, new StepClosed(step.Id));
        StartTimer(null, turn);
    }

    private void Skip(Turn turn, Step step)
    {
        if (step.Status == StepStatus.Skipped)
            return;
        var wasCurrent = Current == step;
        if (step.Status == StepStatus.Open)
            Close(turn, step);
        Record(turn, new StepSkipped(step.Id));
        if (wasCurrent && _steps.SkipWhile(s => s != step).FirstOrDefault(s => s.Status == StepStatus.Upcoming) is { } next)
            Open(turn, next);
    }

    private void Extend(Turn turn, int seconds)
    {
        if (seconds is < -3600 or > 3600)
            throw new Refusal("Change the time by at most an hour.");
        if (Current is not { Status: StepStatus.Open } step)
            throw new Refusal("Open the step again to give it more time.");
        var left = Time.Remaining ?? (Time.EndsAt is { } end && end > turn.Now ? end - turn.Now : TimeSpan.Zero);
        var now = (left < TimeSpan.Zero ? TimeSpan.Zero : left) + TimeSpan.FromSeconds(seconds);
        var wasUp = Time.Up;
        StartTimer(now < TimeSpan.Zero ? TimeSpan.Zero : now, turn);
        if (wasUp && now > TimeSpan.Zero)
            step.TimeGiven(turn);
    }

    /// <summary>The countdown stands still while the lesson is paused or eyes are up. What remains may be below zero by a
    /// part of the grace: a pause must not give it anew.</summary>
    private void HoldTime(Turn turn)
    {
        if (Paused || EyesUp)
        {
            if (Time is { EndsAt: { } end, Up: false })
                Record(turn, new TimerSet(null, end - turn.Now));
        }
        else if (Time.Remaining is { } left)
        {
            Record(turn, new TimerSet(turn.Now + left, null));
        }
    }

    private void CallTime(Turn turn)
    {
        if (NextDeadline is not { } due || turn.Now < due)
            return;
        Record(turn, new TimeRanOut());
        if (Current is { Status: StepStatus.Open } step)
            step.TimeUp(turn);
    }

    private void TakeSeat(Turn turn, TakeSeat seat)
    {
        if (_people.Count >= MaxSeats)
            throw new Refusal("This class is full. Tell your teacher.");
        if (Locked)
            throw new Refusal("The door is locked. Ask your teacher to open it.");
        var alias = Identity == IdentityMode.Nickname ? CheckedNickname(seat.Nickname) : Aliases.Free(Seed, _people.Count, a => IsTaken(a));
        if (Identity == IdentityMode.NameForTeacher && string.IsNullOrWhiteSpace(seat.Name))
            throw new Refusal("Type the name your teacher knows you by.");
        var id = $"p{_people.Count + 1}";
        Record(turn, new StudentSeated(id, alias));
        Keep(new SeatRow(id, Identity == IdentityMode.NameForTeacher ? seat.Name : null, seat.RecoveryHash, turn.Now));
        foreach (var step in _steps.Where(s => s.Status is StepStatus.Open or StepStatus.Closed).ToArray())
            step.Seated(turn, id);
    }

    private void Remove(Turn turn, string participant)
    {
        Record(turn, new StudentRemoved(participant));
        foreach (var step in _steps.Where(s => s.Status is StepStatus.Open or StepStatus.Closed).ToArray())
            step.Gone(turn, participant);
    }

    private string CheckedNickname(string? nickname)
    {
        var name = Nickname.Check(nickname);
        return IsTaken(name) ? throw new Refusal($"“{name}” is taken. Choose another nickname.") : name;
    }

    private bool IsTaken(string alias) => _takenNames.Contains(Nickname.LookAlike(alias));

    private void KeepDraft(Turn turn, KeepDraft keep)
    {
        MustRun();
        if (keep.Field is not { Length: > 0 and <= 100 } || keep.Text is not { Length: <= 10_000 })
            throw new Refusal("This text is too long to keep: 10,000 characters at most. Shorten it.");
        if (!_drafting.TryGetValue(turn.By.Id, out var fields))
            _drafting[turn.By.Id] = fields = [];
        if (fields.Count >= MaxDrafts && !fields.Contains(keep.Field))
            throw new Refusal("Many drafts are kept already. Send one first; this one stays on your device.");
        if (keep.Text.Length > 0)
            fields.Add(keep.Field);
        else
            fields.Remove(keep.Field);
        Keep(new DraftKept(turn.By.Id, keep.Field, keep.Text, turn.Now));
    }

    private void End(Turn turn)
    {
        if (Phase == Phase.Ended)
            return;
        if (Current is { } step)
            Close(turn, step);
        Record(turn, new SessionEnded());
        Keep(new SessionClosed(turn.Now));
    }

    private void ApplyOwn(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case SessionStarted started:
                Plan = started.Plan;
                Identity = started.Identity;
                PositionOrder = started.PositionOrder;
                Seed = started.Seed;
                _steps.AddRange(started.Plan.Steps.Select(plan => catalog.Make(this, plan)));
                break;
            case StepOpened opened:
                Phase = Phase.Running;
                Current = Step(opened.Step);
                Current.Status = StepStatus.Open;
                Current.WasOpened = true;
                break;
            case StepClosed closed: Step(closed.Step).Status = StepStatus.Closed; break;
            case StepSkipped skipped: Step(skipped.Step).Status = StepStatus.Skipped; break;
            case TimerSet set: Time = new Timer(set.EndsAt, set.Remaining, Up: false); break;
            case TimeRanOut: Time = Time with { Up = true }; break;
            case LessonPaused paused: Paused = paused.On; break;
            case EyesCalledUp eyes: EyesUp = eyes.On; break;
            case DoorLocked door: Locked = door.On; break;
            case StudentSeated seated:
                _people[seated.Participant] = new Participant(seated.Participant, seated.Alias, _people.Count + 1);
                _takenNames.Add(Nickname.LookAlike(seated.Alias));
                if (recorded.CommandId is { } ticket)
                    _tickets[ticket] = seated.Participant;
                break;
            case StudentRemoved removed:
                _people[removed.Participant] = _people[removed.Participant] with { Removed = true };
                foreach (var step in _steps)
                    step.Left(removed.Participant);
                break;
            case PostingPaused posting: _people[posting.Participant] = _people[posting.Participant] with { PostingPaused = posting.On }; break;
            case TextReleased or TextReturned or IncidentKept or TextErased: ApplyJudgement(recorded); break;
            case HelpEvent: ApplyHelp(recorded); break;
            case SessionEnded: Phase = Phase.Ended; EyesUp = false; Paused = false; break;
            default: throw new InvalidOperationException($"No way to apply {recorded.Event.GetType().Name}.");
        }
    }
}
