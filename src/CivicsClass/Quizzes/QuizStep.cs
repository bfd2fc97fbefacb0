using CivicsClass.Sessions;

namespace CivicsClass.Quizzes;

/// <summary>Questions on the law, at the teacher's pace (one at a time) or the student's own (all open together).
/// The session's countdown belongs to the open question, or to the whole quiz when self-paced.</summary>
public sealed class QuizStep : Step
{
    private readonly QuizPlan _plan;
    private readonly Dictionary<string, Question> _questions = [];
    private readonly string[] _order;
    private readonly Dictionary<string, AnswerSheet> _sheets = [];
    private string? _current;
    private QuizView? _classView;

    public QuizStep(LiveSession session, QuizPlan plan) : base(session, plan)
    {
        _plan = plan;
        _order = [.. plan.Items.Distinct()];
        foreach (var id in _order)
            _questions[id] = new Question(session.Pack.FindItem(id) ?? throw new InvalidOperationException($"The pack has no question {id}."), _questions.Count + 1, session.Pack);
    }

    public override void Do(Turn turn, StepCommand command)
    {
        switch (command)
        {
            case Answer answer: Answer(turn, answer); break;
            case OpenQuestion open: Open(turn, Find(open.Item)); break;
            case CloseQuestion close: CloseOne(turn, Find(close.Item)); break;
            case RevealQuestion reveal: Reveal(turn, [Find(reveal.Item)]); break;
            case RevealQuiz: Reveal(turn, [.. _questions.Values.Where(q => q.Status != QuestionStatus.Waiting)]); break;
            default: throw Unknown();
        }
    }

    private void Answer(Turn turn, Answer answer)
    {
        var question = Find(answer.Item);
        var before = AnswerOf(turn.By.Id, answer.Item);
        if (question.Status == QuestionStatus.Waiting)
            throw new Refusal("This question is not open yet. Wait for your teacher.");
        if (question.Status != QuestionStatus.Open)
            throw new Refusal(before.Count > 0 ? "This question is closed now. The answer you gave before counts." : "This question is closed now, so it takes no more answers. Go on with the next one.");
        MustBeOpen();
        question.Item.MustAccept(answer.Options);
        if (!before.SequenceEqual(answer.Options))
            Record(turn, new AnswerGiven(Id, answer.Item, answer.Options));
    }

    private void Open(Turn turn, Question question)
    {
        if (Status != StepStatus.Open)
            throw new Refusal($"Open “{Plan.Title}” first.");
        if (question.Status == QuestionStatus.Revealed)
            throw new Refusal("The answer to this question is out, so it cannot be asked again.");
        if (question.Status == QuestionStatus.Open)
            return;
        if (_plan.Pace == QuizPace.Teacher)
            CloseOpen(turn);
        Record(turn, new QuestionOpened(Id, question.Item.Id));
        if (_plan.Pace == QuizPace.Teacher)
            Session.StartTimer(_plan.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, turn);
    }

    private void CloseOne(Turn turn, Question question)
    {
        if (question.Status == QuestionStatus.Waiting)
            throw new Refusal("This question has not been opened yet.");
        if (question.Status != QuestionStatus.Open)
            return;
        Record(turn, new QuestionClosed(Id, question.Item.Id));
        StopTimerWhenAllAreClosed(turn);
    }

    private void Reveal(Turn turn, IReadOnlyList<Question> questions)
    {
        if (questions.Count == 0 || questions.Any(q => q.Status == QuestionStatus.Waiting))
            throw new Refusal("Open the question first, so that students can answer it.");
        var wereOpen = questions.Any(q => q.Status == QuestionStatus.Open);
        foreach (var question in questions.Where(q => q.Status != QuestionStatus.Revealed))
        {
            if (question.Status == QuestionStatus.Open)
                Record(turn, new QuestionClosed(Id, question.Item.Id));
            Record(turn, new QuestionRevealed(Id, question.Item.Id));
        }
        if (wereOpen)
            StopTimerWhenAllAreClosed(turn);
    }

    private void StopTimerWhenAllAreClosed(Turn turn)
    {
        if (!_questions.Values.Any(q => q.Status == QuestionStatus.Open))
            Session.StartTimer(null, turn);
    }

    public override void Opened(Turn turn)
    {
        if (_plan.Pace != QuizPace.Self || !OpenAll(turn))
            return;
        Session.StartTimer(TimeSpan.FromMinutes(Plan.Minutes), turn);
    }

