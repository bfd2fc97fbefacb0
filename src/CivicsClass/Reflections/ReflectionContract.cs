using CivicsClass.Lessons;
using CivicsClass.Sessions;

namespace CivicsClass.Reflections;

public sealed record ReflectionPlan : StepPlan
{
    public required IReadOnlyList<string> Prompts { get; init; }
}

/// <summary>Writes or rewrites the answer to one prompt ("q1", "q2" …); at most 2,000 characters; empty takes it back.</summary>
public sealed record WriteReflection(string Step, string Prompt, string Text) : StepCommand(Step), IFromStudent;

/// <summary>Private to the teacher.</summary>
public sealed record ReflectionWritten(string Step, string Prompt, string Text) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.Wall | Audiences.My;
}

public sealed record ReflectionView(IReadOnlyList<string> Order, IReadOnlyDictionary<string, string> Prompts) : StepView;

public sealed record MyReflection(IReadOnlyDictionary<string, string> Answers) : MyStepView;

/// <param name="Answers">By participant id, then by prompt id.</param>
public sealed record TeacherReflection(IReadOnlyList<string> Order, IReadOnlyDictionary<string, string> Prompts, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Answers) : TeacherStepView;

public sealed record WallReflection(IReadOnlyList<string> Prompts, int Finished) : WallStepView;
