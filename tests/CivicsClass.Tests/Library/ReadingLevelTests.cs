using CivicsClass.Library;

namespace CivicsClass.Tests.Library;

public sealed class ReadingLevelTests
{
    [Theory]
    [InlineData(9.4, 9, 11)]
    [InlineData(-2, 1, 1)]
    [InlineData(19.9, 16, 16)]
    public void A_grade_is_told_as_a_range_within_school_and_college(double grade, int from, int to) => Assert.Equal(new ReadingLevel(from, to), ReadingLevel.Of(grade));

    [Fact]
    public void A_range_touches_the_grades_it_shares_one_with()
    {
        var level = new ReadingLevel(8, 10);

        Assert.True(level.Touches(1, 8));
        Assert.True(level.Touches(9, 10));
        Assert.False(level.Touches(11, 12));
    }
}
