using System.Globalization;
using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Help;

/// <summary>What a student asks the teacher, and what the teacher says to the class beside the steps. It goes on from step to step.</summary>
public sealed class HelpDesk(LiveSession session)
{
    /// <summary>Stands for the step in what is kept of written texts: questions belong to none.</summary>
    public const string Place = "";
    public const int MaxOpen = 2, MaxAsked = 30, MaxPrompts = 6, MaxQuestion = 500, MaxAnswer = 1000, MaxPrompt = 500;

    private readonly Dictionary<string, AskedQuestion> _questions = [];
    private readonly List<string> _order = [];
    private readonly List<PromptPosted> _prompts = [];
    private int _posted;
    private MomentShown? _moment;

    /// <summary>What every screen shows now; absent: nothing.</summary>
    public string? Moment => session.Phase == Phase.Running ? MomentText : null;

    private string? MomentText => _moment?.Text ?? (_moment?.Question is { } raised ? _questions[raised].Text : null);

    public void Do(Turn turn, HelpCommand command)
    {
        switch (command)
        {
            case AskTeacher ask: Ask(turn, ask.Text); break;
            case TakeBackQuestion back: TakeBack(turn, back.Question); break;
            case AnswerQuestion answer: Answer(turn, answer); break;
            case FinishQuestion finish: Finish(turn, finish.Question); break;
            case ShowMoment show: Show(turn, show); break;
            case PostPrompt post: Post(turn, post); break;
            case TakeBackPrompt back:
                if (_prompts.Exists(p => p.Prompt == back.Prompt))
                    session.Record(turn, new PromptTakenBack(back.Prompt));
                break;
            default: throw new Refusal("This is not known here. Reload the page.");
        }
    }

    private void Ask(Turn turn, string text)
    {
        var mine = _questions.Values.Where(q => q.Participant == turn.By.Id).ToArray();
        if (mine.Count(q => q.Stage == QuestionStage.Open) >= MaxOpen)
            throw new Refusal($"Your teacher has {MaxOpen} questions from you already. Wait for an answer, or take one back; your text is kept.");
        if (mine.Length >= MaxAsked)
            throw new Refusal("You have asked very often in this lesson. Talk to your teacher; your text is kept.");
        var clean = StudentText.Clean(text, "your question", MaxQuestion) ?? throw new Refusal("Write your question first.");
        if (mine.Any(q => q.Stage == QuestionStage.Open && q.Text == clean))
            throw new Refusal("Your teacher has this question already.");
        session.Record(turn, new QuestionAsked(string.Create(CultureInfo.InvariantCulture, $"q{_order.Count + 1}"), clean, session.LookAt(("text", clean))));
    }

    private void TakeBack(Turn turn, string id)
    {
        if (!_questions.TryGetValue(id, out var question) || question.Participant != turn.By.Id)
            throw new Refusal("You can take back only what you asked yourself.");
        if (question.Stage == QuestionStage.Open)
            session.Record(turn, new QuestionTakenBack(id));
        else if (question.Stage != QuestionStage.TakenBack)
            throw new Refusal("Your teacher has dealt with this question already.");
    }

    private void Answer(Turn turn, AnswerQuestion answer)
    {
        var question = Asked(answer.Question);
        var clean = StudentText.Clean(answer.Text, "your answer", MaxAnswer) ?? throw new Refusal("Write your answer first.");
        if (question.Answer != clean)
            session.Record(turn, new QuestionAnswered(answer.Question, clean));
    }

    private void Finish(Turn turn, string id)
    {
        if (Asked(id).Stage == QuestionStage.Open)
            session.Record(turn, new QuestionFinished(id));
    }

    private void Show(Turn turn, ShowMoment show)
    {
        var text = StudentText.Clean(show.Text, "the question", MaxQuestion);
        if (show.Question is { } id && Asked(id).Held is not null && text is null)
            throw new Refusal("This question is held. Release it first, or show it in your own words.");
        var shown = new MomentShown(show.Question, text);
        if (shown != (_moment ?? new MomentShown(null, null)))
            session.Record(turn, shown);
    }

    private void Post(Turn turn, PostPrompt post)
    {
        var text = StudentText.Clean(post.Text, "the prompt", MaxPrompt) ?? throw new Refusal("Write what you want to say first.");
        if (_prompts.Count >= MaxPrompts)
            throw new Refusal($"{MaxPrompts} prompts stand on students’ pages already. Take one back first.");
        if ((post.Side is null && post.Team is null) != (post.Step is null) || (post.Side is not null && post.Team is not null))
            throw new Refusal("Choose the class, one side or one team.");
        var posted = new PromptPosted(string.Create(CultureInfo.InvariantCulture, $"h{_posted + 1}"), text, post.Step, post.Side, post.Team);
        if (post.Step is { } step)
            _ = session.Step(step);
        if (!session.Seated.Any(p => Reaches(posted, p.Id)))
            throw new Refusal(post.Step is null ? "Nobody is in the class yet." : "Nobody is there yet. Choose another side or team.");
        session.Record(turn, posted);
    }

    private AskedQuestion Asked(string id) =>
        _questions.TryGetValue(id, out var question) && question.Stage != QuestionStage.TakenBack && question.Text != Written.Erased
            ? question : throw new Refusal("This question is not there any more. Its author has taken it back, or it was erased.");

