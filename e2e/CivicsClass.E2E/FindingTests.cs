using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>A teacher finds a reading, makes a lesson of their own and teaches it, by keyboard.</summary>
public sealed class FindingTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1366, 768)]
    [InlineData(ColorScheme.Dark, 360, 740)]
    public async Task A_teacher_finds_a_paragraph_by_keyboard_and_is_led_to_it(ColorScheme scheme, int width, int height)
    {
        var page = await TeacherAsync(width, height, scheme);
        await VisitAsync(page, "/library");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Look for" }).FocusAsync();
        await page.Keyboard.TypeAsync("DETAINER sheriff");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new(@"^\d+ results? found$") })).ToBeVisibleAsync();
        Assert.EndsWith("/library?q=DETAINER+sheriff&topic=&side=&kind=&level=&length=&language=", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator(".spots mark").First).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library with results");

        var spot = page.Locator(".spots a[href*='#']").Filter(new() { HasText = "¶" }).First;
        var anchor = (await spot.GetAttributeAsync("href"))!.Split('#')[1];
        await spot.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"[id='{anchor}']")).ToBeInViewportAsync();
        await page.MustSuitEverybodyAsync("/library/packs/{id} for a teacher");

        await VisitAsync(page, "/library?q=zebra&kind=Opinion");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing found" })).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library with nothing found");
    }

    [Theory]
    [InlineData(ColorScheme.Dark, 1366, 768)]
    [InlineData(ColorScheme.Light, 360, 740)]
    public async Task A_lesson_is_copied_changed_by_keyboard_previewed_and_started_with_an_own_text(ColorScheme scheme, int width, int height)
    {
        var page = await TeacherAsync(width, height, scheme);
        await new AdminScreen(page, _school).DraftReadingAsync("What our council decided");
        await VisitAsync(page, "/library");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Preview {School.FirstTopic}" }).ClickAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Copy and change Quick debate" }));
        await Expect(page.GetByText("This is your copy.")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/lessons/{id}");

        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Bring it in “What our council decided”" }));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose which side the text speaks for, or background.");
        await page.GetByLabel("Which side “What our council decided” speaks for").SelectOptionAsync("background");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Bring it in “What our council decided”" }));
        await Expect(page.GetByText("can be chosen in every reading step now")).ToBeVisibleAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Down “Our norms”" }));
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("“Our norms” is step 2 of");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Up “Our norms”" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("“Our norms” is step 1 of");
        await PressAsync(page, page.GetByText("Texts: ").First);
        await page.GetByLabel("What our council decided Not reviewed").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("For Tuesday");
        await page.GetByLabel("Minutes of class").FillAsync("600");
        await page.MustSuitEverybodyAsync("/lessons/{id} unsaved");
        await page.GetByLabel("Name", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.GetByText("The lesson is saved.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Preview as a student" }).ClickAsync();
        await Expect(page.GetByText("Nothing is stored.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2. Read one text for each answer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Text \\d+: What our council decided") }).ClickAsync();
        await Expect(page.GetByText("Not reviewed", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("preview of a reading");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Keep sentence 1 of paragraph 1") }).ClickAsync();
        await Expect(page.GetByText("This is a preview, so nothing is stored.").First).ToBeVisibleAsync();

        await VisitAsync(page, "/dashboard");
        await page.MustSuitEverybodyAsync("/dashboard with an own lesson");
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = $"Start For Tuesday · {School.FirstTopic}" }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the lobby" }).ClickAsync();
        await page.WaitForURLAsync("**/teach");
        var ana = new TeacherScreen(page, chromium, _school);
        var wall = await ana.OpenWallAsync();
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", 360, 740);
        await ana.OpenStepAsync("Our norms");
        await ben.AcceptNormsAsync();
        await ana.OpenStepAsync("Read one text for each answer");
        await ben.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Text \\d+: What our council decided") }).ClickAsync();
        await Expect(ben.Page.GetByText("Your teacher added this text.")).ToBeVisibleAsync();
        await ben.Page.MustSuitEverybodyAsync("a reading that nobody reviewed");
        await Expect(wall.Page.GetByText("Not reviewed", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ana.Lesson.GetByText("Not reviewed", new() { Exact = true })).ToBeVisibleAsync();
        await wall.Page.MustSuitEverybodyAsync("wall with a text that nobody reviewed");
    }

    /// <summary>A teacher who is no admin.</summary>
    private async Task<IPage> TeacherAsync(int width, int height, ColorScheme scheme)
    {
        var ada = await TeacherScreen.SetUpAsync(chromium, _school);
        var link = await new AdminScreen(ada.Page, _school).InviteAsync("chris@school.example");
        var page = await chromium.PersonAsync("chris", width, height, scheme);
        await page.GotoAsync(link);
        await AdminScreen.AcceptAsync(page, "Mr. Chen");
        return page;
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task VisitAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_school.Address, path).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}
