using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Balance;

/// <summary>The school's list of loaded words: the one that comes with CivicsClass until an admin changes it.</summary>
public sealed class WordList(CivicsDbContext db, TimeProvider clock)
{
    public const string Name = "loaded-words";

    public static string BuiltIn { get; } = ReadBuiltIn();

    private static readonly Lazy<LoadedWords> BuiltInWords = new(() => LoadedWords.Read(BuiltIn).List);

    public async Task<LoadedWords> ReadAsync(CancellationToken stop = default) =>
        await FindAsync(stop) is { } own ? LoadedWords.Read(own.Text).List : BuiltInWords.Value;

    /// <summary>Absent while nobody changed it.</summary>
    public Task<LibraryText?> FindAsync(CancellationToken stop = default) => db.LibraryTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Name == Name, stop);

    /// <param name="version">Of the list that was changed; empty for the built-in one.</param>
    /// <returns>False when somebody else saved in between: then nothing is overwritten.</returns>
    public async Task<bool> SaveAsync(string text, Guid version, string by, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (version != Guid.Empty)
            return await db.LibraryTexts.Where(t => t.Name == Name && t.Version == version).ExecuteUpdateAsync(t => t
                .SetProperty(l => l.Text, text).SetProperty(l => l.ChangedBy, by).SetProperty(l => l.ChangedAt, now).SetProperty(l => l.Version, Guid.NewGuid()), stop) == 1;
        db.LibraryTexts.Add(new LibraryText { Name = Name, Text = text, ChangedBy = by, ChangedAt = now, Version = Guid.NewGuid() });
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException lost) when (Conflict.Is(lost))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static string ReadBuiltIn()
    {
        using var file = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream("loaded-words.txt")!);
        return file.ReadToEnd();
    }
}
