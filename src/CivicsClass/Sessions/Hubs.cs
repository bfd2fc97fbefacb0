using System.Security.Claims;
using System.Threading.Channels;
using CivicsClass.Accounts;
using CivicsClass.Servers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CivicsClass.Sessions;

/// <summary>Two methods for everybody: <c>Enter</c> to see and hear, <c>Do</c> to act. Who may listen is decided on connecting,
/// who may do what by the session itself.</summary>
public abstract class SessionHub(LiveSessions live, TimeProvider clock) : Hub
{
    protected abstract Task<(Listener Listener, Actor? Actor)?> AdmitAsync(SessionHost host, HttpContext http);

    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        try
        {
            var host = await live.FindAsync(KeyIn(http.Request.Path));
            if (host is null || await AdmitAsync(host, http) is not { } admitted)
            {
                await (host is null ? RemoveAsync() : TurnAwayAsync(host, http));
                Context.Abort();
                return;
            }
            (Context.Items["key"], Context.Items["listener"], Context.Items["actor"]) = (host.Key, admitted.Listener, admitted.Actor);
            live.Metrics.PageOpened(admitted.Listener.Audience);
        }
        catch (Exception moved) when (HasMoved(moved))
        {
            Context.Abort();
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items["listener"] is Listener gone)
            live.Metrics.PageClosed(gone.Audience);
        if (Context.Items["key"] is string key)
            live.Here(key)?.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }

    public async Task<Entered> Enter(Dictionary<string, int[]> have)
    {
        try { return await EnterAsync(have); }
        catch (Exception moved) when (HasMoved(moved)) { throw Moved(); }
    }

    public async Task<Outcome> Do(Guid id, SessionCommand command)
    {
        var arrived = clock.GetUtcNow().UtcDateTime;
        if (Context.Items["actor"] is not Actor actor)
            return Outcome.No("This screen only shows.");
        try { return await (await HostAsync()).DoAsync(actor, id, command, arrived, Context.ConnectionId); }
        catch (Exception moved) when (HasMoved(moved)) { throw Moved(); }
    }

    /// <summary>Where another server runs the session by now, the page is cut off without an answer: it comes back, is led there, and asks again.</summary>
    private HubException Moved()
    {
        Context.Abort();
        return new HubException("This class is moving to another server.");
    }

    private static bool HasMoved(Exception problem) => problem is ElsewhereException or ObjectDisposedException or ChannelClosedException;

    private async Task<Entered> EnterAsync(Dictionary<string, int[]> have)
    {
        try
        {
            var host = await HostAsync();
            if (have.Keys.Any(k => k != Audience.Gzip) || !Context.Items.TryAdd("entered", null))
                live.Metrics.AskedAgain();
            var entered = await host.EnterAsync((Listener)Context.Items["listener"]!, have);
            if (Context.ConnectionAborted.IsCancellationRequested)
                host.Leave(Context.ConnectionId);
            return entered;
        }
        catch (Refusal refusal)
        {
            await Clients.Caller.SendAsync("Removed", refusal.Message);
            Context.Abort();
            throw new HubException(refusal.Message);
        }
    }

    private async ValueTask<SessionHost> HostAsync() =>
        Context.Items["key"] is string key && (live.AtHand(key) ?? await live.FindAsync(key)) is { } host ? host : throw new HubException("This session is gone.");

    /// <summary>Of "/s/{key}/…". A long poll's context carries no route values.</summary>
    private static string KeyIn(PathString path) => path.Value!.Split('/') is [_, "s", var key, ..] ? key : "";

    /// <summary>Tells a page that was not admitted why.</summary>
    protected virtual Task TurnAwayAsync(SessionHost host, HttpContext http) => RemoveAsync();

    private Task RemoveAsync() => Clients.Caller.SendAsync("Removed", "This page is not open to you. Join again, or sign in.");

    protected Listener Listen(string audience, string? participant = null, StaffSeat? staff = null) =>
        new(Context.ConnectionId, audience, participant, staff, Context.Abort);
}

[AllowAnonymous]
public sealed class StudentHub(LiveSessions live, TimeProvider clock, SeatCookie seats) : SessionHub(live, clock)
{
    protected override async Task<(Listener, Actor?)?> AdmitAsync(SessionHost host, HttpContext http) =>
        seats.Read(http, host.Row) is { } participant && IsPageOf(participant, http) && await host.AskAsync((live, _) => live.People.TryGetValue(participant, out var me) && !me.Removed)
            ? (Listen(Audience.Class, participant), Actor.Student(participant))
            : null;

    /// <summary>A page that one student left open on a shared device must not go on as the next one. What was typed in it stays on the device.</summary>
    protected override Task TurnAwayAsync(SessionHost host, HttpContext http) =>
        IsPageOf(seats.Read(http, host.Row), http)
            ? base.TurnAwayAsync(host, http)
            : Clients.Caller.SendAsync("TurnedAway", "The student who opened this page has left this device's seat. Reload the page to go on.");

    /// <summary>The page names its student in the address; a client without a page names nobody.</summary>
    private static bool IsPageOf(string? participant, HttpContext http) =>
        http.Request.Query["seat"].ToString() is not { Length: > 0 } seat || seat == participant;
}

[Authorize]
public sealed class TeacherHub(LiveSessions live, TimeProvider clock, IOptions<IdentityOptions> identity) : SessionHub(live, clock)
{
    protected override Task<(Listener, Actor?)?> AdmitAsync(SessionHost host, HttpContext http)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } user || user != host.Row.TeacherId)
            return Task.FromResult<(Listener, Actor?)?>(null);
        var seat = new StaffSeat(user, http.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType), http.User.FindFirstValue(SignIns.SignInId));
        return Task.FromResult<(Listener, Actor?)?>((Listen(Audience.Teacher, staff: seat), Actor.Teacher(user)));
    }
}

[AllowAnonymous]
public sealed class ProjectorHub(LiveSessions live, TimeProvider clock, WallCookie wall) : SessionHub(live, clock)
{
    protected override Task<(Listener, Actor?)?> AdmitAsync(SessionHost host, HttpContext http) =>
        Task.FromResult<(Listener, Actor?)?>(wall.MaySee(http, host.Row) ? (Listen(Audience.Wall), null) : null);
}
