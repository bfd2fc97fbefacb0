using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Live;

/// <summary>For a device that several students share: whoever finds another's seat on it leaves that seat and joins as themselves.
/// The seat itself stays in the class.</summary>
[AllowAnonymous]
public sealed class LeaveModel(LiveSessions live, SeatCookie seats) : PageModel
{
    private SessionHost _host = null!;
    private Participant? _me;

    public string Key => _host.Key;
    public string Alias => _me!.Alias;
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key) => await IsSeatedAsync(key) ? Page() : Elsewhere();

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (!await IsSeatedAsync(key))
            return Elsewhere();
        if (_me!.Removed)
        {
            Problem = "Your teacher has taken you out of this class. Talk to your teacher.";
            return Page();
        }
        seats.Forget(HttpContext, _host.Row);
        return ToTheDoor();
    }

    private async Task<bool> IsSeatedAsync(string key)
    {
        if (await live.FindAsync(key) is not { } host)
            return false;
        _host = host;
        if (seats.Read(HttpContext, host.Row) is { } seat)
            _me = await host.AskAsync((session, _) => session.People.GetValueOrDefault(seat));
        return _me is not null;
    }

    private IActionResult Elsewhere() => _host is null ? NotFound() : ToTheDoor();

    private RedirectResult ToTheDoor() => Redirect(_host.Row.JoinCode is { } code ? $"/join/{code}" : "/join");
}
