using System.Globalization;
using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>A student in a team of the controversy, on a device with a cable of its own.</summary>
public sealed class TeamMate(StudentScreen student, Cable cable) : IAsyncDisposable
{
    public string Name => student.Name;
    public string FirstName => Name.Split(' ')[0];
    public IPage Page => student.Page;
    public ILocator Step => student.Step;
    public ILocator Card => Page.GetByRole(AriaRole.Region, new() { Name = "Your pair’s card" });
    public ILocator Editor => Page.Locator("#entry");
    public ILocator Turn => Page.Locator(".turn-title");
    public ILocator Notes => Page.GetByLabel("Your notes (only you see them)");
    public ILocator CountIt => Page.GetByRole(AriaRole.Button, new() { Name = "Count it" });

    public static async Task<TeamMate> JoinAsync(Chromium chromium, School school, string address, string name, bool onAPhone)
    {
        var cable = new Cable(school.Address);
        var (width, height) = onAPhone ? (390, 740) : (1366, 768);
        return new TeamMate(await StudentScreen.JoinAsync(chromium, cable.Through(address).ToString(), name, width, height), cable);
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task MustShowAsync(string text) => student.MustShowAsync(text);

    public Task MustNotShowAsync(string text) => student.MustNotShowAsync(text);

    public Task AcceptNormsAsync() => student.AcceptNormsAsync();

    public Task KeepSentenceAsync() => student.KeepSentenceAsync(1);

    public Task MustBeInAsync(string phase) => Expect(Page.GetByRole(AriaRole.Heading, new() { Name = phase, Level = 1 })).ToBeVisibleAsync();

    public async Task<int> TeamAsync() => int.Parse((await Page.Locator("h1").InnerTextAsync()).Split(' ')[^1], CultureInfo.InvariantCulture);

    public async Task<(string[] Names, string Side)> PairAsync(string which)
    {
        var pair = Page.GetByRole(AriaRole.Region, new() { Name = which });
        return ([.. await pair.Locator("li > span:first-child").AllInnerTextsAsync()], await pair.Locator(".tag").InnerTextAsync());
    }

    /// <summary>Which side is assigned to this pair in this phase.</summary>
    public Task<string> AssignedAsync() => Page.Locator(".team p").Filter(new() { HasText = "Assigned to you" }).Locator(".tag").InnerTextAsync();

    public async Task WriteAsync(string button, string text)
    {
        await PressAsync(button);
        await Editor.FillAsync(text);
    }

    public async Task ChangeAsync(string old, string text)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = $": {old}" }).Filter(new() { HasTextRegex = new("^Change") }).ClickAsync();
        await Editor.FillAsync(text);
    }

    public async Task AddAsync(string button, string text)
    {
        await WriteAsync(button, text);
        await SaveAsync();
    }

    public Task PressSaveAsync() => Page.Locator(".foot .primary").ClickAsync();

    public async Task SaveAsync()
    {
        await PressSaveAsync();
        await Expect(Editor).ToHaveCountAsync(0);
    }

    public Task SayItIsTheirTurnAsync(string title) => Expect(Turn).ToContainTextAsync(title);

    public async Task SignAsync(string consent)
    {
        await Page.GetByText(consent, new() { Exact = true }).ClickAsync();
        await CountIt.ClickAsync();
    }

    /// <summary>Nothing comes through until it is mended; what is done meanwhile is kept on the device.</summary>
    public async Task WithoutConnectionAsync(Func<Task> act)
    {
        await cable.CutAsync();
        await student.MustBeCutOffAsync();
        await act();
        cable.Mend();
        await student.MustBeBackAsync();
    }

    public ValueTask DisposeAsync() => cable.DisposeAsync();

    /// <summary>The page is loaded anew and knows its team again.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Expect(Page.Locator(".team, .pairs").First).ToBeVisibleAsync();
    }
}
