using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>The structured academic controversy after Johnson and Johnson, from forming the teams to the debrief. What comes before it
/// (norms, reading, quiz) are ordinary steps of the lesson. <c>Minutes</c> is the sum of the phases.</summary>
public sealed record ControversyPlan : StepPlan
{
    /// <summary>Absent: the pack's question.</summary>
    public string? Prompt { get; init; }
    /// <summary>Presenting and restating are written; otherwise spoken, and the app keeps turns, time and the listeners' acceptance.</summary>
    public bool Written { get; init; }
    /// <summary>How often the pairs change sides: 0 (no switch), 1, or 2 (double switch: there and back).</summary>
    public int Switches { get; init; } = 1;
    /// <summary>After presenting, the console proposes to stop for today and to go on with the same people next time.</summary>
    public bool TwoPeriods { get; init; }
    /// <summary>At most so many reasons on each pair's card: the same for both sides.</summary>
    public int Reasons { get; init; } = 3;
    public required PhaseMinutes Phases { get; init; }
}

/// <summary>Minutes of each phase; <c>Reverse</c> is the time of each switch.</summary>
public sealed record PhaseMinutes(int Prepare = 5, int Present = 7, int Reverse = 5, int Agree = 5, int Debrief = 3)
{
    /// <summary>All phases of a plan with so many switches.</summary>
    public int Together(int switches) => Prepare + Present + (switches * Reverse) + Agree + Debrief;
}

/// <summary>Teams: who works with whom. Prepare: each pair fills its card. Present: one pair presents, the other restates until the first says
/// that it was stated fairly; then the mirror. Reverse: each pair takes the other side and adds a reason the first pair missed.
/// Return: back again, one more reason. Agree: roles dropped, what the team can agree on. Debrief: the whole class.</summary>
public enum ControversyPhase { Teams, Prepare, Present, Reverse, Return, Agree, Debrief }

/// <summary>The two pairs of a team; each may be one to three people.</summary>
public enum Pair { A, B }

/// <summary>Where a team stands within Present. <c>Turn</c> 0: the pair that begins presents; 1: the other. Done: both were stated fairly.</summary>
public enum Stage { Presenting, Restating, Judging, Done }

/// <summary>What an entry is: a reason on a pair's card, or a line of the team's statement.</summary>
public enum Part { Reason, Agreed, Open, Strongest }

/// <summary>How far a member can go along with the team's statement.</summary>
public enum Consent { FullyAgree, CanSupport, CanLiveWithIt, CannotLiveWithIt }

// From students. Each is refused for who is in another team or pair, in the wrong phase, or while the step is stopped.

/// <summary>Saves an entry of the pair's card (Reason) or of the team's statement. A partner reads it from then on, unless it is held.</summary>
/// <param name="Entry">Absent for a new one.</param>
/// <param name="Version">The version that was changed; 0 for a new one. Refused when a partner has saved a later one: nothing is overwritten.</param>
/// <param name="Side">Required for Reason (the side the pair argues now) and Strongest; absent otherwise.</param>
/// <param name="Quotations">At most 4, from the author's evidence tray; for Reason only.</param>
public sealed record SaveEntry(string Step, string? Entry, int Version, Part Part, string? Side, string Text, IReadOnlyList<QuotationDraft> Quotations) : StepCommand(Step), IFromStudent;

public sealed record DropEntry(string Step, string Entry, int Version) : StepCommand(Step), IFromStudent;

/// <summary>The pair whose turn it is has presented. Does nothing when a partner was faster.</summary>
/// <param name="Turn">0 or 1, as in the other three.</param>
/// <param name="Text">Required when the step is written; absent when spoken.</param>
public sealed record Present(string Step, int Turn, string? Text) : StepCommand(Step), IFromStudent;

/// <summary>The listeners have said in their own words what they heard.</summary>
/// <param name="Round">How often it was sent back before, from 0.</param>
public sealed record Restate(string Step, int Turn, int Round, string? Text) : StepCommand(Step), IFromStudent;

/// <summary>"You stated it fairly."</summary>
public sealed record AcceptRestatement(string Step, int Turn, int Round) : StepCommand(Step), IFromStudent;

/// <param name="Note">What is still missing or different; required.</param>
public sealed record SendBackRestatement(string Step, int Turn, int Round, string Note) : StepCommand(Step), IFromStudent;

/// <summary>How far this member can go along. Only the team's counts are ever stored, once all present have said it; answered as counted, not saved.</summary>
public sealed record SignOff(string Step, Consent Consent) : StepCommand(Step), IFromStudent;

/// <summary>The team asks the teacher to come by, or no longer needs to.</summary>
public sealed record CallTeacher(string Step, bool On) : StepCommand(Step), IFromStudent;

/// <summary>A student who was marked absent is here.</summary>
public sealed record ComeBack(string Step) : StepCommand(Step), IFromStudent;

// From the teacher

