using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>A person's open page without the page, with the patience and persistence of the browser's own (client/live/live.ts and
/// outbox.ts): holds the views, follows patches, asks again after any gap, comes back after a lost connection, and sends one command
/// at a time, under one id until it is answered.</summary>
/// <param name="cookies">The Cookie header, asked for on every connection.</param>
public sealed partial class SimulatedClient(Uri hub, Func<string> cookies) : IAsyncDisposable
{
    private static readonly TimeSpan BeaconPatience = TimeSpan.FromMilliseconds(250), EnterPatience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(8), ServerPatience = TimeSpan.FromSeconds(20);
    private const int TimesTurnedAway = 3;
    private const string TurnedAway = "This device is not in this class any more. Join again with the code, or ask your teacher.";

    private readonly Lock _gate = new();
    private readonly HeldViews _views = new();
    private readonly CancellationTokenSource _leaving = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<HubSocket> _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _staying = Task.CompletedTask;
    private HubSocket? _asking;
    private int _attempts;

    /// <summary>The sentence with which the server sent this client away; null while it may stay.</summary>
    public string? SentAway { get; private set; }

    /// <summary>Times the whole view was asked for, the first included.</summary>
    public int Entries { get; private set; }

    /// <summary>Stopwatch timestamp since when this client is connected and has its views; 0 while it is not.</summary>
    public long LiveSince { get; private set; }

    /// <summary>Stopwatch timestamp at which the connection was last found lost.</summary>
    public long LostAt { get; private set; }

    /// <summary>Stopwatch timestamp of the last change to a view.</summary>
    public long ChangedAt { get; private set; }

    /// <summary>Times a view was replaced by an older one.</summary>
    public int WentBack => _views.WentBack;

    public HeldView? View(string audience)
    {
        lock (_gate)
            return _views[audience];
    }

    /// <summary>Connects and enters; from then on comes back by itself until disposed or sent away.</summary>
    /// <exception cref="HubRefusedException">The server sent this client away.</exception>
    public async Task EnterAsync()
    {
        _staying = StayAsync();
        await UntilAsync(() => LiveSince > 0 || SentAway is not null, _leaving.Token);
        if (SentAway is { } sentence)
            throw new HubRefusedException(sentence);
    }

    /// <summary>Waits until the views satisfy a condition; it is asked again after every change.</summary>
    public async Task UntilAsync(Func<bool> condition, CancellationToken stop = default)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            if (condition())
                return;
            await changed.WaitAsync(stop);
        }
    }

    /// <summary>Loses the connection, as a bad network does; the client then comes back by itself.</summary>
    public async Task LoseConnectionAsync() => (await HereAsync()).Cut();

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _staying;
        _leaving.Dispose();
        _outbox.Dispose();
    }

    private Task<HubSocket> HereAsync()
    {
        lock (_gate)
            return _here.Task.WaitAsync(_leaving.Token);
    }

    private async Task StayAsync()
    {
        for (var turnedAway = 0; SentAway is null && !_leaving.IsCancellationRequested;)
        {
            HubSocket? socket = null;
            try
            {
                socket = await ConnectAsync();
                await EnterAsync(socket);
                turnedAway = 0;
                lock (_gate)
                    (_attempts, LiveSince) = (0, Stopwatch.GetTimestamp());
                _here.SetResult(socket);
                TellChanged();
                await ListenAsync(socket);
            }
            catch (TurnedAwayException)
            {
                if (++turnedAway >= TimesTurnedAway)
                    SendAway(TurnedAway);
            }
            catch (Exception problem) when (problem is WebSocketException or HttpRequestException or HubRefusedException or OperationCanceledException)
            {
                turnedAway = 0;
            }
            await LoseAsync(socket);
            if (SentAway is null && !_leaving.IsCancellationRequested)
                await Task.WhenAny(Task.Delay(BackOff.After(_attempts++), _leaving.Token));
        }
    }

    private async Task<HubSocket> ConnectAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        patience.CancelAfter(ServerPatience);
        return await HubSocket.ConnectAsync(hub, cookies(), Hear, patience.Token);
    }

    /// <summary>Until the connection ends, or says nothing for too long.</summary>
    private async Task ListenAsync(HubSocket socket)
    {
        for (var ping = Stopwatch.GetTimestamp(); !socket.Listening.IsCompleted && SentAway is null;)
        {
            var silence = Stopwatch.GetElapsedTime(socket.HeardAt);
            if (silence >= ServerPatience)
                return;
            var next = PingEvery - Stopwatch.GetElapsedTime(ping);
            if (next <= TimeSpan.Zero)
            {
                ping = Stopwatch.GetTimestamp();
                await socket.PingAsync();
                continue;
            }
            await Task.WhenAny(socket.Listening, Task.Delay(next < ServerPatience - silence ? next : ServerPatience - silence, _leaving.Token));
            _leaving.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task LoseAsync(HubSocket? socket)
    {
        lock (_gate)
        {
            if (_here.Task.IsCompleted)
                (_here, LostAt) = (new(TaskCreationOptions.RunContinuationsAsynchronously), Stopwatch.GetTimestamp());
            LiveSince = 0;
            _views.ForgetWaiting();
        }
        TellChanged();
        if (socket is not null)
            await socket.DisposeAsync();
    }

    /// <summary>Asks for every view that is not held in its newest version; patches that arrive meanwhile wait.</summary>
    private async Task EnterAsync(HubSocket socket)
    {
        byte[] arguments;
        lock (_gate)
        {
            if (_asking == socket)
                return;
            _asking = socket;
            _views.HoldBack();
            arguments = JsonSerializer.SerializeToUtf8Bytes(new[] { _views.Have() });
        }
        bool gap;
        try
        {
            var reply = await AskToEnterAsync(socket, arguments);
            if (reply.Error is { } error)
                throw new HubRefusedException(error);
            var views = JsonNode.Parse(reply.Result.Span)!["views"]!.AsObject();
            lock (_gate)
            {
                gap = _views.Entered(views);
                (Entries, ChangedAt, _attempts) = (Entries + 1, Stopwatch.GetTimestamp(), 0);
            }
        }
        finally
        {
            lock (_gate)
                _asking = _asking == socket ? null : _asking;
        }
        TellChanged();
        if (gap)
            _ = EnterAgainAsync(BackOff.After(_attempts++));
    }

    /// <summary>Asks again while no answer comes: it may be lost though the connection stands. The first answer counts.</summary>
    private static async Task<Reply> AskToEnterAsync(HubSocket socket, ReadOnlyMemory<byte> arguments)
    {
        var answers = new List<Task<Reply>>();
        for (var patience = EnterPatience; ; patience *= answers.Count > 1 ? 2 : 1)
        {
            answers.Add(socket.InvokeAsync("Enter", arguments));
            var first = Task.WhenAny(answers);
            if (await Task.WhenAny(first, Task.Delay(patience)) == first)
                return await await first;
        }
    }

    private async Task EnterAgainAsync(TimeSpan wait = default)
    {
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait);
        if (_here.Task is not { IsCompletedSuccessfully: true } here)
            return;
        var socket = await here;
        try
        {
            await EnterAsync(socket);
        }
        catch (Exception problem) when (problem is WebSocketException or HubRefusedException)
        {
            socket.Cut();
        }
    }

    private void Hear(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at)
    {
        var body = JsonNode.Parse(arguments)!.AsArray();
        if (target.SequenceEqual("Patch"u8))
            Take(new ViewPatch((string)body[0]!, Version(body[1]!), Version(body[2]!), body[3]!));
        else if (target.SequenceEqual("Beacon"u8))
            foreach (var (audience, version) in body[0]!.AsObject())
                CatchUpWith(audience, Version(version!), BeaconPatience);
        else if (target.SequenceEqual("Removed"u8) || target.SequenceEqual("TurnedAway"u8))
            SendAway((string)body[0]!);
    }

    private void Take(ViewPatch patch)
    {
        HeldViews.Fit fit;
        lock (_gate)
        {
            fit = _views.Receive(patch);
            ChangedAt = fit == HeldViews.Fit.Applied ? Stopwatch.GetTimestamp() : ChangedAt;
        }
        if (fit == HeldViews.Fit.Gap)
            _ = EnterAgainAsync();
        if (fit == HeldViews.Fit.Applied)
            TellChanged();
    }

    private void CatchUpWith(string audience, (int, int) named, TimeSpan patience)
    {
        if (IsBehind(audience, named))
            _ = CatchUpLaterAsync(audience, named, patience);
    }

    private async Task CatchUpLaterAsync(string audience, (int, int) named, TimeSpan patience)
    {
        await Task.Delay(patience);
        if (IsBehind(audience, named))
            await EnterAgainAsync();
    }

    private bool IsBehind(string audience, (int, int) named)
    {
        lock (_gate)
            return _views.IsBehind(audience, named);
    }

    private void SendAway(string sentence)
    {
        SentAway = sentence;
        TellChanged();
    }

    private void TellChanged()
    {
        TaskCompletionSource changed;
        lock (_gate)
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        changed.SetResult();
    }

    private static (int, int) Version(JsonNode version) => ((int)version[0]!, (int)version[1]!);
}
