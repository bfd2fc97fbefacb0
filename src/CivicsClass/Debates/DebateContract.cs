using System.Globalization;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Debates;

public sealed record DebatePlan : StepPlan
{
    /// <summary>Absent: the pack's question.</summary>
    public string? Prompt { get; init; }
    public required SideRule Sides { get; init; }
    /// <summary>False: no sentence starters are offered. Absent: they are, and a student may hide them.</summary>
    public bool? Starters { get; init; }
    /// <summary>Absent: the teacher reads everything first.</summary>
    public Trust? Trust { get; init; }
    /// <summary>With <c>Trust.First</c>: how many of a student's posts the teacher approves before the rest is shown at once.</summary>
    public int? First { get; init; }
}

/// <summary>Lot: each student is assigned a side by lot. Both: each student writes for both. Neither is a belief.</summary>
public enum SideRule { Lot, Both }

/// <summary>Argue stands alone; the others answer an approved argument.</summary>
public enum ArgumentKind { Argue, Support, Rebut, Ask }

/// <summary>What kind of claim its author says it is.</summary>
public enum Basis { Fact, Value, Prediction }

public enum ArgumentStatus { Pending, Approved, Returned, Removed, Withdrawn }

/// <summary>Posts an argument or reply, or a revision of one's own.</summary>
/// <param name="Argument">Absent for a new one; else the id of the argument being revised.</param>
/// <param name="On">The argument answered; required unless <c>ArgumentKind</c> is Argue.</param>
/// <param name="Reason">Required for Argue and Rebut.</param>
/// <param name="Quotations">At least one for Argue; at most 4.</param>
/// <param name="Link">Why the quotation supports the reason; optional.</param>
/// <param name="Counterclaim">What the other side would say, in its strongest form; optional.</param>
/// <param name="Answer">The answer to the counterclaim; not without one.</param>
public sealed record SubmitArgument(
    string Step, string? Argument, ArgumentKind ArgumentKind, string? On, string Side, string Claim, Basis Basis, string? Reason, IReadOnlyList<QuotationDraft> Quotations, string? Link,
    string? Counterclaim = null, string? Answer = null) : StepCommand(Step), IFromStudent;

/// <param name="Passage">A passage of the author's evidence tray: "reading.paragraph.sentence".</param>
/// <param name="Exact">The sentence, or a part of it, letter for letter.</param>
public sealed record QuotationDraft(string Passage, string Exact);

public sealed record WithdrawArgument(string Step, string Argument) : StepCommand(Step), IFromStudent;

/// <param name="Version">The version that was read; refused when the author has changed it since or somebody has decided already.</param>
public sealed record ApproveArgument(string Step, string Argument, int Version) : StepCommand(Step), IFromTeacher;

/// <param name="Reason">Id of a moderation reason (Moderation/ModerationReason.cs).</param>
public sealed record ReturnArgument(string Step, string Argument, int Version, string Reason, string? Note) : StepCommand(Step), IFromTeacher;

public sealed record RemoveArgument(string Step, string Argument, int Version, string Reason, string? Note) : StepCommand(Step), IFromTeacher;

/// <summary>Shows one approved argument large on the projector; absent: none.</summary>
/// <param name="Map">True, with no argument: shows who answers whom, as a picture.</param>
public sealed record SpotlightArgument(string Step, string? Argument, bool? Map = null) : StepCommand(Step), IFromTeacher;

public sealed record SideDrawn(string Step, string Participant, string Side) : StepEvent(Step), IAboutStudent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

/// <summary>A quotation anchored by W3C Web Annotation selectors in the excerpt of the pinned pack version.
/// <c>Start</c> and <c>End</c>: UTF-16 code units within the sentence.</summary>
public sealed record Quotation(string Passage, string Exact, string Prefix, string Suffix, int Start, int End);

public sealed record ArgumentSubmitted(
    string Step, string Argument, int Version, ArgumentKind ArgumentKind, string? On, string Side, string Claim, Basis Basis, string? Reason, IReadOnlyList<Quotation> Quotations, string? Link,
    string? Counterclaim = null, string? Answer = null, IReadOnlyList<HoldMark>? Held = null) : StepEvent(Step), IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;

    string IWritten.Item => Argument;
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => ArgumentTexts.Of(this).Where(t => t.Text is not null).Select(t => KeyValuePair.Create(t.Field, t.Text!));
    SessionEvent IWritten.Erased() => ArgumentTexts.Erased(this);
}

public sealed record ArgumentApproved(string Step, string Argument, int Version) : StepEvent(Step);

public sealed record ArgumentReturned(string Step, string Argument, int Version, string Reason, string? Note) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record ArgumentRemoved(string Step, string Argument, int Version, string Reason, string? Note) : StepEvent(Step);

public sealed record ArgumentWithdrawn(string Step, string Argument) : StepEvent(Step);

public sealed record ArgumentSpotlit(string Step, string? Argument, bool? Map = null) : StepEvent(Step);

/// <param name="Order">Approved cards, the newest last. The client groups by side and by <c>On</c>.</param>
/// <param name="NoStarters">The lesson offers no sentence starters.</param>
/// <param name="OneWaits">One post of each student waits for the teacher at a time.</param>
public sealed record DebateView(
    string Prompt, SideRule Sides, IReadOnlyList<string> Order, IReadOnlyDictionary<string, ArgumentCard> Cards, bool? NoStarters = null, bool? OneWaits = null) : StepView;

