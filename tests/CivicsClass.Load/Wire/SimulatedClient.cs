using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>A person's open page without the page: holds the views, follows patches, asks again after any gap, comes back after a
/// lost connection and sends unanswered commands again under their ids.</summary>
/// <param name="cookies">The Cookie header, asked for on every connection.</param>
public sealed class SimulatedClient(Uri hub, Func<string> cookies) : IAsyncDisposable
{
    private static readonly TimeSpan PatchPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(8);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HeldView> _views = [];
    private readonly List<Patch> _held = [];
    private readonly CancellationTokenSource _leaving = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<HubSocket> _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _staying = Task.CompletedTask;
    private bool _entering;

    private sealed record Patch(string Audience, (int, int) From, (int, int) To, JsonNode Change);

    /// <summary>The sentence with which the server sent this client away; null while it may stay.</summary>
    public string? SentAway { get; private set; }

    /// <summary>Times the whole view was asked for, the first included.</summary>
    public int Entries { get; private set; }

    public HeldView? View(string audience)
    {
        lock (_gate)
            return _views.GetValueOrDefault(audience);
    }

    /// <summary>Connects and enters; from then on comes back by itself until disposed or sent away.</summary>
    public async Task EnterAsync()
    {
        await ConnectAsync();
        _staying = StayAsync();
    }

    /// <summary>Sends a command until it is answered, always under the same id.</summary>
    /// <exception cref="HubRefusedException">The hub could not take the call at all.</exception>
    public async Task<CommandOutcome> DoAsync(object command)
    {
        var arguments = JsonSerializer.SerializeToUtf8Bytes(new[] { Guid.NewGuid(), command }, JsonSerializerOptions.Web);
        while (true)
        {
            var socket = await _here.Task.WaitAsync(_leaving.Token);
            try
            {
                var reply = await socket.InvokeAsync("Do", arguments);
                var outcome = reply.Error is { } error ? throw new HubRefusedException(error) : CommandOutcome.Read(reply.Result);
                if (outcome is { Patch: { } patch, From: [var fromEpoch, var fromN], My: [var epoch, var n] })
                    Take(new Patch("my", (fromEpoch, fromN), (epoch, n), patch));
                return outcome;
            }
            catch (WebSocketException)
            {
                await socket.Listening;
                lock (_gate)
                    if (_here.Task.IsCompletedSuccessfully && _here.Task.GetAwaiter().GetResult() == socket)
                        _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
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
    public async Task LoseConnectionAsync() => (await _here.Task).Cut();

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_here.Task.IsCompletedSuccessfully)
            await (await _here.Task).DisposeAsync();
        await _staying;
        _leaving.Dispose();
    }

    private async Task ConnectAsync()
    {
        var socket = await HubSocket.ConnectAsync(hub, cookies(), Hear, _leaving.Token);
        await TakeWholeAsync(socket);
        lock (_gate)
        {
            if (_here.Task.IsCompleted)
                _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _here.SetResult(socket);
        }
    }

    private async Task StayAsync()
    {
        var wait = TimeSpan.FromSeconds(1);
        while (SentAway is null && !_leaving.IsCancellationRequested)
        {
            try
            {
                var socket = await _here.Task;
                while (!socket.Listening.IsCompleted)
                {
                    await Task.WhenAny(socket.Listening, Task.Delay(PingEvery, _leaving.Token));
                    if (!socket.Listening.IsCompleted && !_leaving.IsCancellationRequested)
                        await socket.PingAsync();
                }
                if (SentAway is not null || _leaving.IsCancellationRequested)
                    return;
                await ConnectAsync();
                wait = TimeSpan.FromSeconds(1);
            }
            catch (Exception problem) when (problem is WebSocketException or HttpRequestException or HubRefusedException or OperationCanceledException)
            {
                if (_leaving.IsCancellationRequested)
                    return;
                await Task.Delay(wait * (0.5 + Random.Shared.NextDouble())).WaitAsync(CancellationToken.None);
                wait = TimeSpan.FromSeconds(Math.Min(8, wait.TotalSeconds * 2));
            }
        }
    }

    /// <summary>Asks for every view that is not held in its newest version; patches that arrive meanwhile wait.</summary>
    private async Task TakeWholeAsync(HubSocket socket)
    {
        byte[] arguments;
        lock (_gate)
        {
            _entering = true;
            arguments = JsonSerializer.SerializeToUtf8Bytes(new[] { _views.ToDictionary(v => v.Key, v => new[] { v.Value.Epoch, v.Value.N }) });
        }
        var reply = await socket.InvokeAsync("Enter", arguments);
        if (reply.Error is { } error)
            throw new HubRefusedException(error);
        var views = JsonNode.Parse(reply.Result.Span)!["views"]!.AsObject();
        lock (_gate)
        {
            Entries++;
            _entering = false;
            foreach (var (audience, entered) in views)
                if (entered!["view"] is JsonObject view && Version(entered["version"]!) is var (epoch, n))
                    _views[audience] = new HeldView(epoch, n, (JsonObject)view.DeepClone());
            foreach (var patch in _held)
                Follow(patch);
            _held.Clear();
        }
        TellChanged();
    }

    private void Hear(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at)
    {
        var body = JsonNode.Parse(arguments)!.AsArray();
        if (target.SequenceEqual("Patch"u8))
        {
            Take(new Patch((string)body[0]!, Version(body[1]!), Version(body[2]!), body[3]!));
        }
        else if (target.SequenceEqual("Beacon"u8))
        {
            foreach (var (audience, version) in body[0]!.AsObject())
                if (View(audience)?.IsBehind(Version(version!)) == true)
                    _ = AskIfStillBehindAsync(audience, Version(version!));
        }
        else if (target.SequenceEqual("Removed"u8))
        {
            SentAway = (string?)body[0];
            TellChanged();
        }
    }

    private void Take(Patch patch)
    {
        var gap = false;
        lock (_gate)
        {
            if (_entering)
                _held.Add(patch);
            else
                gap = !Follow(patch);
        }
        if (gap)
            _ = AskAgainAsync();
        TellChanged();
    }

    /// <returns>False when a patch is missing.</returns>
    private bool Follow(Patch patch)
    {
        if (!_views.TryGetValue(patch.Audience, out var held))
            return false;
        var fits = held.Fits(patch.From, patch.To);
        if (fits == HeldView.Fit.Next)
            _views[patch.Audience] = held.With(patch.To, patch.Change);
        return fits != HeldView.Fit.Gap;
    }

    private async Task AskIfStillBehindAsync(string audience, (int, int) named)
    {
        await Task.Delay(PatchPatience);
        if (View(audience)?.IsBehind(named) == true)
            await AskAgainAsync();
    }

    private async Task AskAgainAsync()
    {
        try
        {
            await TakeWholeAsync(await _here.Task.WaitAsync(_leaving.Token));
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is lost; coming back asks for the whole view too.
        }
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
