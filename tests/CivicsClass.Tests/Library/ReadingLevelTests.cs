using CivicsClass.Library;
using Xunit;

namespace CivicsClass.Tests.Library;

public sealed class ReadingLevelTests
{
    private static readonly string[] Plain = [.. Enumerable.Repeat("The bus is late and we wait for it by the old red barn.", 10)];
    private static readonly string[] Hard = [.. Enumerable.Repeat("Constitutional litigation concerning intergovernmental cooperation necessarily presupposes considerable institutional familiarity with administrative federalism and jurisdiction.", 10)];

    [Fact]
    public void Short_words_in_short_sentences_read_like_an_early_grade_and_long_ones_like_college()
    {
        Assert.True(ReadingLevel.Of(Plain) is { From: <= 3, To: <= 5 }, $"{ReadingLevel.Of(Plain)}");
        Assert.True(ReadingLevel.Of(Hard) is { From: > 12 }, $"{ReadingLevel.Of(Hard)}");
    }

    [Fact]
    public void There_is_none_for_a_short_text()
    {
        Assert.Null(ReadingLevel.Of(Plain.Take(7)));
        Assert.NotNull(ReadingLevel.Of(Plain.Take(8)));
    }

    [Fact]
    public void A_sentence_that_cites_a_statute_does_not_count()
    {
        Assert.Equal(ReadingLevel.Of(Plain), ReadingLevel.Of([.. Plain, "See 8 U.S.C. § 1373(a), Printz v. United States."]));
        Assert.Null(ReadingLevel.Of([.. Plain.Take(7), .. Enumerable.Repeat("A court held in Printz v. United States that no officer can be made to do it.", 9)]));
    }

    [Theory]
    [InlineData("bus", 1)]
    [InlineData("late", 1)]
    [InlineData("waited", 2)]
    [InlineData("jumped", 1)]
    [InlineData("table", 2)]
    [InlineData("officer", 3)]
    [InlineData("enforcement", 3)]
    public void Syllables_are_counted_by_rule(string word, int syllables) => Assert.Equal(syllables, ReadingLevel.Syllables(word));

    [Fact]
    public void A_range_touches_the_grades_it_shares_one_with()
    {
        var level = new ReadingLevel(8, 10);

        Assert.True(level.Touches(1, 8));
        Assert.True(level.Touches(9, 10));
        Assert.False(level.Touches(11, 12));
    }
}
