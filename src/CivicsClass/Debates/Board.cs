namespace CivicsClass.Debates;

/// <summary>What the class reads: approved versions whose whole line of answered arguments is approved too.</summary>
internal sealed record Board(IReadOnlyList<string> Order, IReadOnlyDictionary<string, ArgumentCard> Cards)
{
    public static readonly Board Empty = new([], new Dictionary<string, ArgumentCard>());

    /// <param name="approved">In the order of first approval: what is answered stands before what answers it.</param>
    public static Board Of(IEnumerable<Argument> approved)
    {
        var (order, cards) = (new List<string>(), new Dictionary<string, ArgumentCard>());
        foreach (var argument in approved)
        {
            if (argument.Shown is not { } card || (card.On is { } on && !cards.ContainsKey(on)))
                continue;
            order.Add(argument.Id);
            cards.Add(argument.Id, card);
        }
        return new Board(order, cards);
    }
}
