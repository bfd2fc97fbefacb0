using System.Net.WebSockets;
using System.Text;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CivicsClass.Tests.Guards;

public sealed class FloodTests : IAsyncLifetime
{
    private readonly WebApplication _app;

    public FloodTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSignalR();
        _app = builder.Build();
        _app.MapConnections("/echo", connection => connection.UseMessageLimit().UseHub<EchoHub>());
    }

    [Theory]
    [InlineData("{\"type\":1,\"target\":\"Echo\",\"arguments\":[\"a\"]}\x1e")]
    [InlineData("{\"type\":1,\"target\":\"NoSuchMethod\",\"arguments\":[]}\x1e")]
    public async Task A_browser_that_floods_is_cut_off_within_two_seconds(string message)
    {
        using var socket = await ConnectAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var started = TimeProvider.System.GetTimestamp();
        var listening = DrainAsync(socket, patience.Token);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
                await SendAsync(socket, message, patience.Token);
            await listening;
            throw new WebSocketException("Closed while listening.");
        });

        Assert.False(patience.IsCancellationRequested);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 2);
    }

    [Fact]
    public async Task A_busy_but_honest_browser_is_served()
    {
        using var socket = await ConnectAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (var i = 0; i < MessageLimit.Burst - 1; i++)
            await SendAsync(socket, $"{{\"type\":1,\"invocationId\":\"{i}\",\"target\":\"Echo\",\"arguments\":[\"a\"]}}\x1e", patience.Token);

        var heard = new StringBuilder();
        while (!heard.ToString().Contains($"\"invocationId\":\"{MessageLimit.Burst - 2}\"", StringComparison.Ordinal))
            heard.Append(await HearAsync(socket, patience.Token));

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(_app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal) + "/echo"), CancellationToken.None);
        await SendAsync(socket, "{\"protocol\":\"json\",\"version\":1}\x1e", CancellationToken.None);
        Assert.Equal("{}\x1e", await HearAsync(socket, CancellationToken.None));
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text, CancellationToken stop) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, stop);

    private static async Task<string> HearAsync(ClientWebSocket socket, CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        var heard = await socket.ReceiveAsync(buffer, stop);
        return heard.MessageType == WebSocketMessageType.Close ? throw new WebSocketException("closed") : Encoding.UTF8.GetString(buffer, 0, heard.Count);
    }

    private static async Task DrainAsync(ClientWebSocket socket, CancellationToken stop)
    {
        while (true)
            await HearAsync(socket, stop);
    }

    public sealed class EchoHub : Hub
    {
        public string Echo(string text) => Context.ConnectionId + text;
    }
}
