using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>A controversy that was opened: each team's statement, cards and restatements. Sides are those that were assigned by lot; how far
/// a member went along with the statement stands nowhere, only the team's counts do.</summary>
public sealed record ControversyReport(string Step, string Title, string Prompt, bool Written, IReadOnlyList<TeamReport> Teams)
{
    internal static IReadOnlyList<ControversyReport> All(LiveSession session, IReadOnlyList<Recorded> log, Dictionary<string, Who> people) =>
        [.. session.Steps.OfType<ControversyStep>().Where(s => s.WasOpened).Select(s => Of(session, s, log, people))];

    private static ControversyReport Of(LiveSession session, ControversyStep step, IReadOnlyList<Recorded> log, Dictionary<string, Who> people)
    {
        var view = (TeacherControversy)step.TeacherView();
        var story = new ControversyStory(session, people, view);
        var released = log.Select(r => r.Event).OfType<TextReleased>().Select(r => r.Seq).ToHashSet();
        var erased = log.Select(r => r.Event).OfType<TextErased>().SelectMany(e => e.Seqs).ToHashSet();
        foreach (var recorded in log.Where(r => r.Event is StepEvent of && of.Step == step.Id))
            story.Tell(erased.Contains(recorded.Seq) ? recorded with { Event = ((IWritten)recorded.Event).Erased() } : recorded,
                recorded.Event is not IWritten { Held.Count: > 0 } || released.Contains(recorded.Seq));
        return new ControversyReport(step.Id, step.Plan.Title, view.Prompt, view.Written, [.. view.TeamOrder.Select(id => Team(id, view.Teams[id]))]);

        TeamReport Team(string id, TeacherTeam team) => new()
        {
            Number = team.Number,
            Phase = team.Phase,
            Pairs = [PairOf(team.A, team.SideA), PairOf(team.B, team.SideB)],
            Statement = StatementReport.Of(step.StatementOf(id), session),
            Turns = story.Turns(id, team),
            Entries = story.Entries(id),
        };

        PairReport PairOf(IReadOnlyList<string> members, string side) => new([.. members.Select(m => people[m])], Side.Of(session, side));
    }
}

public sealed record TeamReport
{
    public required int Number { get; init; }
    public required ControversyPhase Phase { get; init; }
    /// <summary>Pair A and pair B, as they were in the end.</summary>
    public required IReadOnlyList<PairReport> Pairs { get; init; }
    public required StatementReport Statement { get; init; }
    /// <summary>The turns that were begun.</summary>
    public required IReadOnlyList<TurnReport> Turns { get; init; }
    /// <summary>In the order they were begun, whatever became of them.</summary>
    public required IReadOnlyList<EntryReport> Entries { get; init; }
}

public sealed record PairReport(IReadOnlyList<Who> Members, Side AssignedSide);

/// <param name="Consents">How many can go along how far, all four in order; absent when not all signed off.</param>
public sealed record StatementReport(IReadOnlyList<string> Agreed, IReadOnlyList<string> Open, IReadOnlyList<StrongestReport> Strongest, IReadOnlyList<ConsentReport>? Consents)
{
    public bool IsEmpty => Agreed.Count + Open.Count + Strongest.Count == 0;

    internal static StatementReport Of(StatementView view, LiveSession session) => new(view.Agreed, view.Open,
        [.. session.PositionOrder.Where(view.Strongest.ContainsKey).Select(side => new StrongestReport(Side.Of(session, side), view.Strongest[side]))],
        view.Consents is { } counts ? [.. Enum.GetValues<Consent>().Select(c => new ConsentReport(c, counts[(int)c]))] : null);
}

/// <param name="About">The side whose strongest point it is, in the eyes of the whole team.</param>
public sealed record StrongestReport(Side About, string Text);

public sealed record ConsentReport(Consent Consent, int Count);

/// <param name="Presenter">Of the two pairs, the one that presented.</param>
/// <param name="AcceptedAfter">How many restatements it took until the presenters said that it was fair; absent when they did not.</param>
public sealed record TurnReport(Pair Presenter, Side AssignedSide, string? Presented, IReadOnlyList<RestatementReport> Restatements, int? AcceptedAfter);

/// <param name="At">UTC.</param>
/// <param name="Text">Absent when it was spoken, held or erased.</param>
/// <param name="Note">Why it was sent back; absent when it was not.</param>
public sealed record RestatementReport(DateTime At, string? Text, string? Note);

public enum EntryStatus { Shown, Held, Returned, Removed, Dropped }

public sealed record EntryReport
{
    public required string Id { get; init; }
    public required Part Part { get; init; }
    public required Pair Pair { get; init; }
    public required ControversyPhase Phase { get; init; }
    /// <summary>For a reason: the side that was assigned to the pair in this phase. For a strongest point: the side it is about.</summary>
    public Side? AssignedSide { get; init; }
    public required Who Author { get; init; }
    public required EntryStatus Status { get; init; }
    public required IReadOnlyList<EntryVersionReport> Versions { get; init; }
}

/// <param name="At">UTC.</param>
/// <param name="WasShown">False for a text that was held and never released.</param>
public sealed record EntryVersionReport(int Version, DateTime At, Who By, string Text, IReadOnlyList<QuotationView> Quotations, bool WasShown);
