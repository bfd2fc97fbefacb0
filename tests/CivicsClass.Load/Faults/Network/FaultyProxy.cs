using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CivicsClass.Load.Faults.Network;

/// <summary>A TCP proxy before the server that behaves as badly as it is told.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Link, bool> _links = [];
    private readonly Dice _dice;
    private readonly Task _accepting;

    public FaultyProxy(int server, int seed)
    {
        (Server, _dice) = (server, new Dice(seed));
        _listener.Start(2_000);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }
    /// <summary>The port to which new connections go.</summary>
    public int Server { get; set; }
    public Weather Weather { get; set; } = Weather.Fine;
    public IReadOnlyCollection<Link> Links => [.. _links.Keys];

    /// <summary>Messages from the server that passed, and what befell some of them.</summary>
    public int Passed => _passed;
    public int Dropped => _dropped;
    public int Doubled => _doubled;
    public int Reordered => _reordered;
    public int Cut => _cut;
    private int _passed, _dropped, _doubled, _reordered, _cut;

    public string Toll => $"{Passed + Dropped + Doubled + Reordered:N0} messages: {Dropped:N0} dropped, {Doubled:N0} doubled, {Reordered:N0} reordered";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (var link in Links)
            link.Reset();
        await _accepting;
    }

    internal Dice Dice => _dice;

    internal void Gone(Link link) => _links.TryRemove(link, out _);

    internal void Count(Fate fate) => Interlocked.Increment(ref Counter(fate));

    private ref int Counter(Fate fate)
    {
        switch (fate)
        {
            case Fate.Dropped: return ref _dropped;
            case Fate.Doubled: return ref _doubled;
            case Fate.Reordered: return ref _reordered;
            case Fate.Cut: return ref _cut;
            default: return ref _passed;
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
            {
                return;
            }
            var link = new Link(this, client);
            _links[link] = true;
            _ = link.RunAsync(Server);
        }
    }
}

public enum Fate { Passed, Dropped, Doubled, Reordered, Cut }
