using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace CivicsClass.Load.Wire;

/// <summary>A call of the server, such as <c>Patch</c>. The spans live only during the call; <c>at</c> is a Stopwatch timestamp.</summary>
public delegate void Heard(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at);

/// <summary>The hub's answer to an invocation and when it arrived (Stopwatch timestamp).</summary>
public readonly record struct Reply(ReadOnlyMemory<byte> Result, string? Error, long At);

/// <summary>SignalR's JSON hub protocol over one WebSocket, without negotiation. Much lighter than HubConnection, whose timer and
/// pipes for each of 1,800 clients would take the processor from the server that is measured.</summary>
public sealed class HubSocket : IAsyncDisposable
{
    private const byte Separator = 0x1e;
    private static readonly byte[] Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();
    private static readonly byte[] PingFrame = "{\"type\":6}\u001e"u8.ToArray();
    private static readonly HttpMessageInvoker Invoker = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    private readonly ClientWebSocket _socket = new();
    /// <summary>Never disposed: a command may be about to be sent when the connection is given up.</summary>
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Dictionary<int, TaskCompletionSource<Reply>> _waiting = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Heard _heard;
    private byte[] _buffer = new byte[4096];
    private int _held;
    private int _lastId;
    private bool _closed;

    private HubSocket(Heard heard) => _heard = heard;

    /// <summary>Completes when the connection has ended, for whatever reason.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;
    /// <summary>Payload of every WebSocket message received so far.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>Stopwatch timestamp of the last sign of life.</summary>
    public long HeardAt { get; private set; }

    /// <param name="hub">The hub's http address.</param>
    /// <exception cref="TurnedAwayException">The server does not know this device.</exception>
    /// <param name="cookies">The value of the Cookie header; empty for none.</param>
    public static async Task<HubSocket> ConnectAsync(Uri hub, string cookies, Heard heard, CancellationToken stop = default)
    {
        var socket = new HubSocket(heard);
        socket._socket.Options.SetRequestHeader("Origin", hub.GetLeftPart(UriPartial.Authority));
        if (cookies.Length > 0)
            socket._socket.Options.SetRequestHeader("Cookie", cookies);
        socket._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket._socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket._socket.ConnectAsync(new UriBuilder(hub) { Scheme = hub.Scheme == "https" ? "wss" : "ws" }.Uri, Invoker, stop);
            socket.HeardAt = Stopwatch.GetTimestamp();
            socket.Listening = socket.ListenAsync();
            await socket.SendAsync(Handshake);
            await socket._ready.Task.WaitAsync(stop);
            return socket;
        }
        catch (Exception problem)
        {
            var status = (int)socket._socket.HttpStatusCode;
            await socket.DisposeAsync();
            throw problem is WebSocketException && status is 401 or 403 or 404 ? new TurnedAwayException(status) : problem;
        }
    }

    /// <param name="arguments">A JSON array.</param>
    /// <exception cref="WebSocketException">The connection ended before the answer: what became of the call is unknown.</exception>
    public async Task<Reply> InvokeAsync(string method, ReadOnlyMemory<byte> arguments)
    {
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_waiting)
        {
            if (_closed)
                throw Gone();
            _waiting.Add(id = ++_lastId, answer);
        }
        var head = Encoding.UTF8.GetBytes($"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"{method}\",\"arguments\":");
        var frame = new byte[head.Length + arguments.Length + 2];
        head.CopyTo(frame, 0);
        arguments.Span.CopyTo(frame.AsSpan(head.Length));
        (frame[^2], frame[^1]) = ((byte)'}', Separator);
        await SendAsync(frame);
        return await answer.Task;
    }

    /// <summary>Tells the server that this client is still there.</summary>
    public Task PingAsync() => SendAsync(PingFrame);

    /// <summary>Drops the connection without a word, as a lost network does.</summary>
    public void Cut() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await Listening;
        _socket.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception problem) when (problem is ObjectDisposedException or OperationCanceledException)
        {
            throw Gone();
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                if (_held == _buffer.Length)
                    Array.Resize(ref _buffer, _buffer.Length * 2);
                var received = await _socket.ReceiveAsync(_buffer.AsMemory(_held), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                BytesReceived += received.Count;
                Take(received.Count, HeardAt = Stopwatch.GetTimestamp());
            }
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        finally
        {
            _ready.TrySetException(Gone());
            lock (_waiting)
            {
                _closed = true;
                foreach (var answer in _waiting.Values)
                    answer.TrySetException(Gone());
                _waiting.Clear();
            }
        }
    }

    /// <summary>Takes every whole record; what is left of the last one waits for more.</summary>
    private void Take(int count, long at)
    {
        var all = _buffer.AsSpan(0, _held + count);
        var from = 0;
        for (var search = _held; all[search..].IndexOf(Separator) is >= 0 and var found; search = from)
        {
            Take(all[from..(search + found)], at);
            from = search + found + 1;
        }
        all[from..].CopyTo(_buffer);
        _held = all.Length - from;
    }

    private void Take(ReadOnlySpan<byte> record, long at)
    {
        var message = HubMessage.Read(record);
        switch (message.Type)
        {
            case HubMessage.Handshake:
                _ready.TrySetResult();
                break;
            case HubMessage.Invocation:
                _heard(message.Target, message.Body, at);
                break;
            case HubMessage.Completion:
                TaskCompletionSource<Reply>? answer;
                lock (_waiting)
                    _waiting.Remove(message.InvocationId, out answer);
                answer?.TrySetResult(new Reply(message.Body.ToArray(), message.Error, at));
                break;
        }
    }

    private static WebSocketException Gone() => new(WebSocketError.ConnectionClosedPrematurely);
}