/// <summary>An approved argument as the class sees it. <c>Author</c> is an alias.</summary>
public sealed record ArgumentCard
{
    public required string Author { get; init; }
    public required ArgumentKind Kind { get; init; }
    public string? On { get; init; }
    public required string Side { get; init; }
    public required string Claim { get; init; }
    public required Basis Basis { get; init; }
    public string? Reason { get; init; }
    public required IReadOnlyList<QuotationView> Quotations { get; init; }
    public string? Link { get; init; }
    public string? Counterclaim { get; init; }
    public string? Answer { get; init; }
    public required int Version { get; init; }
    /// <summary>What others think of this version; absent while nobody has marked it.</summary>
    public MarkCounts? Marks { get; init; }
}

/// <param name="Title">Of the excerpt.</param>
/// <param name="NotReviewed">Of the excerpt.</param>
public sealed record QuotationView(string Passage, string Title, int Paragraph, string Exact, bool? NotReviewed = null)
{
    internal static QuotationView Of(Quotation quotation, Pack pack)
    {
        var parts = quotation.Passage.Split('.');
        var reading = pack.FindReading(parts[0]);
        return new(quotation.Passage, reading?.Title ?? parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), quotation.Exact, reading?.NotReviewed);
    }
}

/// <param name="Side">The side this student writes for by lot; absent when each writes for both.</param>
/// <param name="Mine">Own arguments, all states, by id.</param>
/// <param name="Marks">What this student has marked, by argument id; absent when nothing.</param>
public sealed record MyDebate(string? Side, IReadOnlyList<string> Order, IReadOnlyDictionary<string, MyArgument> Mine, IReadOnlyDictionary<string, MyMarks>? Marks = null) : MyStepView;

/// <param name="Feedback">Present when returned or removed.</param>
/// <param name="Earlier">The versions before this one, by "v1", "v2" …; absent when there are none.</param>
/// <param name="Held">True while the teacher must look at its words first.</param>
/// <param name="Erased">True once the teacher has erased its words everywhere.</param>
public sealed record MyArgument(
    ArgumentStatus Status, ArgumentCard Card, FeedbackView? Feedback, IReadOnlyDictionary<string, ArgumentVersion>? Earlier = null, bool? Held = null, bool? Erased = null);

/// <param name="Sentence">The reason's sentence for the student.</param>
/// <param name="Starter">A sentence starter to go on from; empty when the reason has none.</param>
public sealed record FeedbackView(string Reason, string Sentence, string Starter, string? Note);

/// <param name="Queue">Ids that wait for a decision, the longest waiting first.</param>
public sealed record TeacherDebate : TeacherStepView
{
    public required string Prompt { get; init; }
    public required SideRule Sides { get; init; }
    public required IReadOnlyList<string> Queue { get; init; }
    /// <summary>Every argument, by id, in the order first posted.</summary>
    public required IReadOnlyList<string> Order { get; init; }
    public required IReadOnlyDictionary<string, TeacherArgument> Arguments { get; init; }
    /// <summary>The side by lot, by participant id.</summary>
    public required IReadOnlyDictionary<string, string> Lots { get; init; }
    public required IReadOnlyDictionary<string, SideTally> BySide { get; init; }
    /// <summary>What the teacher has decided so far, by the side of the version that was read.</summary>
    public required IReadOnlyDictionary<string, SideDecisions> Decisions { get; init; }
    public required IReadOnlyList<ReasonView> Reasons { get; init; }
    public string? Spotlight { get; init; }
    /// <summary>The wall shows the map.</summary>
    public bool? Map { get; init; }
    public required int NotPosted { get; init; }
    /// <summary>How many could not post an argument now, because they have nothing to quote in their evidence tray.</summary>
    public required int NoPassage { get; init; }
}

/// <param name="WaitingSince">UTC; present while pending.</param>
/// <param name="Decision">The last decision in words, such as "Returned: claim missing"; absent before one.</param>
/// <param name="Earlier">As its author sees them.</param>
/// <param name="Seq">Of the event that brought the latest version: what is erased or kept as an incident.</param>
/// <param name="Held">Present while held: approve it alone, return it, keep it as an incident or erase it.</param>
/// <param name="AtOnce">True where the lesson's trust put it on the board before anybody had read it.</param>
public sealed record TeacherArgument(
    ArgumentStatus Status, string Participant, ArgumentCard Card, DateTime? WaitingSince, string? Decision, long Seq,
    IReadOnlyDictionary<string, ArgumentVersion>? Earlier = null, IReadOnlyList<HoldMark>? Held = null, bool? AtOnce = null);

/// <param name="OnBoard">Cards that the class reads now: an approved version stays one while its revision waits or is returned,
/// and what answers a removed argument is none.</param>
/// <param name="Returned">By the latest version, as are <c>Removed</c> and <c>Waiting</c>.</param>
public sealed record SideTally(int OnBoard, int Returned, int Removed, int Waiting);

/// <summary>Decisions, and not where arguments stand: one that was returned, revised and approved counts twice.</summary>
public sealed record SideDecisions(int Approved, int Returned, int Removed)
{
    public static readonly SideDecisions None = new(0, 0, 0);

    public static SideDecisions operator +(SideDecisions one, SideDecisions other) =>
        new(one.Approved + other.Approved, one.Returned + other.Returned, one.Removed + other.Removed);
}

public sealed record WallDebate(string Prompt, IReadOnlyList<string> Order, IReadOnlyDictionary<string, ArgumentCard> Cards, string? Spotlight, bool? Map = null) : WallStepView;
