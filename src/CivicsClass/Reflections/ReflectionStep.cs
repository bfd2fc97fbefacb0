using System.Globalization;
using CivicsClass.Moderation;
using CivicsClass.Sessions;
using Humanizer;

namespace CivicsClass.Reflections;

/// <summary>Students answer a few questions for themselves and the teacher. No other student ever reads them.</summary>
public sealed class ReflectionStep : Step
{
    public const int MaxText = 2000;
    private static readonly Dictionary<string, string> NoAnswers = [];

    private readonly Dictionary<string, string> _prompts;
    private readonly string[] _order;
    private readonly ReflectionView _classView;
    private readonly string[] _wallPrompts;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _answers = [];
    private TeacherReflection? _teacherView;

    public ReflectionStep(LiveSession session, ReflectionPlan plan) : base(session, plan)
    {
        _order = [.. plan.Prompts.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"q{at + 1}"))];
        _prompts = _order.Zip(plan.Prompts).ToDictionary(p => p.First, p => p.Second);
        _classView = new ReflectionView(_order, _prompts);
        _wallPrompts = [.. plan.Prompts];
    }

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case WriteReflection write: Write(turn, write); break;
            default: throw Unknown();
        }
    }

    private void Write(Turn turn, WriteReflection write)
    {
        MustBeOpen();
        if (!_prompts.ContainsKey(write.Prompt))
            throw new Refusal("This question is not part of this step. Reload the page.");
        var text = StudentText.Clean(write.Text, "your answer", MaxText) ?? "";
        if (text != AnswersOf(turn.By.Id).GetValueOrDefault(write.Prompt, ""))
            Record(turn, new ReflectionWritten(Id, write.Prompt, text));
    }

    public override void Apply(Recorded recorded)
    {
        if (recorded.Event is not ReflectionWritten written)
            throw NotMine(recorded);
        var answers = AnswersOf(recorded.By).ToDictionary();
        answers[written.Prompt] = written.Text;
        if (written.Text.Length == 0)
            answers.Remove(written.Prompt);
        _answers[recorded.By] = answers;
        _teacherView = null;
    }

    public override StepView ClassView() => _classView;
    public override MyStepView MyView(string participant) => new MyReflection(AnswersOf(participant));
    public override TeacherStepView TeacherView() => _teacherView ??= new TeacherReflection(_order, _prompts, _answers.ToDictionary());
    public override WallStepView WallView() => new WallReflection(_wallPrompts, _answers.Count(a => a.Value.Count == _order.Length && Session.IsSeated(a.Key)));

    public override string Progress(string participant) => AnswersOf(participant).Count is > 0 and var done
        ? string.Create(CultureInfo.InvariantCulture, $"{done} of {"question".ToQuantity(_order.Length)}")
        : "";

    private IReadOnlyDictionary<string, string> AnswersOf(string participant) => _answers.GetValueOrDefault(participant, NoAnswers);
}

public static class ReflectionSetup
{
    public static StepCatalog AddReflections(this StepCatalog catalog) => catalog
        .Step<ReflectionPlan>("reflection", (session, plan) => new ReflectionStep(session, plan))
        .Command<WriteReflection>("reflection.write")
        .Event<ReflectionWritten>("reflection.written")
        .Views<ReflectionView, MyReflection, TeacherReflection, WallReflection>("reflection");
}
