using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Files;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.SourceChecks;

namespace CivicsClass.Tests.Library;

/// <summary>What comes with the program gives each position the same room.</summary>
public sealed class SeedContentTests
{
    private const int FewestWords = 250, MostWords = 450, MostWordsOfBackground = 600, MostWordsOfAnArticlesParagraph = 60;
    private const double Even = 0.02;

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Root(), "seed-content")).Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_file_is_right(string folder)
    {
        var problems = new Problems();
        Assert.Empty(PackReader.Read(PackFolder.Read(Path.Combine(Root(), "seed-content", folder), problems)!).Problems);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_position_has_as_many_texts_and_words(string folder)
    {
        var pack = Read(folder);
        Assert.All(pack.Readings, text => Assert.InRange(WordsOf(text), FewestWords, text.Side == Pack.Background ? MostWordsOfBackground : MostWords));
        var sides = pack.Positions.Select(p => pack.Readings.Where(r => r.Side == p.Id).ToArray()).ToArray();
        Assert.NotEmpty(sides[0]);
        Assert.Equal(sides[0].Length, sides[1].Length);
        Assert.InRange((double)sides[0].Sum(WordsOf) / sides[1].Sum(WordsOf), 1 - Even, 1 + Even);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_position_has_as_many_sources_paragraphs_and_objections(string folder)
    {
        var pack = Read(folder);
        var sides = pack.Positions.Select(p => pack.Readings.Where(r => r.Side == p.Id).ToArray()).ToArray();
        Assert.Equal(sides[0].Sum(r => r.Sources.Count), sides[1].Sum(r => r.Sources.Count));
        Assert.Equal(sides[0].Sum(r => r.Blocks.Count), sides[1].Sum(r => r.Blocks.Count));
        Assert.All(sides.SelectMany(s => s), text => Assert.Single(text.Blocks.SelectMany(b => b.Sentences), s => s.StartsWith("The strongest objection is", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_positions_stand_in_pairs_and_take_turns_at_coming_first(string folder)
    {
        var pack = Read(folder);
        var pairs = pack.Readings.Where(r => r.Side != Pack.Background).Select(r => r.Side).Chunk(2).ToArray();
        Assert.All(pairs, pair => Assert.Equal(2, pair.Distinct().Count()));
        Assert.All(pairs.Zip(pairs.Skip(1)), two => Assert.NotEqual(two.First[0], two.Second[0]));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_lesson_works_on_a_standard_and_every_standard_is_worked_on(string folder)
    {
        var pack = Read(folder);
        Assert.NotNull(pack.Standards);
        Assert.All(pack.Lessons, lesson => Assert.Contains(pack.Standards, s => s.Lessons.Contains(lesson.Id)));
        Assert.All(pack.Standards, standard => Assert.NotEmpty(standard.Lessons));
    }

    [Fact]
    public void The_first_topic_has_six_texts_for_each_position_and_six_of_background()
    {
        var sides = Read("federal-local-enforcement").Readings.GroupBy(r => r.Side).ToDictionary(g => g.Key, g => g.ToArray());
        Assert.Equal(3, sides.Count);
        Assert.All(sides.Values, texts => Assert.Equal(6, texts.Length));
        Assert.All(sides.Where(s => s.Key != Pack.Background).SelectMany(s => s.Value), text => Assert.InRange(WordsOf(text), 400, MostWords));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_right_answers_help_neither_position_more(string folder)
    {
        var pack = Read(folder);
        Assert.True(pack.Quiz.Count >= 20, $"{pack.Quiz.Count} items");
        var helps = pack.Positions.Select(p => pack.Quiz.Count(i => i.Helps == p.Id)).ToArray();
        Assert.Equal(helps[0], helps[1]);
    }

    [Fact]
    public void The_first_topic_asks_about_everything_its_quiz_was_planned_for()
    {
        var pack = Read("federal-local-enforcement");
        Assert.Equal(43, pack.Quiz.Count);
        Assert.Equal(["exit-quiz", "full-debate", "quick-debate", "read-and-quiz", "source-check", "structured-academic-controversy", "write-both-sides"], pack.Lessons.Select(l => l.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_form_of_a_question_does_not_give_its_key_away(string folder)
    {
        const double mostStandingOut = 0.3;
        var pack = Read(folder);
        var claims = pack.Quiz.Where(i => i.Kind == ItemKind.TrueFalse).Select(i => i.Options.Single(o => o.Correct).Text).ToArray();
        Assert.InRange(claims.Count(c => c == "True") - claims.Count(c => c == "False"), -1, 1);

        var choices = pack.Quiz.Where(i => i.Kind == ItemKind.Single).ToArray();
        foreach (var same in choices.GroupBy(i => i.Options.Count))
        {
            var keys = Enumerable.Range(0, same.Key).Select(place => same.Count(i => i.Options[place].Correct)).ToArray();
            Assert.InRange(keys.Max() - keys.Min(), 0, 1);
        }
        Assert.InRange((double)choices.Count(i => i.Options.All(o => o.Correct || o.Text.Length < Key(i).Text.Length)) / choices.Length, 0, mostStandingOut);
        Assert.InRange((double)choices.Count(i => i.Options.All(o => o.Correct || o.Text.Length > Key(i).Text.Length)) / choices.Length, 0, mostStandingOut);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_wrong_answer_names_the_mistake_it_catches(string folder) =>
        Assert.All(Read(folder).Quiz.SelectMany(i => i.Options), o => Assert.Equal(o.Correct, o.Misconception is null));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_lesson_reads_both_positions_alike_and_asks_alike(string folder)
    {
        var pack = Read(folder);
        Assert.All(pack.Lessons, lesson => Assert.All(pack.Positions, position =>
        {
            var other = pack.Positions.Single(p => p != position);
            var texts = lesson.Steps.OfType<ReadingPlan>().SelectMany(s => s.Readings).Select(id => pack.FindReading(id)!.Side).ToArray();
            Assert.Equal(texts.Count(s => s == other.Id), texts.Count(s => s == position.Id));
            var helps = lesson.Steps.OfType<QuizPlan>().SelectMany(s => s.Items).Select(id => pack.FindItem(id)!.Helps).ToArray();
            Assert.Equal(helps.Count(h => h == other.Id), helps.Count(h => h == position.Id));
        }));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_article_is_all_right_or_all_wrong_and_none_is_reprinted(string folder)
    {
        Assert.All(Read(folder).SourceChecks, check =>
        {
            Assert.InRange(check.Claims.Count, 6, 12);
            Assert.True(check.Claims.DistinctBy(c => c.Verdict).Count() >= 3, check.Id);
            Assert.Contains(check.Claims, c => c.Verdict == Verdict.True);
            Assert.Contains(check.Claims, c => c.Verdict is Verdict.False or Verdict.Outdated or Verdict.PartlyTrue);
            Assert.All(check.Paragraphs, p => Assert.InRange(WordCount.Of(p), 5, MostWordsOfAnArticlesParagraph));
            Assert.All(check.Claims, c => Assert.DoesNotContain(c.Text, check.Paragraphs));
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_loaded_word_is_explained(string folder)
    {
        var report = Count(folder);
        Assert.Empty(report.Hits.Where(h => h.Reason is null).Select(h => $"{h.Place.Kind} {h.Place.Id}, {h.Place.Part}: {h.Before}[{h.Marked}]{h.After}"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_positions_read_alike_and_every_source_says_where_it_comes_from(string folder)
    {
        const double closeEnough = 1;
        var report = Count(folder);
        Assert.DoesNotContain(report.Sides.SelectMany(s => s.Sources), s => s.Institution is null);
        var mean = report.Sides.Take(2).Select(s => s.Readings.Average(r => r.Grade!.Value)).ToArray();
        Assert.InRange(mean[0] - mean[1], -closeEnough, closeEnough);
        TestContext.Current.TestOutputHelper?.WriteLine($"{folder}: grades {string.Join(", ", report.Sides.Select(s => $"{s.Side} {s.Grades}"))}, words {string.Join(", ", report.Sides.Select(s => s.Words))}.");
    }

    /// <summary>Else students soon know that one of the answers is never right.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void The_claims_of_a_lesson_have_at_least_four_verdicts(string folder)
    {
        var pack = Read(folder);
        Assert.All(pack.Lessons.SelectMany(l => l.Steps.OfType<SourceCheckPlan>()), step =>
        {
            var check = pack.FindSourceCheck(step.Check)!;
            Assert.True(check.Claims.Where(c => step.Claims.Count == 0 || step.Claims.Contains(c.Id)).DistinctBy(c => c.Verdict).Count() >= 4, step.Title);
        });
    }

    private static Pack Read(string folder) => PackReader.Read(PackFolder.Read(Path.Combine(Root(), "seed-content", folder), new Problems())!).Pack!;

    private static BalanceReport Count(string folder) => CivicsClass.Library.Balance.Balance.Of(Read(folder), LoadedWords.Read(WordList.BuiltIn).List);

    private static Option Key(QuizItem item) => item.Options.Single(o => o.Correct);

    private static int WordsOf(Excerpt text) => WordCount.Of(text.Blocks);

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seed-content")))
            root = root.Parent!;
        return root.FullName;
    }
}