/// <summary>Deals the teams anew by lot; only before anyone has written.</summary>
public sealed record DealTeams(string Step) : StepCommand(Step), IFromTeacher;

/// <summary>Moves a student to a pair of a team; <c>Team</c> absent: to a new team.</summary>
public sealed record MoveMember(string Step, string Participant, string? Team, Pair Pair) : StepCommand(Step), IFromTeacher;

/// <summary>These two are never dealt into one team, or may be again.</summary>
public sealed record KeepApart(string Step, string One, string Other, bool On) : StepCommand(Step), IFromTeacher;

/// <summary>Absent students keep their seat in the team and count for no pair; their team goes on without them.</summary>
public sealed record MarkAbsent(string Step, IReadOnlyList<string> Participants, bool On) : StepCommand(Step), IFromTeacher;

/// <summary>All teams go to this phase, forward or back, and its time begins; those in <c>Except</c> stay where they are.</summary>
public sealed record OpenPhase(string Step, ControversyPhase Phase, IReadOnlyList<string> Except) : StepCommand(Step), IFromTeacher;

/// <summary>One team goes to another phase, or within Present past a turn that got stuck.</summary>
/// <param name="Turn">For Present: 0, 1, or 2 for done; 0 otherwise.</param>
public sealed record MoveTeam(string Step, string Team, ControversyPhase Phase, int Turn) : StepCommand(Step), IFromTeacher;

/// <param name="Seconds">May be negative; −3600 to 3600.</param>
public sealed record ExtendTeam(string Step, string Team, int Seconds) : StepCommand(Step), IFromTeacher;

public sealed record PauseTeam(string Step, string Team, bool On) : StepCommand(Step), IFromTeacher;

/// <summary>Stops for today: the time stands still, nobody writes, everything is kept. Off: goes on with the same people and the time of the phase anew.</summary>
public sealed record StopForToday(string Step, bool On) : StepCommand(Step), IFromTeacher;

/// <summary>Takes an entry off the team's screens; its author reads why.</summary>
/// <param name="Reason">Id of a moderation reason.</param>
public sealed record RemoveEntry(string Step, string Entry, int Version, string Reason, string? Note) : StepCommand(Step), IFromTeacher;

/// <summary>The teacher came by.</summary>
public sealed record AnswerCall(string Step, string Team) : StepCommand(Step), IFromTeacher;

/// <summary>Shows one team's statement on the projector; absent: none.</summary>
public sealed record ShowTeam(string Step, string? Team) : StepCommand(Step), IFromTeacher;

// What all students share

/// <param name="Phases">Those of this plan, in order, Teams first.</param>
/// <param name="Shown">The statement on the projector.</param>
public sealed record ControversyView(string Prompt, ControversyPhase Phase, IReadOnlyList<PhaseView> Phases, bool Written, int Reasons, bool Stopped, StatementView? Shown) : StepView;

public sealed record PhaseView(ControversyPhase Phase, int Minutes);

/// <param name="Consents">How many said what, all four in order; absent until every present member has.</param>
public sealed record StatementView(int Team, IReadOnlyList<string> Agreed, IReadOnlyList<string> Open, IReadOnlyDictionary<string, string> Strongest, IReadOnlyList<int>? Consents);

/// <param name="Team">Absent while this student is in no team, which lasts only as long as there is nobody to work with.</param>
public sealed record MyControversy(MyTeam? Team) : MyStepView;

/// <summary>What one member sees of the own team: nothing of the other pair's card before it presents.</summary>
public sealed record MyTeam
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required Pair Pair { get; init; }
    /// <summary>The side that was assigned to this pair by lot. An assignment, never a belief.</summary>
    public required string AssignedSide { get; init; }
    /// <summary>The side it argues now; absent once roles are dropped.</summary>
    public string? SideNow { get; init; }
    /// <summary>Every member by participant id, this student included, in the order of <c>MemberOrder</c>.</summary>
    public required IReadOnlyList<string> MemberOrder { get; init; }
    public required IReadOnlyDictionary<string, MemberView> Members { get; init; }
    public required ControversyPhase Phase { get; init; }
    public required TeamClock Clock { get; init; }
    /// <summary>Present only in the phase Present.</summary>
    public PresentingView? Presenting { get; init; }
    public required IReadOnlyList<string> EntryOrder { get; init; }
    public required IReadOnlyDictionary<string, EntryView> Entries { get; init; }
    /// <summary>How many more reasons this pair should write before the phase is complete; 0 when it is.</summary>
    public required int ReasonsToGo { get; init; }
    public required bool Called { get; init; }
    /// <summary>This student is marked absent.</summary>
    public required bool Absent { get; init; }
    /// <summary>This student has signed off the statement as it stands.</summary>
    public required bool Signed { get; init; }
    /// <summary>How many present members have signed off.</summary>
    public required int SignedCount { get; init; }
    public IReadOnlyList<int>? Consents { get; init; }
    /// <summary>How many texts of this student the teacher has erased everywhere; absent: none.</summary>
    public int? Erased { get; init; }
}

