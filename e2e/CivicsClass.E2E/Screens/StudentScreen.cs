using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>What a student does, on a device of their own.</summary>
public sealed partial class StudentScreen(IPage page, string name)
{
    public IPage Page { get; } = page;
    public string Name { get; } = name;
    public ILocator Saved => Page.Locator(".foot .saved");
    public ILocator Posts => Page.GetByRole(AriaRole.Region, new() { Name = "Your posts" });
    public ILocator Board => Page.GetByRole(AriaRole.Region, new() { Name = "The board" });

    public static async Task<StudentScreen> JoinAsync(Chromium chromium, string address, string name, int width = 1366, int height = 768, string? script = null)
    {
        var page = await chromium.PersonAsync(name, width, height, script: script);
        await page.GotoAsync(address);
        await page.GetByLabel("Name your teacher knows you by").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(page.Locator("h1.alias")).ToBeVisibleAsync();
        return new StudentScreen(page, name);
    }

    public async Task<string> AliasAsync() => AliasLine().Match((await Page.GetByRole(AriaRole.Button, new() { NameRegex = AliasLine() }).GetAttributeAsync("aria-label"))!).Groups[1].Value;

    public Task<string> RecoveryWordAsync() => Page.Locator(".the-word").First.InnerTextAsync();

    public async Task AcceptNormsAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "I accept these norms" }).ClickAsync();
        await Expect(Page.GetByText("You have accepted the norms").Or(Page.GetByRole(AriaRole.Heading, new() { Name = "Write an argument" }))).ToBeVisibleAsync();
    }

    /// <summary>Keeps the first sentence of a paragraph of the text on the screen.</summary>
    public async Task KeepSentenceAsync(int paragraph)
    {
        var keep = Page.GetByRole(AriaRole.Button, new() { Name = $"Keep sentence 1 of paragraph {paragraph} as evidence" });
        await keep.ClickAsync();
        await Expect(keep).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public Task TrayMustHoldAsync(int passages) =>
        Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{passages} kept in your evidence tray") })).ToBeVisibleAsync();

    public Task FinishTextAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "I have finished this text" }).ClickAsync();

    /// <summary>Chooses the n-th option on this student's own screen and waits until it is stored.</summary>
    public async Task AnswerAsync(int option)
    {
        await ChooseAsync(option);
        await Expect(Saved).ToHaveTextAsync($"Saved · {(char)('A' + option)}");
    }

    public Task ChooseAsync(int option) => Page.Locator("fieldset label.option").Nth(option).ClickAsync();

    public async Task<StudentScreen> BeginArgumentAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Write an argument|Write another|Go on writing)$") }).ClickAsync();
        return this;
    }

    public async Task WriteAsync(string claim, string reason)
    {
        await Page.GetByLabel("Your claim").FillAsync(claim);
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Value" }).CheckAsync();
        await Page.GetByLabel("Your reason").FillAsync(reason);
    }

    public Task QuoteAsync(int n = 0) => Page.Locator(".pick input[type=checkbox]").Nth(n).CheckAsync();

    public Task SendAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Send to your teacher" }).ClickAsync();

    public async Task PostAsync(string claim, string reason)
    {
        await BeginArgumentAsync();
        await WriteAsync(claim, reason);
        await QuoteAsync();
        await SendAsync();
        await Expect(Posts.Locator("article").Filter(new() { HasText = claim })).ToContainTextAsync("Waiting for your teacher");
    }

    /// <summary>The same person in a second tab of the same browser.</summary>
    public async Task<StudentScreen> SecondTabAsync(Chromium chromium)
    {
        var tab = await chromium.TabAsync(Page.Context, $"{Name}, second tab");
        await tab.GotoAsync(Page.Url);
        return new StudentScreen(tab, Name);
    }

    [GeneratedRegex("^You are (.+)$")]
    private static partial Regex AliasLine();
}