    private bool Reaches(PromptPosted prompt, string participant) =>
        (prompt.Side is null || session.Step(prompt.Step!).SideOf(participant) == prompt.Side)
        && (prompt.Team is null || session.Step(prompt.Step!).TeamOf(participant) == prompt.Team);

    public void Apply(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case QuestionAsked asked:
                _order.Add(asked.Question);
                _questions[asked.Question] = new AskedQuestion(recorded.By, asked.Text, recorded.At, QuestionStage.Open, null, recorded.Seq, asked.Held);
                break;
            case QuestionTakenBack back: Move(back.Question, QuestionStage.TakenBack); break;
            case QuestionAnswered answered: _questions[answered.Question] = _questions[answered.Question] with { Stage = QuestionStage.Answered, Answer = answered.Text }; break;
            case QuestionFinished finished: Move(finished.Question, QuestionStage.Done); break;
            case MomentShown { Question: null, Text: null }: _moment = null; break;
            case MomentShown shown:
                _moment = shown;
                if (shown.Question is { } raised && _questions[raised].Stage is QuestionStage.Open or QuestionStage.Done)
                    Move(raised, QuestionStage.Raised);
                break;
            case PromptPosted posted: _prompts.Add(posted); _posted++; break;
            case PromptTakenBack back: _prompts.RemoveAll(p => p.Prompt == back.Prompt); break;
            default: throw new InvalidOperationException($"No way to apply {recorded.Event.GetType().Name}.");
        }
    }

    private void Move(string id, QuestionStage stage)
    {
        _questions[id] = _questions[id] with { Stage = stage };
        if (stage is QuestionStage.TakenBack)
            session.Written.Settle(_questions[id].Seq);
    }

    public void Judged(string id, TextVerdict verdict, TextReturned? because)
    {
        var question = _questions[id];
        _questions[id] = verdict switch
        {
            TextVerdict.Erased => question with { Text = Written.Erased, Held = null, Stage = question.Stage == QuestionStage.Open ? QuestionStage.Done : question.Stage },
            TextVerdict.Returned => question with { Held = null, Stage = QuestionStage.Answered, Answer = Sentence(because!) },
            _ => question with { Held = null },
        };
        if (verdict == TextVerdict.Erased && _moment?.Question == id)
            _moment = null;
    }

    private static string Sentence(TextReturned because) =>
        $"{ModerationReason.All.FirstOrDefault(r => r.Id == because.Reason)?.Sentence ?? "Your teacher asks you to look at this again."} {because.Note}".TrimEnd();

    public string AuthorOf(string id) => _questions[id].Participant;

    /// <summary>Whose own view an event changes.</summary>
    public IEnumerable<string> Concerns(HelpEvent happened) => happened switch
    {
        QuestionAsked asked => [AuthorOf(asked.Question)],
        QuestionTakenBack back => [AuthorOf(back.Question)],
        QuestionAnswered answered => [AuthorOf(answered.Question)],
        QuestionFinished finished => [AuthorOf(finished.Question)],
        MomentShown { Question: { } raised } => [AuthorOf(raised)],
        PromptPosted posted => session.People.Keys.Where(p => Reaches(posted, p)),
        PromptTakenBack => session.People.Keys,
        _ => [],
    };

    public MyHelp? My(string participant)
    {
        if (_prompts.Count == 0 && _order.Count == 0)
            return null;
        var mine = _order.Where(id => AuthorOf(id) == participant && _questions[id].Stage != QuestionStage.TakenBack).ToArray();
        var prompts = _prompts.Where(p => Reaches(p, participant))
            .Select(p => new MyPrompt(p.Prompt, p.Team is not null ? PromptTo.Team : p.Side is not null ? PromptTo.Side : PromptTo.All, p.Text)).ToArray();
        return mine.Length + prompts.Length == 0 ? null
            : new MyHelp(mine, mine.ToDictionary(id => id, id => new MyAsked(_questions[id].Text, _questions[id].Stage, _questions[id].Answer)), prompts);
    }

    public TeacherHelp? Teacher() => _order.Count + _posted == 0 && _moment is null ? null
        : new TeacherHelp([.. _order], new Dictionary<string, AskedQuestion>(_questions),
            [.. _prompts.Select(p => new PostedPrompt(p.Prompt, p.Text, p.Step, p.Side, p.Team, session.Seated.Count(s => Reaches(p, s.Id))))],
            MomentText, _moment?.Question);
}

public static class HelpSetup
{
    public static StepCatalog AddHelp(this StepCatalog catalog) => catalog
        .Command<AskTeacher>("help.ask")
        .Command<TakeBackQuestion>("help.takeBack")
        .Command<AnswerQuestion>("help.answer")
        .Command<FinishQuestion>("help.finish")
        .Command<ShowMoment>("help.moment")
        .Command<PostPrompt>("help.prompt")
        .Command<TakeBackPrompt>("help.takeBackPrompt")
        .Event<QuestionAsked>("help.asked")
        .Event<QuestionTakenBack>("help.takenBack")
        .Event<QuestionAnswered>("help.answered")
        .Event<QuestionFinished>("help.finished")
        .Event<MomentShown>("help.momentShown")
        .Event<PromptPosted>("help.prompted")
        .Event<PromptTakenBack>("help.promptTakenBack");
}
