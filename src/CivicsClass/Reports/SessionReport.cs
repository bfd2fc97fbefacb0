using CivicsClass.Readings;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>What a session taught, as of a moment: a pure function of its events and names, so it reads the same during the
/// lesson, after it, and after a restart. Percentages are whole numbers and always stand beside their n.</summary>
public sealed record SessionReport
{
    public required ReportHead Head { get; init; }
    /// <summary>In the order of joining, those who were removed included.</summary>
    public required IReadOnlyList<StudentReport> Students { get; init; }
    public required IReadOnlyList<QuizReport> Quizzes { get; init; }
    public required IReadOnlyList<DebateReport> Debates { get; init; }
    public required IReadOnlyList<ControversyReport> Controversies { get; init; }
    /// <summary>The teacher's own decisions over all debates, by side, without a verdict.</summary>
    public required IReadOnlyList<SideModeration> Moderation { get; init; }
    /// <summary>The reasons in them are private to the teacher.</summary>
    public required IReadOnlyList<SourceCheckReport> SourceChecks { get; init; }
    /// <summary>Totals only, and none where they could give somebody away.</summary>
    public required IReadOnlyList<PollReport> Polls { get; init; }
    /// <summary>Private to the teacher.</summary>
    public required IReadOnlyList<IncidentReport> Incidents { get; init; }
    public required Timeline Timeline { get; init; }
    /// <summary>Private to the teacher.</summary>
    public required IReadOnlyList<ReflectionReport> Reflections { get; init; }
    /// <summary>Private to the teacher.</summary>
    public required IReadOnlyList<HelpReport> Questions { get; init; }

    /// <param name="log">The events that <paramref name="session"/> was replayed from.</param>
    /// <param name="names">The names the teacher knows, by participant id; empty leaves only the class's aliases.</param>
    /// <param name="packNumber">Number of the pinned pack version.</param>
    /// <param name="now">UTC; until when a running session is reported.</param>
    public static SessionReport Of(LiveSession session, IReadOnlyList<Recorded> log, IReadOnlyDictionary<string, string> names, int packNumber, DateTime now)
    {
        var people = session.People.Values.ToDictionary(p => p.Id, p => new Who(p.Id, p.Alias, names.GetValueOrDefault(p.Id), p.Removed));
        var head = ReportHead.Of(session, log, packNumber, now);
        var debates = DebateReport.All(session, log, head.Positions, people);
        return new SessionReport
        {
            Head = head,
            Students = StudentReport.All(session, log, people),
            Quizzes = QuizReport.All(session),
            Debates = debates,
            Controversies = ControversyReport.All(session, log, people),
            Moderation = SideModeration.All(session, log, head.Positions, debates),
            SourceChecks = SourceCheckReport.All(session, people),
            Polls = PollReport.All(session),
            Incidents = IncidentReport.All(session, people),
            Timeline = Timeline.Of(session, log, head.EndedAt ?? now),
            Reflections = ReflectionReport.All(session, people),
            Questions = HelpReport.All(session, people),
        };
    }

    internal static int? Percent(int count, int of) => of == 0 ? null : (int)Math.Round(100.0 * count / of, MidpointRounding.AwayFromZero);
}

public sealed record ReportHead
{
    public required string Title { get; init; }
    public required string Question { get; init; }
    /// <summary>In this session's order.</summary>
    public required IReadOnlyList<Side> Positions { get; init; }
    public required string PackTitle { get; init; }
    public required int PackNumber { get; init; }
    /// <summary>State of law and facts of the pack: YYYY-MM or YYYY-MM-DD.</summary>
    public required string AsOf { get; init; }
    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }
    /// <summary>UTC; absent while the session runs.</summary>
    public DateTime? EndedAt { get; init; }
    /// <summary>UTC; the moment this report speaks of.</summary>
    public required DateTime At { get; init; }
    /// <summary>Between the two as a clock without seconds shows them: 18 from 8:50:50 to 9:08:10.</summary>
    public required int Minutes { get; init; }
    public required IdentityMode Identity { get; init; }
    public required int Seated { get; init; }
    public required int Removed { get; init; }
    /// <summary>Titles of the texts read that the teacher had added and nobody reviewed; absent when there are none.</summary>
    public IReadOnlyList<string>? NotReviewed { get; init; }

    public static ReportHead Of(LiveSession session, IReadOnlyList<Recorded> log, int packNumber, DateTime now)
    {
        var started = log[0].At;
        DateTime? ended = log.LastOrDefault(r => r.Event is SessionEnded)?.At;
        return new ReportHead
        {
            Title = session.Title,
            Question = session.Pack.Question,
            Positions = [.. session.PositionOrder.Select(id => Side.Of(session, id))],
            PackTitle = session.Pack.Title,
            PackNumber = packNumber,
            AsOf = session.Pack.AsOf,
            StartedAt = started,
            EndedAt = ended,
            At = now,
            Minutes = (int)(Minute(ended ?? now) - Minute(started)).TotalMinutes,
            Identity = session.Identity,
            Seated = session.Seated.Count(),
            Removed = session.People.Values.Count(p => p.Removed),
            NotReviewed = NotReviewedIn(session) is { Count: > 0 } titles ? titles : null,
        };
    }

    private static List<string> NotReviewedIn(LiveSession session) =>
        [.. session.Steps.Select(s => s.Plan).OfType<ReadingPlan>().SelectMany(p => p.Readings).Distinct()
            .Select(session.Pack.FindReading).Where(r => r?.NotReviewed == true).Select(r => r!.Title)];

    private static DateTime Minute(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}

/// <param name="Shape">"diamond" or "circle", as on every other screen of the session.</param>
public sealed record Side(string Id, string Name, string Short, string Shape)
{
    internal static Side Of(LiveSession session, string id)
    {
        var position = session.Pack.Positions.First(p => p.Id == id);
        return new Side(id, position.Name, position.Short, session.Pack.Positions[0] == position ? "diamond" : "circle");
    }
}

/// <param name="Alias">What the class sees.</param>
/// <param name="Name">The name the teacher knows; absent where there is none or names are hidden.</param>
public sealed record Who(string Id, string Alias, string? Name, bool Removed);
