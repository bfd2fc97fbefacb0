using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Readings;

namespace CivicsClass.Tests.Library.Drafts;

public sealed class TopicAdditionTests
{
    private static readonly Pack Topic = PackReader.Read(new SamplePack().Files).Pack!;

    private static readonly DraftReading Draft = new DraftForm
    {
        Title = "Pupils’ own Café rules, 2nd part", Author = "Ana", Publisher = "School paper", Date = "2023", Kind = SourceKind.Opinion, RightsKind = "own", Text = "We wear what we like.\n\nIt works.",
    }.Make("ana", DateTime.UnixEpoch);

    [Theory]
    [InlineData("background")]
    [InlineData("require")]
    public void A_text_joins_the_topic_at_its_end_with_an_id_from_its_title(string side)
    {
        var (pack, refused) = new TopicAddition(Draft, side, "https://example.org/a", [], null).To(Topic);

        Assert.Null(refused);
        var added = pack!.Readings[^1];
        Assert.Equal(("pupils-own-cafe-rules-2nd-part", side, 2), (added.Id, added.Side, added.Blocks.Count));
        Assert.Equal(new Source("Ana, Pupils’ own Café rules, 2nd part, School paper, 2023", "https://example.org/a", null), added.Sources.Single());
        Assert.Equal(Topic.Lessons, pack.Lessons);
    }

    [Fact]
    public void A_second_text_of_that_title_gets_an_id_of_its_own()
    {
        var once = new TopicAddition(Draft, "background", null, [], null).To(Topic).Pack!;
        Assert.Equal("pupils-own-cafe-rules-2nd-part-2", new TopicAddition(Draft, "background", null, [], null).To(once).Pack!.Readings[^1].Id);
    }

    [Fact]
    public void Background_may_go_into_any_lesson()
    {
        var pack = new TopicAddition(Draft, "background", null, ["short"], null).To(Topic).Pack!;
        Assert.Equal("pupils-own-cafe-rules-2nd-part", pack.Lessons.Single().Steps.OfType<ReadingPlan>().Single().Readings[^1]);
    }

    [Fact]
    public void One_side_alone_would_tip_a_lesson_and_is_refused()
    {
        var (pack, refused) = new TopicAddition(Draft, "require", null, ["short"], null).To(Topic);

        Assert.Null(pack);
        Assert.Contains("Choose a reading for “A choice” to go with it", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_keeps_the_lesson_even()
    {
        var more = new TopicAddition(Draft, "choose", null, [], null).To(Topic).Pack!;

        var (pack, refused) = new TopicAddition(Draft, "require", null, ["short"], "pupils-own-cafe-rules-2nd-part").To(more);

        Assert.Null(refused);
        Assert.Equal(5, pack!.Lessons.Single().Steps.OfType<ReadingPlan>().Single().Readings.Count);
        Assert.Contains("reads “For choice” already", new TopicAddition(Draft, "require", null, ["short"], "for-choice").To(more).Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_about_recent_law_must_say_as_of_when()
    {
        var recent = new DraftForm { Title = "New", Author = "Ana", Publisher = "Paper", Date = "2025", Kind = SourceKind.Opinion, RightsKind = "own", Text = "In June 2025 the rule changed." };
        Assert.Contains("Fill in “law as of”", new TopicAddition(recent.Make("ana", DateTime.UnixEpoch), "background", null, [], null).To(Topic).Refused, StringComparison.Ordinal);

        recent.LawAsOf = "2025-07";
        Assert.NotNull(new TopicAddition(recent.Make("ana", DateTime.UnixEpoch), "background", null, [], null).To(Topic).Pack);
    }

    [Theory]
    [InlineData("nobody", null, "which side")]
    [InlineData("background", "javascript:alert(1)", "web address")]
    public void What_is_wrong_is_told(string side, string? url, string sentence) =>
        Assert.Contains(sentence, new TopicAddition(Draft, side, url, [], null).To(Topic).Refused, StringComparison.Ordinal);
}
