using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Bench.Debate;

/// <summary>A student of the debate: writes, marks and takes times, and keeps no views, so that the load stays light beside the server.</summary>
public sealed class DebateStudent : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private HubSocket _socket = null!;
    private readonly Lock _gate = new();
    private readonly Random _random = new();
    private readonly List<(string Argument, long At)> _seen = [];
    private readonly HashSet<(string Argument, string Mark)> _given = [];
    private (string Passage, string Text)[] _tray = [];

    private DebateStudent(string id, JsonNode classView) => (Id, ClassView) = (id, classView);

    /// <summary>As the class knows this seat.</summary>
    public string Id { get; private set; }
    public JsonNode ClassView { get; private set; }
    public Acknowledgements Acknowledged { get; } = new();
    public long BytesReceived => _socket.BytesReceived;

    /// <summary>The arguments that came onto this screen, and when (Stopwatch timestamps).</summary>
    public IReadOnlyList<(string Argument, long At)> Seen
    {
        get
        {
            lock (_gate)
                return [.. _seen];
        }
    }

    public static async Task<DebateStudent> EnterAsync(Uri hub, string cookies)
    {
        var student = new DebateStudent("", new JsonObject());
        student._socket = await HubSocket.ConnectAsync(hub, cookies, student.Hear);
        var entered = await student._socket.InvokeAsync("Enter", "[{}]"u8.ToArray());
        if (entered.Error is { } error)
            throw new HubRefusedException(error);
        var views = JsonNode.Parse(entered.Result.Span)!["views"]!;
        (student.Id, student.ClassView) = ((string)views["my"]!["view"]!["id"]!, views["class"]!["view"]!);
        return student;
    }

    /// <summary>Accepts the norms and keeps two sentences to quote.</summary>
    public async Task PrepareAsync(DebatePlan plan)
    {
        _tray = _random.GetItems([.. plan.Sentences], 2);
        await DoAsync(new { kind = "norms.accept", step = plan.Norms });
        foreach (var passage in _tray.Select(t => t.Passage).Distinct())
            await DoAsync(new { kind = "reading.keep", step = plan.Reading, passage });
    }

    /// <summary>Writes and marks at random moments of the given time.</summary>
    /// <param name="mayMark">False for what this student wrote.</param>
    public async Task ArgueAsync(DebatePlan plan, int arguments, int marks, TimeSpan time, Func<string, bool> mayMark)
    {
        var moments = Enumerable.Range(0, arguments).Select(_ => (At: time * 0.95 * _random.NextDouble(), IsMark: false))
            .Concat(Enumerable.Range(0, marks).Select(_ => (At: time * (0.05 + (0.95 * _random.NextDouble())), IsMark: true)))
            .OrderBy(m => m.At).ToArray();
        var (began, written) = (Stopwatch.GetTimestamp(), 0);
        foreach (var (at, isMark) in moments)
        {
            if (at - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            await (isMark ? MarkAsync(plan, mayMark) : DoAsync(plan.Argue(++written, _tray[written % 2], _random)));
        }
    }

    public Task PingAsync() => _socket.PingAsync();

    public ValueTask DisposeAsync() => _socket.DisposeAsync();

    private async Task MarkAsync(DebatePlan plan, Func<string, bool> mayMark)
    {
        for (var on = Seen.ToArray(); ; on = [.. Seen])
        {
            _random.Shuffle(on);
            var mark = DebatePlan.AnyMark(_random);
            if (on.Select(s => s.Argument).FirstOrDefault(a => mayMark(a) && _given.Add((a, mark))) is not { } argument)
            {
                await Task.Delay(LookAgain);
                continue;
            }
            await DoAsync(new { kind = "debate.mark", step = plan.Step, argument, version = 1, mark, on = true });
            return;
        }
    }

    private Task<bool> DoAsync(object command) => Acknowledged.DoAsync(_socket, command);

    /// <summary>An approval lengthens the order of the board, which a patch always brings whole.</summary>
    private void Hear(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at)
    {
        if (!target.SequenceEqual("Patch"u8) || !arguments.StartsWith("[\"class\""u8) || arguments.IndexOf("\"order\":[\"a"u8) is not (>= 0 and var from))
            return;
        var order = arguments[(from + "\"order\":["u8.Length)..];
        order = order[..order.IndexOf((byte)']')];
        lock (_gate)
        {
            var number = 0;
            foreach (var part in order.Split((byte)','))
                if (number++ == _seen.Count)
                    _seen.Add((Encoding.UTF8.GetString(order[part].Trim((byte)'"')), at));
        }
    }
}
