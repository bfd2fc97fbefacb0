using CivicsClass.Library;
using CivicsClass.Library.Questions;

namespace CivicsClass.Pages.Library.Questions;

/// <summary>A question in the list of an import. <c>Checked</c>: what is wrong is shown at its field.</summary>
public sealed record QuestionView(int Index, QuestionForm Question, Likeness? Like, Pack Pack, bool Checked)
{
    public string Name(string field) => $"{Index}.{field}";

    public string Id(string field) => $"q{Index + 1}-{field}";

    public string? Wrong(string field) => Checked && Question.Take != Taking.Leave ? Question.Problems.FirstOrDefault(p => p.Field == field).Sentence : null;

    public string Invalid(string field) => Wrong(field) is null ? "false" : "true";

    /// <summary>Options that may be filled in: those that are there, and a third if there are two.</summary>
    public IReadOnlyList<OptionForm> Options =>
        [.. Question.Options, .. Enumerable.Repeat(new OptionForm("", false, "", ""), Question.Kind == ItemKind.TrueFalse ? 0 : Math.Max(0, 3 - Question.Options.Count))];

    /// <summary>What is missing, in a few words for the head of the question.</summary>
    public IReadOnlyList<string> Gaps => [.. Question.Problems.Select(p => p.Field switch
    {
        nameof(QuestionForm.Stem) => "the question",
        nameof(QuestionForm.Explanation) => "explanation",
        nameof(QuestionForm.RestsOn) => "rests on",
        nameof(QuestionForm.Difficulty) => "difficulty",
        nameof(QuestionForm.Helps) => "whose case it helps",
        nameof(QuestionForm.Standards) => "standards",
        nameof(QuestionForm.AsOf) => "as of",
        nameof(QuestionForm.Take) => "what to do with it",
        ['F', ..] => "feedback",
        _ => "options",
    }).Distinct()];
}
