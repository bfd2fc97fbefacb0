using System.Net;
using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

/// <summary>A topic that is given out by one server is the same version on another.</summary>
public sealed class PackExportTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];

    private TestServer _here = null!;
    private TestServer _there = null!;
    private Browser _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _there = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _here.SignedInAsync(await _here.AdminAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _ada.Dispose();
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task A_topic_with_an_image_goes_out_and_comes_in_elsewhere_with_the_same_hash()
    {
        var pack = new SamplePack().Change("readings/03-for-choice.md", "Clothes speak.", "Clothes speak: yes.[^a]\n\n![A *blue* [hat]](images/bus.png)\n\n[^a]: A note.\n\n").With("images/bus.png", Png);
        var version = (await PublishAsync(_here, pack.Files)).Version!;

        var zip = await DownloadAsync(version.Id);

        Assert.Contains($"/library/packs/{version.Id}/zip", await _ada.ReadAsync($"/library/packs/{version.Id}"), StringComparison.Ordinal);
        Assert.Equal(zip, await DownloadAsync(version.Id));
        var files = PackZip.Read(zip, new Problems())!;
        Assert.Equal(Png, files.Find($"images/{Picture.Of(Png).Picture!.Name}"));
        Assert.Contains("![A blue \\[hat\\]](images/", Encoding.UTF8.GetString(files.Find("readings/03-for-choice.md")!), StringComparison.Ordinal);
        await UploadThereAsync(zip);
        Assert.Equal(await HashAsync(_here), await HashAsync(_there));
        Assert.Equal(PackOutcome.Unchanged, (await PublishAsync(_here, files)).Outcome);
    }

    [Theory]
    [InlineData("federal-local-enforcement")]
    [InlineData("marijuana-policy")]
    public async Task The_topics_that_come_with_the_server_go_out_and_come_back(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seed-content")))
            root = root.Parent!;
        var version = (await PublishAsync(_here, PackFolder.Read(Path.Combine(root.FullName, "seed-content", folder), new Problems())!)).Version!;

        await UploadThereAsync(await DownloadAsync(version.Id));

        Assert.Equal(await HashAsync(_here), await HashAsync(_there));
    }

    [Fact]
    public async Task What_was_published_from_the_browser_goes_out_the_same_however_it_was_typed()
    {
        var first = (await PublishAsync(_here, new SamplePack().Files)).Version!;
        var pack = await _here.Services.GetRequiredService<Packs>().GetAsync(first.Id);
        var step = pack.Lessons[0].Steps[0] with { Id = "norms-7", Script = "Read  them\u00A0 aloud. " };
        pack = pack with { Title = " Two  spaces ", Lessons = [pack.Lessons[0] with { Id = "z" }, pack.Lessons[0] with { Id = "a", Steps = [step] }] };
        var second = await _here.InScopeAsync(async s =>
        {
            var topics = s.GetRequiredService<TopicDrafts>();
            var draft = await topics.BeginAsync(pack.Id, pack.Title, first.Id, PackWriter.Write(pack), "ada", default);
            Assert.Null(await topics.SendToReviewAsync(draft.Id, default));
            return await topics.PublishAsync(draft.Id, over: false, "ada", default);
        });

        Assert.Equal((PackOutcome.Taken, "Two spaces"), (second?.Outcome, second?.Version?.Title));
        await UploadThereAsync(await DownloadAsync(second!.Version!.Id));

        Assert.Equal(await HashAsync(_here), await HashAsync(_there));
    }

    [Fact]
    public async Task Only_an_admin_may_download_a_topic()
    {
        var version = (await PublishAsync(_here, new SamplePack().Files)).Version!;
        using var ana = await _here.SignedInAsync(await _here.TeacherAsync());

        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync($"/library/packs/{version.Id}/zip")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync($"/library/packs/{version.Id}/zip")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/library/packs/{Guid.NewGuid()}/zip")).StatusCode);
    }

    private async Task<byte[]> DownloadAsync(Guid version)
    {
        using var answer = await _ada.GetAsync($"/library/packs/{version}/zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^attachment; filename=[a-z-]+-\\d+\\.zip", answer.Content.Headers.ContentDisposition!.ToString());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task UploadThereAsync(byte[] zip)
    {
        using var bea = await _there.SignedInAsync(await _there.AdminAsync());
        using var form = new MultipartFormDataContent { { new StringContent(await bea.OpenFormAsync("/library/upload")), "__RequestVerificationToken" }, { new ByteArrayContent(zip), "pack", "pack.zip" } };
        using var answer = await bea.Http.PostAsync("/library/upload", form, TestContext.Current.CancellationToken);
        Assert.Contains("in the library as version 1", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static Task<PackReport> PublishAsync(TestServer server, PackFiles files) => server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(files, "test"));

    private static Task<string> HashAsync(TestServer server) => server.InDatabaseAsync(db => db.PackVersions.OrderByDescending(v => v.Number).Select(v => v.Hash).FirstAsync());
}
