using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>A source check on four screens: Ben has a phone, Chi a laptop and only a keyboard. With CIVICS_SHOTS set to a folder, pictures are kept there.</summary>
public sealed class SourceCheckTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Reason = "It was right at the time, but not any more.";
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task Claims_are_judged_and_their_verdicts_shown_to_all_at_once()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Source check");
        var address = await ana.JoinAddressAsync();
        var ben = await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", 360, 740);
        var chi = await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen");
        var wall = await ana.OpenWallAsync();
        await ana.OpenStepAsync("Check a news summary");

        await ben.MustShowAsync("The article is told here in our own words.");
        await ben.Page.MustSuitEverybodyAsync("student, article");
        await KeepAsync(ben, "student-article-360");
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Judge the claims" }).ClickAsync();
        await ben.PressSaveAsync();
        await ben.MustShowAsync("Say why in a few words: three at least.");
        await ben.Page.MustSuitEverybodyAsync("student, judgement with parts missing");
        await ben.JudgeAsync("Outdated", 2);
        await ben.Page.GetByLabel("Why?").FillAsync("It was right");
        await ben.ReloadAsync("Kept on this device. Save to hand it in.");
        await Expect(ben.Page.GetByRole(AriaRole.Radio, new() { Name = "Outdated" })).ToBeCheckedAsync();
        await Expect(ben.Page.GetByLabel("Why?")).ToHaveValueAsync("It was right");
        await ben.Page.GetByLabel("Why?").FillAsync(Reason);
        await KeepAsync(ben, "student-judging-360", dark: true);
        await ben.PressSaveAsync();
        await Expect(ben.Saved).ToHaveTextAsync("Saved");
        await ben.Page.MustSuitEverybodyAsync("student, judged");

        await JudgeByKeyboardAsync(chi);
        await Expect(chi.Saved).ToHaveTextAsync("Saved");
        await chi.Page.MustSuitEverybodyAsync("student, judging on a laptop");
        await KeepAsync(chi, "student-judging-1366");
        await ana.ReloadAsync("2 of 2 judged");
        await ana.OpenClaimAsync(1);
        await ana.MustShowAsync(Reason);
        await ana.Page.MustSuitEverybodyAsync("console, source check");
        await KeepAsync(ana, "console-judged-1366");
        await wall.MustShowAsync("2 judged");
        await wall.MustNotShowAsync(Reason);
        await wall.Page.MustSuitEverybodyAsync("wall, claims");
        await KeepAsync(wall, "wall-claims-1920");
        foreach (var screen in new LiveScreen[] { ana, ben, chi, wall })
            await screen.MustNotShowAsync("Since an agreement with ICE in June 2025");

        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Next claim" }).ClickAsync();
        await ben.JudgeAsync("Opinion", 5);
        await ana.NextAsync("Show the verdict on claim 1");
        foreach (var screen in new LiveScreen[] { ana, chi, wall })
            await screen.MustShowAsync("Since an agreement with ICE in June 2025");
        await ben.MustShowAsync("The class is at claim 1 now. What you typed here is kept.");
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Go there" }).ClickAsync();
        await ben.MustShowAsync("Since an agreement with ICE in June 2025");
        await ben.MustShowAsync("The end of the agreement would make the sentence current again.");
        await ben.MustShowAsync("1 (50 %)");
        await ben.Page.MustSuitEverybodyAsync("student, verdict");
        await ben.MustSuitEverybodyDarkAsync("student, verdict");
        await KeepAsync(ben, "student-verdict-360", dark: true);
        await chi.Page.MustSuitEverybodyAsync("student, verdict on a laptop");
        await KeepAsync(chi, "student-verdict-1366");
        await KeepAsync(wall, "wall-verdict-1920", dark: true);
        await wall.Page.MustSuitEverybodyAsync("wall, verdict");
        await wall.MustSuitEverybodyDarkAsync("wall, verdict");
        await KeepAsync(ana, "console-verdict-1366");
        await wall.ReloadAsync("What would change the verdict:");

        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Claim 2," }).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Radio, new() { Name = "Opinion" })).ToBeCheckedAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Show all 5 verdicts" }).ClickAsync();
        await ben.MustShowAsync("All verdicts are shown.");
        await ben.MustShowAsync("Not sent:");
        await wall.MustShowAsync("0 of 2 have judged every claim");
        await KeepAsync(wall, "wall-all-1920");
        await ana.WallSafeAsync();
        await ana.MustNotShowAsync(Reason);
        await ana.ShowEverythingAsync();

        await ana.NextAsync("Next: Three questions about sources");
        await ana.EndAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("Source check: Check a news summary");
        await ana.Page.GetByText("2 reasons, written for you alone").ClickAsync();
        await ana.MustShowAsync(Reason);
        await ana.Page.MustSuitEverybodyAsync("report");
        await KeepAsync(ana, "report-1366", whole: true);
    }

    /// <summary>From the heading on with Tab, arrows and the space bar alone.</summary>
    private static async Task JudgeByKeyboardAsync(StudentScreen student)
    {
        var keys = student.Page.Keyboard;
        await student.Page.GetByRole(AriaRole.Radio, new() { Name = "Partly true" }).FocusAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("One part is right, but not all of it.");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
    }

    private static async Task KeepAsync(LiveScreen screen, string name, bool dark = false, bool whole = false)
    {
        if (Environment.GetEnvironmentVariable("CIVICS_SHOTS") is not { Length: > 0 } folder)
            return;
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
        if (!dark)
            return;
        await screen.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-dark.png"), FullPage = whole });
        await screen.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
