using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>A page that follows the lesson by itself.</summary>
public abstract class LiveScreen(IPage page)
{
    public IPage Page { get; } = page;

    /// <summary>What the page says while the server cannot be reached. It comes into sight after a moment.</summary>
    protected abstract ILocator Reconnecting { get; }

    public Task MustBeCutOffAsync() => Expect(Reconnecting).ToBeAttachedAsync();

    public Task MustBeBackAsync() => Expect(Reconnecting).ToHaveCountAsync(0);

    public async Task ReloadAsync(string thenShows)
    {
        await Page.ReloadAsync();
        await MustShowAsync(thenShows);
    }

    public Task MustShowAsync(string text) => Expect(Page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    public Task MustNotShowAsync(string text) => Expect(Page.Locator("body")).Not.ToContainTextAsync(text);

    /// <summary>The same in dark colours, as a device set to them shows it.</summary>
    public async Task MustSuitEverybodyDarkAsync(string where)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Page.MustSuitEverybodyAsync($"{where}, dark");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
