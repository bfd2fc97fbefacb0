using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>An admin edits a topic: by keyboard, in two windows, and while the server is away.</summary>
public sealed class TopicTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_changed_reading_reaches_a_class_by_keyboard_alone()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        var page = ana.Page;
        await EditFirstTopicAsync(page);
        await page.MustSuitEverybodyAsync("a topic in progress");
        var title = await page.Locator("#readings + ol a").Nth(1).InnerTextAsync();
        await page.Locator("#readings + ol a").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();

        await TabToAsync(page, "body");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("A sentence that was typed five minutes ago. And a second one.\n\n");
        await Expect(page.Locator("#preview-body .number").First).ToHaveTextAsync("1");
        await Expect(page.Locator("#preview-body .sentence").First).ToContainTextAsync("A sentence that was typed five minutes ago.");
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
        await page.Keyboard.TypeAsync("<script>alert(1)</script>\n\n");
        await Expect(page.Locator("#body-todo")).ToContainTextAsync("HTML is not shown to students");
        for (var i = 0; i < "<script>alert(1)</script>\n\n".Length; i++)
            await page.Keyboard.PressAsync("Backspace");
        await Expect(page.GetByText("Nothing: this part is ready.")).ToBeVisibleAsync();
        await TabToAsync(page, "add:sources");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(":focus")).ToHaveAttributeAsync("name", new System.Text.RegularExpressions.Regex(@"^sources\.\d+\.title$"));
        await page.Keyboard.TypeAsync("A second source");
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
        await page.MustSuitEverybodyAsync("a reading that is edited");

        await TabToAsync(page, School.FirstTopic);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ready for review" })).ToBeVisibleAsync();
        await TabToAsync(page, "Send to review");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "In review" })).ToBeVisibleAsync();
        await TabToAsync(page, "doubt");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "Publish version 2");
        await page.MustSuitEverybodyAsync("a topic in review");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Version 2,")).ToBeVisibleAsync();

        await ana.StartAsync("Quick debate");
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", 360, 740);
        await ana.OpenStepAsync("Our norms");
        await ben.AcceptNormsAsync();
        await ana.OpenStepAsync("Read one text for each answer");
        await Expect(ben.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Text 1") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_part_suits_everybody_on_a_phone_and_in_the_dark()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        await EditFirstTopicAsync(page);
        var topic = page.Url.Split('?')[0];
        var parts = new List<string> { "", "/history", "/about", "/glossary" };
        foreach (var list in new[] { "readings", "quiz", "checks", "lessons" })
            parts.Add(new Uri(_school.Address, (await page.Locator($"section[aria-labelledby={list}] .parts a").First.GetAttributeAsync("href"))!).ToString()[topic.Length..]);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var (width, height) in new[] { (360, 740), (1366, 768) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var part in parts)
            {
                await page.GotoAsync(topic + part);
                await page.MustSuitEverybodyAsync($"{part} at {width} px");
            }
        }
        await page.GotoAsync(new Uri(_school.Address, "/library/topics/new").ToString());
        await page.MustSuitEverybodyAsync("/library/topics/new");
    }

    [Fact]
    public async Task A_lesson_gets_another_step_by_its_form()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        await EditFirstTopicAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Quick debate", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Quick debate", Level = 1 })).ToBeVisibleAsync();
        var steps = page.Locator("#steps > [data-entry]");
        var before = await steps.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a step" }).ClickAsync();
        await Expect(steps).ToHaveCountAsync(before + 1);
        await steps.Last.GetByLabel("What students do").SelectOptionAsync("reflection");
        await steps.Last.GetByLabel("Prompts").FillAsync("What is still open?");
        await steps.Last.GetByLabel("Minutes of the step").FillAsync("2");
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
        await steps.Last.GetByRole(AriaRole.Button, new() { Name = "up" }).ClickAsync();
        await Expect(steps.Nth(before - 1).GetByLabel("Prompts")).ToHaveValueAsync("What is still open?");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Up");
        await steps.Nth(before - 1).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(steps).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task Two_windows_are_told_of_each_other_and_overwrite_nothing()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        await EditFirstTopicAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit about the topic" }).ClickAsync();
        var other = await chromium.TabAsync(page.Context, "the other window");
        await other.GotoAsync(page.Url);
        await Expect(other.Locator("#others")).ToContainTextAsync("You, in another window, have this part open too.");

        await other.RouteAsync("**/about", route => route.AbortAsync());
        await other.GetByLabel("Summary").FillAsync("Summary of the other window.");
        await Expect(other.Locator("#state")).ToContainTextAsync("The server cannot be reached.");
        await page.GetByLabel("Summary").FillAsync("Summary of the first window.");
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved");
        await other.UnrouteAsync("**/about");
        await Expect(other.Locator("#overtaken")).ToBeVisibleAsync();
        await Expect(other.GetByLabel("Summary")).ToHaveValueAsync("Summary of the other window.");
        await Expect(other.Locator(".theirs")).ToContainTextAsync("Summary of the first window.");
        await other.MustSuitEverybodyAsync("two texts side by side");

        await other.GetByLabel("Summary").FillAsync("Summary of both.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save what stands in the form" }).ClickAsync();
        await Expect(other.Locator("#overtaken")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Summary of both.");
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_survives_a_reload()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        await EditFirstTopicAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit about the topic" }).ClickAsync();
        await page.GetByLabel("Summary").FillAsync("Typed and left at once.");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Typed and left at once.");

        await _school.KillAsync();
        await page.GetByLabel("Summary").FillAsync("Typed while the server was away.");
        await Expect(page.Locator("#state")).ToContainTextAsync("The server cannot be reached. What you typed is kept on this device");
        await _school.StartAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Typed while the server was away.");
        await Expect(page.Locator("#state")).ToContainTextAsync("saved");

        await _school.KillAsync();
        await page.GetByLabel("Summary").FillAsync("And once more.");
        await Expect(page.Locator("#state")).ToContainTextAsync("The server cannot be reached.");
        await _school.StartAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo: you changed") }).ClickAsync();
        await Expect(page.GetByLabel("Summary")).Not.ToHaveValueAsync("And once more.");
    }

    private async Task EditFirstTopicAsync(IPage page)
    {
        await page.GotoAsync(new Uri(_school.Address, await new AdminScreen(page, _school).PackPathAsync()).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit this topic" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ready for review" })).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the focus is on what has this id, value or text.</summary>
    private static async Task TabToAsync(IPage page, string what)
    {
        for (var press = 0; press < 400; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("what => { const at = document.activeElement; return at.id === what || at.value === what || at.textContent.trim() === what; }", what))
                return;
        }
        Assert.Fail($"Tab never reached “{what}”.");
    }
}
