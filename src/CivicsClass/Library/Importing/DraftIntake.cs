using CivicsClass.Data;

namespace CivicsClass.Library.Importing;

/// <summary>A file's report, and the draft that it became.</summary>
public sealed record ImportedFile(ImportReport Report, DraftReading? Draft);

/// <summary>The one way in for single readings, from the browser or the command line.</summary>
public sealed class DraftIntake(CivicsDbContext db, Images images, TimeProvider clock)
{
    /// <param name="by">A user's id or "command line".</param>
    public async Task<ImportedFile> TakeAsync(string file, byte[] bytes, string by, CancellationToken stop = default)
    {
        var report = DraftImport.Read(file, bytes);
        if (report.Text is not { } text)
            return new ImportedFile(report, null);
        foreach (var picture in text.Pictures)
            await images.KeepAsync(picture, stop);
        var draft = text.Make(by, clock.GetUtcNow().UtcDateTime);
        db.DraftReadings.Add(draft);
        await db.SaveChangesAsync(stop);
        return new ImportedFile(report, draft);
    }
}
