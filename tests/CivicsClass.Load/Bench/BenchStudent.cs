using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Bench;

/// <summary>A student of the bench: answers and takes times, and keeps no views, so that the load stays light beside the server.</summary>
public sealed class BenchStudent : IAsyncDisposable
{
    private HubSocket _socket = null!;
    private byte[] _watched = [];
    private readonly Dictionary<string, int> _answers = [];
    private readonly List<Guid> _acknowledged = [];

    private BenchStudent()
    {
    }

    /// <summary>Stopwatch timestamp at which the patch with the watched question arrived; 0 until then.</summary>
    public long SeenAt { get; private set; }
    public int SeenBytes { get; private set; }
    public int EnteredBytes { get; private set; }
    public bool IsConnected => !_socket.Listening.IsCompleted;
    public long BytesReceived => _socket.BytesReceived;
    public IReadOnlyList<Guid> Acknowledged => _acknowledged;
    /// <summary>Why an answer was not acknowledged, the latest.</summary>
    public string? Trouble { get; private set; }

    public static async Task<BenchStudent> EnterAsync(Uri hub, string cookies)
    {
        var student = new BenchStudent();
        student._socket = await HubSocket.ConnectAsync(hub, cookies, student.Hear);
        var entered = await student._socket.InvokeAsync("Enter", "[{}]"u8.ToArray());
        if (entered.Error is { } error)
            throw new HubRefusedException(error);
        student.EnteredBytes = entered.Result.Length;
        return student;
    }

    public void Watch(string item) => (SeenAt, _watched) = (0, Encoding.UTF8.GetBytes($"\"{item}\""));

    /// <summary>Answers with another option than the last time, so that every answer is an event.</summary>
    /// <returns>Milliseconds from sending to the acknowledgement; null when there was none.</returns>
    public async Task<double?> AnswerAsync(QuizPlan quiz, QuizPlan.Question question)
    {
        var turn = _answers[question.Item] = _answers.GetValueOrDefault(question.Item, -1) + 1;
        var id = Guid.NewGuid();
        var command = JsonSerializer.SerializeToUtf8Bytes(new object[] { id, new { kind = "quiz.answer", step = quiz.Step, item = question.Item, options = new[] { question.Options[turn % question.Options.Count] } } });
        var sent = Stopwatch.GetTimestamp();
        var reply = await _socket.InvokeAsync("Do", command);
        if (reply.Error is not null || CommandOutcome.Read(reply.Result) is { Seq: null })
        {
            Trouble = reply.Error ?? CommandOutcome.Read(reply.Result).Refused;
            return null;
        }
        _acknowledged.Add(id);
        return Stopwatch.GetElapsedTime(sent, reply.At).TotalMilliseconds;
    }

    public Task PingAsync() => _socket.PingAsync();

    public ValueTask DisposeAsync() => _socket.DisposeAsync();

    private void Hear(ReadOnlySpan<byte> target, ReadOnlySpan<byte> arguments, long at)
    {
        if (SeenAt == 0 && _watched.Length > 0 && target.SequenceEqual("Patch"u8) && arguments.StartsWith("[\"class\""u8) && arguments.IndexOf(_watched) >= 0)
            (SeenAt, SeenBytes) = (at, arguments.Length);
    }
}
