using CivicsClass.Data;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
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

    /// <summary>Keeps an uploaded image for a draft.</summary>
    /// <returns>The line that shows it in the draft's text, or a sentence that says why there is none.</returns>
    public async Task<(string? Markdown, string? Refused)> TakeAsync(IFormFile? file, string? description, CancellationToken stop)
    {
        var words = string.Join(' ', (description ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (file is null || file.Length == 0)
            return (null, "Choose an image first.");
        if (words.Length is 0 or > Limits.Description)
            return (null, words.Length == 0 ? "Say what the image shows, for students who cannot see it." : $"Keep the description to {Limits.Description} characters.");
        await using var stream = file.OpenReadStream();
        if (await Uploads.ReadAsync(stream, Limits.ImageBytes, stop) is not { } bytes)
            return (null, $"The image is larger than {Limits.ImageBytes / 1024 / 1024} MB. Save it smaller.");
        var (picture, refused) = Picture.Of(bytes);
        if (picture is null)
            return (null, refused);
        await KeepAsync(picture, stop);
        return ($"![{MarkdownWriter.Escape(words)}]({Picture.Folder}{picture.Name})", null);
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
