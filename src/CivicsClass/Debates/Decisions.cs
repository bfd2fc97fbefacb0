namespace CivicsClass.Debates;

/// <summary>Counts the teacher's decisions as they come, for the console and the report alike.</summary>
internal sealed class Decisions(IEnumerable<string> sides)
{
    private readonly Dictionary<string, SideDecisions> _bySide = sides.ToDictionary(side => side, _ => SideDecisions.None);

    public IReadOnlyDictionary<string, SideDecisions> View => new Dictionary<string, SideDecisions>(_bySide);

    public void Undone(Argument read, ArgumentStatus became) => _bySide[read.Card.Side] += became switch
    {
        ArgumentStatus.Approved => new SideDecisions(-1, 0, 0),
        ArgumentStatus.Returned => new SideDecisions(0, -1, 0),
        _ => new SideDecisions(0, 0, -1),
    };

    public void Approved(Argument read) => _bySide[read.Card.Side] += new SideDecisions(1, 0, 0);

    public void Returned(Argument read) => _bySide[read.Card.Side] += new SideDecisions(0, 1, 0);

    public void Removed(Argument read) => _bySide[read.Card.Side] += new SideDecisions(0, 0, 1);
}
