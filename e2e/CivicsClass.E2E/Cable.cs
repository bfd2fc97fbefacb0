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
    private CancellationTokenSource _cut = new();
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

    /// <summary>Whatever is on the way is lost, and nothing comes through until the cable is mended.</summary>
    public Task CutAsync() => _cut.CancelAsync();

    public void Mend()
    {
        _cut.Dispose();
        _cut = new CancellationTokenSource();
    }

    public async ValueTask DisposeAsync()
    {
        await _pulled.CancelAsync();
        _plug.Dispose();
        await _carrying;
        _pulled.Dispose();
        _cut.Dispose();
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
        if (_cut.IsCancellationRequested)
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_pulled.Token, _cut.Token);
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, end.Token);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), isCounted: false, end.Token), CopyAsync(far.GetStream(), near.GetStream(), isCounted: true, end.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // One end hung up, as browsers do.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isCounted, CancellationToken end)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, end) is > 0 and var read)
        {
            if (isCounted)
                Interlocked.Add(ref _bytes, read);
            await to.WriteAsync(buffer.AsMemory(0, read), end);
        }
    }
}
