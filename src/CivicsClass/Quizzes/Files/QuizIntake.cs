using System.Globalization;
using CivicsClass.Library;
using Humanizer;

namespace CivicsClass.Quizzes.Files;

/// <summary>Takes in what a reader finds: each question becomes one of ours or is refused with place and reason. Nothing is dropped in silence.</summary>
public sealed class QuizIntake
{
    private readonly List<FoundQuestion> _taken = [];
    private readonly List<RefusedQuestion> _refused = [];
    private readonly List<string> _remarks = [];

    /// <summary>True once no more questions are read; the reader can stop.</summary>
    public bool IsFull { get; private set; }

    public void Remark(string sentence)
    {
        if (!_remarks.Contains(sentence) && _remarks.Count < 50)
            _remarks.Add(sentence);
    }

    public void Refuse(string place, string? words, string reason)
    {
        if (!MakeRoom(place))
            return;
        _refused.Add(new RefusedQuestion(place, QuizText.OneLine(words?[..Math.Min(words.Length, 1000)]).Truncate(120), reason));
    }

    public void Take(RawQuestion raw)
    {
        var options = raw.Options.Take(100).Select(o => o with { Text = Words(o.Text, raw) ?? "" }).ToList();
        if (Words(raw.Stem, raw) is not { Length: > 0 } stem)
            Refuse(raw.Place, options.FirstOrDefault()?.Text, Unfit.NoStem);
        else if (options.FindIndex(o => o.Text.Length == 0) is >= 0 and var empty)
            Refuse(raw.Place, stem, $"Option {empty + 1} has no text. (A picture alone cannot be taken.) Write what it says, or leave it out.");
        else if (options.Count < 2)
            Refuse(raw.Place, stem, options.Count == 0 ? Unfit.NoOptions : Unfit.OneOption);
        else if (options.Count > 6)
            Refuse(raw.Place, stem, Unfit.TooMany(raw.Options.Count));
        else if (MakeRoom(raw.Place))
            _taken.Add(Settle(raw, stem, options));
    }

    public QuizReading Done(string file, string? format) => new(file, format, _taken, _refused, _remarks);

    private bool MakeRoom(string place)
    {
        if (IsFull)
            return false;
        IsFull = _taken.Count + _refused.Count >= QuizLimits.Questions;
        if (IsFull)
            _refused.Add(new RefusedQuestion(place, "", $"The file has more than {QuizLimits.Questions} questions. Everything from here on was not read; put it into a file of its own."));
        return !IsFull;
    }

    private static FoundQuestion Settle(RawQuestion raw, string stem, List<RawOption> options)
    {
        var right = options.Select(o => raw.Several ? o.Weight > 0 : o.Weight >= 0.999).ToList();
        foreach (var (option, isRight) in options.Zip(right).Where(o => o.First.Weight is > 0 and < 0.999 && !raw.Several))
            raw.Note(string.Create(CultureInfo.InvariantCulture, $"“{option.Text.Truncate(60)}” brought {option.Weight * 100:0.#} % of the credit and counts as wrong here: an option is right or wrong."));
        var kind = raw.Several ? ItemKind.Multiple : ItemKind.Single;
        if (kind == ItemKind.Single && right.Count(r => r) > 1)
        {
            kind = ItemKind.Multiple;
            raw.Note("Several options are right, so it became a question with several answers.");
        }
        if (kind == ItemKind.Single && options.Count == 2 && options.All(o => IsTrueOrFalse(o.Text)) && !options[0].Text.Equals(options[1].Text, StringComparison.OrdinalIgnoreCase))
        {
            kind = ItemKind.TrueFalse;
            options = [.. options.Select(o => o with { Text = o.Text.Equals("true", StringComparison.OrdinalIgnoreCase) ? "True" : "False" })];
        }
        var found = new FoundQuestion
        {
            Place = raw.Place,
            Id = QuestionId.From(raw.Id, raw.Title, stem),
            Kind = kind,
            Stem = stem,
            Options = [.. options.Zip(right, (o, isRight) => new FoundOption(o.Text, isRight, Words(o.Feedback, raw), null))],
            Explanation = Words(raw.Explanation, raw),
            Notes = raw.Notes,
        };
        return ItemTags.Read(found, raw.Tags);
    }

    private static bool IsTrueOrFalse(string text) => text.ToLowerInvariant() is "true" or "false";

    private static string? Words(string? text, RawQuestion raw)
    {
        if (text?.Length > QuizLimits.Words)
            raw.Note("A text was so long that its end was left out.");
        return QuizText.OneLine(text?[..Math.Min(text.Length, QuizLimits.Words)]) is { Length: > 0 } words ? words : null;
    }
}
