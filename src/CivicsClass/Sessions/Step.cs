using CivicsClass.Lessons;

namespace CivicsClass.Sessions;

/// <summary>One activity of a lesson, live: its state, its verbs and its part of the four views.
/// <see cref="Do"/> checks rules and records events; only <see cref="Apply"/> changes state.</summary>
public abstract class Step(LiveSession session, StepPlan plan)
{
    public LiveSession Session { get; } = session;
    public StepPlan Plan { get; } = plan;
    public string Id => Plan.Id;
    /// <summary>Where the step stands; kept by the session from its own events.</summary>
    public StepStatus Status { get; internal set; } = StepStatus.Upcoming;
    /// <summary>Students have seen it, whether it is open, closed or skipped by now.</summary>
    public bool WasOpened { get; internal set; }
    /// <summary>Students can see it: once it was opened, and a gate from the start of the lesson, whether the teacher opens it or not.</summary>
    public bool IsShown => WasOpened || (this is IGate && Session.Phase != Phase.Lobby);

    public abstract void Do(Turn turn, StepCommand command);
    public abstract void Apply(Recorded recorded);

    /// <summary>The step was opened, or opened again: draw lots, start a timer. May record events.</summary>
    public virtual void Opened(Turn turn) => Session.StartTimer(TimeSpan.FromMinutes(Plan.Minutes), turn);
    /// <summary>A student took part for the first time while this step is open or has been.</summary>
    public virtual void Seated(Turn turn, string participant) { }
    public virtual void Closed(Turn turn) { }
    /// <summary>The timer ran out, grace included.</summary>
    public virtual void TimeUp(Turn turn) { }
    /// <summary>The teacher gave more time after it had run out. May record events.</summary>
    public virtual void TimeGiven(Turn turn) { }
    /// <summary>A student was removed: called by <see cref="LiveSession.Apply"/>, so it changes state and records nothing.</summary>
    public virtual void Left(string participant) { }
    /// <summary>A student was removed, while this step is open or has been. May record events.</summary>
    public virtual void Gone(Turn turn, string participant) { }

    /// <summary>The teacher has decided on a held text: called by <see cref="LiveSession.Apply"/>, so it changes state and records nothing.</summary>
    /// <param name="item">As the event that brought the text names it.</param>
    /// <param name="because">Present when it was returned.</param>
    public virtual void Judged(long seq, string item, TextVerdict verdict, TextReturned? because) { }
    /// <summary>Whose own view shows this text, its author included.</summary>
    public virtual IEnumerable<string> ReadersOf(string item) => [];

    /// <summary>What the text is, in words for the teacher.</summary>
    public virtual string WhatIs(string item) => Plan.Title;
    /// <summary>The step's own teacher view has a queue in which held texts wait with all others.</summary>
    public virtual bool QueuesHeldTexts => false;

    public abstract StepView ClassView();
    public abstract WallStepView WallView();
    public abstract TeacherStepView TeacherView();
    public abstract MyStepView MyView(string participant);
    /// <summary>A few words beside a student's name on the teacher's roster; empty when there is nothing to say.</summary>
    public abstract string Progress(string participant);

    /// <summary>Whose own view an event of this step changes; absent: its sender's, or everybody's when no student sent it.</summary>
    public virtual IEnumerable<string>? Concerns(Recorded recorded) => null;

    /// <summary>The side given to this student here, by lot or by the team's task; absent: none. Never a belief.</summary>
    public virtual string? SideOf(string participant) => null;
    /// <summary>The id of this student's team here; absent: none.</summary>
    public virtual string? TeamOf(string participant) => null;

    protected void Record(Turn turn, StepEvent @event) => Session.Record(turn, @event);

    protected static Refusal Unknown() => new("This is not known here. Reload the page.");

    protected static InvalidOperationException NotMine(Recorded recorded) => new($"No way to apply {recorded.Event.GetType().Name}.");

    protected void MustBeOpen()
    {
        if (Status != StepStatus.Open)
            throw new Refusal($"“{Plan.Title}” is closed now. Your text is kept on this device; ask your teacher to open it again.");
        Session.MustNotBePaused();
    }
}

public enum StepStatus { Upcoming, Open, Closed, Skipped }
