using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Live;

[AllowAnonymous]
public sealed class StudentModel(LiveSessions live, SeatCookie seats) : PageModel
{
    public SessionHost Host { get; private set; } = null!;
    /// <summary>The participant whose page this is.</summary>
    public string Seat { get; private set; } = "";
    /// <summary>Handed over once, right after joining.</summary>
    public string? RecoveryWord { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await live.FindAsync(key) is not { } host)
            return NotFound();
        if (seats.Read(HttpContext, host.Row) is not { } seat)
            return Redirect(host.Row.JoinCode is { } code ? $"/join/{code}" : "/join");
        Host = host;
        Seat = seat;
        RecoveryWord = TempData["RecoveryWord"] as string;
        return Page();
    }
}
