using System.Net;
using CivicsClass.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Versions;

/// <summary>The zip of a withdrawn version is uploaded again: it comes back because an admin says so, under the hash it had.</summary>
public sealed class LoadedAgainTests : IAsyncLifetime
{
    private const string Reason = "The law it describes was repealed.";
    private TestServer _server = null!;
    private Browser _ada = null!;
    private Guid _first;
    private byte[] _zip = [];

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
        Assert.Contains("as version 1", await UploadAsync(new SamplePack().Zip()), StringComparison.Ordinal);
        _first = await _server.InDatabaseAsync(db => db.PackVersions.Select(v => v.Id).SingleAsync());
        _zip = await _ada.Http.GetByteArrayAsync($"/library/packs/{_first}/zip");
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task The_only_version_is_not_published_twice_and_the_admin_is_led_to_bring_it_back()
    {
        await WithdrawAsync(_first);

        var answer = await UploadAsync(_zip);

        Assert.Contains("was not published: this pack is the same as version 1, which was withdrawn. To use it again, bring version 1 back; nothing needs to be loaded.", answer, StringComparison.Ordinal);
        Assert.Contains(Reason, answer, StringComparison.Ordinal);
        Assert.Contains($"href=\"/library/packs/{_first}/withdraw\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("to put right", answer, StringComparison.Ordinal);
        Assert.DoesNotContain($"/start/{_first}/", await _ada.ReadAsync("/dashboard"), StringComparison.Ordinal);

        await BringBackAsync(_first);

        Assert.Contains("is unchanged: this pack is the same as version 1", await UploadAsync(_zip), StringComparison.Ordinal);
        Assert.Contains($"/start/{_first}/", await _ada.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_in_two_steps_as_the_newest_with_the_hash_it_had()
    {
        await UploadAsync(Second().Zip());
        await WithdrawAsync(_first);

        var answer = await UploadAsync(_zip);

        Assert.Contains("To use it again in place of version 2, bring version 1 back first, then load this once more: it becomes the newest version.", answer, StringComparison.Ordinal);
        Assert.Equal(2, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
        Assert.Contains("Version 2 stays the one that teachers get.", await _ada.ReadAsync($"/library/packs/{_first}/withdraw"), StringComparison.Ordinal);

        await BringBackAsync(_first);

        Assert.Contains("as version 3", await UploadAsync(_zip), StringComparison.Ordinal);
        var hashes = await _server.InDatabaseAsync(db => db.PackVersions.OrderBy(v => v.Number).Select(v => v.Hash).ToListAsync());
        Assert.Equal((3, hashes[0]), (hashes.Count, hashes[2]));
    }

    [Fact]
    public async Task Loaded_again_while_an_earlier_one_is_in_use_it_stays_withdrawn()
    {
        var second = Second();
        await UploadAsync(second.Zip());
        var withdrawn = await _server.InDatabaseAsync(db => db.PackVersions.Where(v => v.Number == 2).Select(v => v.Id).SingleAsync());
        await WithdrawAsync(withdrawn);

        Assert.Contains("which was withdrawn. To use it again, bring version 2 back", await UploadAsync(second.Zip()), StringComparison.Ordinal);
        Assert.Contains("is unchanged: this pack is the same as version 1", await UploadAsync(_zip), StringComparison.Ordinal);
        Assert.Contains($"/start/{_first}/", await _ada.ReadAsync("/dashboard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_says_the_same_and_ends_with_1()
    {
        await WithdrawAsync(_first);
        var folder = new SamplePack().Folder();
        await using var output = new StringWriter();

        var code = await LoadCommand.RunAsync(_server.Services, folder, output);

        Assert.Equal((1, $"“Uniforms at school” was not published: it is the same as version 1 (school-uniforms), which was withdrawn. To use it again, bring version 1 back; nothing needs to be loaded.\nWhy it was withdrawn: {Reason}\nBring it back at /library/packs/{_first}/withdraw\n"), (code, output.ToString()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_topic_that_would_make_the_withdrawn_version_once_more_is_kept()
    {
        await _ada.SubmitAsync("/library/drafts/new", ("Title", "A new study"), ("Author", "Ben"), ("Publisher", "A journal"), ("Date", "2023"), ("Kind", "Secondary"), ("Language", "en"), ("RightsKind", "own"), ("Text", "It helps a little."));
        await PublishDraftAsync();
        var withdrawn = await _server.InDatabaseAsync(db => db.PackVersions.Where(v => v.Number == 2).Select(v => v.Id).SingleAsync());
        await WithdrawAsync(withdrawn);

        var refused = await PublishDraftAsync();

        Assert.Contains("This is the same as version 2, which was withdrawn", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal((2, 1), (await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()), await _server.InDatabaseAsync(db => db.TopicDrafts.CountAsync())));
    }

    private static SamplePack Second() => new SamplePack().Change("pack.yaml", "Some schools require uniforms.", "Many schools require uniforms.");

    /// <summary>The only draft reading goes into the topic in progress, which is published unsigned.</summary>
    private async Task<HttpResponseMessage> PublishDraftAsync()
    {
        var draft = await _server.InDatabaseAsync(db => db.DraftReadings.SingleAsync());
        await _ada.SubmitAsync($"/library/drafts/{draft.Id}/add", $"/library/drafts/{draft.Id}/add?topic=school-uniforms", ("Version", $"{draft.Version}"), ("Side", Pack.Background), ("Review", "true"));
        var topic = await _server.InDatabaseAsync(db => db.TopicDrafts.Select(t => t.Id).SingleAsync());
        return await _ada.SubmitAsync($"/library/topics/{topic}", $"/library/topics/{topic}?handler=Publish", ("doubt", "none"));
    }

    private Task<HttpResponseMessage> WithdrawAsync(Guid version) => _ada.SubmitAsync($"/library/packs/{version}/withdraw", ("reason", Reason));

    private Task<HttpResponseMessage> BringBackAsync(Guid version) => _ada.SubmitAsync($"/library/packs/{version}/withdraw", $"/library/packs/{version}/withdraw?handler=Back");

    private async Task<string> UploadAsync(byte[] zip)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await _ada.OpenFormAsync("/library/upload")), "__RequestVerificationToken" }, { new ByteArrayContent(zip), "pack", "pack.zip" } };
        using var answer = await _ada.Http.PostAsync("/library/upload", form);
        return string.Join(' ', WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace("<strong>", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("</strong>", "", StringComparison.Ordinal);
    }
}
