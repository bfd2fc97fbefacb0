using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>What the room looks at.</summary>
public sealed class WallScreen(IPage page) : LiveScreen(page)
{
    protected override ILocator Reconnecting => Page.Locator(".offline");

    public ILocator Column(string side) => Page.Locator("section.wallCol").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = side }) });
}
