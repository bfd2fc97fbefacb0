using CivicsClass.Accounts;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Reports;

public sealed partial class DeleteModel(LiveSessions live, ILogger<DeleteModel> log) : PageModel
{
    public const string Word = "delete";

    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int Students { get; private set; }
    public bool Running { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key) => await MineAsync(key) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string key, string? typed)
    {
        if (await MineAsync(key) is not { } host)
            return NotFound();
        if (!string.Equals(typed?.Trim(), Word, StringComparison.OrdinalIgnoreCase) && !string.Equals(typed?.Trim(), Title, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("", $"Nothing was deleted. Type {Word} or the title of the session.");
            return Page();
        }
        await live.DeleteAsync(host);
        LogDeleted(User.Id(), key);
        TempData["Notice"] = $"“{Title}” and everything its students wrote is deleted.";
        return Redirect("/dashboard");
    }

    private async Task<SessionHost?> MineAsync(string key)
    {
        if (await live.FindAsync(key) is not { } host || host.Row.TeacherId != User.Id())
            return null;
        (Key, Title) = (key, host.Row.Title);
        (Students, Running) = await host.AskAsync((session, _) => (session.People.Count, session.Phase != Phase.Ended));
        return host;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Teacher {Teacher} deleted session {Session}")]
    private partial void LogDeleted(string teacher, string session);
}
