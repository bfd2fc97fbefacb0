using System.Net;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

/// <summary>A published version that somebody edited in the database is not served in silence, and the rest goes on.</summary>
public sealed class AlteredVersionTests : IAsyncLifetime
{
    private const string Sentence = "Version 1 of “Uniforms at school” is not as it was published";

    private TestServer _server = null!;
    private Browser _ada = null!;
    private Guid _altered, _whole;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
        _altered = (await PublishAsync(new SamplePack())).Version!.Id;
        _whole = (await PublishAsync(Other())).Version!.Id;
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.Where(v => v.Id == _altered).ExecuteUpdateAsync(s => s.SetProperty(v => v.Document, v => v.Document.Replace("Uniforms save time.", "Uniforms waste time.")))));
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task The_library_says_so_and_shows_the_other_topics()
    {
        var library = WebUtility.HtmlDecode(await _ada.ReadAsync("/library"));

        Assert.Contains(Sentence, library, StringComparison.Ordinal);
        Assert.Contains($"/library/packs/{_whole}", library, StringComparison.Ordinal);
        Assert.Contains("Uniforms save time.", await _ada.ReadAsync($"/library/packs/{_whole}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_would_show_it_refuses_with_a_sentence()
    {
        foreach (var path in new[] { $"/library/packs/{_altered}", $"/library/packs/{_altered}/zip", $"/library/packs/{_altered}/questions/export", $"/start/{_altered}/short" })
        {
            using var answer = await _ada.GetAsync(path);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal((path, HttpStatusCode.Conflict), (path, answer.StatusCode));
            Assert.Contains(Sentence, text, StringComparison.Ordinal);
            Assert.DoesNotContain("waste time", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Teachers_keep_their_dashboard_and_the_other_topics()
    {
        using var ana = await _server.SignedInAsync(await _server.TeacherAsync());

        var dashboard = await ana.ReadAsync("/dashboard");

        Assert.Contains($"/start/{_whole}/short", dashboard, StringComparison.Ordinal);
        Assert.DoesNotContain($"/start/{_altered}/", dashboard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_the_topic_again_repairs_it_with_a_new_version()
    {
        var again = await PublishAsync(new SamplePack());

        Assert.Equal((PackOutcome.Taken, 2), (again.Outcome, again.Version!.Number));
        Assert.Equal(PackOutcome.Unchanged, (await PublishAsync(new SamplePack())).Outcome);
        Assert.DoesNotContain(Sentence, WebUtility.HtmlDecode(await _ada.ReadAsync("/library")), StringComparison.Ordinal);
        Assert.Contains("Uniforms save time.", await _ada.ReadAsync($"/library/packs/{again.Version.Id}"), StringComparison.Ordinal);
    }

    private static SamplePack Other() => new SamplePack().Change("pack.yaml", "id: school-uniforms", "id: other").Change("pack.yaml", "Uniforms at school", "Another topic");

    private Task<PackReport> PublishAsync(SamplePack pack) => _server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "test"));
}
