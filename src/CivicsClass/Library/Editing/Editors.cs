using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Editing;

/// <summary>Somebody who has something open that is edited: the name, and the part's address.</summary>
public sealed record Editor(string Name, string Part, bool IsYou);

/// <summary>Who has which topic in progress or draft reading open, as far as their pages said so lately, on whichever server.</summary>
public sealed class Editors(CivicsDbContext db, TimeProvider clock)
{
    private const int Most = 200;
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Notes that this window has the part open.</summary>
    /// <returns>The other windows.</returns>
    public async Task<IReadOnlyList<Editor>> HereAsync(Guid work, string person, string window, string part, CancellationToken stop)
    {
        var now = Now;
        var mine = await db.OpenWindows.AsNoTracking().FirstOrDefaultAsync(w => w.WorkId == work && w.Person == person && w.Window == window, stop);
        if (mine is null || mine.Part != part || mine.Until - now < Stay / 2)
            await NoteAsync(new OpenWindow { WorkId = work, Person = person, Window = window, Part = part, Until = now + Stay }, stop);
        return await ReadAsync(work, person, window, stop);
    }

    public Task<IReadOnlyList<Editor>> OthersAsync(Guid work, string person, CancellationToken stop) => ReadAsync(work, person, null, stop);

    public Task GoneAsync(Guid work, string person, string window, CancellationToken stop) =>
        db.OpenWindows.Where(w => w.WorkId == work && w.Person == person && w.Window == window).ExecuteDeleteAsync(stop);

    private async Task NoteAsync(OpenWindow open, CancellationToken stop)
    {
        var now = Now;
        if (await db.OpenWindows.AnyAsync(w => w.Until < now, stop))
            await db.OpenWindows.Where(w => w.Until < now).ExecuteDeleteAsync(stop);
        if (await db.OpenWindows.Where(w => w.WorkId == open.WorkId && w.Person == open.Person && w.Window == open.Window)
            .ExecuteUpdateAsync(w => w.SetProperty(o => o.Part, open.Part).SetProperty(o => o.Until, open.Until), stop) > 0)
            return;
        if (await db.OpenWindows.CountAsync(w => w.WorkId == open.WorkId, stop) >= Most)
            return;
        db.OpenWindows.Add(open);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException twice) when (Conflict.Is(twice))
        {
            // The same window said so twice at once.
        }
        db.ChangeTracker.Clear();
    }

    /// <param name="window">The window that asks; absent: none of this person's is named.</param>
    private async Task<IReadOnlyList<Editor>> ReadAsync(Guid work, string person, string? window, CancellationToken stop)
    {
        var now = Now;
        var open = await db.OpenWindows.Where(w => w.WorkId == work && w.Until >= now && (w.Person != person || (window != null && w.Window != window)))
            .Join(db.Users, w => w.Person, u => u.Id, (w, u) => new { u.DisplayName, w.Part, IsYou = w.Person == person }).ToListAsync(stop);
        return [.. open.Select(w => new Editor(w.DisplayName, w.Part, w.IsYou)).Distinct().OrderBy(e => e.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
