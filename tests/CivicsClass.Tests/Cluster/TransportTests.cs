using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CivicsClass.Tests.Cluster;

/// <summary>Each step of a connection comes by another server, as it does behind a proxy that knows nothing of classes.</summary>
internal sealed class Transport(IReadOnlyList<ClusterServer> servers, string key, string cookies) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private int _next;
    private string _token = "";

    public async Task NegotiateAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "/negotiate?negotiateVersion=1", null);
        _token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["connectionToken"]!;
    }

    public async Task<HttpStatusCode> NegotiateFromAsync(string origin) => (await SendAsync(HttpMethod.Post, "/negotiate?negotiateVersion=1", null, origin: origin, mustSucceed: false)).StatusCode;

    public Task SayAsync(string record) => SendAsync(HttpMethod.Post, $"?id={_token}", record + '\u001e');

    public async Task<string> PollAsync() => await (await SendAsync(HttpMethod.Get, $"?id={_token}", null)).Content.ReadAsStringAsync();

    public async Task<Stream> ListenAsync() => await (await SendAsync(HttpMethod.Get, $"?id={_token}", null, accept: "text/event-stream")).Content.ReadAsStreamAsync();

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string what, string? body, string? accept = null, string? origin = null, bool mustSucceed = true)
    {
        var server = servers[_next++ % servers.Count];
        using var request = new HttpRequestMessage(method, new Uri(server.Address, $"/s/{key}/student{what}"));
        request.Headers.Add("Origin", origin ?? server.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", cookies);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        if (method == HttpMethod.Post)
            request.Content = new StringContent(body ?? "", Encoding.UTF8, "text/plain");
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (mustSucceed)
            answer.EnsureSuccessStatusCode();
        return answer;
    }
}

[Collection(nameof(ThreeServers))]
[Trait("Kind", "Cluster")]
public sealed class TransportTests(ThreeServers servers)
{
    private const string Handshake = """{"protocol":"json","version":1}""", Enter = """{"type":1,"invocationId":"1","target":"Enter","arguments":[{}]}""";

    [Fact]
    public async Task Every_transport_reaches_the_owner_by_any_server()
    {
        await using var room = await SpreadClass.StartAsync(servers, 1, servers.Site);
        using var events = new Transport(servers.Servers, room.Key, room.Students[0].Cookies);
        await events.NegotiateAsync();
        using var stream = new StreamReader(await events.ListenAsync());
        await events.SayAsync(Handshake);
        await events.SayAsync(Enter);
        Assert.Contains("\"views\"", await UntilAsync(async () => await stream.ReadLineAsync() ?? "", "\"views\""), StringComparison.Ordinal);

        using var polls = new Transport(servers.Servers, room.Key, room.Students[0].Cookies);
        await polls.NegotiateAsync();
        await polls.PollAsync();
        await polls.SayAsync(Handshake);
        await polls.SayAsync(Enter);
        Assert.Contains("\"views\"", await UntilAsync(polls.PollAsync, "\"views\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_page_is_refused_by_every_server()
    {
        await using var room = await SpreadClass.StartAsync(servers, 1, servers.Site);
        using var transport = new Transport(servers.Servers, room.Key, room.Students[0].Cookies);
        foreach (var _ in servers.Servers)
            Assert.Equal(HttpStatusCode.Forbidden, await transport.NegotiateFromAsync("https://elsewhere.example"));
    }

    [Fact]
    public async Task Nobody_can_pretend_to_be_a_server_that_forwards()
    {
        using var http = new HttpClient { BaseAddress = servers.Servers[0].Address };
        http.DefaultRequestHeaders.Add("X-Civics-Forwarded", "made up");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/s/none")).StatusCode);
    }

    private static async Task<string> UntilAsync(Func<Task<string>> read, string wanted)
    {
        for (var reads = 0; reads < 50; reads++)
            if (await read() is var text && text.Contains(wanted, StringComparison.Ordinal))
                return text;
        return "";
    }
}
