using CivicsClass.Lessons;
using CivicsClass.Sessions;

namespace CivicsClass.Norms;

public sealed record NormsPlan : StepPlan;

public sealed record AcceptNorms(string Step) : StepCommand(Step), IFromStudent;

public sealed record NormsAccepted(string Step) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

public sealed record NormsView(IReadOnlyList<string> Norms) : StepView;

public sealed record MyNorms(bool Accepted) : MyStepView;

public sealed record TeacherNorms(int Accepted) : TeacherStepView;

public sealed record WallNorms(IReadOnlyList<string> Norms, int Accepted) : WallStepView;
