using CivicsClass.Library;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CivicsClass.Tests.Sessions;

public sealed class StoppingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>SignalR closes its connections when the server begins to stop, but Kestrel listens until everybody was told.</summary>
    [Fact]
    public async Task A_page_that_comes_back_while_the_server_stops_is_not_let_in()
    {
        await using var server = await TestServer.StartAsync();
        var teacher = await server.TeacherAsync("ana@school.example");
        var version = (await server.Services.GetRequiredService<Packs>().LatestAsync())[0];
        var plan = (await server.Services.GetRequiredService<Packs>().GetAsync(version.Id)).Lessons[0];
        var session = await server.Services.GetRequiredService<SessionStore>().StartAsync(teacher.Id, version, plan, IdentityMode.NameForTeacher);
        var cookies = await (await StudentDoor.FindAsync(server.Address, session.JoinCode!, "Ben")).EnterAsync();
        var hub = new Uri(server.Address, $"/s/{session.Key}/student");
        await (await HubSocket.ConnectAsync(hub, cookies, (_, _, _) => { })).DisposeAsync();
        var lifetime = server.Services.GetRequiredService<IHostApplicationLifetime>();
        var comesBack = new TaskCompletionSource<Task<HubSocket>>();
        using var stopping = lifetime.ApplicationStopping.Register(() => comesBack.SetResult(WaitFor(HubSocket.ConnectAsync(hub, cookies, (_, _, _) => { }))));

        var stopped = Task.Run(lifetime.StopApplication, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<Exception>(async () => await await comesBack.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        await stopped;
    }

    private static Task<HubSocket> WaitFor(Task<HubSocket> connecting)
    {
        ((IAsyncResult)connecting).AsyncWaitHandle.WaitOne(Patience);
        return connecting;
    }
}
