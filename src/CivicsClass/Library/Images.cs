using CivicsClass.Data;
using CivicsClass.Library.Files;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

/// <summary>The readings' images: stored once by what they hold, given out as they came.</summary>
public sealed class Images(CivicsDbContext db, TimeProvider clock)
{
    public Task<bool> HasAsync(string name, CancellationToken stop) => db.ReadingImages.AnyAsync(i => i.Name == name, stop);

    public async Task<bool> HasAnyAsync(IEnumerable<string> names, CancellationToken stop)
    {
        foreach (var name in names)
            if (await HasAsync(name, stop))
                return true;
        return false;
    }

    /// <summary>To be stored with the next saving.</summary>
    public void Add(Picture picture) =>
        db.ReadingImages.Add(new ReadingImage { Name = picture.Name, Bytes = picture.Bytes, AddedAt = clock.GetUtcNow().UtcDateTime });

    public async Task KeepAsync(Picture picture, CancellationToken stop)
    {
        if (await HasAsync(picture.Name, stop))
            return;
        Add(picture);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await HasAsync(picture.Name, stop))
                throw;
        }
    }

    /// <summary>Under a name its content never changes, so a browser need not ask again; it belongs to that browser alone.</summary>
    public async Task<IResult> ShowAsync(string name, HttpContext http)
    {
        if (!Picture.IsName(name) || await db.ReadingImages.AsNoTracking().FirstOrDefaultAsync(i => i.Name == name, http.RequestAborted) is not { } image)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(image.Bytes, Picture.ContentType(name));
    }
}

/// <summary>Images for those who are in a session: its students, its teacher and its wall, and only those of the version it keeps.</summary>
internal static class SessionImages
{
    public static async Task<IResult> ShowAsync(string key, string name, HttpContext http, LiveSessions live, SeatCookie seats, WallCookie wall, Packs packs, Images images)
    {
        if (await live.FindAsync(key) is not { } host || !await MaySeeAsync(http, host, seats, wall))
            return Results.NotFound();
        var pack = await packs.GetAsync(host.Row.PackVersionId);
        return pack.Readings.SelectMany(r => r.Blocks).Any(b => b.Image == name) ? await images.ShowAsync(name, http) : Results.NotFound();
    }

    private static async Task<bool> MaySeeAsync(HttpContext http, SessionHost host, SeatCookie seats, WallCookie wall) =>
        wall.MaySee(http, host.Row) || (seats.Read(http, host.Row) is { } seat && await host.AskAsync((session, _) => session.IsSeated(seat)));
}
