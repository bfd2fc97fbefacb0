using System.Net;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Http;

namespace CivicsClass.Tests.Guards;

public sealed class OriginTests(TestServer server) : IClassFixture<TestServer>
{
    /// <summary>{here}: the server's own origin; {host}: its host without the scheme.</summary>
    public static TheoryData<string?, string?, bool> Origins => new()
    {
        { "{here}", null, true },
        { "{here}", "cross-site", true },
        { null, "same-origin", true },
        { null, null, false },
        { null, "same-site", false },
        { null, "cross-site", false },
        { null, "none", false },
        { "null", null, false },
        { "null", "same-origin", false },
        { "https://evil.example", null, false },
        { "https://evil.example", "same-origin", false },
        { "https://{host}", null, false },
        { "http://127.0.0.1", null, false },
        { "{here}.evil.example", null, false },
        { "http://evil.example/{here}", null, false },
        { "http://{host}@evil.example", null, false },
        { "http://evil.example@{host}", null, false },
        { "{here}/path", null, false },
        { "{here}, https://evil.example", null, false },
        { "", null, false },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Only_our_own_pages_reach_a_live_session_over_any_transport(string? origin, string? site, bool admitted)
    {
        var here = server.Address.GetLeftPart(UriPartial.Authority);
        origin = origin?.Replace("{here}", here, StringComparison.Ordinal).Replace("{host}", server.Address.Authority, StringComparison.Ordinal);
        foreach (var hub in new[] { "student", "teacher", "projector" })
            foreach (var (method, path, accept) in new[]
            {
                (HttpMethod.Post, $"/s/k3y/{hub}/negotiate?negotiateVersion=1", "*/*"),
                (HttpMethod.Get, $"/s/k3y/{hub}?id=x", "text/event-stream"),
                (HttpMethod.Get, $"/s/k3y/{hub}?id=x", "*/*"),
                (HttpMethod.Post, $"/S/k3y/{hub.ToUpperInvariant()}?id=x", "*/*"),
                (HttpMethod.Delete, $"/s/k3y/{hub}?id=x", "*/*"),
                (HttpMethod.Options, $"/s/k3y/{hub}", "*/*"),
            })
            {
                using var browser = server.Browser();
                using var request = new HttpRequestMessage(method, path);
                request.Headers.Accept.ParseAdd(accept);
                if (origin is not null)
                    request.Headers.TryAddWithoutValidation("Origin", origin);
                if (site is not null)
                    request.Headers.Add("Sec-Fetch-Site", site);

                var answer = await browser.SendAsync(request);

                Assert.True(admitted == (answer.StatusCode != HttpStatusCode.Forbidden), $"{method} {path}: {answer.StatusCode}");
            }
    }

    [Fact]
    public async Task A_web_socket_from_another_site_is_refused()
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() =>
            socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/s/k3y/student"), CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task An_operator_may_name_another_origin()
    {
        await using var open = await TestServer.StartAsync(settings: new() { ["AllowedOrigins:0"] = "https://civics.school.example" });
        using var browser = open.Browser();
        browser.Http.DefaultRequestHeaders.Add("Origin", "https://civics.school.example");

        var answer = await browser.Http.PostAsync("/s/k3y/student/negotiate?negotiateVersion=1", null);

        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/s/abc/student", true)]
    [InlineData("/s/abc/teacher/negotiate", true)]
    [InlineData("//s//abc//Projector/", true)]
    [InlineData("/s/abc", false)]
    [InlineData("/s/abc/teach", false)]
    [InlineData("/s/abc/students", false)]
    [InlineData("/x/abc/student", false)]
    public void The_guard_knows_which_addresses_are_live(string path, bool live) => Assert.Equal(live, OriginGuard.IsLive(new PathString(path)));
}
