using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

/// <summary>A text that comes with CivicsClass until an admin of the school changes it, such as a list of words.</summary>
public abstract class SchoolText(CivicsDbContext db, TimeProvider clock, string name)
{
    /// <summary>Absent while nobody changed it.</summary>
    public Task<LibraryText?> FindAsync(CancellationToken stop = default) => db.LibraryTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Name == name, stop);

    /// <param name="version">Of the text that was changed; empty for the built-in one.</param>
    /// <returns>False when somebody else saved in between: then nothing is overwritten.</returns>
    public async Task<bool> SaveAsync(string text, Guid version, string by, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (version != Guid.Empty)
            return await db.LibraryTexts.Where(t => t.Name == name && t.Version == version).ExecuteUpdateAsync(t => t
                .SetProperty(l => l.Text, text).SetProperty(l => l.ChangedBy, by).SetProperty(l => l.ChangedAt, now).SetProperty(l => l.Version, Guid.NewGuid()), stop) == 1;
        db.LibraryTexts.Add(new LibraryText { Name = name, Text = text, ChangedBy = by, ChangedAt = now, Version = Guid.NewGuid() });
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

    /// <param name="file">An embedded file, by its logical name.</param>
    internal static string ReadBuiltIn(string file)
    {
        using var text = new StreamReader(typeof(SchoolText).Assembly.GetManifestResourceStream(file)!);
        return text.ReadToEnd();
    }
}
