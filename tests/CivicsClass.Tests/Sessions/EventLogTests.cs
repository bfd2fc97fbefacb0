using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class EventLogTests
{
    [Fact]
    public async Task Many_sessions_share_few_commits()
    {
        await using var engine = await Engine.StartAsync();
        var hosts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var host = await engine.HostAsync();
            var student = await engine.SeatAsync(host);
            await engine.TeachAsync(host, new OpenStep("probe"));
            return (host, student);
        }).Select(start => start));
        var before = await engine.OnDiskAsync<int>("SELECT count(*) FROM \"SessionEvents\"");
        var commitsBefore = engine.Log.Commits;

        await Task.WhenAll(hosts.SelectMany(h => Enumerable.Range(0, 50).Select(i => engine.SayAsync(h.host, h.student, $"line {i}"))));

        Assert.Equal(before + 1_000, await engine.OnDiskAsync<int>("SELECT count(*) FROM \"SessionEvents\""));
        Assert.InRange(engine.Log.Commits - commitsBefore, 1, 500);
    }

    [Fact]
    public async Task One_sessions_trouble_is_not_anothers()
    {
        await using var engine = await Engine.StartAsync();
        var (good, bad) = (await engine.HostAsync(), await engine.HostAsync());
        var (ben, chi) = (await engine.SeatAsync(good), await engine.SeatAsync(bad));
        await engine.TeachAsync(good, new OpenStep("probe"));
        await engine.TeachAsync(bad, new OpenStep("probe"));
        await engine.BreakAsync("poison");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i => i % 2 == 0
            ? (await engine.SayAsync(good, ben, $"line {i}")).Seq is not null
            : await Record.ExceptionAsync(() => engine.SayAsync(bad, chi, "poison")) is not null));

        Assert.DoesNotContain(false, answers);
        Assert.Equal(50, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    public async Task Who_was_overtaken_by_another_server_writes_nothing()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        var stale = host.Row.Epoch;
        await engine.OnDiskAsync<int>("""UPDATE "Sessions" SET "Epoch" = "Epoch" + 1; SELECT 0""");
        var entry = new LogEntry(host.Row.Id, stale, [engine.Store.Write(host.Row.Id, new Recorded(99, engine.Now, ben, null, new Said("probe", "stale")))], []);

        await Assert.ThrowsAsync<StaleEpochException>(() => engine.Log.AppendAsync(entry));

        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Seq" = 99"""));
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_commit_is_on_the_disk_when_it_returns()
    {
        await using var engine = await Engine.StartAsync();
        await engine.HostAsync();

        Assert.Equal(("2", "wal"), (await engine.Log.PragmaAsync("synchronous"), await engine.Log.PragmaAsync("journal_mode")));
    }

    [Fact]
    public async Task A_deleted_session_leaves_no_row()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        var cut = false;
        await Engine.EnterAsync(host, "b", "class", ben, () => cut = true);
        await engine.TeachAsync(host, new OpenStep("probe"));
        await engine.SayAsync(host, ben, "gone soon");
        Assert.NotEqual(0, await engine.OnDiskAsync<int>("SELECT count(*) FROM \"SessionEvents\""));

        await engine.Live.DeleteAsync(host);

        Assert.True(cut);
        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT (SELECT count(*) FROM "SessionEvents") + (SELECT count(*) FROM "Sessions") + (SELECT count(*) FROM "Participants") + (SELECT count(*) FROM "Drafts")"""));
        Assert.Null(await engine.Live.FindAsync(host.Key));
    }

    [Fact]
    public async Task A_session_with_an_event_of_a_newer_version_is_not_hosted()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        await engine.OnDiskAsync<int>("""INSERT INTO "SessionEvents" ("SessionId", "Seq", "At", "Kind", "By", "Payload") SELECT "Id", 2, "StartedAt", 'future.kind', 'x', '{}' FROM "Sessions"; SELECT 0""");

        await using var after = await engine.RestartAsync();

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => after.Live.FindAsync(host.Key));
        Assert.Contains("future.kind", problem.Message);
    }

    [Fact]
    public async Task A_session_with_a_step_of_a_newer_version_is_not_hosted()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        await engine.TeachAsync(host, new OpenStep("probe"));
        await engine.OnDiskAsync<int>("""UPDATE "SessionEvents" SET "Payload" = replace("Payload", '"kind":"probe"', '"kind":"sourceCheck"') WHERE "Kind" = 'session.started'; SELECT 0""");

        // It has a deadline, so the server would like to load it at its start; it must start nevertheless.
        await using var after = await engine.RestartAsync();

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => after.Live.FindAsync(host.Key));
        Assert.Contains("session.started", problem.Message);
    }
}
