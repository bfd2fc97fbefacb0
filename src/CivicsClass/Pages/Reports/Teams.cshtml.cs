using CivicsClass.Accounts;
using CivicsClass.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Reports;

/// <summary>The record of the controversy, one sheet for each team.</summary>
public sealed class TeamsModel(SessionReports reports) : PageModel
{
    public SessionReport Report { get; private set; } = null!;
    public string Key { get; private set; } = "";
    public bool NamesShown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string? names)
    {
        NamesShown = ReportsSetup.WithNames(names);
        if (await reports.FindAsync(User.Id(), key, NamesShown) is not { } found)
            return NotFound();
        (Report, Key) = (found.Report, key);
        return Page();
    }

    public string Link(string to) => NamesShown ? $"/s/{Key}/{to}" : $"/s/{Key}/{to}?names=off";
}
