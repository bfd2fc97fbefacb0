using CivicsClass.Library;

namespace CivicsClass.Quizzes;

/// <summary>One question of a running quiz: where it stands and how the class answered. Its views are made once per change.</summary>
internal sealed class Question(QuizItem item, int number, Pack pack)
{
    private readonly int[] _counts = new int[item.Options.Count];
    private QuestionView? _view;
    private TeacherQuestion? _teacherView;
    private WallQuestion? _wallView;

    public QuizItem Item => item;
    public QuestionStatus Status { get; private set; }
    public int Answers { get; private set; }
    public int Right { get; private set; }

    public void Become(QuestionStatus status)
    {
        Status = status;
        Changed();
    }

    /// <summary>Counts an answer in, or out again with <paramref name="by"/> −1.</summary>
    public void Count(IReadOnlyList<string> chosen, int by)
    {
        if (chosen.Count == 0)
            return;
        Answers += by;
        if (item.IsRight((IReadOnlyCollection<string>)chosen))
            Right += by;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (chosen.Contains(item.Options[i].Id))
                _counts[i] += by;
        }
        Changed();
    }

    public QuestionView View => _view ??= new QuestionView
    {
        Number = number,
        Kind = item.Kind,
        Stem = item.Stem,
        OptionOrder = [.. item.Options.Select(o => o.Id)],
        Options = item.Options.ToDictionary(o => o.Id, o => o.Text),
        Status = Status,
        AsOf = item.AsOf,
        Revealed = Status == QuestionStatus.Revealed ? Reveal() : null,
    };

    public TeacherQuestion TeacherView => _teacherView ??= new TeacherQuestion
    {
        Number = number,
        Kind = item.Kind,
        Stem = item.Stem,
        Options = [.. item.Options.Select((o, at) => new TeacherOption(o.Id, o.Text, o.Correct, o.Misconception, _counts[at]))],
        Status = Status,
        Explanation = item.Explanation,
        Answers = Answers,
        Right = Right,
    };

    public WallQuestion WallView => _wallView ??= new WallQuestion(
        number,
        item.Stem,
        [.. item.Options.Select((o, at) => Status == QuestionStatus.Revealed ? new WallOption(o.Text, Percent(_counts[at]), o.Correct) : new WallOption(o.Text, null, null))],
        Status,
        Answers,
        Status == QuestionStatus.Revealed ? item.Explanation : null);

    private RevealedView Reveal() => new(
        [.. item.Key],
        Answers,
        item.Options.Select((o, at) => (o.Id, Count: _counts[at])).ToDictionary(o => o.Id, o => o.Count),
        item.Explanation,
        item.Options.ToDictionary(o => o.Id, o => o.Feedback),
        RestsOnView.All(pack, item.RestsOn));

    private int Percent(int count) => Answers == 0 ? 0 : (int)Math.Round(100.0 * count / Answers, MidpointRounding.AwayFromZero);

    private void Changed()
    {
        // What students see of a question does not change with each answer, so its view must not either.
        if (_view?.Status != Status || Status == QuestionStatus.Revealed)
            _view = null;
        _teacherView = null;
        _wallView = null;
    }
}
