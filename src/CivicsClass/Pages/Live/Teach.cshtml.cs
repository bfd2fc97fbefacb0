using CivicsClass.Accounts;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CivicsClass.Pages.Live;

public sealed class TeachModel(LiveSessions live, IOptions<SiteAddress> site) : PageModel
{
    public SessionHost Host { get; private set; } = null!;
    public string Site { get; private set; } = "";
    public string JoinHost { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await live.FindAsync(key) is not { } host || host.Row.TeacherId != User.Id())
            return NotFound();
        (Host, Site, JoinHost) = (host, site.Value.Of(Request), site.Value.Spoken(Request));
        return Page();
    }
}
