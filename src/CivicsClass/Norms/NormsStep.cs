using CivicsClass.Sessions;

namespace CivicsClass.Norms;

/// <summary>Students read and accept the norms of discussion. Nobody posts before accepting them; those who come late
/// accept them whenever they come.</summary>
public sealed class NormsStep(LiveSession session, NormsPlan plan) : Step(session, plan), IGate
{
    private readonly HashSet<string> _accepted = [];

    public bool LetsThrough(string participant) => Status == StepStatus.Skipped || _accepted.Contains(participant);

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case AcceptNorms: Accept(turn); break;
            default: throw Unknown();
        }
    }

    private void Accept(Turn turn)
    {
        if (!IsShown)
            throw new Refusal("The lesson has not begun yet. Wait a moment.");
        if (!_accepted.Contains(turn.By.Id))
            Record(turn, new NormsAccepted(Id));
    }

    public override void Apply(Recorded recorded)
    {
        if (recorded.Event is not NormsAccepted)
            throw NotMine(recorded);
        _accepted.Add(recorded.By);
    }

    public override StepView ClassView() => new NormsView(Session.Pack.Norms);
    public override MyStepView MyView(string participant) => new MyNorms(_accepted.Contains(participant));
    public override TeacherStepView TeacherView() => new TeacherNorms(Accepted);
    public override WallStepView WallView() => new WallNorms(Session.Pack.Norms, Accepted);
    public override string Progress(string participant) => _accepted.Contains(participant) ? "accepted" : "";

    private int Accepted => _accepted.Count(Session.IsSeated);
}

public static class NormsSetup
{
    public static StepCatalog AddNorms(this StepCatalog catalog) => catalog
        .Step<NormsPlan>("norms", (session, plan) => new NormsStep(session, plan))
        .Command<AcceptNorms>("norms.accept")
        .Event<NormsAccepted>("norms.accepted")
        .Views<NormsView, MyNorms, TeacherNorms, WallNorms>("norms");
}
