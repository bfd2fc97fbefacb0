namespace CivicsClass.Quizzes.Files;

/// <summary>What a reader gathers about one question before it is judged.</summary>
public sealed class RawQuestion(string place)
{
    public string Place => place;
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? Stem { get; set; }
    public string? Explanation { get; set; }
    /// <summary>Whether students may choose several options.</summary>
    public bool Several { get; set; }
    public List<RawOption> Options { get; } = [];
    /// <summary>Words that the file hangs on the question; some of them are ours (<see cref="ItemTags"/>).</summary>
    public List<string> Tags { get; } = [];
    public List<string> Notes { get; } = [];

    public void Note(string sentence)
    {
        if (!Notes.Contains(sentence))
            Notes.Add(sentence);
    }
}

/// <summary>An option as the file has it. <c>Weight</c>: 1 for a right answer, below 1 for part of the credit, 0 or less for a wrong one.</summary>
public sealed record RawOption(string Text, double Weight, string? Feedback = null);
