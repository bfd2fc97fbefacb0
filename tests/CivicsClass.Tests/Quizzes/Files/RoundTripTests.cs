using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Quizzes.Files;
using CivicsClass.Tests.Library;
using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Quizzes.Files;

/// <summary>What goes out comes back the same, format by format, as far as the format has a place for it.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Formats => [.. QuizFiles.Formats.Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_goes_out_comes_back_the_same_whatever_its_texts_hold(string key)
    {
        var format = QuizFiles.Find(key)!;
        Prop.ForAll(NastyItems.Lists, items =>
        {
            var held = items.Where(i => format.CannotHold(i) is null).ToList();
            if (held.Count == 0)
                return;

            var back = QuizFiles.Read("export", QuizFiles.Write(format, "A title [id:x] <b>", held));

            Assert.Equal((format.Name, 0), (back.Format, back.Refused.Count));
            Assert.Equal(held.Select(format.Held), back.Questions.Select(format.Held));
            Assert.DoesNotContain(back.Questions.SelectMany(q => q.Notes), n => !n.StartsWith("The time limit", StringComparison.Ordinal) && !n.Contains("was read as option", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_quiz_that_comes_with_the_server_goes_out_and_comes_back(string key)
    {
        var format = QuizFiles.Find(key)!;
        var pack = PackReader.Read(PackFolder.Read(Path.Combine(Root(), "seed-content", "federal-local-enforcement"), new Problems())!).Pack!;
        var held = pack.Quiz.Where(i => format.CannotHold(i) is null).ToList();
        Assert.True(held.Count >= pack.Quiz.Count / 2);

        var back = QuizFiles.Read("export", QuizFiles.Write(format, pack.Title, pack.Quiz));

        Assert.Empty(back.Refused);
        Assert.Equal(held.Select(format.Held), back.Questions.Select(format.Held));
    }

    [Fact]
    public void Most_formats_keep_everything_and_the_others_say_what_they_lose()
    {
        Assert.Equal(["aiken", "kahoot"], QuizFiles.Formats.Where(f => f.Keeps != QuizParts.All).Select(f => f.Key));
        var items = Sample();
        var several = items[0] with { Kind = ItemKind.Multiple };
        Assert.Contains("several right answers", QuizFiles.Find("aiken")!.CannotHold(several), StringComparison.Ordinal);
        Assert.Contains("Kahoot takes 120", QuizFiles.Find("kahoot")!.Remark(items[0] with { Stem = new string('x', 121) }), StringComparison.Ordinal);
        Assert.Contains("Kahoot takes 4", QuizFiles.Find("kahoot")!.CannotHold(items[0] with { Options = [.. items[0].Options, .. items[0].Options] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_CSV_can_run_as_a_formula()
    {
        var item = Sample()[0] with { Stem = "=HYPERLINK(\"http://x\")", Explanation = "@SUM(1)" };

        var text = System.Text.Encoding.UTF8.GetString(QuizFiles.Write(QuizFiles.Find("csv")!, "x", [item]));

        Assert.Contains("\"'=HYPERLINK(", text, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(1),", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_is_read_as_the_questions_it_shows()
    {
        var read = QuizFiles.Read("template.csv", CsvFormat.Template());

        Assert.Equal([ItemKind.Single, ItemKind.Multiple, ItemKind.TrueFalse], read.Questions.Select(q => q.Kind));
        Assert.Empty(read.Refused);
        Assert.All(read.Questions, q => Assert.Empty(q.Notes));
        Assert.All(read.Questions, q => Assert.NotNull(q.Difficulty));
        Assert.All(read.Questions.SelectMany(q => q.Options), o => Assert.NotNull(o.Feedback));
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seed-content")))
            root = root.Parent!;
        return root.FullName;
    }

    private static IReadOnlyList<QuizItem> Sample() => PackReader.Read(new SamplePack().Files).Pack!.Quiz;
}
