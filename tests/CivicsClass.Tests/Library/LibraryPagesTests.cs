using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library;

public sealed partial class LibraryPagesTests : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestServer _server = null!;
    private Browser _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_teacher_reads_the_library_and_only_an_admin_changes_it()
    {
        var answer = await UploadAsync("/library/upload", "pack", new SamplePack().Zip());
        var topic = Link().Match(answer).Value;
        using var ana = await _server.SignedInAsync(await _server.TeacherAsync());
        using var stranger = _server.Browser();
        foreach (var path in new[] { "/library/upload", $"{topic}/questions/import", $"{topic}/questions/export", $"/library/drafts/{Guid.NewGuid()}/add" })
            Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync(path)).StatusCode);
        foreach (var path in new[] { "/library", topic, "/library/upload", "/library/drafts/new" })
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(path)).StatusCode);

        var (hers, adas) = (await ana.ReadAsync("/library") + await ana.ReadAsync(topic), await _ada.ReadAsync("/library") + await _ada.ReadAsync(topic));
        foreach (var forAdmins in new[] { "Upload a pack", "Import questions", "Export questions" })
        {
            Assert.DoesNotContain(forAdmins, hers, StringComparison.Ordinal);
            Assert.Contains(forAdmins, adas, StringComparison.Ordinal);
        }
        Assert.Contains("Uniforms at school", hers, StringComparison.Ordinal);
        Assert.Contains("They ask for a reason.", hers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_pack_can_be_looked_at_as_students_will()
    {
        var answer = await UploadAsync("/library/upload", "pack", new SamplePack().Zip("school-uniforms/"));
        Assert.Contains("in the library as version 1", answer, StringComparison.Ordinal);
        Assert.Contains("is unchanged", await UploadAsync("/library/upload", "pack", new SamplePack().Zip()), StringComparison.Ordinal);

        Assert.Contains("Uniforms at school", await _ada.ReadAsync("/library"), StringComparison.Ordinal);
        var preview = await _ada.ReadAsync(Link().Match(answer).Value);
        foreach (var shown in new[] { "They ask for a reason.", "Rests on 1 source", "https://example.org/book", "trade as authority", "Rules about clothes.", "A short lesson", "Listen first." })
            Assert.Contains(shown, preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_with_problems_is_refused_with_file_and_line()
    {
        var answer = await UploadAsync("/library/upload", "pack", new SamplePack().Change("quiz.yaml", "difficulty: easy", "difficulty: <b>").Zip());

        Assert.Contains("<code>quiz.yaml:16</code>", answer, StringComparison.Ordinal);
        Assert.Contains("`difficulty` cannot be “<b>”.", answer, StringComparison.Ordinal);
        Assert.Contains("not a zip file", await UploadAsync("/library/upload", "pack", "hello"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("Choose the zip file", await UploadAsync("/library/upload", "other", []), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_gets_a_sentence()
    {
        Assert.Contains("larger than 8 MB", await UploadAsync("/library/upload", "pack", new byte[8 * 1024 * 1024 + 1]), StringComparison.Ordinal);

        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[10 * 1024 * 1024]), "pack", "pack.zip" } };
        var answer = await _ada.Http.PostAsync("/library/upload", content, Stop);
        Assert.Equal("/library/upload?large=true", answer.Headers.Location?.ToString());
        Assert.Contains("larger than 8 MB", await _ada.ReadAsync("/library/upload?large=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_becomes_a_draft_and_a_draft_becomes_a_reading()
    {
        await UploadAsync("/library/upload", "pack", new SamplePack().Zip());
        var fields = Fields();
        fields["Text"] = "First paragraph here. It has two.\r\nSecond <b>one</b>.";
        var page = await SubmitAsync("/library/drafts/new", null, [], fields);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        var draft = page.Headers.Location!.ToString();
        var shown = await _ada.ReadAsync(draft);
        Assert.Contains("Second &lt;b&gt;one&lt;/b&gt;.", shown, StringComparison.Ordinal);
        Assert.Contains("Sentence 2 of paragraph 1", shown, StringComparison.Ordinal);

        var form = await _ada.ReadAsync(draft + "/add");
        Assert.Equal(Regex.Count(form, "<form method=\"post\""), Regex.Count(form, "name=\"__RequestVerificationToken\""));
        var choice = new[] { ("Version", Hidden(form, "Version")), ("Side", "require"), ("Lessons", "short") };
        var refused = await _ada.SubmitAsync(draft + "/add", draft + "/add?topic=school-uniforms", choice);
        Assert.Contains("Choose a reading for “A choice” to go with it", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);

        choice[1].Item2 = Pack.Background;
        var added = await _ada.SubmitAsync(draft + "/add", draft + "/add?topic=school-uniforms", choice);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var topic = added.Headers.Location!.ToString();
        Assert.Contains("“A draft” is in the topic now.", WebUtility.HtmlDecode(await _ada.ReadAsync(topic)), StringComparison.Ordinal);
        Assert.Contains("Second &lt;b&gt;one&lt;/b&gt;.", await _ada.ReadAsync($"{topic.Split('?')[0]}/readings/a-draft"), StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_a_field_is_wrong()
    {
        var fields = Fields();
        fields["Date"] = "soon";
        fields["Text"] = "A text I typed for an hour.";
        var page = await SubmitAsync("/library/drafts/new", null, [], fields);

        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        foreach (var kept in new[] { "A text I typed for an hour.", "value=\"A draft\"", "value=\"soon\"", "Write the date as YYYY" })
            Assert.Contains(kept, html, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    [Fact]
    public async Task Two_who_edit_one_draft_are_told_and_nothing_is_overwritten()
    {
        var fields = Fields();
        fields["Text"] = "The first text.";
        var draft = (await SubmitAsync("/library/drafts/new", null, [], fields)).Headers.Location!.ToString();
        fields["token"] = Hidden(await _ada.ReadAsync(draft), "token");

        fields["Text"] = "What Ada wrote.";
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(draft, null, [], fields)).StatusCode);
        fields["Text"] = "What Ben wrote.";
        var told = await SubmitAsync(draft, null, [], fields);

        var html = await told.Content.ReadAsStringAsync(Stop);
        Assert.Contains("You saved this draft meanwhile", html, StringComparison.Ordinal);
        Assert.Contains("What Ben wrote.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("What Ada wrote.</span>", html, StringComparison.Ordinal);
        Assert.Equal("What Ada wrote.", await _server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Text).SingleAsync()));

        var late = await SubmitAsync(draft + "?handler=Delete", null, [], fields);
        Assert.Contains("so it was not deleted", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        fields["token"] = Hidden(html, "token");
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(draft + "?handler=Delete", null, [], fields)).StatusCode);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["Title"] = "A draft", ["Author"] = "Ana", ["Publisher"] = "Paper", ["Date"] = "2023-04", ["Kind"] = "Opinion", ["LawAsOf"] = "", ["RightsKind"] = "licence", ["RightsNote"] = "CC BY 4.0", ["Language"] = "en", ["Text"] = "",
    };

    private async Task<string> UploadAsync(string path, string field, byte[] file) =>
        WebUtility.HtmlDecode(await (await SubmitAsync(path, field, file, [])).Content.ReadAsStringAsync(Stop));

    private async Task<HttpResponseMessage> SubmitAsync(string path, string? field, byte[] file, Dictionary<string, string> fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Browser.Token(await _ada.ReadAsync(path))), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value, Encoding.UTF8), name);
        if (field is not null)
            form.Add(new ByteArrayContent(file), field, "file.bin");
        return await _ada.Http.PostAsync(path, form);
    }

    private static string Hidden(string html, string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("/library/packs/[0-9a-f-]{36}")]
    private static partial Regex Link();
}
