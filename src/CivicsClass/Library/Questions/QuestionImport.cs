using CivicsClass.Library.Files;
using CivicsClass.Quizzes.Files;

namespace CivicsClass.Library.Questions;

/// <summary>Something in the topic, or earlier in the same import, that a question resembles.</summary>
/// <param name="Existing">The topic's question; absent when both stand in the import.</param>
public sealed record Likeness(QuizItem? Existing, bool SameStem, bool Identical, string Sentence);

/// <summary>The questions of an import on their way into a topic.</summary>
public sealed class QuestionImport(Pack pack, IReadOnlyList<QuestionForm> questions)
{
    private readonly List<Likeness?> _likes = Compare(pack, questions);

    public IReadOnlyList<QuestionForm> Questions => questions;

    public Likeness? LikenessOf(int index) => _likes[index];

    /// <summary>At first: what is new is taken, what the topic has is left out, so that importing twice doubles nothing.</summary>
    public void Propose()
    {
        foreach (var (index, question) in questions.Index())
            question.Take = _likes[index] is null ? Taking.Add : Taking.Leave;
    }

    /// <summary>Puts the same into every gap.</summary>
    public void FillGaps(string restsOn, Difficulty? difficulty, string helps, string right, string wrong)
    {
        foreach (var question in questions)
        {
            question.RestsOn = question.RestsOn.Length > 0 ? question.RestsOn : restsOn;
            question.Difficulty ??= difficulty;
            question.Helps = question.Helps.Length > 0 ? question.Helps : helps;
            question.Options = [.. question.Options.Select(o => o.Feedback.Length > 0 ? o : o with { Feedback = o.Correct ? right : wrong })];
        }
    }

    public void Check()
    {
        var replaced = new HashSet<string>();
        foreach (var (index, question) in questions.Index())
        {
            question.Check(pack);
            var like = _likes[index];
            if (question.Take == Taking.Add && like is { SameStem: true })
                question.Problems.Add((nameof(QuestionForm.Take), "The same question is there already. Leave this one out, replace the other, or ask something else."));
            if (question.Take == Taking.Replace && like?.Existing is null)
                question.Problems.Add((nameof(QuestionForm.Take), "There is nothing in the topic to replace any more. Choose again."));
            else if (question.Take == Taking.Replace && !replaced.Add(like!.Existing!.Id))
                question.Problems.Add((nameof(QuestionForm.Take), "Another question replaces the same one. Leave one of them out."));
        }
    }

    /// <summary>The topic with what is taken, or a sentence that says what to do first.</summary>
    public (Pack? Pack, string? Refused) Into()
    {
        Check();
        if (questions.All(q => q.Take == Taking.Leave))
            return (null, "Nothing is chosen yet. Choose at least one question to take.");
        if (questions.Any(q => q.Take != Taking.Leave && q.Problems.Count > 0))
            return (null, "Some questions need another look. What you typed is still here; nothing is added yet.");
        var quiz = pack.Quiz.ToList();
        foreach (var (index, question) in questions.Index())
            if (question.Take == Taking.Replace)
                quiz[quiz.FindIndex(i => i.Id == _likes[index]!.Existing!.Id)] = question.Item(_likes[index]!.Existing!.Id);
            else if (question.Take == Taking.Add)
                quiz.Add(question.Item(QuestionId.Free(QuestionId.From(question.Id, null, question.Stem), id => quiz.Any(i => i.Id == id))));
        return quiz.Count > Limits.Items
            ? (null, $"The topic would have {quiz.Count} questions, and {Limits.Items} fit. Leave {quiz.Count - Limits.Items} out.")
            : (pack with { Quiz = quiz }, null);
    }

    private static List<Likeness?> Compare(Pack pack, IReadOnlyList<QuestionForm> questions)
    {
        var asked = pack.Quiz.DistinctBy(i => Core(i.Stem)).ToDictionary(i => Core(i.Stem));
        var (earlier, likes) = (new Dictionary<string, int>(), new List<Likeness?>());
        foreach (var (index, question) in questions.Index())
        {
            var stem = Core(question.Stem);
            if (asked.TryGetValue(stem, out var same))
                likes.Add(InWords(question.Item(same.Id)) == InWords(QuizText.Tidy(same))
                    ? new Likeness(same, true, true, $"The topic has just this question already (“{same.Id}”).")
                    : new Likeness(same, true, false, $"The topic asks the same already (“{same.Id}”), with other options or notes."));
            else if (earlier.TryGetValue(stem, out var first))
                likes.Add(new Likeness(null, true, false, $"The same is asked in {questions[first].Place} (question {first + 1} of this list)."));
            else
                likes.Add(pack.FindItem(question.Id) is { } named
                    ? new Likeness(named, false, false, $"The topic has a question with the same id (“{named.Id}”) that asks: {named.Stem}")
                    : null);
            earlier.TryAdd(stem, index);
        }
        return likes;
    }

    /// <summary>What two questions that ask the same have in common, whatever their capitals and last sign.</summary>
    private static string Core(string stem) => QuizText.OneLine(stem).TrimEnd('?', '.', ':', ' ').ToUpperInvariant();

    private static string InWords(QuizItem item) => System.Text.Json.JsonSerializer.Serialize(item);
}
