using System.Net;
using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class ImagesTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];
    private static readonly byte[] OtherPng = [.. Png, 4];

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_image_is_seen_by_staff_and_by_those_in_the_session_that_keeps_its_version()
    {
        var first = await LoadAsync(Png);
        var ana = await _server.TeacherAsync();
        var session = await StartAsync(ana.Id, first);
        var second = await LoadAsync(OtherPng);
        Assert.NotEqual(first.Document, second.Document);
        var (name, newer) = (Picture.Of(Png).Picture!.Name, Picture.Of(OtherPng).Picture!.Name);
        using var ben = _server.Browser();
        using var teacher = await _server.SignedInAsync(ana);
        using var other = await _server.SignedInAsync(await _server.TeacherAsync("bea@school.example"));
        using var admin = await _server.SignedInAsync(await _server.AdminAsync());
        using var nobody = _server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/s/{session.Key}/images/{name}")).StatusCode);
        await ben.SubmitAsync($"/join/{session.Row.JoinCode}", ("ticket", Guid.NewGuid().ToString()), ("name", "Ben"));

        foreach (var (browser, path, status) in new[]
        {
            (ben, $"/s/{session.Key}/images/{name}", HttpStatusCode.OK), (teacher, $"/s/{session.Key}/images/{name}", HttpStatusCode.OK), (admin, $"/library/images/{name}", HttpStatusCode.OK),
            (ben, $"/s/{session.Key}/images/{newer}", HttpStatusCode.NotFound), (nobody, $"/s/{session.Key}/images/{name}", HttpStatusCode.NotFound),
            (other, $"/s/{session.Key}/images/{name}", HttpStatusCode.NotFound), (admin, $"/s/{session.Key}/images/{name}", HttpStatusCode.NotFound),
            (teacher, $"/library/images/{name}", HttpStatusCode.OK), (teacher, $"/s/preview/images/{name}", HttpStatusCode.OK), (ben, $"/s/preview/images/{name}", HttpStatusCode.Redirect), (ben, $"/library/images/{name}", HttpStatusCode.Redirect), (admin, "/library/images/..%2Fpack.yaml", HttpStatusCode.NotFound),
        })
            Assert.Equal((path, status), (path, (await browser.GetAsync(path)).StatusCode));

        Assert.Null((await session.DoAsync(Actor.Teacher(ana.Id), Guid.NewGuid(), new RemoveStudent("p1"), DateTime.UnixEpoch)).Refused);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/s/{session.Key}/images/{name}")).StatusCode);
    }

    [Fact]
    public async Task An_image_comes_as_it_was_stored_under_its_own_type_and_for_good()
    {
        await LoadAsync(Png);
        using var admin = await _server.SignedInAsync(await _server.AdminAsync());

        using var answer = await admin.GetAsync($"/library/images/{Picture.Of(Png).Picture!.Name}");

        Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("max-age=31536000, private, immutable", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").OrderBy(p => p != "max-age=31536000").ThenBy(p => p == "immutable")));
    }

    [Fact]
    public async Task The_same_pack_again_is_unchanged_and_its_image_is_stored_once()
    {
        var first = await LoadAsync(Png);
        var door = await DoorAsync(WithImage(Png));

        Assert.Equal((PackOutcome.Unchanged, first.Id), (door.Outcome, door.Version!.Id));
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.ReadingImages.CountAsync()));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG, JPEG or WebP")]
    [InlineData("GIF89a", "not a PNG, JPEG or WebP")]
    public async Task What_only_calls_itself_an_image_is_refused(string content, string sentence)
    {
        var report = await DoorAsync(WithImage(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(PackOutcome.Refused, report.Outcome);
        Assert.Equal([("images/bus.png", true)], report.Problems.Select(p => (p.File, p.Sentence.Contains(sentence, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task An_image_that_no_text_shows_and_one_beyond_the_limit_are_told()
    {
        var unused = await DoorAsync(new SamplePack().With("images/bus.png", Png));
        var large = await DoorAsync(new SamplePack().With("images/bus.png", [.. Png, .. new byte[Limits.ImageBytes]]));

        Assert.Contains("No reading shows this image", Assert.Single(unused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("larger than 2 MB", Assert.Single(large.Problems).Sentence, StringComparison.Ordinal);
        Assert.NotNull(PackZip.Read(WithImage([.. Png, .. new byte[Limits.ImageBytes - Png.Length]]).Zip("school-uniforms/"), new Problems()));
    }

    private static SamplePack WithImage(byte[] image) =>
        new SamplePack().Change("readings/03-for-choice.md", "Clothes speak.", "Clothes speak.\n\n![A *blue* hat](images/bus.png)\n\n").With("images/bus.png", image);

    private Task<PackReport> DoorAsync(SamplePack pack) => _server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "test"));

    private async Task<PackVersion> LoadAsync(byte[] image)
    {
        var report = await DoorAsync(WithImage(image));
        Assert.Equal(PackOutcome.Taken, report.Outcome);
        return await _server.InDatabaseAsync(db => db.PackVersions.SingleAsync(v => v.Id == report.Version!.Id));
    }

    private async Task<SessionHost> StartAsync(string teacher, PackVersion version)
    {
        var plan = (await _server.Services.GetRequiredService<Packs>().GetAsync(version.Id)).Lessons.Single();
        var row = await _server.Services.GetRequiredService<SessionStore>().StartAsync(teacher, version, plan, IdentityMode.NameForTeacher);
        return (await _server.Services.GetRequiredService<LiveSessions>().FindAsync(row.Key))!;
    }
}
