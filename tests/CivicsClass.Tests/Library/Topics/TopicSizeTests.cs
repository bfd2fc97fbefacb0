using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Topics;

public sealed class TopicSizeTests : TopicPages
{
    [Fact]
    public async Task What_no_zip_could_bring_in_is_neither_reviewed_nor_published()
    {
        var topic = await EditSampleAsync();
        await ShowAsync(topic, "for-choice", [.. await StoreAsync(3), .. await StoreAsync(2)]);
        const string Told = "MB large with its images, and at most 8 MB can be published. The largest in it: “For choice” with 10 MB of images";

        Assert.Contains(Told, await ReadAsync(await DoAsync(topic, "Review")), StringComparison.Ordinal);
        Assert.Null(await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.HashInReview).SingleAsync()));

        await PutInReviewAsync();
        Assert.Contains(Told, await ReadAsync(await DoAsync(topic, "Publish", ("doubt", "none"))), StringComparison.Ordinal);
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task What_fits_is_published_and_comes_back_from_its_zip()
    {
        var topic = await EditSampleAsync();
        await ShowAsync(topic, "for-choice", await StoreAsync(3));

        await DoAsync(topic, "Review");
        var published = await DoAsync(topic, "Publish", ("doubt", "none"));

        var zip = await Ada.Http.GetByteArrayAsync($"{published.Headers.Location!.OriginalString}/zip", TestContext.Current.CancellationToken);
        Assert.InRange(zip.Length, 1, Limits.PackBytes);
    }

    [Fact]
    public void As_much_as_fits_into_a_zip_is_let_through_and_not_a_byte_more()
    {
        var pack = PackReader.Read(new SamplePack().Change("readings/03-for-choice.md", "## Speech", "## Speech\n\n![A bus](images/bus.png)").With("images/bus.png", Png(100)).Files).Pack!;
        var name = PackWriter.Images(pack).Single();
        string? At(int bytes) => PackSize.TooLarge(pack, new Dictionary<string, int> { [name] = bytes });
        var (fits, toomuch) = (0, Limits.PackBytes);
        while (toomuch - fits > 1)
            (fits, toomuch) = At((fits + toomuch) / 2) is null ? ((fits + toomuch) / 2, toomuch) : (fits, (fits + toomuch) / 2);

        var files = PackWriter.Write(pack).ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value));
        files[Picture.Folder + name] = Png(fits);
        Assert.InRange(PackZip.Write(new PackFiles(files)).Length, Limits.PackBytes - 64 * 1024, Limits.PackBytes);
        Assert.StartsWith("The topic is 8.01 MB large", At(toomuch), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_images_and_a_text_that_is_too_long_are_told_apart()
    {
        var pack = PackReader.Read(new SamplePack().Files).Pack!;
        var reading = pack.Readings[0];
        var many = reading with { Blocks = [.. reading.Blocks, .. Enumerable.Range(0, 500).Select(i => reading.Blocks[0] with { Image = $"{i:x32}.png" })] };
        Assert.Contains("500 of them images, and at most 500 can be published", PackSize.TooLarge(pack with { Readings = [many] }, new Dictionary<string, int>()), StringComparison.Ordinal);

        var lengthy = reading with { Blocks = [.. Enumerable.Repeat(reading.Blocks[0] with { Sentences = [new string('x', 4000)] }, 70)] };
        Assert.StartsWith($"“{reading.Title}” would be a file of ", PackSize.TooLarge(pack with { Readings = [lengthy] }, new Dictionary<string, int>()), StringComparison.Ordinal);
    }

    private async Task ShowAsync(string topic, string reading, IEnumerable<string> images)
    {
        var form = await OpenForm.At(Ada, $"{topic}/readings/{reading}");
        await form.With("body", form["body"] + string.Concat(images.Select(i => $"\n\n![A bus](images/{i})"))).SaveAsync();
        Assert.DoesNotContain("to do. Each leads to its place.", await PageAsync(topic), StringComparison.Ordinal);
    }

    /// <summary>Images of 2 MB. What is in them is of no interest to a topic in progress.</summary>
    private Task<List<string>> StoreAsync(int count) => Server.InDatabaseAsync(async db =>
    {
        var names = Enumerable.Range(0, count).Select(_ => $"{Guid.NewGuid():N}.png").ToList();
        db.ReadingImages.AddRange(names.Select(n => new ReadingImage { Name = n, Bytes = Png(Limits.ImageBytes), AddedAt = DateTime.UnixEpoch }));
        await db.SaveChangesAsync();
        return names;
    });

    private Task<int> PutInReviewAsync() => Server.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<CivicsClass.Data.CivicsDbContext>();
        var topic = await services.GetRequiredService<TopicDrafts>().FindAsync(await db.TopicDrafts.Select(d => d.Id).SingleAsync(), default);
        var hash = services.GetRequiredService<PackDoor>().HashOf(topic!.Pack);
        return await db.TopicDrafts.ExecuteUpdateAsync(d => d.SetProperty(t => t.HashInReview, hash));
    });

    /// <summary>Begins as a PNG does; the rest is noise, which no zip makes smaller.</summary>
    private static byte[] Png(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(bytes);
        return bytes;
    }
}
