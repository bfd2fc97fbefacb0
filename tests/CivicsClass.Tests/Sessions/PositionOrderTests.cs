using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

/// <summary>Which side stands first, from one session of a teacher to the next.</summary>
public sealed class PositionOrderTests
{
    private static readonly string[] Either = ["yes,no", "no,yes"];

    [Fact]
    public async Task Each_session_reverses_the_order_of_the_one_before()
    {
        await using var engine = await Engine.StartAsync();
        var last = await OrderAsync(await NextAsync(engine));
        Assert.Contains(last, Either);

        for (var n = 0; n < 4; n++)
        {
            var now = await OrderAsync(await NextAsync(engine));
            Assert.NotEqual(last, now);
            Assert.Contains(now, Either);
            last = now;
        }
    }

    [Fact]
    public async Task A_deleted_session_repeats_no_order()
    {
        await using var engine = await Engine.StartAsync();
        var first = await NextAsync(engine);
        await NextAsync(engine);
        var latest = await OrderAsync(await NextAsync(engine));
        await engine.Live.DeleteAsync(first);

        Assert.NotEqual(latest, await OrderAsync(await NextAsync(engine)));
    }

    [Fact]
    public async Task What_another_teaches_decides_nothing()
    {
        await using var engine = await Engine.StartAsync();
        var anas = await OrderAsync(await NextAsync(engine));
        await NextAsync(engine, "teacher-bea");

        Assert.NotEqual(anas, await OrderAsync(await NextAsync(engine)));
    }

    [Fact]
    public async Task The_first_order_of_a_teacher_is_by_chance()
    {
        await using var engine = await Engine.StartAsync();
        var seen = new HashSet<string>();
        for (var teacher = 0; teacher < 100 && seen.Count < 2; teacher++)
            seen.Add(await OrderAsync(await NextAsync(engine, $"teacher-{teacher}")));

        Assert.Equal(Either.Order(), seen.Order());
    }

    private static Task<SessionHost> NextAsync(Engine engine, string teacher = Engine.Ana)
    {
        engine.Time.Advance(TimeSpan.FromMinutes(50));
        return engine.HostAsync(teacher: teacher);
    }

    private static Task<string> OrderAsync(SessionHost host) => host.AskAsync((live, _) => string.Join(',', live.PositionOrder));
}
