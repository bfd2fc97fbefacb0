using System.Diagnostics;
using System.Text.Json;
using CivicsClass.Load.Wire;
using CivicsClass.Tests.Data;

namespace CivicsClass.Tests.Cluster;

/// <summary>Three servers behind nginx, with PostgreSQL: one class is one class, whatever happens to the servers.</summary>
[Collection(nameof(ThreeServers))]
[Trait("Kind", "Cluster")]
public sealed class ThreeServersTests(ThreeServers servers)
{
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(15), BeforeTheNext = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Students_spread_over_all_servers_see_the_same_class()
    {
        await using var room = await SpreadClass.StartAsync(servers, 9, [.. servers.Servers.Select(s => s.Address)]);
        Assert.NotNull(await servers.OwnerAsync(room.Key));

        room.StartAnswering();
        await room.AnsweredAsync(50);
        await room.StopAnsweringAsync();

        await room.MustBeWholeAsync();
        var seen = room.Students.Select(s => s.Client.View("class")!).Select(v => (v.Epoch, v.N, v.View.ToJsonString())).Distinct();
        Assert.Single(seen);
        await using (var leaving = room.Students[4].Client)
            room.Students.RemoveAt(4);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await room.Ana.UntilAsync(() => Away(room) == 1, patience.Token);
    }

    [Fact]
    public async Task A_teacher_who_signed_in_on_one_server_is_known_on_all()
    {
        await using var room = await SpreadClass.StartAsync(servers, 1, servers.Site);
        var browser = await ThreeServers.SignedInAsync(servers.Servers[0].Address);
        foreach (var server in servers.Servers)
            foreach (var path in new[] { "/dashboard", $"/s/{room.Key}/teach", $"/s/{room.Key}/report", $"/s/{room.Key}/delete" })
            {
                var page = await browser.GetAsync(new Uri(server.Address, path).ToString());
                Assert.Equal((new Uri(server.Address, path), System.Net.HttpStatusCode.OK), (page.Address, page.Status));
            }
    }

    [Fact]
    public async Task The_owner_is_killed_and_nobody_loses_anything()
    {
        await using var room = await SpreadClass.StartAsync(servers, 12, servers.Spread, servers.Site);
        room.StartAnswering();
        await room.AnsweredAsync(50);
        var owner = (await servers.OwnerAsync(room.Key))!;

        owner.Signal(ClusterServer.Kill);
        await owner.ExitedAsync();
        await room.AnsweredAsync(200);
        var longest = await room.StopAnsweringAsync();

        TestContext.Current.SendDiagnosticMessage($"killed: back after {longest.TotalSeconds:0.0} s, {room.Acknowledged} answers");
        Assert.True(longest <= Back, $"A student waited {longest.TotalSeconds:0.0} s.");
        Assert.NotSame(owner, await servers.OwnerAsync(room.Key));
        await room.MustBeWholeAsync();
        await owner.StartAsync();
    }

    [Fact]
    public async Task An_owner_that_stood_still_writes_nothing_when_it_goes_on()
    {
        await using var room = await SpreadClass.StartAsync(servers, 12, servers.Spread, servers.Site);
        room.StartAnswering();
        await room.AnsweredAsync(50);
        var owner = (await servers.OwnerAsync(room.Key))!;
        await using var stale = await HubSocket.ConnectAsync(new Uri(owner.Address, $"/s/{room.Key}/student"), room.Students[0].Cookies, (_, _, _) => { });
        Assert.Null((await stale.InvokeAsync("Enter", "[{}]"u8.ToArray())).Error);

        await owner.PauseAsync();
        var began = Stopwatch.GetTimestamp();
        var late = Guid.NewGuid();
        var lost = stale.InvokeAsync("Do", JsonSerializer.SerializeToUtf8Bytes(new[] { late, room.Answer(0) }));
        await room.AnsweredAsync(200);
        var longest = await room.StopAnsweringAsync();
        await Wait.UntilAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromSeconds(30)), TimeSpan.FromSeconds(40));
        owner.Signal(ClusterServer.Continue);

        TestContext.Current.SendDiagnosticMessage($"stopped: back after {longest.TotalSeconds:0.0} s, {room.Acknowledged} answers");
        Assert.True(longest <= Back, $"A student waited {longest.TotalSeconds:0.0} s.");
        await stale.Listening.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.False(await IsAcknowledgedAsync(lost), "The server that stood still acknowledged an answer.");
        Assert.Equal(0, await servers.Database.ScalarAsync<int>($"""SELECT count(*) FROM "SessionEvents" WHERE "CommandId" = '{late}'"""));
        await room.MustBeWholeAsync();
        await Wait.UntilAsync(async () => await owner.HealthAsync() == System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rolling_restart_loses_nothing()
    {
        await using var room = await SpreadClass.StartAsync(servers, 12, servers.Spread, servers.Site);
        room.StartAnswering();
        foreach (var server in servers.Servers)
        {
            await room.AnsweredAsync(50);
            var took = await server.StopAsync();
            Assert.True(took <= TimeSpan.FromSeconds(10), $"It took {took.TotalSeconds:0.0} s to stop.");
            await server.StartAsync();
            // As docs/operating.md says: nginx takes a while to believe that a server is back.
            var back = Stopwatch.GetTimestamp();
            await Wait.UntilAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(back) >= BeforeTheNext), TimeSpan.FromSeconds(20));
        }
        await room.AnsweredAsync(50);
        var longest = await room.StopAnsweringAsync();

        TestContext.Current.SendDiagnosticMessage($"rolling restart: longest wait {longest.TotalSeconds:0.0} s, {room.Acknowledged} answers");
        Assert.True(longest <= Back, $"A student waited {longest.TotalSeconds:0.0} s.");
        await room.MustBeWholeAsync();
    }

    /// <summary>Who asks a server that has let go hears that the class is moving, or nothing: the page is cut off in the same moment.</summary>
    private static async Task<bool> IsAcknowledgedAsync(Task<Reply> asked)
    {
        try { return await asked is { Error: null } reply && JsonSerializer.Deserialize<JsonElement>(reply.Result.Span).TryGetProperty("seq", out var seq) && seq.ValueKind == JsonValueKind.Number; }
        catch (System.Net.WebSockets.WebSocketException) { return false; }
    }

    private static int Away(SpreadClass room) =>
        room.Ana.View("teacher")!.View["roster"]!.AsObject().Count(p => p.Value!["here"]?.GetValue<bool>() == false);
}
