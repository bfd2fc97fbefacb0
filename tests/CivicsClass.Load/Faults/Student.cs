using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults;

/// <summary>A student whose every word is unlike any other, so that it can be found again in the log.</summary>
public sealed class Student : IAsyncDisposable
{
    private const string Prompt = "q1";
    private readonly Uri _direct;
    private readonly string _cookies;
    private int _words;

    private Student(Uri direct, Uri via, string cookies, Func<int> copies)
    {
        (_direct, _cookies) = (direct, cookies);
        Client = new SimulatedClient(via, () => cookies) { Copies = copies, Told = Journal.Told };
    }

    public SimulatedClient Client { get; }
    public Journal Journal { get; } = new();
    /// <summary>Milliseconds from sending to the acknowledgement.</summary>
    public ConcurrentQueue<double> Waits { get; } = [];
    public string Id => (string)Client.View("my")!.View["id"]!;

    /// <param name="via">Where the live connection goes, a proxy perhaps; the door is always the server's own.</param>
    public static async Task<Student> JoinAsync(StartedSession session, string name, Uri? via = null, Func<int>? copies = null)
    {
        var cookies = await (await StudentDoor.FindAsync(session.Console, session.Code, name)).EnterAsync();
        var direct = session.Hub("student");
        var student = new Student(direct, via is null ? direct : new Uri(via, direct.PathAndQuery), cookies, copies ?? (() => 1));
        await student.Client.EnterAsync();
        return student;
    }

    /// <returns>The server's sentence when it said no.</returns>
    public async Task<string?> WriteAsync(string step)
    {
        var (id, text) = (Guid.NewGuid(), $"{Id} word {++_words}.");
        Journal.Sends(id, text);
        var began = Stopwatch.GetTimestamp();
        var outcome = await Client.DoAsync(id, new { kind = "reflection.write", step, prompt = Prompt, text });
        if (outcome.Seq is not null)
            Waits.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return outcome.Refused;
    }

    /// <summary>Writes again and again; what is on its way when it is time to stop is waited for.</summary>
    public async Task WorkAsync(string step, TimeSpan pause, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(pause * 2 * Random.Shared.NextDouble(), stop);
                await WriteAsync(step);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Sends commands that were accepted once more, under their ids.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SayAgainAsync(string step, int most)
    {
        var again = Journal.Entries.Where(e => !e.Value.Accepted.IsEmpty).Take(most).ToArray();
        foreach (var (id, entry) in again)
            await Client.DoAsync(id, new { kind = "reflection.write", step, prompt = Prompt, text = entry.Text });
        return again.Length;
    }

    public string? Shows(string step) => (string?)Client.View("my")?.View["steps"]?[step]?["answers"]?[Prompt];

    public Task<JsonObject> FreshViewsAsync() => FreshViewsAsync(_direct, _cookies);

    /// <summary>What the server shows to who opens the page now.</summary>
    public static async Task<JsonObject> FreshViewsAsync(Uri hub, string cookies)
    {
        await using var socket = await HubSocket.ConnectAsync(hub, cookies, (_, _, _) => { });
        var reply = await socket.InvokeAsync("Enter", "[{}]"u8.ToArray());
        return reply.Error is { } error ? throw new HubRefusedException(error) : JsonNode.Parse(reply.Result.Span)!["views"]!.AsObject();
    }

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
