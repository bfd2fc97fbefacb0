using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Questions;
using CivicsClass.Quizzes.Files;

namespace CivicsClass.Tests.Library.Questions;

public sealed class QuestionImportTests
{
    private readonly Pack _pack = PackReader.Read(new SamplePack().Files).Pack!;

    [Theory]
    [InlineData("gift")]
    [InlineData("moodle-xml")]
    [InlineData("qti-1.2")]
    [InlineData("qti-2.1")]
    [InlineData("qti-3.0")]
    [InlineData("csv")]
    [InlineData("classquiz")]
    public void Importing_what_was_exported_offers_nothing_new(string format)
    {
        var import = Of(QuizFiles.Write(QuizFiles.Find(format)!, _pack.Title, _pack.Quiz));

        Assert.Equal(2, import.Questions.Count);
        Assert.All(import.Questions, q => Assert.Equal((Taking.Leave, 0), (q.Take, q.Problems.Count)));
        Assert.All(Enumerable.Range(0, 2), i => Assert.True(import.LikenessOf(i)!.Identical));
        Assert.Contains("Nothing is chosen", import.Into().Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_holds_less_still_finds_the_same_question_again()
    {
        var import = Of(QuizFiles.Write(QuizFiles.Find("aiken")!, _pack.Title, _pack.Quiz));

        Assert.All(Enumerable.Range(0, 2), i => Assert.True(import.LikenessOf(i) is { SameStem: true, Identical: false }));
        Assert.All(import.Questions, q => Assert.Equal(Taking.Leave, q.Take));
    }

    [Fact]
    public void A_question_that_was_changed_elsewhere_replaces_its_old_self_and_lessons_keep_it()
    {
        var changed = _pack.Quiz[0] with { Explanation = "Said better." };
        var import = Of(QuizFiles.Write(QuizFiles.Find("csv")!, "x", [changed]));
        Assert.Equal(Taking.Leave, import.Questions[0].Take);
        import.Questions[0].Take = Taking.Replace;

        var (pack, refused) = import.Into();

        Assert.Null(refused);
        Assert.Equal("Said better.", pack!.Quiz[0].Explanation);
        Assert.Equal(_pack.Quiz.Select(i => i.Id), pack.Quiz.Select(i => i.Id));
    }

    [Fact]
    public void What_other_tools_do_not_have_is_asked_for_and_can_be_put_into_all_gaps()
    {
        var import = Of("Who sets a dress code in a city?\nA. The school board\nB. The army\nC. Nobody\nANSWER: A\n"u8.ToArray());
        var question = import.Questions.Single();
        Assert.Equal(["Difficulty", "Explanation", "Feedback0", "Feedback1", "Feedback2", "Helps", "RestsOn"], question.Problems.Select(p => p.Field).Order(StringComparer.Ordinal));
        Assert.Contains("need another look", import.Into().Refused, StringComparison.Ordinal);

        import.FillGaps("what-the-law-says#1", Difficulty.Easy, "neither", "Yes.", "Read it again.");
        import.Check();

        Assert.Equal(["Explanation"], question.Problems.Select(p => p.Field));
        Assert.Equal(["Yes.", "Read it again.", "Read it again."], question.Options.Select(o => o.Feedback));
    }

    [Fact]
    public void Two_of_the_same_in_one_import_are_taken_once_and_ids_stay_unique()
    {
        var one = _pack.Quiz[0] with { Stem = "A new question?" };
        var other = one with { Stem = "Another new question?" };
        var import = Of(QuizFiles.Write(QuizFiles.Find("csv")!, "x", [one, one, other]));
        Assert.Equal([Taking.Leave, Taking.Leave, Taking.Leave], import.Questions.Select(q => q.Take));
        Assert.Contains("same id", import.LikenessOf(0)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("question 1 of this list", import.LikenessOf(1)!.Sentence, StringComparison.Ordinal);

        import.Questions[0].Take = import.Questions[2].Take = Taking.Add;
        Assert.Equal(["who-decides", "courts-ask", "who-decides-2", "who-decides-3"], import.Into().Pack!.Quiz.Select(i => i.Id));

        import.Questions[1].Take = Taking.Add;
        Assert.Contains("need another look", import.Into().Refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stem", "", "Write what is asked.")]
    [InlineData("RestsOn", "what-the-law-says#99", "has no paragraph 99")]
    [InlineData("RestsOn", "elsewhere#1", "no reading “elsewhere”")]
    [InlineData("RestsOn", "somewhere", "does not name a paragraph")]
    [InlineData("Helps", "nobody", "Choose whose case")]
    [InlineData("Explanation", "It changed in 2026.", "speaks of 2026")]
    [InlineData("AsOf", "soon", "YYYY-MM")]
    [InlineData("Kind", "TrueFalse", "exactly the options")]
    [InlineData("Right1", "true", "Two options are right")]
    [InlineData("Option2", "a school", "Two options say the same")]
    [InlineData("Misconception0", "none", "A right option has no misconception")]
    public void Each_field_says_what_is_wrong_with_it(string field, string text, string sentence)
    {
        var form = Typed(field, text);

        form.Check(_pack);

        Assert.Contains(form.Problems, p => p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void What_passes_the_preview_passes_the_rules_of_a_pack()
    {
        var form = Typed("Explanation", "It may.");
        form.Check(_pack);
        Assert.Empty(form.Problems);
        var problems = new Problems();

        new PackRules(_pack with { Quiz = [.. _pack.Quiz, form.Item("new")] }, new PlaceBook(), problems).Check();

        Assert.Empty(problems.List());
    }

    private static QuestionForm Typed(string field, string text)
    {
        var fields = new Dictionary<string, string>
        {
            ["Stem"] = "Who may set one?", ["Kind"] = "Single", ["Option0"] = "A school", ["Right0"] = "true", ["Feedback0"] = "Yes.", ["Option1"] = "A tailor", ["Feedback1"] = "No.",
            ["Option2"] = "Nobody", ["Feedback2"] = "No.", ["Explanation"] = "It may.", ["RestsOn"] = "what-the-law-says#1", ["Difficulty"] = "Easy", ["Helps"] = "neither", ["Take"] = "Add",
            [field] = text,
        };
        return QuestionForm.Typed(0, name => fields.GetValueOrDefault(name[2..]));
    }

    private QuestionImport Of(byte[] file)
    {
        var import = new QuestionImport(_pack, [.. QuizFiles.Read("f", file).Questions.Select(q => QuestionForm.Of(q, "f"))]);
        import.Propose();
        import.Check();
        return import;
    }
}
