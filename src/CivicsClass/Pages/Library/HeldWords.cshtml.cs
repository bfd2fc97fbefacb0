using CivicsClass.Data;
using CivicsClass.Library.Files;
using CivicsClass.Moderation.Holds;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library;

/// <summary>The published list of what is held: all staff read it and try sentences, admins change it.</summary>
public sealed class HeldWordsModel(CivicsDbContext db, HoldList holds, CurrentHolds current, TimeProvider clock) : PublishedListModel(db, holds, HoldList.BuiltIn, "/library/holds", clock)
{
    public const int LongestTry = 2_000;

    public HoldRules Rules { get; private set; } = null!;
    public HoldFigures Figures { get; private set; } = null!;
    /// <summary>The sentence that was tried; absent when none was.</summary>
    public string? Tried { get; private set; }
    public IReadOnlyList<HoldMark> Marks { get; private set; } = [];

    public static string Why(HoldReason reason) => reason switch
    {
        HoldReason.Profanity => "Profanity",
        HoldReason.Slur => "Slur",
        HoldReason.Phone => "Phone number",
        HoldReason.Email => "E-mail address",
        HoldReason.Address => "Street address",
        HoldReason.ClassName => "Name from the class",
        _ => "Somebody's immigration status",
    };

    /// <summary>The sentence is sent in the form's body, so that it stands in no address and no log.</summary>
    public async Task<PageResult> OnPostTryAsync(string? sentence, CancellationToken stop)
    {
        await ShowAsync(stop);
        Tried = (sentence ?? "")[..Math.Min(sentence?.Length ?? 0, LongestTry)];
        Marks = [.. Rules.Look("text", Tried, Rules.Names(HoldFigures.Class))];
        return Page();
    }

    protected override void Show(string text) => (Rules, Figures) = (HoldRules.Read(text).Rules, HoldFigures.Of(HoldRules.Read(text).Rules));

    protected override IReadOnlyList<Problem> Check(string text)
    {
        var (rules, problems) = HoldRules.Read(text);
        return problems.Count > 0 || rules.Entries.Any() ? problems : [new Problem("", 0, "The list is empty. Write at least one line.")];
    }

    protected override void SavedAs(string text) => current.Set(text);
}
