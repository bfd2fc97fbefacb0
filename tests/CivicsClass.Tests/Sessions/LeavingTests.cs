using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Sessions;

/// <summary>One device, several students: Chi finds Ben's seat on it and joins as herself.</summary>
public sealed partial class LeavingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Whoever_leaves_a_seat_joins_as_somebody_else_and_the_seat_stays()
    {
        var host = await OpenAsync();
        using var device = server.Browser();
        await JoinAsync(device, host, "Ben");
        Assert.Contains("data-seat=\"p1\"", await device.ReadAsync($"/s/{host.Key}"));

        var answer = await device.SubmitAsync($"/s/{host.Key}/leave");

        Assert.Equal($"/join/{host.Row.JoinCode}", answer.Headers.Location?.ToString());
        Assert.Equal($"/join/{host.Row.JoinCode}", (await device.GetAsync($"/s/{host.Key}")).Headers.Location?.ToString());
        await JoinAsync(device, host, "Chi");
        Assert.Contains("data-seat=\"p2\"", await device.ReadAsync($"/s/{host.Key}"));
        Assert.Equal(["p1", "p2"], await host.AskAsync((live, _) => live.Seated.Select(p => p.Id).ToArray()));
    }

    [Fact]
    public async Task Looking_at_the_question_leaves_nothing()
    {
        var host = await OpenAsync();
        using var device = server.Browser();
        await JoinAsync(device, host, "Ben");

        Assert.Contains("Leave and join as myself", await device.ReadAsync($"/s/{host.Key}/leave"));

        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync($"/s/{host.Key}")).StatusCode);
    }

    [Fact]
    public async Task Without_a_seat_there_is_nothing_to_leave()
    {
        var host = await OpenAsync();
        using var stranger = server.Browser();

        Assert.Equal($"/join/{host.Row.JoinCode}", (await stranger.GetAsync($"/s/{host.Key}/leave")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_removed_student_does_not_shed_the_seat()
    {
        var host = await OpenAsync();
        using var device = server.Browser();
        await JoinAsync(device, host, "Ben");
        await host.DoAsync(Actor.Teacher(host.Row.TeacherId), Guid.NewGuid(), new RemoveStudent("p1"), DateTime.UnixEpoch);

        Assert.Contains("taken you out of this class", await (await device.SubmitAsync($"/s/{host.Key}/leave")).Content.ReadAsStringAsync());

        Assert.Contains("taken you out of this class", await (await JoinAsync(device, host, "Ben again")).Content.ReadAsStringAsync());
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
    }

    [Fact]
    public async Task A_page_that_the_one_left_open_does_not_go_on_as_the_other()
    {
        var host = await OpenAsync();
        using var device = server.Browser();
        await JoinAsync(device, host, "Ben");
        var bens = HubField().Match(await device.ReadAsync($"/s/{host.Key}")).Groups[1].Value;
        await device.SubmitAsync($"/s/{host.Key}/leave");
        Assert.Contains("\"target\":\"TurnedAway\"", await FirstWordsAsync(device, bens));
        await JoinAsync(device, host, "Chi");
        var chis = HubField().Match(await device.ReadAsync($"/s/{host.Key}")).Groups[1].Value;

        Assert.Contains("\"target\":\"TurnedAway\"", await FirstWordsAsync(device, bens));
        Assert.Contains("\"invocationId\":\"1\"", await FirstWordsAsync(device, chis));
    }

    /// <summary>What the hub says to a page that connects and enters: the answer to its entering, or why not.</summary>
    private async Task<string> FirstWordsAsync(Browser device, string hub)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = device.Cookies;
        socket.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}{hub}"), patience.Token);
        foreach (var message in new[] { "{\"protocol\":\"json\",\"version\":1}\x1e", "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Enter\",\"arguments\":[{}]}\x1e" })
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, patience.Token);
        var heard = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!heard.ToString().Contains("\"target\"", StringComparison.Ordinal) && !heard.ToString().Contains("\"invocationId\"", StringComparison.Ordinal))
            heard.Append(Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, patience.Token)).Count));
        return heard.ToString();
    }

    private async Task<SessionHost> OpenAsync()
    {
        var ana = await server.TeacherAsync($"{Guid.NewGuid():N}@school.example");
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons[0];
        var row = await server.Services.GetRequiredService<SessionStore>().StartAsync(ana.Id, version, plan, IdentityMode.NameForTeacher);
        return (await server.Services.GetRequiredService<LiveSessions>().FindAsync(row.Key))!;
    }

    private static Task<HttpResponseMessage> JoinAsync(Browser browser, SessionHost host, string name) =>
        browser.SubmitAsync($"/join/{host.Row.JoinCode}", ("ticket", Guid.NewGuid().ToString()), ("name", name));

    [GeneratedRegex("data-hub=\"([^\"]+)\"")]
    private static partial Regex HubField();
}
