using CivicsClass.Data;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Files;

namespace CivicsClass.Pages.Library;

/// <summary>The published list: all staff read it, admins change it.</summary>
public sealed class LoadedWordsModel(CivicsDbContext db, WordList words, TimeProvider clock) : PublishedListModel(db, words, WordList.BuiltIn, "/library/words", clock)
{
    public LoadedWords List { get; private set; } = null!;

    protected override void Show(string text) => List = LoadedWords.Read(text).List;

    protected override IReadOnlyList<Problem> Check(string text)
    {
        var (list, problems) = LoadedWords.Read(text);
        return problems.Count > 0 || list.Entries.Count > 0 ? problems : [new Problem("", 0, "The list is empty. Write at least one entry.")];
    }
}
