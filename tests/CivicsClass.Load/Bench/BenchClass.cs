using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Bench;

/// <summary>One class of the bench: its teacher and the students who have entered.</summary>
public sealed class BenchClass : IKeptAlive, IAsyncDisposable
{
    private readonly HubSocket _teacher;
    private readonly List<BenchStudent> _students = [];

    private BenchClass(HubSocket teacher, JsonNode? view) => (_teacher, TeacherView) = (teacher, view);

    public JsonNode? TeacherView { get; }
    public BenchStudent[] Students
    {
        get
        {
            lock (_students)
                return [.. _students];
        }
    }

    public static async Task<BenchClass> OpenAsync(Uri hub, string cookies)
    {
        var teacher = await HubSocket.ConnectAsync(hub, cookies, (_, _, _) => { });
        var entered = await teacher.InvokeAsync("Enter", "[{}]"u8.ToArray());
        return entered.Error is { } error
            ? throw new HubRefusedException(error)
            : new BenchClass(teacher, JsonNode.Parse(entered.Result.Span)!["views"]!["teacher"]?["view"]);
    }

    public void Seat(BenchStudent student)
    {
        lock (_students)
            _students.Add(student);
    }

    public Task OpenStepAsync(string step) => DoAsync(new { kind = "step.open", step });

    /// <returns>The Stopwatch timestamp at which the teacher's call was sent.</returns>
    public async Task<long> AskAsync(QuizPlan quiz, QuizPlan.Question question)
    {
        var at = Stopwatch.GetTimestamp();
        await DoAsync(new { kind = "quiz.open", step = quiz.Step, item = question.Item });
        return at;
    }

    public async Task PingAsync()
    {
        await _teacher.PingAsync();
        foreach (var student in Students)
            await student.PingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var student in Students)
            await student.DisposeAsync();
        await _teacher.DisposeAsync();
    }

    private async Task DoAsync(object command)
    {
        var reply = await _teacher.InvokeAsync("Do", JsonSerializer.SerializeToUtf8Bytes(new[] { Guid.NewGuid(), command }));
        if ((reply.Error ?? CommandOutcome.Read(reply.Result).Refused) is { } sentence)
            throw new HubRefusedException(sentence);
    }
}
