using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library;

/// <summary>A list of words that all staff read and admins change.</summary>
public abstract class PublishedListModel(CivicsDbContext db, SchoolText list, string builtIn, string address, TimeProvider clock) : PageModel
{
    public const int ProblemsShown = 50;

    public string Text { get; private set; } = "";
    public string Address => address;
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

    /// <summary>What stands in the list that is in force.</summary>
    protected abstract void Show(string text);

    /// <summary>What is wrong with a list that was typed.</summary>
    protected abstract IReadOnlyList<Problem> Check(string text);

    protected virtual void SavedAs(string text) { }

    public async Task OnGetAsync(bool saved, bool builtIn, CancellationToken stop)
    {
        await ShowAsync(stop);
        Saved = saved;
        IsBuiltIn = builtIn && MayEdit;
        if (IsBuiltIn)
            Text = BuiltInText;
    }

    public async Task<IActionResult> OnPostAsync(string? text, Guid version, CancellationToken stop)
    {
        if (!MayEdit)
            return NotFound();
        await ShowAsync(stop);
        var typed = (text ?? "").ReplaceLineEndings("\n");
        Problems = Check(typed);
        if (version != Version)
            return Overtake(typed);
        if (Problems.Count > 0)
        {
            Text = typed;
            return Page();
        }
        if (await list.SaveAsync(typed, version, User.Id(), stop))
        {
            SavedAs(typed);
            return Redirect($"{address}?saved=true");
        }
        await ShowAsync(stop);
        return Overtake(typed);
    }

    private string BuiltInText => builtIn;

    /// <summary>Shows what the other person saved beside what stands in this form, and overwrites neither.</summary>
    private PageResult Overtake(string typed)
    {
        (Theirs, Text) = (Text, typed);
        return Page();
    }

    protected async Task ShowAsync(CancellationToken stop)
    {
        var own = await list.FindAsync(stop);
        (Text, Version, ChangedAt) = (own?.Text ?? BuiltInText, own?.Version ?? Guid.Empty, own?.ChangedAt);
        Show(Text);
        if (own is not null)
            By = Words.By(own.ChangedBy, await db.Users.Where(u => u.Id == own.ChangedBy).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop));
    }
}
