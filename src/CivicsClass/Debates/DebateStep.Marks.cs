using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>Readers mark what others wrote.</summary>
public sealed partial class DebateStep
{
    private readonly Marks _marks = new();

    private void Mark(Turn turn, MarkArgument mark)
    {
        if (Status != StepStatus.Open)
            throw new Refusal($"“{Plan.Title}” is closed now, so nothing more can be marked.");
        Session.MustNotBePaused();
        if (!OnBoard.Cards.TryGetValue(mark.Argument, out var card))
            throw new Refusal("This is not on the board any more.");
        if (_arguments[mark.Argument].Author == turn.By.Id)
            throw new Refusal("You wrote this yourself. Mark what others wrote.");
        if (card.Version != mark.Version)
            throw new Refusal("Its author has changed this since you read it. Read it again, then mark it.");
        if (mark is { On: true, Mark: Debates.Mark.StrongEvidence } && card.Quotations.Count == 0)
            throw new Refusal("There is no quotation in this, so its evidence cannot be marked.");
        if (_marks.Has(turn.By.Id, mark.Argument, mark.Version, mark.Mark) != mark.On)
            Record(turn, new ArgumentMarked(Id, mark.Argument, mark.Version, mark.Mark, mark.On));
    }

    private void Marked(string reader, ArgumentMarked marked)
    {
        Put(_arguments[marked.Argument].Marked(_marks.Take(reader, marked)));
        _myViews.Remove(reader);
    }
}
