using CivicsClass.Data;
using CivicsClass.Sessions;
using CivicsClass.Tests.Data;

namespace CivicsClass.Tests.Sessions;

/// <summary>Several servers, lost connections and lost answers: what the log refuses, and what it does once.</summary>
public sealed class FencingTests
{
    [Fact]
    public async Task Servers_that_load_a_session_at_once_get_epochs_of_their_own()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();

        var loaded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => engine.Store.LoadAsync(host.Key))));

        Assert.Equal(8, loaded.Select(l => l!.Row.Epoch).Distinct().Count());
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_again_and_not_repeated()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var (id, next) = (Guid.NewGuid(), (await engine.SayAsync(host, ben, "before")).Seq!.Value + 1);
        // As if the host had stored this and never heard that it had.
        await engine.Log.AppendAsync(new LogEntry(host.Row.Id, host.Row.Epoch, [engine.Store.Write(host.Row.Id, new Recorded(next, engine.Now, ben, id, new Said("probe", "once")))], []));

        var answer = await engine.SayAsync(host, ben, "once", id);

        Assert.Equal(next, answer.Seq);
        Assert.Equal(["before", "once"], await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
        Assert.Equal(2, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    [Trait("Database", "PostgreSql")]
    public async Task An_owner_that_stalls_in_the_middle_of_an_append_is_fenced_off()
    {
        await using var engine = await Engine.StartAsync(only: DatabaseProvider.PostgreSql);
        var (host, ben) = await OpenAsync(engine);
        await using var connection = engine.Database.Connect();
        await connection.OpenAsync();
        using var stalled = new LogWriter(connection);
        using var transaction = stalled.Begin();
        stalled.Write(new LogEntry(host.Row.Id, host.Row.Epoch, [engine.Store.Write(host.Row.Id, new Recorded(99, engine.Now, ben, null, new Said("probe", "stale")))], []));

        var taken = await engine.Store.LoadAsync(host.Key).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(host.Row.Epoch + 1, taken!.Row.Epoch);
        Assert.ThrowsAny<Exception>(transaction.Commit);
        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Seq" = 99"""));
    }

    [Fact]
    [Trait("Database", "PostgreSql")]
    public async Task Connections_that_are_killed_lose_nothing_and_double_nothing()
    {
        await using var engine = await Engine.StartAsync(only: DatabaseProvider.PostgreSql);
        var (host, ben) = await OpenAsync(engine);
        var (killed, over) = (0, false);
        var killing = Task.Run(async () =>
        {
            for (var round = 0; round < 10 && !Volatile.Read(ref over); round++)
            {
                var seen = engine.Log.Commits;
                await Wait.UntilAsync(() => engine.Log.Commits > seen || Volatile.Read(ref over));
                killed += await engine.OnDiskAsync<int>("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(tens => Task.Run(async () =>
        {
            for (var ones = 0; ones < 20; ones++)
                await UntilStoredAsync(engine, host, ben, $"line {tens * 20 + ones}");
        })));
        Volatile.Write(ref over, true);
        await killing;

        Assert.NotEqual(0, killed);
        var said = await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"line {i}").Order(), said.Order());
        Assert.Equal(200, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    /// <summary>As a browser does: the same command with the same id until it is acknowledged.</summary>
    private static async Task UntilStoredAsync(Engine engine, SessionHost host, string student, string text)
    {
        var id = Guid.NewGuid();
        await Wait.UntilAsync(async () =>
        {
            try { return (await engine.SayAsync(host, student, text, id)).Seq is not null; }
            catch (Exception lost) when (lost is not Xunit.Sdk.XunitException) { return false; }
        });
    }

    private static async Task<(SessionHost Host, string Ben)> OpenAsync(Engine engine)
    {
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        return (host, ben);
    }
}
