namespace CivicsClass.Debates;

/// <summary>Who has marked what, for the versions that the class reads.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, Dictionary<Mark, HashSet<string>>> _byArgument = [];
    private readonly Dictionary<string, Dictionary<string, MyMarks>> _byReader = [];

    public bool Has(string reader, string argument, int version, Mark mark) =>
        Given(reader, argument) is { } mine && mine.Version == version && mine.Given.Contains(mark);

    /// <returns>The counts of the version from now on; absent when nobody marks it any more.</returns>
    public MarkCounts? Take(string reader, ArgumentMarked marked)
    {
        if (!_byArgument.TryGetValue(marked.Argument, out var readers))
            _byArgument[marked.Argument] = readers = Enum.GetValues<Mark>().ToDictionary(m => m, _ => new HashSet<string>());
        _ = marked.On ? readers[marked.Mark].Add(reader) : readers[marked.Mark].Remove(reader);
        Keep(reader, marked.Argument, new MyMarks(marked.Version, [.. readers.Where(m => m.Value.Contains(reader)).Select(m => m.Key)]));
        var counts = new MarkCounts(readers[Mark.StrongEvidence].Count, readers[Mark.WellReasoned].Count, readers[Mark.CanAnswer].Count);
        return counts == new MarkCounts(0, 0, 0) ? null : counts;
    }

    /// <summary>The version's marks as they are, for <see cref="Restore"/>; absent: none.</summary>
    public Dictionary<Mark, HashSet<string>>? Held(string argument) => _byArgument.GetValueOrDefault(argument);

    /// <summary>The version before is the one the class reads again.</summary>
    public void Restore(string argument, Dictionary<Mark, HashSet<string>>? marks)
    {
        if (marks is not null)
            _byArgument[argument] = marks;
    }

    /// <summary>A new version begins without marks.</summary>
    public void Renew(string argument) => _byArgument.Remove(argument);

    public IReadOnlyDictionary<string, MyMarks>? Of(string reader) =>
        _byReader.TryGetValue(reader, out var mine) && mine.Count > 0 ? new Dictionary<string, MyMarks>(mine) : null;

    private MyMarks? Given(string reader, string argument) => _byReader.GetValueOrDefault(reader)?.GetValueOrDefault(argument);

    private void Keep(string reader, string argument, MyMarks marks)
    {
        if (!_byReader.TryGetValue(reader, out var mine))
            _byReader[reader] = mine = [];
        if (marks.Given.Count > 0)
            mine[argument] = marks;
        else
            mine.Remove(argument);
    }
}
