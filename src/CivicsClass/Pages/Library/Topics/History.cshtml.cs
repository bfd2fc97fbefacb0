using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library.Topics;
using CivicsClass.Pages.Library.Editing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Topics;

[Authorize(Roles = Roles.Admin)]
public sealed class HistoryModel(CivicsDbContext db, TopicDrafts topics, TopicHistory history) : PageModel
{
    public TopicInProgress Topic { get; private set; } = null!;
    public IReadOnlyList<TopicChangeLine> Changes { get; private set; } = [];
    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await topics.FindAsync(id, stop) is not { } topic)
            return NotFound();
        (Topic, Changes) = (topic, await history.ReadAsync(id, stop));
        People = await db.Users.ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return Page();
    }

    public static string What(TopicChangeLine change)
    {
        var words = UndoView.InWords(change);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
