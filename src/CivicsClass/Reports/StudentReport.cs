using CivicsClass.Debates;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;

namespace CivicsClass.Reports;

/// <summary>What one student took part in, over all steps that were opened. A part is absent when no step of its kind was.</summary>
public sealed record StudentReport
{
    public required Who Who { get; init; }
    /// <summary>UTC.</summary>
    public required DateTime JoinedAt { get; init; }
    public bool? NormsAccepted { get; init; }
    public ReadingPart? Reading { get; init; }
    public QuizPart? Quiz { get; init; }
    public DebatePart? Debate { get; init; }
    public SourceCheckPart? SourceCheck { get; init; }
    public ReflectionPart? Reflection { get; init; }

    internal static IReadOnlyList<StudentReport> All(LiveSession session, IReadOnlyList<Recorded> log, Dictionary<string, Who> people)
    {
        var opened = session.Steps.Where(s => s.WasOpened).ToArray();
        var joined = log.Where(r => r.Event is StudentSeated).ToDictionary(r => ((StudentSeated)r.Event).Participant, r => r.At);
        var debates = opened.OfType<DebateStep>().Select(s => (TeacherDebate)s.TeacherView()).ToArray();
        var checks = opened.OfType<SourceCheckStep>().Select(s => (TeacherSourceCheck)s.TeacherView()).ToArray();
        var reflections = opened.OfType<ReflectionStep>().Select(s => (TeacherReflection)s.TeacherView()).ToArray();
        return [.. session.People.Values.OrderBy(p => p.Number).Select(p => new StudentReport
        {
            Who = people[p.Id],
            JoinedAt = joined[p.Id],
            NormsAccepted = Norms([.. opened.OfType<NormsStep>()], p.Id),
            Reading = ReadingPart.Of([.. opened.OfType<ReadingStep>().Select(s => (MyReading)s.MyView(p.Id))]),
            Quiz = QuizPart.Of(session, [.. opened.OfType<QuizStep>()], p.Id),
            Debate = DebatePart.Of(debates, p.Id),
            SourceCheck = SourceCheckPart.Of(checks, p.Id),
            Reflection = ReflectionPart.Of(reflections, p.Id),
        })];
    }

    private static bool? Norms(NormsStep[] steps, string participant) =>
        steps.Length == 0 ? null : steps.All(s => ((MyNorms)s.MyView(participant)).Accepted);
}

/// <param name="Texts">How many there were to read.</param>
/// <param name="Kept">Passages in the evidence tray.</param>
public sealed record ReadingPart(int Finished, int Texts, int Kept)
{
    internal static ReadingPart? Of(MyReading[] views) =>
        views.Length == 0 ? null : new ReadingPart(views.Sum(v => v.Finished.Count), views.Sum(v => v.Order.Count), views.Sum(v => v.Tray.Count));
}

/// <param name="Asked">Questions that were opened so far.</param>
public sealed record QuizPart(int Answered, int Right, int Asked)
{
    internal static QuizPart? Of(LiveSession session, QuizStep[] steps, string participant)
    {
        if (steps.Length == 0)
            return null;
        var asked = steps.SelectMany(s => ((TeacherQuiz)s.TeacherView()).Questions
            .Where(q => q.Value.Status != QuestionStatus.Waiting)
            .Select(q => (Item: session.Pack.FindItem(q.Key)!, Chosen: s.AnswerOf(participant, q.Key)))).ToArray();
        var answered = asked.Where(a => a.Chosen.Count > 0).ToArray();
        return new QuizPart(answered.Length, answered.Count(a => a.Item.IsRight([.. a.Chosen])), asked.Length);
    }
}

/// <summary>Arguments stand alone, replies answer one; the states are those of both together.</summary>
public sealed record DebatePart(int Arguments, int Replies, int Approved, int Returned, int Removed, int Waiting, int Withdrawn)
{
    internal static DebatePart? Of(TeacherDebate[] debates, string participant)
    {
        if (debates.Length == 0)
            return null;
        var mine = debates.SelectMany(d => d.Arguments.Values).Where(a => a.Participant == participant).ToArray();
        int In(ArgumentStatus status) => mine.Count(a => a.Status == status);
        var arguments = mine.Count(a => a.Card.Kind == ArgumentKind.Argue);
        return new DebatePart(arguments, mine.Length - arguments, In(ArgumentStatus.Approved), In(ArgumentStatus.Returned),
            In(ArgumentStatus.Removed), In(ArgumentStatus.Pending), In(ArgumentStatus.Withdrawn));
    }
}

/// <param name="Claims">How many there were to judge.</param>
public sealed record SourceCheckPart(int Judged, int Claims)
{
    internal static SourceCheckPart? Of(TeacherSourceCheck[] views, string participant) => views.Length == 0
        ? null
        : new SourceCheckPart(views.Sum(v => v.Claims.Values.Count(c => c.Judgements.ContainsKey(participant))), views.Sum(v => v.Order.Count));
}

/// <param name="Prompts">How many there were to answer.</param>
public sealed record ReflectionPart(int Written, int Prompts)
{
    internal static ReflectionPart? Of(TeacherReflection[] views, string participant) => views.Length == 0
        ? null
        : new ReflectionPart(views.Sum(v => v.Answers.TryGetValue(participant, out var answers) ? answers.Count : 0), views.Sum(v => v.Order.Count));
}
