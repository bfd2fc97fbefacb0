using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>A debate that was opened, with everything that was written in it.</summary>
public sealed record DebateReport(string Step, string Title, string Prompt, SideRule Rule, IReadOnlyList<SideReport> Sides)
{
    internal static IReadOnlyList<DebateReport> All(LiveSession session, IReadOnlyList<Recorded> log, IReadOnlyList<Side> sides, Dictionary<string, Who> people) =>
        [.. session.Steps.OfType<DebateStep>().Where(s => s.WasOpened).Select(s => Of(session, s, log, sides, people))];

    private static DebateReport Of(LiveSession session, DebateStep step, IReadOnlyList<Recorded> log, IReadOnlyList<Side> sides, Dictionary<string, Who> people)
    {
        var stories = new Dictionary<string, ArgumentStory>();
        var items = log.Where(r => r.Event is ArgumentSubmitted of && of.Step == step.Id).ToDictionary(r => r.Seq, r => ((ArgumentSubmitted)r.Event).Argument);
        foreach (var recorded in log)
        {
            if (recorded.Event is StepEvent of && of.Step == step.Id)
                Tell(stories, recorded, session, people);
            else if (recorded.Event is TextErased { Seqs: [var first, ..] } && items.TryGetValue(first, out var erased))
                stories[erased].Erased(recorded.At);
            else if (recorded.Event is TextReturned back && items.TryGetValue(back.Seq, out var returned))
                stories[returned].Decided(DecisionKind.Returned, stories[returned].LatestVersion, recorded.At, back.Reason, back.Note);
        }
        var view = (TeacherDebate)step.TeacherView();
        var arguments = stories.Values.Select(s => s.Report(id => stories[id].LatestClaim)).Select(a => a with { Status = view.Arguments[a.Id].Status }).ToArray();
        return new DebateReport(step.Id, step.Plan.Title, view.Prompt, view.Sides,
            [.. sides.Select(side => new SideReport(side, [.. arguments.Where(a => a.Latest.Side == side.Id)]))]);
    }

    private static void Tell(Dictionary<string, ArgumentStory> stories, Recorded recorded, LiveSession session, Dictionary<string, Who> people)
    {
        switch (recorded.Event)
        {
            case ArgumentSubmitted submitted:
                if (!stories.TryGetValue(submitted.Argument, out var story))
                    stories[submitted.Argument] = story = new ArgumentStory(submitted, people[recorded.By], session.Pack);
                story.Submitted(submitted, recorded.At);
                break;
            case ArgumentApproved e when recorded.By == Actor.Server.Id: stories[e.Argument].ShownAtOnce(); break;
            case ArgumentApproved e: stories[e.Argument].Decided(DecisionKind.Approved, e.Version, recorded.At); break;
            case ArgumentReturned e: stories[e.Argument].Decided(DecisionKind.Returned, e.Version, recorded.At, e.Reason, e.Note); break;
            case ArgumentRemoved e: stories[e.Argument].Decided(DecisionKind.Removed, e.Version, recorded.At, e.Reason, e.Note); break;
            case DecisionUndone e: stories[e.Argument].Undone(e.Version); break;
            case ArgumentMarked e: stories[e.Argument].Marked(recorded.By, e); break;
            case ArgumentWithdrawn e: stories[e.Argument].Withdrawn(recorded.At); break;
        }
    }
}

public sealed record SideReport(Side Side, IReadOnlyList<ArgumentReport> Arguments);

public sealed record ArgumentReport
{
    public required string Id { get; init; }
    public required Who Author { get; init; }
    public required ArgumentKind Kind { get; init; }
    /// <summary>The argument answered; absent when this one stands alone.</summary>
    public Answered? On { get; init; }
    public required ArgumentStatus Status { get; init; }
    /// <summary>In the order they were sent, each with what became of it.</summary>
    public required IReadOnlyList<VersionReport> Versions { get; init; }

    internal VersionReport Latest => Versions[^1];
}

public sealed record Answered(string Id, string Claim);

public sealed record VersionReport
{
    public required int Version { get; init; }
    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    /// <summary>The position this version argued for; a revision may change it where each writes for both.</summary>
    public required string Side { get; init; }
    public required string Claim { get; init; }
    public required Basis Basis { get; init; }
    public string? Reason { get; init; }
    public required IReadOnlyList<QuotationView> Quotations { get; init; }
    public string? Link { get; init; }
    public string? Counterclaim { get; init; }
    public string? Answer { get; init; }
    /// <summary>What classmates thought of this version, when it was replaced or the lesson ended; absent when nobody marked it.</summary>
    public MarkCounts? Marks { get; init; }
    public required IReadOnlyList<DecisionReport> Decisions { get; init; }
}

/// <summary>Erased: its words are gone everywhere.</summary>
public enum DecisionKind { Approved, Returned, Removed, Withdrawn, Erased }

/// <param name="At">UTC.</param>
/// <param name="WaitedSeconds">From when it was first in the queue; absent when it was not waiting.</param>
/// <param name="Reason">The label of the reason given.</param>
public sealed record DecisionReport(DecisionKind Kind, DateTime At, int? WaitedSeconds, string? Reason, string? Note);
