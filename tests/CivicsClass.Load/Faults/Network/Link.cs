using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CivicsClass.Load.Faults.Network;

/// <summary>One connection through the proxy.</summary>
public sealed class Link(FaultyProxy proxy, TcpClient client) : IDisposable
{
    /// <summary>A message that was put later goes at the latest now.</summary>
    private static readonly TimeSpan LatestReordered = TimeSpan.FromMilliseconds(200);
    private readonly TcpClient _server = new() { NoDelay = true };
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _halfOpen;
    private int _messages;

    /// <summary>From now on nothing passes, and neither side is told.</summary>
    public void HalfOpen() => _halfOpen = true;

    /// <summary>Both sides get a reset.</summary>
    public void Reset()
    {
        foreach (var side in new[] { client, _server })
        {
            try
            {
                side.Client?.LingerState = new LingerOption(true, 0);
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
            {
                // It has ended by itself.
            }
            side.Dispose();
        }
        _over.TrySetResult();
    }

    internal async Task RunAsync(int server)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, server);
            var ended = await Task.WhenAny(UpAsync(), DownAsync(), _over.Task);
            if (_halfOpen)
                await _over.Task;
            await ended;
        }
        catch (Exception problem) when (problem is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            if (_halfOpen)
                await _over.Task;
        }
        finally
        {
            proxy.Gone(this);
            Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task UpAsync()
    {
        var buffer = new byte[16 * 1024];
        while (await client.GetStream().ReadAsync(buffer) is > 0 and var count)
        {
            if (proxy.Weather.Delay is { Ticks: > 0 } delay)
                await Task.Delay(delay * proxy.Dice.Roll());
            if (_halfOpen)
                await _over.Task;
            await _server.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }
    }

    private async Task DownAsync()
    {
        var going = Channel.CreateUnbounded<(byte[] Bytes, TimeSpan Wait)>(new() { SingleReader = true });
        var writing = WriteAsync(going.Reader);
        var messages = new SocketMessages();
        var buffer = new byte[64 * 1024];
        byte[]? later = null;
        while (true)
        {
            var reading = _server.GetStream().ReadAsync(buffer).AsTask();
            if (later is not null && await Task.WhenAny(reading, Task.Delay(LatestReordered)) != reading)
                later = Send(going.Writer, later);
            if (await reading is not (> 0 and var count))
                break;
            foreach (var part in messages.Take(buffer.AsSpan(0, count)))
            {
                var fate = part.IsMessage ? FateOf(part.Bytes) : Fate.Passed;
                var wait = proxy.Weather.Delay * (proxy.Weather.Delay > TimeSpan.Zero ? proxy.Dice.Roll() : 0);
                if (part.IsMessage)
                    proxy.Count(fate);
                if (fate == Fate.Cut)
                {
                    Reset();
                    return;
                }
                if (fate == Fate.Reordered && later is null)
                {
                    later = part.Bytes;
                    continue;
                }
                if (fate != Fate.Dropped)
                    going.Writer.TryWrite((part.Bytes, wait));
                if (fate == Fate.Doubled)
                    going.Writer.TryWrite((part.Bytes, default));
                if (later is not null)
                    later = Send(going.Writer, later);
            }
        }
        going.Writer.Complete();
        await writing;
    }

    private static byte[]? Send(ChannelWriter<(byte[] Bytes, TimeSpan Wait)> going, byte[] message)
    {
        going.TryWrite((message, default));
        return null;
    }

    /// <summary>The first message, SignalR's handshake, passes: without it there is no connection whose faults could be seen.</summary>
    private Fate FateOf(byte[] message)
    {
        var weather = proxy.Weather;
        if (_messages++ == 0)
            return Fate.Passed;
        if (weather.Cut > 0 && message.AsSpan().IndexOf("\"type\":3"u8) >= 0 && message.AsSpan().IndexOf("\"seq\""u8) >= 0)
            return proxy.Dice.Falls(weather.Cut) ? Fate.Cut : Fate.Passed;
        var roll = proxy.Dice.Roll();
        return roll < weather.Drop ? Fate.Dropped
            : roll < weather.Drop + weather.Double ? Fate.Doubled
            : roll < weather.Drop + weather.Double + weather.Reorder ? Fate.Reordered
            : Fate.Passed;
    }

    private async Task WriteAsync(ChannelReader<(byte[] Bytes, TimeSpan Wait)> going)
    {
        await foreach (var (bytes, wait) in going.ReadAllAsync())
        {
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            if (_halfOpen)
                await _over.Task;
            await client.GetStream().WriteAsync(bytes);
        }
    }
}
