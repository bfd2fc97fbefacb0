using System.Net.WebSockets;
using CivicsClass.Load.Wire;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using static CivicsClass.Tests.Guards.AuthorisationList;

namespace CivicsClass.Tests.Guards;

/// <summary>Ana's session and a browser of each person who might come to it; Bea teaches the other class.</summary>
internal sealed class SessionVisitors : IDisposable
{
    private readonly Dictionary<Person, Browser> _browsers;
    private readonly TestServer _server;

    private SessionVisitors(TestServer server, SessionHost host, SessionHost other, Dictionary<Person, Browser> browsers) =>
        (_server, Host, OtherKey, _browsers) = (server, host, other.Key, browsers);

    public SessionHost Host { get; }
    public string Key => Host.Key;
    public string OtherKey { get; }

    public Browser this[Person person] => _browsers[person];

    public static bool IsStaff(Person person) => person is Person.OtherTeacher or Person.Admin or Person.Owner;

    public static async Task<SessionVisitors> ComeAsync(TestServer server)
    {
        var ana = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        var bea = await server.TeacherAsync($"bea-{Guid.NewGuid():N}@school.example");
        var ada = await server.AdminAsync($"ada-{Guid.NewGuid():N}@school.example");
        var (host, other) = ((await TaughtLesson.EmptyAsync(server, ana)).Host, (await TaughtLesson.EmptyAsync(server, bea)).Host);
        var browsers = new Dictionary<Person, Browser>
        {
            [Person.Nobody] = server.Browser(),
            [Person.Student] = await JoinedAsync(server, host, "Ben"),
            [Person.Removed] = await JoinedAsync(server, host, "Dee"),
            [Person.OtherClass] = await JoinedAsync(server, other, "Chi"),
            [Person.OtherTeacher] = await server.SignedInAsync(bea),
            [Person.Admin] = await server.SignedInAsync(ada),
            [Person.Owner] = await server.SignedInAsync(ana),
        };
        Assert.Null((await host.DoAsync(Actor.Teacher(ana.Id), Guid.NewGuid(), new RemoveStudent("p2"), DateTime.UnixEpoch)).Refused);
        return new SessionVisitors(server, host, other, browsers);
    }

    public string At(OfSessionRow row) => row.Path.Replace("{key}", Key, StringComparison.Ordinal);

    /// <summary>The hub takes this browser's connection and answers its entering.</summary>
    public async Task<bool> IsAdmittedAsync(Browser browser, string hub)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var address = new Uri(_server.Address, hub.Replace("{key}", Key, StringComparison.Ordinal));
        try
        {
            await using var socket = await HubSocket.ConnectAsync(address, browser.Cookies.GetCookieHeader(_server.Address), (_, _, _) => { }, patience.Token);
            return (await socket.InvokeAsync("Enter", "[{}]"u8.ToArray()).WaitAsync(patience.Token)).Error is null;
        }
        catch (Exception refused) when (refused is WebSocketException or TurnedAwayException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
    }

    private static async Task<Browser> JoinedAsync(TestServer server, SessionHost host, string name)
    {
        var browser = server.Browser();
        var answer = await browser.SubmitAsync($"/join/{host.Row.JoinCode}", ("ticket", Guid.NewGuid().ToString()), ("name", name));
        Assert.Equal($"/s/{host.Key}", answer.Headers.Location?.ToString());
        return browser;
    }
}
