using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CivicsClass.Pages.Live;

/// <summary>The projector. Opened by its teacher, or on any screen by a link that carries the session's wall token once.</summary>
[AllowAnonymous]
public sealed class WallModel(LiveSessions live, WallCookie wall, IOptions<SiteAddress> site) : PageModel
{
    public SessionHost Host { get; private set; } = null!;
    public string JoinHost { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string key, string? token)
    {
        if (await live.FindAsync(key) is not { } host)
            return NotFound();
        if (WallCookie.IsToken(token, host.Row))
        {
            wall.Write(HttpContext, host.Row);
            return Redirect($"/s/{key}/wall");
        }
        if (!wall.MaySee(HttpContext, host.Row))
            return NotFound();
        (Host, JoinHost) = (host, site.Value.Spoken(Request));
        return Page();
    }
}
