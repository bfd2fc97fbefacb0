using CivicsClass.Load;

namespace CivicsClass.Tests.Load;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(99.1, 100)]
    [InlineData(100, 100)]
    [InlineData(0, 1)]
    public void A_percentile_is_the_smallest_value_that_enough_do_not_exceed(double percent, double expected)
    {
        var oneToHundred = Enumerable.Range(1, 100).Reverse().Select(n => (double)n).ToArray();

        Assert.Equal(expected, Statistics.Percentile(oneToHundred, percent));
    }

    [Fact]
    public void A_single_slow_answer_among_ten_shows_in_the_99th_percentile() =>
        Assert.Equal(900, Statistics.Percentile([1, 1, 1, 1, 1, 1, 1, 1, 1, 900], 99));

    [Fact]
    public void Nothing_measured_is_zero() => Assert.Equal(0, Statistics.Percentile([], 99));

    [Theory]
    [InlineData("--sessions", "0")]
    [InlineData("--sessions", "201")]
    [InlineData("--sessions", "many")]
    public void A_load_that_makes_no_sense_is_refused(params string[] words)
    {
        var options = new Options(words, "--sessions");

        Assert.Throws<FormatException>(() => options.Number("--sessions", 60, most: 200));
    }

    [Fact]
    public void A_misspelt_option_is_refused_with_the_ones_there_are()
    {
        var refused = Assert.Throws<FormatException>(() => new Options(["--session", "3"], "--sessions"));

        Assert.Contains("--sessions", refused.Message, StringComparison.Ordinal);
    }
}
