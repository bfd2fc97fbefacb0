using CivicsClass.Library.Files;

namespace CivicsClass.Tests.Library.Files;

public sealed class StandardsFileTests
{
    private const string File = """
        standards:
          - code: D2.Civ.4.9-12
            framework: C3
            says: Explain limits of power.
            lessons: [short]
        """;

    private static readonly SamplePack Pack = new SamplePack().With("standards.yaml", File);

    [Fact]
    public void Standards_come_with_the_topic_and_an_older_topic_has_none()
    {
        var standard = Assert.Single(PackReader.Read(Pack.Files).Pack!.Standards!);
        Assert.Equal(("D2.Civ.4.9-12", "C3", "Explain limits of power."), (standard.Code, standard.Framework, standard.Says));
        Assert.Equal(["short"], standard.Lessons);
        Assert.Null(PackReader.Read(new SamplePack().Files).Pack!.Standards);
    }

    [Theory]
    [InlineData("[short]", "[long]", "There is no lesson “long”.", 5)]
    [InlineData("lessons: [short]", "note: a\n  - code: D2.Civ.4.9-12\n    framework: C3\n    says: Twice.", "stands here twice", 6)]
    [InlineData("says:", "said:", "`says`", 2)]
    public void What_is_wrong_is_told_with_its_line(string right, string wrong, string sentence, int line)
    {
        var problem = PackReader.Read(new SamplePack().With("standards.yaml", File.Replace(right, wrong, StringComparison.Ordinal)).Files).Problems[0];
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(("standards.yaml", line), (problem.File, problem.Line));
    }

    [Fact]
    public void A_code_that_a_question_names_must_be_explained()
    {
        var problem = Assert.Single(PackReader.Read(new SamplePack().With("standards.yaml", File.Replace("D2.Civ.4", "D2.Civ.5", StringComparison.Ordinal)).Files).Problems);
        Assert.Equal("quiz.yaml", problem.File);
        Assert.Contains("“D2.Civ.4.9-12” is not explained", problem.Sentence, StringComparison.Ordinal);
    }
}
