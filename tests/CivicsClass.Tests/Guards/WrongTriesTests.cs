using CivicsClass.Guards;

namespace CivicsClass.Tests.Guards;

public sealed class WrongTriesTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void A_key_has_its_tries_and_then_waits_for_the_oldest_to_pass()
    {
        var tries = new WrongTries(_time, limit: 2, TimeSpan.FromMinutes(1));
        Assert.True(tries.Count("a"));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(tries.Count("a"));

        Assert.False(tries.Count("a"));
        Assert.False(tries.MayTry("a"));
        Assert.True(tries.MayTry("b"));
        Assert.Equal(TimeSpan.FromSeconds(40), tries.Wait("a"));
        _time.Advance(TimeSpan.FromSeconds(40));

        Assert.True(tries.Count("a"));
        Assert.False(tries.Count("a"));
    }

    [Fact]
    public void A_right_try_costs_nothing_and_buys_nothing()
    {
        var tries = new WrongTries(_time, limit: 2, TimeSpan.FromMinutes(1));
        tries.Count("a");
        for (var i = 0; i < 100; i++)
        {
            Assert.True(tries.Count("a"));
            tries.Forgive("a");
        }

        Assert.True(tries.Count("a"));
        Assert.False(tries.Count("a"));
    }

    [Fact]
    public void Many_threads_get_no_more_than_the_limit()
    {
        var tries = new WrongTries(_time, limit: 50, TimeSpan.FromMinutes(1));
        var passed = 0;

        Parallel.For(0, 1_000, _ =>
        {
            if (tries.Count("a"))
                Interlocked.Increment(ref passed);
        });

        Assert.Equal(50, passed);
    }

    [Fact]
    public void Invented_keys_do_not_fill_the_memory_nor_push_out_the_newest()
    {
        var tries = new WrongTries(_time, limit: 1, TimeSpan.FromMinutes(1));

        for (var i = 0; i < 100_000; i++)
            tries.Count($"key {i}");

        Assert.InRange(tries.Keys, 1, 20_000);
        Assert.False(tries.MayTry("key 99999"));
    }
}
