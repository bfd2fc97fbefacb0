using System.Runtime.CompilerServices;
using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>From a Word document to a student's screen.</summary>
public sealed class DraftTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_word_document_becomes_a_reading_with_its_table_image_and_footnotes()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        var page = ana.Page;
        await page.GotoAsync(new Uri(_school.Address, "/library/drafts/new").ToString());
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync([FileAt("article.docx"), FileAt("tracked.docx"), FileAt("empty.odt")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
        await Expect(page.GetByText("All 3 files are read.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take all tracked changes" })).ToBeVisibleAsync();
        await Expect(page.GetByText("This is an OpenDocument file.")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library/drafts/new with reports");

        await page.GetByRole(AriaRole.Link, new() { Name = "Open the draft “Buses in our city”" }).First.ClickAsync();
        var preview = page.Locator("#preview-body");
        await SeeAsync(preview.GetByRole(AriaRole.Img, new() { Name = "A bus in the snow" }));
        var text = page.GetByLabel("Text", new() { Exact = true });
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("Typed just now.\n\n");
        await Expect(preview).ToContainTextAsync("Typed just now.");
        await page.GetByText("Add an image", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Image", new() { Exact = true }).SetInputFilesAsync(FileAt("bus.png"));
        await page.GetByLabel("What it shows").FillAsync("The same bus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the text" }).ClickAsync();
        await SeeAsync(preview.GetByRole(AriaRole.Img, new() { Name = "The same bus" }));
        await FillInAsync(page);
        await page.MustSuitEverybodyAsync("/library/drafts/{id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Add to a topic" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = School.FirstTopic }).ClickAsync();
        await page.GetByLabel("Background", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Quick debate", new() { Exact = false }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and send to review" }).ClickAsync();
        await Expect(page.GetByText("It asks for review, and can be published below.")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("a topic with a text that was just added");
        await page.GetByLabel("Publish it all the same, without a review").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish version 2" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Quiz, with the key" })).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library/packs/{id} with a table");

        await ana.StartAsync("Quick debate");
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", 360, 740);
        await ana.OpenStepAsync("Our norms");
        await ben.AcceptNormsAsync();
        await ana.OpenStepAsync("Read one text for each answer");
        await ben.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Text \\d+: Buses in our city") }).ClickAsync();
        var table = ben.Page.GetByRole(AriaRole.Table, new() { Name = "Riders in May" });
        await Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Stop", "Riders"]);
        await table.GetByRole(AriaRole.Button, new() { NameRegex = new("^Keep row") }).First.ClickAsync();
        await Expect(ben.Page.Locator("tr.kept")).ToContainTextAsync("Main St.");
        await Expect(ben.Page.GetByRole(AriaRole.Img, new() { Name = "A bus in the snow" })).ToHaveJSPropertyAsync("naturalWidth", 48);
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Footnote 1" }).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Region, new() { Name = "Footnotes" }).Locator("p").First).ToBeFocusedAsync();
        await Expect(ben.Page.GetByText("Public domain")).ToBeVisibleAsync();
        await ben.Page.MustSuitEverybodyAsync("a reading with a table");
    }

    [Fact]
    public async Task A_draft_is_saved_by_itself_kept_while_the_server_is_away_and_undone()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        var begin = new Uri(_school.Address, "/library/drafts/new").ToString();
        await page.GotoAsync(begin);
        var text = page.GetByLabel("Text", new() { Exact = true });
        await text.FillAsync("Typed first.");
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
        Assert.NotEqual(begin, page.Url);
        await page.MustSuitEverybodyAsync("a new draft that was just saved");
        await page.ReloadAsync();
        await Expect(text).ToHaveValueAsync("Typed first.");

        var other = await chromium.TabAsync(page.Context, "the other window");
        await other.GotoAsync(page.Url);
        await Expect(other.Locator("#others")).ToContainTextAsync("You, in another window, have this draft open too.");
        await page.BringToFrontAsync();

        await _school.KillAsync();
        await text.FillAsync("Typed while the server was away.");
        await Expect(page.Locator("#state")).ToContainTextAsync("The server cannot be reached. What you typed is kept on this device");
        await _school.StartAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo: you changed the text") }).ClickAsync();
        await Expect(text).ToHaveValueAsync("Typed first.");
    }

    [Fact]
    public async Task What_is_typed_into_a_new_draft_while_the_server_is_away_comes_back()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        var begin = new Uri(_school.Address, "/library/drafts/new").ToString();
        await page.GotoAsync(begin);
        await _school.KillAsync();
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Typed into the dark.");
        await Expect(page.Locator("#state")).ToContainTextAsync("kept on this device");
        await page.GotoAsync("about:blank");
        await _school.StartAsync();

        await page.GotoAsync(begin);

        await Expect(page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("Typed into the dark.");
        await Expect(page.Locator("#state")).ToContainTextAsync("saved");
        Assert.NotEqual(begin, page.Url);
    }

    private static async Task FillInAsync(IPage page)
    {
        await page.GetByLabel("Author").FillAsync("City council");
        await page.GetByLabel("Published by").FillAsync("City of Springfield");
        await page.GetByLabel("Date").FillAsync("2024-05");
        await page.GetByLabel("Kind of source").SelectOptionAsync("Secondary");
        await page.GetByLabel("Rights", new() { Exact = true }).SelectOptionAsync("public domain");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
    }

    /// <summary>Images are loaded when somebody scrolls to them.</summary>
    private static async Task SeeAsync(ILocator image)
    {
        await image.EvaluateAsync("image => image.scrollIntoView()");
        await Expect(image).ToBeVisibleAsync();
    }

    private static string FileAt(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../tests/CivicsClass.Tests/Library/files", name));
}
