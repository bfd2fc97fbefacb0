using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>What a reader can say about somebody else's argument without writing. CanAnswer: "I can answer this".</summary>
public enum Mark { StrongEvidence, WellReasoned, CanAnswer }

/// <param name="Version">The version that was read; refused when the class reads another one by now.</param>
/// <param name="On">False takes the mark back.</param>
public sealed record MarkArgument(string Step, string Argument, int Version, Mark Mark, bool On) : StepCommand(Step), IFromStudent;

public sealed record ArgumentMarked(string Step, string Argument, int Version, Mark Mark, bool On) : StepEvent(Step), ITally;

/// <summary>How many have marked a version. Never an order: the board goes by time or by what lacks an answer.</summary>
public sealed record MarkCounts(int StrongEvidence, int WellReasoned, int CanAnswer);

/// <param name="Version">The version they were given to; a newer one begins without.</param>
public sealed record MyMarks(int Version, IReadOnlyList<Mark> Given);
