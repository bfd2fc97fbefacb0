using CivicsClass.Watching;

namespace CivicsClass.Tests.Watching;

public sealed class SpreadTests
{
    [Fact]
    public void The_bound_of_99_in_100_is_at_most_a_quarter_too_high()
    {
        var spread = new Spread(.0001);
        for (var ms = 1; ms <= 1_000; ms++)
            spread.Add(ms / 1_000.0);

        var (count, p99, most) = spread.Take();

        Assert.Equal(1_000, count);
        Assert.InRange(p99, .99, .99 * 1.27);
        Assert.InRange(most, 1, 1.27);
    }

    [Fact]
    public void It_is_empty_after_it_was_taken_and_what_is_out_of_range_counts_at_its_ends()
    {
        var spread = new Spread(1);
        spread.Add(0);
        spread.Add(double.MaxValue);

        Assert.Equal(2, spread.Take().Count);
        Assert.Equal((0, 0, 0), spread.Take());
    }

    [Fact]
    public void Adding_takes_no_memory()
    {
        var spread = new Spread(.0001);
        spread.Add(.5);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            spread.Add(.001 * i);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
