using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.SourceChecks;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Library.Files;

public sealed class SourceCheckFileTests
{
    private const string File = "source-checks/club-notice.yaml", Lesson = "lessons/short.yaml";

    [Fact]
    public void A_source_check_is_read_whole()
    {
        var check = PackReader.Read(new SamplePack().Files).Pack!.SourceChecks.Single();

        Assert.Equal(("club-notice", "A notice of the fashion club", "2024-05", 2), (check.Id, check.Title, check.AsOf, check.Paragraphs.Count));
        Assert.Equal(["banned", "speak"], check.Claims.Select(c => c.Id));
        var banned = check.Claims[0];
        Assert.Equal((Verdict.False, 1, "The law bans uniforms."), (banned.Verdict, banned.Paragraph, banned.Text));
        Assert.Equal(new Source("A book", "https://example.org/book", "Chapter 2"), banned.Evidence.Single());
        Assert.Equal(new ParagraphRef("what-the-law-says", 1), banned.RestsOn.Single());
        Assert.Empty(check.Claims[1].RestsOn);
    }

    [Fact]
    public void A_step_takes_some_claims_in_its_own_order_or_all()
    {
        var some = Step(new SamplePack());
        var all = Step(new SamplePack().Change(Lesson, "\n    claims: [speak, banned]", ""));

        Assert.Equal(("club-notice", 2), (some.Check, some.Claims.Count));
        Assert.Equal(["speak", "banned"], some.Claims);
        Assert.Empty(all.Claims);

        static SourceCheckPlan Step(SamplePack pack) => (SourceCheckPlan)PackReader.Read(pack.Files).Pack!.Lessons.Single().Steps[^1];
    }

    [Theory]
    [InlineData("verdict: \"false\"", "verdict: false")]
    [InlineData("verdict: opinion", "verdict: true")]
    public void A_verdict_needs_no_quotation_marks(string from, string to) =>
        Assert.Empty(PackReader.Read(new SamplePack().Change(File, from, to).Files).Problems);

    [Theory]
    [InlineData(File, "about: A notice", "abaut: A notice", 2, "Did you mean `about`?")]
    [InlineData(File, "asOf: 2024-05", "asOf: May", 3, "Write YYYY-MM or YYYY-MM-DD.")]
    [InlineData(File, "id: speak", "id: banned", 19, "Two claims have the id “banned”")]
    [InlineData(File, "paragraph: 2", "paragraph: 3", 21, "The article has no paragraph 3; it has 2 paragraphs.")]
    [InlineData(File, "paragraph: 2", "paragraph: two", 21, "`paragraph` must be a whole number from 1 to 40.")]
    [InlineData(File, "verdict: opinion", "verdict: partly", 22, "Choose one of: true, partlyTrue, false, outdated, unverifiable, opinion.")]
    [InlineData(File, "url: https://example.org/book", "url: javascript:alert(1)", 15, "is not a web address")]
    [InlineData(File, "[what-the-law-says#1]", "[what-the-law-says#7]", 17, "has no paragraph 7; it has 2 paragraphs")]
    [InlineData(File, "[what-the-law-says#1]", "[the-law#1]", 17, "There is no reading “the-law”")]
    [InlineData(File, "    changeMind: A law that bans them.\n", "", 8, "`changeMind` is missing")]
    [InlineData(Lesson, "check: club-notice", "check: club", 43, "There is no source check “club”. The source checks are: club-notice.")]
    [InlineData(Lesson, "[speak, banned]", "[speak, bans]", 44, "“club-notice” has no claim “bans”. Its claims are: banned, speak.")]
    [InlineData(Lesson, "[speak, banned]", "[speak, speak]", 44, "stands here twice")]
    [InlineData(Lesson, "[speak, banned]", "[]", 44, "needs 1 to 30 entries")]
    public void Each_rule_names_file_line_and_what_to_do(string file, string from, string to, int line, string sentence)
    {
        var reading = PackReader.Read(new SamplePack().Change(file, from, to).Files);

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == file && p.Line == line && p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_no_id_is_told()
    {
        var problems = PackReader.Read(new SamplePack().With("source-checks/001.yaml", "title: One").Files).Problems;

        Assert.Contains("begin with a letter", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_refers_to_an_unreadable_source_check_is_not_reported_as_well() =>
        Assert.Equal([File], PackReader.Read(new SamplePack().Change(File, "claims:", "claims: [").Files).Problems.Select(p => p.File));

    [Fact]
    public void A_pack_may_do_without_source_checks_but_then_no_step_can_ask_for_one()
    {
        var problems = PackReader.Read(new SamplePack().Without(File).Files).Problems;

        Assert.Contains("There is no source check “club-notice”. Add it as a file in source-checks/.", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_from_before_there_were_source_checks_is_still_read()
    {
        var document = JsonSerializer.SerializeToNode(PackReader.Read(new SamplePack().Files).Pack, Classroom.Catalog.Json)!.AsObject();
        Assert.True(document.Remove("sourceChecks"));

        Assert.Empty(document.Deserialize<Pack>(Classroom.Catalog.Json)!.SourceChecks);
    }
}
