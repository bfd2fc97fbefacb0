using CivicsClass.Accounts;
using CivicsClass.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Reports;

public sealed class ReportModel(SessionReports reports) : PageModel
{
    public SessionReport Report { get; private set; } = null!;
    public string Key { get; private set; } = "";
    /// <summary>Of the debates that have something on their boards, by step: SVG, its texts escaped.</summary>
    public IReadOnlyDictionary<string, string> Maps { get; private set; } = new Dictionary<string, string>();
    /// <summary>Hidden, the page can be shown or printed without real names.</summary>
    public bool NamesShown { get; private set; }
    public bool Running => Report.Head.EndedAt is null;

    public async Task<IActionResult> OnGetAsync(string key, string? names)
    {
        NamesShown = ReportsSetup.WithNames(names);
        if (await reports.FindAsync(User.Id(), key, NamesShown) is not { } found)
            return NotFound();
        (Report, Key, Maps) = (found.Report, key, ArgumentMap.All(found.Session, found.Report.Head.Positions));
        return Page();
    }

    public string Link(string to) => NamesShown ? $"/s/{Key}/{to}" : $"/s/{Key}/{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}names=off";
}
