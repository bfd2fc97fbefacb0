using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

/// <summary>The published list: all staff read it, admins change it.</summary>
public sealed class LoadedWordsModel(CivicsDbContext db, WordList words, TimeProvider clock) : PageModel
{
    public const int ProblemsShown = 50;

    public LoadedWords List { get; private set; } = null!;
    public string Text { get; private set; } = "";
    /// <summary>What the form changes; empty for the list that comes with the program.</summary>
    public Guid Version { get; private set; }
    public DateTime? ChangedAt { get; private set; }
    public string By { get; private set; } = "";
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public bool MayEdit => User.IsInRole(Roles.Admin);
    public bool Saved { get; private set; }
    /// <summary>The form shows the list that comes with the program, to go back to it.</summary>
    public bool IsBuiltIn { get; private set; }
    public IReadOnlyList<Problem> Problems { get; private set; } = [];
    /// <summary>Somebody else saved after this form was opened.</summary>
    public bool Overtaken => Theirs is not null;
    public string? Theirs { get; private set; }

    public async Task OnGetAsync(bool saved, bool builtIn, CancellationToken stop)
    {
        await ShowAsync(stop);
        Saved = saved;
        IsBuiltIn = builtIn && MayEdit;
        if (IsBuiltIn)
            Text = WordList.BuiltIn;
    }

    public async Task<IActionResult> OnPostAsync(string? text, Guid version, CancellationToken stop)
    {
        if (!MayEdit)
            return NotFound();
        await ShowAsync(stop);
        var typed = (text ?? "").ReplaceLineEndings("\n");
        var (list, problems) = LoadedWords.Read(typed);
        Problems = problems.Count > 0 || list.Entries.Count > 0 ? problems : [new Problem("", 0, "The list is empty. Write at least one entry.")];
        if (version != Version)
            return Overtake(typed);
        if (Problems.Count > 0)
        {
            Text = typed;
            return Page();
        }
        if (await words.SaveAsync(typed, version, User.Id(), stop))
            return Redirect("/library/words?saved=true");
        await ShowAsync(stop);
        return Overtake(typed);
    }

    /// <summary>Shows what the other person saved beside what stands in this form, and overwrites neither.</summary>
    private PageResult Overtake(string typed)
    {
        (Theirs, Text) = (Text, typed);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var own = await words.FindAsync(stop);
        (Text, Version, ChangedAt) = (own?.Text ?? WordList.BuiltIn, own?.Version ?? Guid.Empty, own?.ChangedAt);
        List = LoadedWords.Read(Text).List;
        if (own is not null)
            By = Words.By(own.ChangedBy, await db.Users.Where(u => u.Id == own.ChangedBy).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop));
    }
}
