using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Network;

/// <summary>A page that asks for the whole view again and again and reads nothing after the handshake.</summary>
public sealed class DeafClient : IDisposable
{
    private const int SmallBuffer = 4 * 1024;
    /// <summary>Below what cuts who sends too much.</summary>
    private const int AtOnce = 80;
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);
    private readonly TcpClient _tcp = new() { ReceiveBufferSize = SmallBuffer, NoDelay = true };
    private readonly CancellationTokenSource _stop = new();
    private readonly string _cookies;
    private readonly Uri _hub;
    private Task _asking = Task.CompletedTask;

    private DeafClient(string name, Uri hub, string cookies) => (Name, _hub, _cookies) = (name, hub, cookies);

    public string Name { get; }

    /// <summary>Its own port: names the connection.</summary>
    public int Port => ((IPEndPoint)_tcp.Client.LocalEndPoint!).Port;

    /// <summary>Takes a seat in the class, and is not connected yet.</summary>
    public static async Task<DeafClient> JoinAsync(StartedSession session, string name) =>
        new(name, session.Hub("student"), await (await StudentDoor.FindAsync(session.Console, session.Code, name)).EnterAsync());

    /// <summary>Connects, and from then on asks and does not read.</summary>
    public async Task ConnectAsync()
    {
        await _tcp.ConnectAsync(IPAddress.Loopback, _hub.Port);
        var stream = _tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {_hub.PathAndQuery} HTTP/1.1\r\nHost: {_hub.Authority}\r\nOrigin: {_hub.GetLeftPart(UriPartial.Authority)}\r\nCookie: {_cookies}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var head = new byte[SmallBuffer];
        var length = await stream.ReadAsync(head);
        if (!head.AsSpan(0, length).StartsWith("HTTP/1.1 101"u8))
            throw new InvalidOperationException($"The server did not take the connection: {Encoding.ASCII.GetString(head, 0, length)}");
        await stream.WriteAsync(Frame("{\"protocol\":\"json\",\"version\":1}\u001e"));
        _asking = AskAsync();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _tcp.Dispose();
        _stop.Dispose();
    }

    private async Task AskAsync()
    {
        try
        {
            for (var id = 1; ; id++, await Task.Delay(id < AtOnce ? TimeSpan.Zero : Often, _stop.Token))
                await _tcp.GetStream().WriteAsync(Frame($"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"Enter\",\"arguments\":[{{}}]}}\u001e"), _stop.Token);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    /// <summary>A masked text frame, the mask being zero. Source: RFC 6455, section 5.2.</summary>
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var head = payload.Length < 126 ? new byte[6] : new byte[8];
        (head[0], head[1]) = (0x81, (byte)(0x80 | Math.Min(payload.Length, 126)));
        if (payload.Length >= 126)
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)payload.Length);
        return [.. head, .. payload];
    }
}
