using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Bench.Debate;

/// <summary>One class of the debate: its students, and a teacher who approves what waits, one after the other.</summary>
public sealed class DebateClass : IKeptAlive, IAsyncDisposable
{
    private readonly Channel<(string Argument, int Version)> _waiting = Channel.CreateUnbounded<(string, int)>();
    private readonly ConcurrentDictionary<string, string> _authors = [];
    private readonly ConcurrentDictionary<string, long> _approved = [];
    private readonly ConcurrentBag<DebateStudent> _students = [];
    private HubSocket _teacher = null!;

    public DebateStudent[] Students => [.. _students];
    public Acknowledgements Acknowledged { get; } = new();

    public static async Task<DebateClass> OpenAsync(Uri hub, string cookies)
    {
        var room = new DebateClass();
        room._teacher = await HubSocket.ConnectAsync(hub, cookies, room.Hear);
        var entered = await room._teacher.InvokeAsync("Enter", "[{}]"u8.ToArray());
        if (entered.Error is { } error)
            throw new HubRefusedException(error);
        var view = JsonSerializer.Deserialize<JsonElement>(entered.Result.Span).GetProperty("views").GetProperty("teacher").GetProperty("view").GetProperty("class");
        foreach (var step in view.GetProperty("stepOrder").EnumerateArray().Select(s => s.GetString()!))
            if (view.GetProperty("steps").GetProperty(step).GetProperty("kind").GetString() is "norms" or "reading")
                await room.OpenStepAsync(step);
        return room;
    }

    public void Seat(DebateStudent student) => _students.Add(student);

    public Task<bool> OpenStepAsync(string step) => Acknowledged.DoAsync(_teacher, new { kind = "step.open", step });

    public bool MayMark(DebateStudent student, string argument) => _authors.TryGetValue(argument, out var author) && author != student.Id;

    /// <summary>Approves until asked to stop; reading takes a moment each time.</summary>
    public async Task ModerateAsync(DebatePlan plan, TimeSpan reading, CancellationToken stop)
    {
        try
        {
            await foreach (var (argument, version) in _waiting.Reader.ReadAllAsync(stop))
            {
                await Task.Delay(reading * 2 * Random.Shared.NextDouble(), stop);
                _approved[argument] = Stopwatch.GetTimestamp();
                if (!await Acknowledged.DoAsync(_teacher, new { kind = "debate.approve", step = plan.Step, argument, version }))
                    _approved.TryRemove(argument, out _);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public bool AllIsShown(int arguments) => _approved.Count >= arguments && _students.All(s => s.Seen.Count >= arguments);

    /// <summary>Milliseconds from the press of the key until each student's screen had the argument.</summary>
    public IEnumerable<double> UntilSeen =>
        _students.SelectMany(s => s.Seen).Where(s => _approved.ContainsKey(s.Argument)).Select(s => Stopwatch.GetElapsedTime(_approved[s.Argument], s.At).TotalMilliseconds);

    /// <summary>Approved, and never on somebody's screen.</summary>
    public int Unseen => (_approved.Count * _students.Count) - UntilSeen.Count();

    public async Task PingAsync()
    {
        await _teacher.PingAsync();
        foreach (var student in _students)
            await student.PingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var student in _students)
            await student.DisposeAsync();
        await _teacher.DisposeAsync();
    }

    private void Hear(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at)
    {
        if (!target.SequenceEqual("Patch"u8) || arguments.IndexOf("\"pending\""u8) < 0)
            return;
        var patch = JsonSerializer.Deserialize<JsonElement>(arguments)[3];
        if (!patch.TryGetProperty("steps", out var steps))
            return;
        foreach (var step in steps.EnumerateObject())
        {
            if (!step.Value.TryGetProperty("arguments", out var written))
                continue;
            foreach (var argument in written.EnumerateObject())
                if (argument.Value.TryGetProperty("participant", out var author) && _authors.TryAdd(argument.Name, author.GetString()!))
                    _waiting.Writer.TryWrite((argument.Name, argument.Value.GetProperty("card").GetProperty("version").GetInt32()));
        }
    }
}
