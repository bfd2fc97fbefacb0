using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>How balanced a topic is, and what reviewers say of it, by keyboard.</summary>
public sealed class BalanceTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
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
    [InlineData(ColorScheme.Dark, 1366, 768)]
    [InlineData(ColorScheme.Light, 360, 740)]
    [InlineData(ColorScheme.Dark, 320, 740)]
    public async Task A_topic_is_looked_at_signed_and_chosen_with_its_reviews(ColorScheme scheme, int width, int height)
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school, width, height);
        var page = ana.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GetByRole(AriaRole.Link, new() { Name = "See its balance" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Balance of");
        await Expect(page.GetByText("Equal quantity is not equal quality")).ToBeVisibleAsync();
        await MustBeEvenAsync(page);
        foreach (var more in new[] { "Which way each question’s key helps", "Length and reading level of each text" })
        {
            await page.GetByText(more, new() { Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        await page.MustSuitEverybodyAsync("/library/packs/{id}/balance");

        await page.GetByLabel("Your viewpoint, in your own words").FocusAsync();
        await page.Keyboard.TypeAsync("I teach civics and favor a local choice");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Say why you dissent, so that teachers can judge for themselves.")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library/packs/{id}/balance with an error");
        await page.GetByLabel("Reasons", new() { Exact = true }).FillAsync("The sheriffs’ own view is missing.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Your review is signed.")).ToBeVisibleAsync();
        await Expect(page.GetByText("The sheriffs’ own view is missing.").First).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("/library/packs/{id}/balance with a review");

        await page.GotoAsync(new Uri(_school.Address, "/dashboard").ToString());
        await Expect(page.GetByText("Reviewed by 1, who dissents.")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(_school.Address, "/library/words").ToString());
        await page.GetByText("Edit the list", new() { Exact = true }).ClickAsync();
        await page.MustSuitEverybodyAsync("/library/words");
    }

    /// <summary>Both positions get the same room, whatever the figures are.</summary>
    private static async Task MustBeEvenAsync(IPage page)
    {
        var widths = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.pair svg, .three thead th:nth-child(n+2):nth-child(-n+3)')].map((e) => Math.round(e.getBoundingClientRect().width))");
        Assert.True(widths.Length >= 12);
        Assert.All(widths.Chunk(2), pair => Assert.InRange(pair[0] - pair[1], -1, 1));
        await Expect(page.Locator(".scales .side-a .sign")).ToHaveCountAsync(1);
        await Expect(page.Locator(".scales .side-b .sign")).ToHaveCountAsync(1);
    }
}
