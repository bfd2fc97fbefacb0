using System.Diagnostics;
using System.Text.Json;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Bench.Debate;

/// <summary>What one page was told of its commands.</summary>
public sealed class Acknowledgements
{
    private readonly List<(Guid Id, string Kind, double Ms)> _taken = [];

    /// <summary>Milliseconds from sending to the acknowledgement, by the kind of command.</summary>
    public IReadOnlyList<(Guid Id, string Kind, double Ms)> Taken => _taken;
    public int Refused { get; private set; }
    /// <summary>Why a command was not acknowledged, the latest.</summary>
    public string? Trouble { get; private set; }

    public async Task<bool> DoAsync(HubSocket socket, object command)
    {
        var id = Guid.NewGuid();
        var written = JsonSerializer.SerializeToElement(command);
        var arguments = JsonSerializer.SerializeToUtf8Bytes(new object[] { id, written });
        var sent = Stopwatch.GetTimestamp();
        var reply = await socket.InvokeAsync("Do", arguments);
        if ((reply.Error ?? CommandOutcome.Read(reply.Result).Refused) is { } trouble)
        {
            (Refused, Trouble) = (Refused + 1, trouble);
            return false;
        }
        _taken.Add((id, written.GetProperty("kind").GetString()!, Stopwatch.GetElapsedTime(sent, reply.At).TotalMilliseconds));
        return true;
    }
}
