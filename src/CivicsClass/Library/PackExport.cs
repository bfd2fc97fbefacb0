using System.Globalization;
using System.Text;
using CivicsClass.Data;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library;

/// <summary>Gives a topic out in its file form. Whoever loads it elsewhere has the same version, to the hash.</summary>
public sealed class PackExport(CivicsDbContext db, Packs packs)
{
    /// <summary>All files of a pack; an image that is not stored any more is absent.</summary>
    public async Task<PackFiles> FilesAsync(Pack pack, CancellationToken stop = default)
    {
        var files = PackWriter.Write(pack).ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        var shown = PackWriter.Images(pack).ToList();
        foreach (var image in await db.ReadingImages.AsNoTracking().Where(i => shown.Contains(i.Name)).ToListAsync(stop))
            files[Picture.Folder + image.Name] = image.Bytes;
        return new PackFiles(files);
    }

    public async Task<IResult> DownloadAsync(Guid id, CancellationToken stop)
    {
        if ((await packs.VersionsAsync()).FirstOrDefault(v => v.Id == id) is not { } version)
            return Results.NotFound();
        var files = await FilesAsync(await packs.GetAsync(id), stop);
        return Results.File(PackZip.Write(files), "application/zip", string.Create(CultureInfo.InvariantCulture, $"{version.PackId}-{version.Number}.zip"));
    }
}
