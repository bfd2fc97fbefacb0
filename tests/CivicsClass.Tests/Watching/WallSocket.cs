using System.Net.WebSockets;
using System.Text;

namespace CivicsClass.Tests.Watching;

/// <summary>A wall's own live connection, spoken by hand.</summary>
internal sealed class WallSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _asked;

    public static async Task<WallSocket> OpenAsync(TestServer server, Browser browser, string key, string query = "")
    {
        var page = new WallSocket();
        var address = new Uri(server.Address, $"/s/{key}/projector{query}");
        page._socket.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        page._socket.Options.Cookies = browser.Cookies;
        await page._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, CancellationToken.None);
        await page.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        await page.HearAsync("{}");
        return page;
    }

    public async Task EnterAsync(string have)
    {
        await SendAsync($"{{\"type\":1,\"invocationId\":\"{++_asked}\",\"target\":\"Enter\",\"arguments\":[{have}]}}");
        await HearAsync($"\"invocationId\":\"{_asked}\"");
    }

    public Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + '\x1e'), WebSocketMessageType.Text, true, CancellationToken.None);

    public void Dispose() => _socket.Dispose();

    private async Task HearAsync(string wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var (buffer, heard) = (new byte[64 * 1024], "");
        while (!heard.Contains(wanted, StringComparison.Ordinal))
            heard += Encoding.UTF8.GetString(buffer, 0, (await _socket.ReceiveAsync(buffer, patience.Token)).Count);
    }
}
