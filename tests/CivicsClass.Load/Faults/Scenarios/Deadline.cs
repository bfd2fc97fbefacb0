using System.Globalization;
using System.Text.Json.Nodes;
using CivicsClass.Load.Bench;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>A question closes when the server says so: around the deadline, and although the server is killed meanwhile.</summary>
public static class Deadline
{
    private const int Students = 24, TimeGiven = 60, TimeLeft = 6;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2), Near = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromSeconds(30), Awhile = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(Stage stage)
    {
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, Students);
        var quiz = QuizPlan.Of(room.Teacher.View("teacher")!.View);
        await room.TeachAsync(new { kind = "step.open", step = quiz.Step });
        await AnswerAroundAsync(stage, room, quiz);
        await KillAsync(stage, site, room, quiz, quiz.Questions[1], away: TimeSpan.Zero);
        await KillAsync(stage, site, room, quiz, quiz.Questions[2], away: TimeSpan.FromSeconds(TimeLeft + 4));
        await site.Server.StopAsync();
        var log = await StoredLog.ReadAsync(data.Path);
        var closed = quiz.Questions.Take(3).Select(q => log.Count(e => e.Kind == "quiz.closed" && (string?)JsonNode.Parse(e.Payload)!["item"] == q.Item)).ToArray();
        var ranOut = log.Count(e => e.Kind == "timer.ranOut");
        stage.Tell("R5", "three questions, two of them with a kill -9 in the middle", $"closed {string.Join(", ", closed)} times, time called {ranOut} times", "each once", closed.All(c => c == 1) && ranOut == 3);
    }

    /// <summary>Students at −50 ms and +50 ms of the deadline and of the end of the grace.</summary>
    private static async Task AnswerAroundAsync(Stage stage, Classroom room, QuizPlan quiz)
    {
        var question = quiz.Questions[0];
        var end = await AskAsync(room, quiz, question);
        var moments = new[] { end - Near, end + Near, end + Grace - Near, end + Grace + Near };
        var students = room.Students.Where(s => s.Client.LiveSince > 0).ToArray();
        var right = await Task.WhenAll(students.Select((s, n) => AnswerAsync(s.Client, quiz, question, moments[n % moments.Length], end + Grace)));
        stage.Tell("R5", $"{students.Length} answers 50 ms before and after the deadline and the end of its grace", $"{right.Count(r => !r)} taken or refused wrongly", "0", right.All(r => r));
    }

    private static async Task KillAsync(Stage stage, Site site, Classroom room, QuizPlan quiz, QuizPlan.Question question, TimeSpan away)
    {
        var end = await AskAsync(room, quiz, question);
        await Task.Delay(Awhile);
        await site.Server.KillAsync();
        await Task.Delay(away);
        await site.StartAsync();
        await Stage.UntilAsync(() => room.Students.All(s => s.Client.LiveSince > 0) && room.Teacher.LiveSince > 0, Patience);
        var after = EndsAt(room);
        await Stage.UntilAsync(() => Status(room, quiz, question) == "closed", Patience);
        var late = TimeProvider.System.GetUtcNow() - end - Grace;
        stage.Tell("R5", away > TimeSpan.Zero ? "kill -9 mid-question, away beyond the deadline" : "kill -9 mid-question",
            after == end ? $"the same deadline, closed {Stage.Seconds(late)} after its grace" : $"the deadline moved from {end:O} to {after:O}", away > TimeSpan.Zero ? "closed at once on return" : "the same deadline, closed then",
            after == end && Status(room, quiz, question) == "closed" && (away > TimeSpan.Zero || late < Awhile));
    }

    /// <returns>When its time ends.</returns>
    private static async Task<DateTimeOffset> AskAsync(Classroom room, QuizPlan quiz, QuizPlan.Question question)
    {
        await room.TeachAsync(new { kind = "quiz.open", step = quiz.Step, item = question.Item });
        await room.TeachAsync(new { kind = "lesson.extend", seconds = TimeLeft - TimeGiven });
        using var patience = new CancellationTokenSource(Patience);
        await room.Teacher.UntilAsync(() => Status(room, quiz, question) == "open" && EndsAt(room) - TimeProvider.System.GetUtcNow() < TimeSpan.FromSeconds(TimeLeft + 1), patience.Token);
        return EndsAt(room)!.Value;
    }

    private static DateTimeOffset? EndsAt(Classroom room) =>
        (string?)room.Teacher.View("teacher")!.View["class"]!["timer"]!["endsAt"] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static string? Status(Classroom room, QuizPlan quiz, QuizPlan.Question question) =>
        (string?)room.Teacher.View("teacher")!.View["steps"]![quiz.Step]!["questions"]![question.Item]!["status"];

    /// <returns>Whether the server was right to take it or to refuse it; on its way across the last moment, either is.</returns>
    private static async Task<bool> AnswerAsync(SimulatedClient client, QuizPlan quiz, QuizPlan.Question question, DateTimeOffset at, DateTimeOffset last)
    {
        if (at - TimeProvider.System.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait);
        var sent = TimeProvider.System.GetUtcNow();
        var outcome = await client.DoAsync(new { kind = "quiz.answer", step = quiz.Step, item = question.Item, options = new[] { question.Options[0] } });
        return outcome.Seq is null ? sent > last - Near : sent <= last;
    }
}
