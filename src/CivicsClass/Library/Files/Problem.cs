namespace CivicsClass.Library.Files;

/// <summary>What is wrong in a pack and what to do about it. <c>Line</c> counts from 1; 0 stands for the whole file.</summary>
public sealed record Problem(string File, int Line, string Sentence)
{
    public override string ToString() => (File, Line) switch
    {
        ("", _) => Sentence,
        (_, 0) => $"{File}: {Sentence}",
        _ => $"{File}:{Line}: {Sentence}",
    };
}

/// <summary>Gathers everything that is wrong, so that an author can put all of it right at once.</summary>
public sealed class Problems
{
    public const int Most = 200;

    private readonly List<Problem> _found = [];

    /// <summary>How much YAML was read on the way: many files may not do together what one may not.</summary>
    internal int PiecesRead { get; set; }

    public bool None => _found.Count == 0;

    public void Add(string file, int line, string sentence)
    {
        if (_found.Count <= Most)
            _found.Add(new Problem(file, line, sentence));
    }

    /// <summary>In the order of files and lines; at most <see cref="Most"/>, and a last line that says there are more.</summary>
    public IReadOnlyList<Problem> List()
    {
        var listed = _found.Take(Most).Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ToList();
        if (_found.Count > Most)
            listed.Add(new Problem("", 0, $"There is more to put right. These are the first {Most}; load the pack again when they are done."));
        return listed;
    }
}
