using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages;

/// <summary>The past sessions that the dashboard has no room for, newest first.</summary>
public sealed class EarlierModel(CivicsDbContext db, TimeProvider clock) : PageModel
{
    public const int PartShown = 50;

    public int Part { get; private set; }
    public int Parts { get; private set; }
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public async Task OnGetAsync(int part)
    {
        var past = DashboardModel.PastOf(db, User.Id());
        Parts = (Math.Max(0, await past.CountAsync() - DashboardModel.PastShown) + PartShown - 1) / PartShown;
        Part = part;
        if (part <= Parts)
            Sessions = await past.Skip(DashboardModel.PastShown + (part - 1) * PartShown).Take(PartShown).ToListAsync();
    }
}