/// <param name="Name">Own first name or, for the others, the first name the teacher knows where there is one, else the alias.</param>
public sealed record MemberView(string Name, Pair Pair, bool Absent);

/// <summary>Time left = the class's time left + <c>OffsetMs</c>; when <c>StoppedMs</c> is present it stands still at that.</summary>
public sealed record TeamClock(long OffsetMs, long? StoppedMs);

/// <param name="Turn">0 or 1.</param>
/// <param name="Presenter">The pair that presents in this turn; the other listens and restates.</param>
/// <param name="Round">How often the restatement was sent back.</param>
/// <param name="Presented">What the presenters wrote, in written mode.</param>
/// <param name="Restated">The latest restatement, in written mode.</param>
/// <param name="Note">Why the latest was sent back.</param>
/// <param name="Held">A text of this turn is held: the teacher looks at it first. Shown to its author as written, to others only as waiting.</param>
/// <param name="Feedback">The teacher sent the text of this stage back; only its author sees it, and writes it anew.</param>
public sealed record PresentingView(int Turn, Pair Presenter, Stage Stage, int Round, string? Presented, string? Restated, string? Note, bool Held, FeedbackView? Feedback = null);

/// <param name="Author">Participant id.</param>
/// <param name="SavedBy">Who saved this version.</param>
/// <param name="Held">Only its author sees it until the teacher has looked; the words are marked.</param>
/// <param name="Feedback">Present when the teacher sent it back or removed it; then only its author sees it.</param>
/// <param name="LooksLike">A reason of the other pair that says nearly the same; pointed out, not blocked.</param>
public sealed record EntryView(Part Part, Pair Pair, ControversyPhase Phase, string? Side, string Author, string SavedBy, int Version, string Text, IReadOnlyList<QuotationView> Quotations, IReadOnlyList<HoldMark>? Held, FeedbackView? Feedback, string? LooksLike);

// The teacher's console

public sealed record TeacherControversy : TeacherStepView
{
    public required string Prompt { get; init; }
    public required ControversyPhase Phase { get; init; }
    public required IReadOnlyList<PhaseView> Phases { get; init; }
    public required bool Written { get; init; }
    public required bool TwoPeriods { get; init; }
    public required int Reasons { get; init; }
    public required bool Stopped { get; init; }
    /// <summary>How often the class was stopped for the day.</summary>
    public required int DaysDone { get; init; }
    public required bool MayDeal { get; init; }
    /// <summary>Why an entry may be taken off; of the moderation reasons those that fit what a team writes.</summary>
    public required IReadOnlyList<ReasonView> RemovalReasons { get; init; }
    public required IReadOnlyList<string> TeamOrder { get; init; }
    public required IReadOnlyDictionary<string, TeacherTeam> Teams { get; init; }
    /// <summary>Seated students in no team.</summary>
    public required IReadOnlyList<string> Unplaced { get; init; }
    public required IReadOnlyList<ApartView> Apart { get; init; }
    public string? Shown { get; init; }
}

public sealed record ApartView(string One, string Other);

public sealed record TeacherTeam
{
    public required int Number { get; init; }
    /// <summary>Participant ids by pair, the absent included.</summary>
    public required IReadOnlyList<string> A { get; init; }
    public required IReadOnlyList<string> B { get; init; }
    public required IReadOnlyList<string> Absent { get; init; }
    /// <summary>The side assigned to each pair.</summary>
    public required string SideA { get; init; }
    public required string SideB { get; init; }
    public required ControversyPhase Phase { get; init; }
    public required TeamClock Clock { get; init; }
    public PresentingView? Presenting { get; init; }
    public required IReadOnlyList<string> EntryOrder { get; init; }
    public required IReadOnlyDictionary<string, EntryView> Entries { get; init; }
    /// <summary>What the team has done in its phase, such as "3 of 6 reasons".</summary>
    public required string Progress { get; init; }
    /// <summary>Complete for its phase: it can go on.</summary>
    public required bool Ready { get; init; }
    /// <summary>Why the teacher might go there, in words; empty when there is no reason.</summary>
    public required string Needs { get; init; }
    public required bool Called { get; init; }
    public required int Signed { get; init; }
    public IReadOnlyList<int>? Consents { get; init; }
}

/// <param name="Ready">How many teams are complete for their phase.</param>
/// <param name="Placed">In the phase Teams: the teams with the aliases of each pair.</param>
public sealed record WallControversy(string Prompt, ControversyPhase Phase, IReadOnlyList<PhaseView> Phases, bool Written, bool Stopped, int Teams, int Ready, IReadOnlyList<WallTeam> Placed, StatementView? Shown) : WallStepView;

public sealed record WallTeam(int Number, IReadOnlyList<string> A, IReadOnlyList<string> B);
