using System.Net.WebSockets;
using System.Text.Json;

namespace CivicsClass.Load.Wire;

/// <summary>The commands on their way, one after the other (client/live/outbox.ts).</summary>
public sealed partial class SimulatedClient
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(3), EffectPatience = TimeSpan.FromSeconds(2);
    private const int MostFailures = 16, MostSilences = 3;
    private const string NotTaken = "This could not be saved. Try again in a moment.";
    private readonly SemaphoreSlim _outbox = new(1, 1);

    /// <summary>How often a command is sent each time; a bad network repeats.</summary>
    public Func<int> Copies { get; init; } = () => 1;

    /// <summary>Hears every answer to every copy of every command.</summary>
    public Action<Guid, CommandOutcome>? Told { get; init; }

    public Task<CommandOutcome> DoAsync(object command) => DoAsync(Guid.NewGuid(), command);

    /// <summary>Sends a command until it is answered, always under the same id.</summary>
    public async Task<CommandOutcome> DoAsync(Guid id, object command)
    {
        var arguments = JsonSerializer.SerializeToUtf8Bytes(new[] { id, command }, JsonSerializerOptions.Web);
        await _outbox.WaitAsync(_leaving.Token);
        try
        {
            HubSocket? last = null;
            for (int failures = 0, silences = 0; ;)
            {
                var socket = await HereAsync();
                (failures, silences) = socket == last ? (failures, silences) : (0, 0);
                last = socket;
                try
                {
                    return await AnswerAsync(socket, id, arguments).WaitAsync(AnswerPatience, _leaving.Token);
                }
                catch (Exception problem) when (problem is WebSocketException or TimeoutException or HubRefusedException)
                {
                    silences = problem is TimeoutException ? silences + 1 : 0;
                    if (silences >= MostSilences)
                        socket.Cut();
                    if (problem is WebSocketException || silences >= MostSilences)
                        await socket.Listening;
                    else if (problem is HubRefusedException && ++failures >= MostFailures)
                        return new CommandOutcome(null, null, null, null, NotTaken);
                    else
                        await Task.WhenAny(socket.Listening, Task.Delay(BackOff.After(failures), _leaving.Token));
                }
            }
        }
        finally
        {
            _outbox.Release();
        }
    }

    private async Task<CommandOutcome> AnswerAsync(HubSocket socket, Guid id, ReadOnlyMemory<byte> arguments)
    {
        var answers = Enumerable.Range(0, Copies()).Select(_ => OneAnswerAsync(socket, id, arguments)).ToArray();
        return await await Task.WhenAny(answers);
    }

    /// <summary>An answer that nobody waits for any more still tells what it changed.</summary>
    private async Task<CommandOutcome> OneAnswerAsync(HubSocket socket, Guid id, ReadOnlyMemory<byte> arguments)
    {
        var reply = await socket.InvokeAsync("Do", arguments);
        var outcome = reply.Error is { } error ? throw new HubRefusedException(error) : CommandOutcome.Read(reply.Result);
        Told?.Invoke(id, outcome);
        if (outcome.Class is [var classEpoch, var classN])
            CatchUpWith("class", (classEpoch, classN), BeaconPatience);
        if (outcome is { Patch: { } patch, From: [var fromEpoch, var fromN], My: [var toEpoch, var toN] })
            Take(new ViewPatch("my", (fromEpoch, fromN), (toEpoch, toN), patch));
        if (outcome.My is [var epoch, var n])
            CatchUpWith("my", (epoch, n), EffectPatience);
        return outcome;
    }
}
