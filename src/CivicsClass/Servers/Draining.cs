using CivicsClass.Sessions;

namespace CivicsClass.Servers;

/// <summary>On SIGTERM, before anything else stops: no session is taken over any more, what was accepted is stored, and the sessions
/// are left to the other servers while the browsers' connections close.</summary>
internal sealed class Draining(IHostApplicationLifetime life, LiveSessions live) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStopping.Register(() => _ = live.DrainAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => live.DrainAsync().WaitAsync(cancellationToken);
}
