using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

[Trait("Database", "Sqlite")]
public sealed class FullDiskTests
{
    [Fact]
    public async Task While_nothing_can_be_written_the_class_can_still_be_seen()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        await engine.SayAsync(host, ben, "before");
        await Engine.EnterAsync(host, "phone", "class", ben);
        await FillAsync(engine);

        await Assert.ThrowsAnyAsync<Exception>(() => engine.SayAsync(host, ben, "lost in between"));

        var seen = Seen(await Engine.EnterAsync(host, "laptop", "class", ben));
        Assert.Contains("before", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("lost in between", seen, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
    }

    [Fact]
    public async Task When_there_is_room_again_the_class_goes_on()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        await FillAsync(engine);
        var id = Guid.NewGuid();
        await Assert.ThrowsAnyAsync<Exception>(() => engine.SayAsync(host, ben, "again", id));
        await Engine.EnterAsync(host, "phone", "class", ben);
        await engine.OnDiskAsync<int>("""DROP TRIGGER "full"; DROP TRIGGER "fuller"; SELECT 0""");

        var done = await engine.SayAsync(host, ben, "again", id);

        Assert.NotNull(done.Seq);
        Assert.Equal(done.Seq, (await engine.SayAsync(host, ben, "again", id)).Seq);
        Assert.Contains("again", Seen(await Engine.EnterAsync(host, "laptop", "class", ben)), StringComparison.Ordinal);
    }

    private static Task<int> FillAsync(Engine engine) => engine.OnDiskAsync<int>("""
        CREATE TRIGGER "full" BEFORE INSERT ON "SessionEvents" BEGIN SELECT RAISE(ABORT, 'disk full'); END;
        CREATE TRIGGER "fuller" BEFORE UPDATE ON "Sessions" BEGIN SELECT RAISE(ABORT, 'disk full'); END;
        SELECT 0
        """);

    private static string Seen(Entered entered) => System.Text.Encoding.UTF8.GetString(entered.Views["my"].View!.Value.Utf8.Span);
}