    public override void Closed(Turn turn) => CloseOpen(turn);

    public override void TimeUp(Turn turn) => CloseOpen(turn);

    public override void TimeGiven(Turn turn)
    {
        if (_plan.Pace == QuizPace.Self)
            OpenAll(turn);
        else if (_current is { } item && _questions[item].Status == QuestionStatus.Closed)
            Record(turn, new QuestionOpened(Id, item));
    }

    private bool OpenAll(Turn turn)
    {
        var closed = _questions.Values.Where(q => q.Status is QuestionStatus.Waiting or QuestionStatus.Closed).ToArray();
        foreach (var question in closed)
            Record(turn, new QuestionOpened(Id, question.Item.Id));
        return closed.Length > 0;
    }

    private void CloseOpen(Turn turn)
    {
        foreach (var question in _questions.Values.Where(q => q.Status == QuestionStatus.Open).ToArray())
            Record(turn, new QuestionClosed(Id, question.Item.Id));
    }

    public override void Apply(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case AnswerGiven given: Apply(recorded.By, given); return;
            case QuestionOpened opened: Become(opened.Item, QuestionStatus.Open); break;
            case QuestionClosed closed: Become(closed.Item, QuestionStatus.Closed); break;
            case QuestionRevealed revealed: Become(revealed.Item, QuestionStatus.Revealed); break;
            default: throw NotMine(recorded);
        }
    }

    private void Apply(string participant, AnswerGiven given)
    {
        if (!_sheets.TryGetValue(participant, out var sheet))
            _sheets[participant] = sheet = new AnswerSheet(SeedOf(participant));
        var question = _questions[given.Item];
        question.Count(sheet.On(given.Item), -1);
        sheet.Put(given.Item, given.Options);
        question.Count(given.Options, +1);
    }

    /// <summary>The question on the screen is the one last opened, or revealed while no other is open.</summary>
    private void Become(string item, QuestionStatus status)
    {
        _questions[item].Become(status);
        if (_plan.Pace == QuizPace.Teacher && (status == QuestionStatus.Open || (status == QuestionStatus.Revealed && !_questions.Values.Any(q => q.Status == QuestionStatus.Open))))
            _current = item;
        _classView = null;
    }

    public override void Left(string participant)
    {
        if (!_sheets.TryGetValue(participant, out var sheet))
            return;
        foreach (var (item, chosen) in sheet.Answers)
            _questions[item].Count(chosen, -1);
        _classView = null;
    }

    /// <summary>What a student sees of their own is only what they answered.</summary>
    public override IEnumerable<string>? Concerns(Recorded recorded) => recorded.Event is AnswerGiven ? [recorded.By] : [];

    /// <summary>The option ids this student chose; empty when there is no answer.</summary>
    public IReadOnlyList<string> AnswerOf(string participant, string item) => _sheets.TryGetValue(participant, out var sheet) ? sheet.On(item) : [];

    public override StepView ClassView() => _classView ??= new QuizView(
        _plan.Pace,
        _order,
        _current,
        _questions.Where(q => q.Value.Status != QuestionStatus.Waiting).ToDictionary(q => q.Key, q => q.Value.View));

    public override MyStepView MyView(string participant) =>
        _sheets.TryGetValue(participant, out var sheet) ? sheet.View : new MyQuiz(SeedOf(participant), NoAnswers);

    public override TeacherStepView TeacherView() =>
        new TeacherQuiz(_plan.Pace, _order, _current, _questions.ToDictionary(q => q.Key, q => q.Value.TeacherView));

    public override WallStepView WallView() => new WallQuiz(
        _plan.Pace,
        _order.Length,
        _sheets.Count(s => s.Value.Count == _order.Length && Session.IsSeated(s.Key)),
        _current is { } item ? _questions[item].WallView : null);

    public override string Progress(string participant)
    {
        if (!_sheets.TryGetValue(participant, out var sheet))
            return "";
        if (_plan.Pace == QuizPace.Self)
            return sheet.Progress(_order.Length);
        return _current is { } item && sheet.On(item).Count > 0 ? "answered" : "";
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> NoAnswers = [];

    private Question Find(string item) =>
        _questions.TryGetValue(item, out var question) ? question : throw new Refusal("This question is not part of this quiz. Reload the page.");

    private int SeedOf(string participant) => unchecked((Session.Seed * 31) + (Session.SeatNumber(participant) * 7919)) & int.MaxValue;
}
