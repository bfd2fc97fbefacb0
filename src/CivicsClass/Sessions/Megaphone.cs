using Microsoft.AspNetCore.SignalR;

namespace CivicsClass.Sessions;

/// <summary>Speaks to the groups of the three hubs. Nothing here is awaited: a slow reader hurts only itself.</summary>
internal sealed class Megaphone(IHubContext<StudentHub> students, IHubContext<TeacherHub> teachers, IHubContext<ProjectorHub> walls) : IMegaphone
{
    public async Task JoinAsync(string session, Listener listener)
    {
        var groups = Hub(listener.Audience).Groups;
        await groups.AddToGroupAsync(listener.Connection, session);
        if (listener.Participant is { } participant)
            await groups.AddToGroupAsync(listener.Connection, Own(session, participant));
    }

    public async Task LeaveAsync(string session, Listener listener)
    {
        var groups = Hub(listener.Audience).Groups;
        await groups.RemoveFromGroupAsync(listener.Connection, session);
        if (listener.Participant is { } participant)
            await groups.RemoveFromGroupAsync(listener.Connection, Own(session, participant));
    }

    public void Patch(string session, string audience, string? participant, ViewVersion from, ViewVersion to, RawJson patch) =>
        _ = Group(session, audience, participant).SendAsync("Patch", audience, from.ToWire(), to.ToWire(), patch);

    public void Beacon(string session, string audience, string? participant, IReadOnlyDictionary<string, int[]> versions, long now) =>
        _ = Group(session, audience, participant).SendAsync("Beacon", versions, now);

    public void Beacon(Listener listener, IReadOnlyDictionary<string, int[]> versions, long now) =>
        _ = Hub(listener.Audience).Clients.Client(listener.Connection).SendAsync("Beacon", versions, now);

    public void Removed(string session, Listener listener, string sentence) =>
        _ = SayGoodbyeAsync(listener, sentence);

    private async Task SayGoodbyeAsync(Listener listener, string sentence)
    {
        try
        {
            await Hub(listener.Audience).Clients.Client(listener.Connection).SendAsync("Removed", sentence);
        }
        finally
        {
            listener.Abort();
        }
    }

    private IClientProxy Group(string session, string audience, string? participant) =>
        Hub(audience).Clients.Group(participant is null ? session : Own(session, participant));

    private IHubContext Hub(string audience) => audience switch
    {
        Audience.Class or Audience.My => (IHubContext)students,
        Audience.Teacher => (IHubContext)teachers,
        Audience.Wall => (IHubContext)walls,
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };

    private static string Own(string session, string participant) => $"{session}/{participant}";
}
