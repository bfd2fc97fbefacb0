using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Tests.Library.Importing;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library;

public sealed partial class DraftPagesTests : IAsyncLifetime
{
    private const string New = "/library/drafts/new";

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
    public async Task Several_files_become_drafts_each_with_its_report()
    {
        var page = await PostAsync($"{New}?handler=Files", ("files", "article.docx", SampleFiles.Read("article.docx")), ("files", "plain.txt", "A plain text.\nIt has two."u8.ToArray()), ("files", "scan.txt", "%PDF-1.7"u8.ToArray()));

        foreach (var shown in new[] { "article.docx", "Taken, with changes", "Decoration", "plain.txt", "Nothing was changed or left out.", "scan.txt", "Refused", "This is a PDF.", "Open the draft “Buses in our city”" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var drafts = await _server.InDatabaseAsync(db => db.DraftReadings.OrderBy(d => d.Title).ToListAsync());
        Assert.Equal(["Buses in our city", "plain"], drafts.Select(d => d.Title));
        Assert.All(drafts, d => Assert.Null(d.Kind));
        var draft = await _ada.ReadAsync($"/library/drafts/{drafts[0].Id}");
        foreach (var shown in new[] { "<caption>Riders in May</caption>", "<th scope=\"col\">Stop</th>", $"src=\"/library/images/{Picture.Of(SampleFiles.Read("bus.png")).Picture!.Name}\"", "alt=\"A bus in the snow\"", "href=\"#draft-note-1\"", "id=\"draft-note-1\"", "Say who wrote it.", "Say by what right the class may use the text." })
            Assert.Contains(shown, draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync($"/library/images/{Picture.Of(SampleFiles.Read("bus.png")).Picture!.Name}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_with_gaps_cannot_be_added_to_a_topic()
    {
        await PostAsync("/library/upload", ("pack", "pack.zip", new SamplePack().Zip()));
        await PostAsync($"{New}?handler=Files", ("files", "plain.txt", "A plain text."u8.ToArray()));
        var draft = await _server.InDatabaseAsync(db => db.DraftReadings.SingleAsync());

        var answer = await _ada.SubmitAsync($"/library/drafts/{draft.Id}/add", $"/library/drafts/{draft.Id}/add?topic=school-uniforms", ("Version", $"{draft.Version}"), ("Side", Pack.Background));

        Assert.Contains("Something is missing in the draft: Say who wrote it.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.TopicDrafts.CountAsync()));
    }

    [Fact]
    public async Task Tracked_changes_are_taken_only_when_the_admin_says_so()
    {
        var page = await PostAsync($"{New}?handler=Files&part=true", ("files", "tracked.docx", SampleFiles.Read("tracked.docx")));
        Assert.Contains("put in by Ana Alvarez on 2024-05-01", page, StringComparison.Ordinal);
        var before = await _server.InDatabaseAsync(db => db.DraftReadings.AsNoTracking().SingleAsync());
        Assert.Contains("always on time", before.Text, StringComparison.Ordinal);
        var changed = Textarea().Match(page).Groups[1].Value;

        var to = $"/library/drafts/{before.Id}?handler=Text";
        var stale = await _ada.SubmitAsync($"/library/drafts/{before.Id}", to, ("version", $"{Guid.NewGuid()}"), ("text", changed));
        Assert.Contains("Nothing was overwritten", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var taken = await _ada.SubmitAsync($"/library/drafts/{before.Id}", to, ("version", $"{before.Version}"), ("text", changed));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var after = await _server.InDatabaseAsync(db => db.DraftReadings.AsNoTracking().SingleAsync());
        Assert.Contains("often on time", after.Text, StringComparison.Ordinal);
        Assert.NotEqual(before.Version, after.Version);
    }

    [Fact]
    public async Task The_preview_shows_what_is_typed_and_saves_nothing()
    {
        var part = await PostAsync($"{New}?handler=Preview&part=true", ("Text", null, "# Head\n\nOne <b>two</b>.\n\n| A | B |\n|---|---|\n| 1 | 2 |"u8.ToArray()), ("Title", null, "Typed"u8.ToArray()));
        Assert.StartsWith("<article", part.TrimStart(), StringComparison.Ordinal);
        foreach (var shown in new[] { "<h4>Head</h4>", "One <b>two</b>.", "<td>2</td>", "<h3>Typed</h3>" })
            Assert.Contains(shown, part, StringComparison.Ordinal);

        var whole = await PostAsync($"{New}?handler=Preview", ("Text", null, "Words that stay."u8.ToArray()));
        Assert.Contains("Words that stay.</textarea>", whole, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await _ada.Http.PostAsync($"{New}?handler=Preview&part=true", new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task An_image_comes_with_its_description_or_not_at_all()
    {
        var bus = SampleFiles.Read("bus.png");
        Assert.Contains("Say what the image shows", await PostAsync($"{New}?handler=Picture", ("image", "bus.png", bus), ("Text", null, "Kept."u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("not a PNG, JPEG or WebP", await PostAsync($"{New}?handler=Picture", ("image", "bus.png", "<svg/>"u8.ToArray()), ("description", null, "A bus"u8.ToArray())), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.ReadingImages.CountAsync()));

        var page = await PostAsync($"{New}?handler=Picture", ("image", "bus.png", bus), ("description", null, "A [blue] bus"u8.ToArray()), ("Text", null, "Kept."u8.ToArray()));

        Assert.Contains("alt=\"A [blue] bus\"", page, StringComparison.Ordinal);
        Assert.Contains($"Kept.\n\n![A [blue] bus](images/{Picture.Of(bus).Picture!.Name})", page.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.ReadingImages.CountAsync()));
    }

    [Fact]
    public async Task Each_of_the_five_articles_kinds_of_plain_text_is_taken_as_it_is()
    {
        const string Text = "Sanctuary Cities Cause Debate!\nA Town Argues\nThe council met on Tuesday to hear from parents, pupils and the bus company about the new timetable.\n• one\n• two\nConclusion\nNobody was short of opinions that day, and the council listened to every one of them until midnight.";

        await PostAsync($"{New}?handler=Files", ("files", "article.txt", Encoding.UTF8.GetBytes(Text)));

        Assert.Equal(Text, await _server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Text).SingleAsync()));
        Assert.Equal("Sanctuary Cities Cause Debate!", await _server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Title).SingleAsync()));
    }

    private async Task<string> PostAsync(string path, params (string Name, string? File, byte[] Content)[] parts)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Browser.Token(await _ada.ReadAsync(path.Split('?')[0]))), "__RequestVerificationToken" } };
        foreach (var (name, file, content) in parts)
            if (file is null)
                form.Add(new ByteArrayContent(content), name);
            else
                form.Add(new ByteArrayContent(content), name, file);
        var answer = await _ada.Http.PostAsync(path, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<textarea name=\"text\" hidden>\\s*(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Textarea();
}
