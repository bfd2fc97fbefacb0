using System.Globalization;
using CivicsClass.Debates;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using Humanizer;

namespace CivicsClass.Reports;

/// <summary>When what happened.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC; the end of the session or the moment of the report, but no later than a quarter of an hour after the last event:
/// a session that was forgotten overnight is still a picture of its lesson.</param>
/// <param name="Stretches">How long steps were open and the lesson stood still, by beginning.</param>
/// <param name="Moments">In order; joining, posting and deciding are counted per minute.</param>
public sealed record Timeline(DateTime From, DateTime To, IReadOnlyList<Stretch> Stretches, IReadOnlyList<Moment> Moments)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);
    private static readonly HashSet<MomentKind> Counted =
        [MomentKind.Joined, MomentKind.QuestionOpened, MomentKind.VerdictShown, MomentKind.Posted, MomentKind.Approved, MomentKind.Returned, MomentKind.Removed, MomentKind.Withdrawn];

    internal static Timeline Of(LiveSession session, IReadOnlyList<Recorded> log, DateTime end)
    {
        var from = log[0].At;
        var quiet = log.LastOrDefault(r => r.At < end, log[0]).At + Quiet;
        var to = quiet < end ? quiet : end;
        var raw = log.Select((r, at) => (At: at, Moment: Moment(session, r, from)!)).Where(m => m.Moment is not null).ToArray();
        var counted = raw.Where(m => Counted.Contains(m.Moment.Kind)).GroupBy(m => (m.Moment.Minute, m.Moment.Kind)).Select(g => (g.First().At, Moment: Sum([.. g.Select(m => m.Moment)])));
        var moments = raw.Where(m => !Counted.Contains(m.Moment.Kind)).Concat(counted).OrderBy(m => m.At).Select(m => m.Moment);
        return new Timeline(from, to, Stretch.All(session, log, to), [.. moments]);
    }

    private static Moment? Moment(LiveSession session, Recorded recorded, DateTime from) =>
        Words(session, recorded.Event) is var (kind, text) ? new Moment((int)(recorded.At - from).TotalMinutes, recorded.At, kind, text, 1) : null;

    private static (MomentKind Kind, string Text)? Words(LiveSession session, SessionEvent @event) => @event switch
    {
        SessionStarted => (MomentKind.Started, "Session started"),
        StudentSeated => (MomentKind.Joined, ""),
        StudentRemoved removed => (MomentKind.StudentRemoved, $"{session.People[removed.Participant].Alias} was removed from the class"),
        StepOpened opened => (MomentKind.StepOpened, $"“{session.Step(opened.Step).Plan.Title}” opened"),
        StepClosed closed => (MomentKind.StepClosed, $"“{session.Step(closed.Step).Plan.Title}” closed"),
        StepSkipped skipped => (MomentKind.StepSkipped, $"“{session.Step(skipped.Step).Plan.Title}” skipped"),
        QuestionOpened opened => (MomentKind.QuestionOpened, Question(session, opened)),
        ClaimRevealed revealed => (MomentKind.VerdictShown, Claim(session, revealed)),
        LessonPaused paused => paused.On ? (MomentKind.Paused, "Lesson paused") : (MomentKind.Resumed, "Lesson went on"),
        EyesCalledUp eyes => eyes.On ? (MomentKind.EyesUp, "Eyes up") : (MomentKind.EyesDown, "Eyes back to the screens"),
        DoorLocked door => door.On ? (MomentKind.DoorLocked, "Door locked") : (MomentKind.DoorOpened, "Door opened"),
        TimeRanOut => (MomentKind.TimeRanOut, "Time ran out"),
        ArgumentSubmitted => (MomentKind.Posted, ""),
        ArgumentApproved => (MomentKind.Approved, ""),
        ArgumentReturned => (MomentKind.Returned, ""),
        ArgumentRemoved => (MomentKind.Removed, ""),
        ArgumentWithdrawn => (MomentKind.Withdrawn, ""),
        SessionEnded => (MomentKind.Ended, "Session ended"),
        _ => null,
    };

    private static string Question(LiveSession session, QuestionOpened opened)
    {
        var number = ((TeacherQuiz)session.Step(opened.Step).TeacherView()).Questions[opened.Item].Number;
        return string.Create(CultureInfo.InvariantCulture, $"Question {number} opened");
    }

    private static string Claim(LiveSession session, ClaimRevealed revealed)
    {
        var number = ((TeacherSourceCheck)session.Step(revealed.Step).TeacherView()).Claims[revealed.Claim].Number;
        return string.Create(CultureInfo.InvariantCulture, $"Verdict on claim {number} shown");
    }

    private static Moment Sum(Moment[] same)
    {
        var (first, n) = (same[0], same.Length);
        return first with
        {
            Count = n,
            Text = first.Kind switch
            {
                MomentKind.Joined => $"{"student".ToQuantity(n)} joined",
                MomentKind.QuestionOpened => n == 1 ? first.Text : $"{"question".ToQuantity(n)} opened",
                MomentKind.VerdictShown => n == 1 ? first.Text : $"{"verdict".ToQuantity(n)} shown",
                MomentKind.Posted => $"{"post".ToQuantity(n)} sent in",
                var kind => $"{"post".ToQuantity(n)} {kind.Humanize(LetterCasing.LowerCase)}",
            },
        };
    }
}

public enum MomentKind
{
    Started, Joined, StudentRemoved, DoorLocked, DoorOpened, StepClosed, StepSkipped, StepOpened, QuestionOpened, VerdictShown, TimeRanOut,
    Paused, Resumed, EyesUp, EyesDown, Posted, Approved, Returned, Removed, Withdrawn, Ended,
}

/// <param name="Minute">Whole minutes since the session started.</param>
/// <param name="At">UTC; of the first, where several are counted.</param>
public sealed record Moment(int Minute, DateTime At, MomentKind Kind, string Text, int Count);
