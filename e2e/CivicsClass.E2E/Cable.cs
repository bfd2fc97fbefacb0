using System.Net;
using System.Net.Sockets;

namespace CivicsClass.E2E;

/// <summary>A cable from browsers to the server. It counts every byte the server sends through it: heads, pages, scripts, socket frames.</summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _plug = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _pulled = new();
    private readonly Uri _server;
    private readonly Task _carrying;
    private long _bytes;

    public Cable(Uri server)
    {
        _server = server;
        _plug.Start();
        _carrying = CarryAllAsync();
    }

    /// <summary>Sent by the server so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The same page by way of this cable.</summary>
    public Uri Through(string address) => new UriBuilder(address) { Port = ((IPEndPoint)_plug.LocalEndpoint).Port }.Uri;

    public async ValueTask DisposeAsync()
    {
        await _pulled.CancelAsync();
        _plug.Dispose();
        await _carrying;
        _pulled.Dispose();
    }

    private async Task CarryAllAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
                carried.Add(CarryAsync(await _plug.AcceptTcpClientAsync(_pulled.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _pulled.Token);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), isCounted: false), CopyAsync(far.GetStream(), near.GetStream(), isCounted: true));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // One end hung up, as browsers do.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isCounted)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, _pulled.Token) is > 0 and var read)
        {
            if (isCounted)
                Interlocked.Add(ref _bytes, read);
            await to.WriteAsync(buffer.AsMemory(0, read), _pulled.Token);
        }
    }
}
