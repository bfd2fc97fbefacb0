using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>What a teacher does, in a teacher's words.</summary>
public sealed class TeacherScreen(IPage page, Chromium chromium, School school) : LiveScreen(page)
{
    public const string Password = "quiet river under stones";

    public ILocator Queue => Page.GetByRole(AriaRole.Region, new() { Name = "Moderation" });
    public ILocator Roster => Page.GetByRole(AriaRole.Complementary, new() { Name = "Class" });
    public ILocator Lesson => Page.GetByRole(AriaRole.Region, new() { Name = "Lesson" });
    protected override ILocator Reconnecting => Page.GetByText("Reconnecting. What you see may be a moment old");
    public ILocator Waiting => Queue.GetByRole(AriaRole.Heading, new() { Level = 2 });

    /// <summary>The first admin, who teaches too: by the one-time link that the server printed.</summary>
    public static async Task<TeacherScreen> SetUpAsync(Chromium chromium, School school, int width = 1366, int height = 768)
    {
        var page = await chromium.PersonAsync("teacher", width, height);
        await page.GotoAsync(school.SetupLink());
        await page.GetByLabel("name", new() { Exact = false }).First.FillAsync("Ms. Alvarez");
        await page.GetByLabel("mail", new() { Exact = false }).FillAsync("ana@school.example");
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
            await field.FillAsync(Password);
        await page.Locator("main form button").Last.ClickAsync();
        await page.WaitForURLAsync("**/dashboard");
        return new TeacherScreen(page, chromium, school);
    }

    /// <summary>From the dashboard into the lobby of a lesson.</summary>
    public async Task StartAsync(string lesson)
    {
        await Page.GotoAsync(new Uri(school.Address, "/dashboard").ToString());
        await Page.GetByRole(AriaRole.Link, new() { Name = $"Start {lesson} · {School.FirstTopic}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open the lobby" }).ClickAsync();
        await Page.WaitForURLAsync("**/teach");
        await Expect(Page.GetByText("Before the lesson")).ToBeVisibleAsync();
    }

    public async Task<string> JoinAddressAsync() => (await Page.Locator("#app").GetAttributeAsync("data-join-url"))!;

    public async Task<WallScreen> OpenWallAsync()
    {
        var wall = await chromium.PersonAsync("wall", 1920, 1080);
        await wall.GotoAsync((await Page.Locator("#app").GetAttributeAsync("data-wall-url"))!);
        return new WallScreen(wall);
    }

    /// <summary>The one big button, whatever it is for now.</summary>
    public Task NextAsync(string saying) => Page.Locator(".next > button.primary").And(Page.GetByRole(AriaRole.Button, new() { Name = saying })).ClickAsync();

    /// <summary>Opens a step from the list of all steps, whatever its state.</summary>
    public async Task OpenStepAsync(string title)
    {
        var plan = Page.Locator("details.plan");
        if (await plan.GetAttributeAsync("open") is null)
            await plan.Locator("summary").ClickAsync();
        await plan.GetByRole(AriaRole.Button, new() { Name = $": {title}" }).Filter(new() { HasTextRegex = new("^Open") }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Unfolds a claim of a source check: how it was judged, and why.</summary>
    public Task OpenClaimAsync(int number) => Lesson.Locator(".questions summary").Nth(number - 1).ClickAsync();

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task EyesUpAsync(bool on) => Page.GetByRole(AriaRole.Button, new() { Name = on ? "Eyes up" : "Eyes up is on" }).ClickAsync();

    public Task WallSafeAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Wall-safe", Exact = true }).ClickAsync();

    public Task ShowEverythingAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();

    public async Task<string> ReentryCodeAsync(string student)
    {
        await Roster.GetByRole(AriaRole.Button, new() { Name = student }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Re-entry code" }).ClickAsync();
        var code = await Page.Locator(".bigcode [aria-hidden]").InnerTextAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        return code;
    }

    public async Task RemoveAsync(string student)
    {
        await Roster.GetByRole(AriaRole.Button, new() { Name = student }).ClickAsync();
        await Roster.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
    }

    public async Task EndAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the lesson" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End the lesson" }).ClickAsync();
        await Expect(Page.GetByText("The lesson has ended").First).ToBeVisibleAsync();
    }
}
