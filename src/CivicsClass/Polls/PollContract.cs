using CivicsClass.Lessons;
using CivicsClass.Sessions;

namespace CivicsClass.Polls;

/// <summary>Where the class leans, before or after it has talked. Anonymous: votes are counted in memory and stored, if at all, as one histogram.</summary>
public sealed record PollPlan : StepPlan
{
    /// <summary>Absent: the pack's question.</summary>
    public string? Prompt { get; init; }
}

/// <summary>Where this student leans now, or leans anew until the poll is closed. Answered as counted: it stands in no row and no log.</summary>
/// <param name="Option">The id of a position, or <see cref="PollStep.Between"/>.</param>
public sealed record Vote(string Step, string Option) : StepCommand(Step), IFromStudent;

/// <summary>This student says nothing; a vote given before is taken back.</summary>
public sealed record SkipPoll(string Step) : StepCommand(Step), IFromStudent;

/// <param name="Counts">Votes by option; absent when they must not be known, and then they are kept nowhere.</param>
public sealed record PollClosed(string Step, PollOutcome Outcome, IReadOnlyDictionary<string, int>? Counts) : StepEvent(Step)
{
    internal override Audiences Touches => Audiences.Shared | Audiences.My;
}

/// <summary>TooFew: fewer than ten votes. TooEasyToGuess: an option had fewer than three.</summary>
public enum PollOutcome { Shown, TooFew, TooEasyToGuess }

/// <param name="OptionOrder">The two positions in this session's order, with what lies between them in the middle.</param>
/// <param name="Result">Present once the poll is closed.</param>
/// <param name="Before">The result of the lesson's earlier poll on the same question, where both are shown: the shift is between totals.</param>
public sealed record PollView(string Prompt, IReadOnlyList<string> OptionOrder, IReadOnlyDictionary<string, string> Options, PollResult? Result, PollResult? Before) : StepView;

/// <param name="Votes">How many voted; absent where nothing is shown.</param>
/// <param name="Counts">By option.</param>
public sealed record PollResult(PollOutcome Outcome, int? Votes, IReadOnlyDictionary<string, int>? Counts);

/// <summary>What was said is not repeated, not even to who said it.</summary>
/// <param name="Counted">The server counts a vote of this student at the moment.</param>
public sealed record MyPoll(bool Counted, bool Skipped) : MyStepView;

/// <param name="Counted">How many votes there are; nothing of what they say before the poll is closed.</param>
public sealed record TeacherPoll(string Prompt, int Counted, int Skipped, IReadOnlyList<string> OptionOrder, IReadOnlyDictionary<string, string> Options, PollResult? Result, PollResult? Before) : TeacherStepView;

public sealed record WallPoll(string Prompt, int Counted, IReadOnlyList<string> OptionOrder, IReadOnlyDictionary<string, string> Options, PollResult? Result, PollResult? Before) : WallStepView;
