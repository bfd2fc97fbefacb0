using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>Five thousand students join five sessions within seconds, all from one address.</summary>
public static class Storm
{
    private const int Sessions = 5, Each = 1_000;
    private static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(10);
    private const double Goal = 10_000, MemoryGoal = 1_536;

    public static async Task RunAsync(Stage stage)
    {
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        var sessions = new List<StartedSession>();
        for (var i = 0; i < Sessions; i++)
            sessions.Add(await site.Staff.StartAsync("full-debate"));
        var (took, troubles, sockets) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), new ConcurrentBag<HubSocket>());
        var (began, cpu) = (Stopwatch.GetTimestamp(), site.Server.CpuMs);
        await Task.WhenAll(Enumerable.Range(0, Sessions * Each).Select(n => JoinAsync(sessions[n % Sessions], n, Arrivals * stage.Random.NextDouble(), took, troubles, sockets)));
        var all = Stopwatch.GetElapsedTime(began);
        var (peak, each) = (site.Server.PeakRssMb, (site.Server.CpuMs - cpu) / (Sessions * Each));
        await Task.WhenAll(sockets.Select(s => s.DisposeAsync().AsTask()));
        var p99 = Statistics.Percentile(took, 99);
        var trouble = troubles.IsEmpty ? "no trouble" : $"{troubles.Count:N0} in trouble, one with “{troubles.First()}”";
        stage.Tell("R15", $"{Sessions * Each:N0} students join {Sessions} sessions in {Stage.Seconds(Arrivals)} from one address", $"p50 {Stage.Ms(Statistics.Percentile(took, 50))}, p99 {Stage.Ms(p99)}, all in {Stage.Seconds(all)}; {trouble}; {peak:0} MB, {each:0.0} ms of the server's processor for each", $"p99 {Stage.Ms(Goal)}, none in trouble, 1.5 GB",
            p99 <= Goal && troubles.IsEmpty && took.Count == Sessions * Each && peak <= MemoryGoal);
    }

    private static async Task JoinAsync(StartedSession session, int number, TimeSpan after, ConcurrentBag<double> took, ConcurrentBag<string> troubles, ConcurrentBag<HubSocket> sockets)
    {
        await Task.Delay(after);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var cookies = await (await StudentDoor.FindAsync(session.Console, session.Code, $"Student {number}")).EnterAsync();
            var socket = await HubSocket.ConnectAsync(session.Hub("student"), cookies, (_, _, _) => { });
            sockets.Add(socket);
            var reply = await socket.InvokeAsync("Enter", "[{}]"u8.ToArray());
            if (reply.Error is { } error)
                troubles.Add(error);
            else
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (Exception problem) when (problem is HttpRequestException or WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            troubles.Add(problem.Message);
        }
    }
}
