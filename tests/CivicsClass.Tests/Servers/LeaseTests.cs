using CivicsClass.Servers;
using CivicsClass.Sessions;
using CivicsClass.Tests.Data;
using CivicsClass.Tests.Sessions;
using Npgsql;

namespace CivicsClass.Tests.Servers;

/// <summary>Two servers on one database: who runs a session, and what the other may not do.</summary>
[Trait("Database", "PostgreSql")]
public sealed class LeaseTests
{
    private const string Here = "http://127.0.0.1:5081", There = "http://127.0.0.1:5082";

    [Fact]
    public async Task A_session_has_one_owner()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var host = await engine.HostAsync();
        await using var other = await engine.NeighbourAsync(There);

        await Assert.ThrowsAsync<ElsewhereException>(() => other.Live.FindAsync(host.Key));

        Assert.Equal(engine.Lease.Id, host.Row.OwnerId);
        Assert.Equal(new Uri(Here), other.Lease.Find(host.Row.OwnerId)!.Address);
        Assert.Equal(host.Row.Epoch, await EpochAsync(engine));
    }

    [Fact]
    public async Task Servers_that_find_a_session_at_once_agree_on_one_owner()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var host = await engine.HostAsync();
        await using var ben = await engine.NeighbourAsync("http://127.0.0.1:5083");
        await using var chi = await engine.NeighbourAsync("http://127.0.0.1:5084");
        await engine.Live.DrainAsync();

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => TriedAsync(i % 2 == 0 ? ben : chi, host.Key))));

        Assert.Single(found.OfType<SessionHost>().Distinct());
        Assert.Equal(2, await EpochAsync(engine));
    }

    [Fact]
    public async Task A_server_that_stops_leaves_its_sessions_to_the_others_at_once()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var (host, ben) = await OpenAsync(engine);
        await using var other = await engine.NeighbourAsync(There);
        var saying = engine.SayAsync(host, ben, "accepted before the end");

        await engine.Live.DrainAsync();

        Assert.NotNull((await saying).Seq);
        var taken = await other.Live.FindAsync(host.Key);
        Assert.Equal(["accepted before the end"], await taken!.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
        Assert.Equal(host.Row.Epoch + 1, taken.Row.Epoch);
        await Assert.ThrowsAsync<ElsewhereException>(() => engine.Live.FindAsync(host.Key));
    }

    [Fact]
    public async Task An_owner_whose_lease_was_ended_writes_nothing_and_sends_everybody_away()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var (host, ben) = await OpenAsync(engine);
        var cut = false;
        await Engine.EnterAsync(host, "page", "class", ben, () => cut = true);
        await using var other = await engine.NeighbourAsync(There);
        await engine.OnDiskAsync<int>($"""UPDATE "Servers" SET "Until" = clock_timestamp() WHERE "Address" = '{Here}/'; SELECT 0""");

        var taken = await FoundAsync(other, host.Key);
        await Assert.ThrowsAsync<ElsewhereException>(() => engine.SayAsync(host, ben, "too late"));

        await Wait.UntilAsync(() => cut);
        Assert.NotNull((await other.SayAsync(taken, ben, "in time")).Seq);
        Assert.Equal(1, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    public async Task A_server_that_lost_its_lease_takes_another_and_serves_again()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var host = await engine.HostAsync();
        var before = engine.Lease.Id;
        var lost = false;
        engine.Lease.Lost += () => lost = true;
        await engine.OnDiskAsync<int>("""DELETE FROM "Servers"; SELECT 0""");

        await Wait.UntilAsync(() => lost && engine.Lease.Id != before);
        var again = await FoundAsync(engine, host.Key);

        Assert.NotSame(host, again);
        Assert.Equal(engine.Lease.Id, again.Row.OwnerId);
        Assert.True(host.Running.IsCompleted);
    }

    [Fact]
    public async Task A_database_that_was_away_longer_than_a_lease_takes_no_session_from_its_owner()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var (host, ben) = await OpenAsync(engine);
        await using var other = await engine.NeighbourAsync(There);
        var (mine, id) = (engine.Lease.Id, Guid.NewGuid());

        await ShutAsync(engine, away: true);
        await Wait.UntilAsync(() => !engine.Lease.IsHeld && !other.Lease.IsHeld);
        await Assert.ThrowsAnyAsync<Exception>(() => engine.SayAsync(host, ben, "kept by the browser", id));
        Assert.Same(host, await engine.Live.FindAsync(host.Key));
        await ShutAsync(engine, away: false);

        await Wait.UntilAsync(async () =>
        {
            try { return (await engine.SayAsync(host, ben, "kept by the browser", id)).Seq is not null; }
            catch (Exception away) when (away is NpgsqlException or InvalidOperationException or TimeoutException) { return false; }
        });
        await Wait.UntilAsync(() => engine.Lease.IsHeld && other.Lease.IsHeld);
        await Assert.ThrowsAsync<ElsewhereException>(() => other.Live.FindAsync(host.Key));
        Assert.Equal(mine, engine.Lease.Id);
        Assert.Same(host, await engine.Live.FindAsync(host.Key));
        Assert.Equal(["kept by the browser"], await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
    }

    [Fact]
    public async Task Classes_that_go_to_sleep_while_the_database_is_away_do_not_take_the_server_along()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var (first, second) = (await engine.HostAsync(), await engine.HostAsync());
        await ShutAsync(engine, away: true);
        try
        {
            await Wait.UntilAsync(() =>
            {
                engine.Time.Advance(TimeSpan.FromSeconds(3));
                Assert.False(engine.Live.ExecuteTask!.IsCompleted, "The server would end itself now.");
                return Task.FromResult(first.Running.IsCompleted && second.Running.IsCompleted);
            }, TimeSpan.FromSeconds(40));
        }
        finally
        {
            await ShutAsync(engine, away: false);
        }

        await Wait.UntilAsync(() => engine.Lease.IsHeld);
        Assert.NotSame(first, await FoundAsync(engine, first.Key));
    }

    [Fact]
    public async Task Who_comes_while_other_classes_go_to_sleep_keeps_the_class_awake()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        SessionHost[] hosts = [await engine.HostAsync(), await engine.HostAsync()];
        var students = new Dictionary<SessionHost, string>();
        foreach (var host in hosts)
            students[host] = await engine.SeatAsync(host);
        await using var connection = engine.Database.Connect();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = connection.CreateCommand();
        (hold.CommandText, hold.Transaction) = ("""SELECT count(*) FROM (SELECT 1 FROM "Sessions" FOR UPDATE) AS held""", transaction);
        await hold.ExecuteScalarAsync();

        await Wait.UntilAsync(() =>
        {
            engine.Time.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult(hosts.Any(h => h.Running.IsCompleted));
        }, TimeSpan.FromSeconds(20));
        var awake = hosts.Single(h => !h.Running.IsCompleted);
        await Engine.EnterAsync(awake, "phone", "class", students[awake]);
        await transaction.CommitAsync();

        await Wait.UntilAsync(() =>
        {
            engine.Time.Advance(TimeSpan.FromSeconds(3));
            return awake.Running.IsCompleted || engine.Heard.All.Any(sent => sent.What == "Beacon");
        });
        Assert.Same(awake, engine.Live.Here(awake.Key));
    }

    [Fact]
    public async Task A_session_whose_time_runs_is_taken_over_without_being_asked_for()
    {
        await using var engine = await Engine.StartAsync(address: Here);
        var (host, _) = await OpenAsync(engine);
        await using var other = await engine.NeighbourAsync(There);
        Assert.Null(other.Live.Here(host.Key));
        await engine.Live.DrainAsync();

        await Wait.UntilAsync(() =>
        {
            engine.Time.Advance(TimeSpan.FromSeconds(10));
            return other.Live.Here(host.Key) is not null;
        });
    }

    [Fact]
    public async Task A_server_that_is_alone_says_nothing_of_leases()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();

        Assert.True(engine.Lease.IsHeld);
        Assert.Null(host.Row.OwnerId);
        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "Servers" """));
    }

    private static async Task<SessionHost?> TriedAsync(Engine engine, string key)
    {
        try { return await engine.Live.FindAsync(key); }
        catch (ElsewhereException) { return null; }
    }

    private static async Task<SessionHost> FoundAsync(Engine engine, string key)
    {
        SessionHost? found = null;
        await Wait.UntilAsync(async () => (found = await TriedAsync(engine, key)) is not null);
        return found!;
    }

    private static async Task<(SessionHost Host, string Ben)> OpenAsync(Engine engine)
    {
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        return (host, ben);
    }

    /// <summary>As if the database had gone: no connection is left and none can be made.</summary>
    private static async Task ShutAsync(Engine engine, bool away)
    {
        var name = new NpgsqlConnectionStringBuilder(engine.Database.ConnectionString).Database!;
        var all = engine.Database with { ConnectionString = (await PostgreSqlServer.SharedAsync()).ConnectionString("postgres") };
        await all.ScalarAsync<int>($"""ALTER DATABASE "{name}" ALLOW_CONNECTIONS {(away ? "false" : "true")}; SELECT 0""");
        if (away)
            await all.ScalarAsync<int>($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static Task<int> EpochAsync(Engine engine) => engine.OnDiskAsync<int>("""SELECT "Epoch" FROM "Sessions" """);
}
