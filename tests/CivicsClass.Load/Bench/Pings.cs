using System.Net.WebSockets;

namespace CivicsClass.Load.Bench;

/// <summary>Keeps every connection of the bench alive with one timer for all of them.</summary>
public sealed class Pings : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Pings(IReadOnlyList<IKeptAlive> classes, TimeSpan every) => _ = RunAsync(classes, every);

    public void Dispose() => _stop.Cancel();

    private async Task RunAsync(IReadOnlyList<IKeptAlive> classes, TimeSpan every)
    {
        try
        {
            while (true)
            {
                for (var i = 0; i < classes.Count; i++)
                {
                    await classes[i].PingAsync();
                    await Task.Delay(every / Math.Max(1, classes.Count), _stop.Token);
                }
                if (classes.Count == 0)
                    await Task.Delay(every, _stop.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
        }
    }
}
