using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>What a student does, on a device of their own.</summary>
public sealed partial class StudentScreen(IPage page, string name) : LiveScreen(page)
{
    public string Name { get; } = name;
    public ILocator Saved => Page.Locator(".foot .saved");
    public ILocator Posts => Page.GetByRole(AriaRole.Region, new() { Name = "Your posts" });
    public ILocator Board => Page.GetByRole(AriaRole.Region, new() { Name = "The board" });
    /// <summary>The step without its head and foot.</summary>
    public ILocator Step => Page.Locator("#main");
    public ILocator Reason => Page.GetByLabel("Your reason", new() { Exact = true });
    protected override ILocator Reconnecting => Page.GetByText("Reconnecting. Your work is kept on this device.");

    public static async Task<StudentScreen> JoinAsync(Chromium chromium, string address, string name, int width = 1366, int height = 768, string? script = null)
    {
        var page = await chromium.PersonAsync(name, width, height, script: script);
        await page.GotoAsync(address);
        await page.GetByLabel("Name your teacher knows you by").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(page.Locator(".seat #main h1")).ToBeVisibleAsync();
        return new StudentScreen(page, name);
    }

    public async Task<string> AliasAsync() => AliasLine().Match((await Page.GetByRole(AriaRole.Button, new() { NameRegex = AliasLine() }).GetAttributeAsync("aria-label"))!).Groups[1].Value;

    /// <summary>Opens the dialog behind the own name.</summary>
    /// <returns>The button that closes it.</returns>
    public async Task<ILocator> OpenOwnNameAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = AliasLine() }).ClickAsync();
        var close = Page.Locator("dialog.sheet[open] form button");
        await Expect(close).ToBeVisibleAsync();
        return close;
    }

    /// <summary>What is behind an open dialog is not read out, so news are told in the dialog.</summary>
    public Task MustHearInDialogAsync(string news) => Expect(Page.Locator("dialog.sheet[open] [role=status]")).ToContainTextAsync(news);

    /// <summary>Neither a finger nor the keyboard reaches anything but the overlay, not even a dialog that was open before.</summary>
    public async Task MustBeFrozenAsync(ILocator over)
    {
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(over).ToBeVisibleAsync();
        Assert.True(await over.EvaluateAsync<bool>("""
            button => {
              const { x, y, width, height } = button.getBoundingClientRect();
              const top = document.elementFromPoint(x + width / 2, y + height / 2);
              return top.closest('.eyes-up') !== null && document.activeElement.closest('dialog.sheet') === null;
            }
            """), "The dialog that was open can still be used.");
    }

    public Task<string> RecoveryWordAsync() => Page.Locator(".the-word").First.InnerTextAsync();

    public Task PressAcceptAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "I accept these norms" }).ClickAsync();

    public async Task AcceptNormsAsync()
    {
        await PressAcceptAsync();
        await Expect(Page.GetByText("You have accepted the norms. Your teacher").Or(Page.GetByRole(AriaRole.Heading, new() { Name = "Write an argument" }))).ToBeVisibleAsync();
    }

    /// <summary>Keeps the first sentence of a paragraph of the text on the screen.</summary>
    public async Task KeepSentenceAsync(int paragraph)
    {
        await PressKeepAsync(paragraph);
        await Expect(Keep(paragraph)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public Task PressKeepAsync(int paragraph) => Keep(paragraph).ClickAsync();

    public Task TrayMustHoldAsync(int passages) =>
        Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{passages} kept in your evidence tray") })).ToBeVisibleAsync();

    public async Task LookBackAsync(string step)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Steps of this lesson" }).GetByRole(AriaRole.Button, new() { Name = step }).ClickAsync();
        await MustShowAsync("You are looking back.");
    }

    public Task FinishTextAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "I have finished this text" }).ClickAsync();

    /// <summary>Chooses the n-th option on this student's own screen and waits until it is stored.</summary>
    public async Task AnswerAsync(int option)
    {
        await ChooseAsync(option);
        await Expect(Saved).ToHaveTextAsync($"Saved · {(char)('A' + option)}");
    }

    public Task ChooseAsync(int option) => Page.Locator("fieldset label.option").Nth(option).ClickAsync();

    /// <summary>Chooses an option by its words, or takes it back where several may be chosen; waits until so many are stored.</summary>
    public async Task ChooseAsync(string option, int thenSaved)
    {
        await Page.Locator("fieldset label.option").Filter(new() { HasText = option }).ClickAsync();
        await Expect(Saved).ToHaveTextAsync(new Regex($"^Saved · [A-F](, [A-F]){{{thenSaved - 1}}}$"));
    }

    public Task NextQuestionAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();

    public Task LookAtQuestionAsync(int number) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Questions" }).GetByRole(AriaRole.Button, new() { Name = $"Question {number}," }).ClickAsync();

    public Task MustSeeRightAnswerAsync(string letters) => Expect(Page.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^Right answers?: {letters}$") })).ToBeVisibleAsync();

    public async Task<StudentScreen> BeginArgumentAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Write an argument|Write another|Go on writing)$") }).ClickAsync();
        return this;
    }

    public async Task WriteAsync(string claim, string reason)
    {
        await Page.GetByLabel("Your claim").FillAsync(claim);
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Value" }).CheckAsync();
        await Reason.FillAsync(reason);
    }

    /// <summary>Where everyone writes for both sides, each argument says for which.</summary>
    public Task WriteForAsync(string side) => Page.GetByRole(AriaRole.Radio, new() { Name = side }).CheckAsync();

    public Task QuoteAsync(int n = 0) => Page.Locator(".pick input[type=checkbox]").Nth(n).CheckAsync();

    public Task SendAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Send to your teacher" }).ClickAsync();

    public async Task PostAsync(string claim, string reason)
    {
        await BeginArgumentAsync();
        await WriteAsync(claim, reason);
        await QuoteAsync();
        await SendAsync();
        await MustWaitAsync(claim);
    }

    public Task MustWaitAsync(string claim) =>
        Expect(Posts.Locator("article").Filter(new() { HasText = claim })).ToContainTextAsync("Waiting for your teacher");

    public ILocator Column(string side) => Board.GetByRole(AriaRole.Region, new() { Name = side });

    /// <summary>Where the form says for which side one writes.</summary>
    public ILocator WritesFor => Page.GetByText("You write for");

    /// <summary>Begins an answer to an argument on the board: Support, Rebut or Ask.</summary>
    public Task AnswerArgumentAsync(string how, string claim) => Board.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{how}.*{Regex.Escape(claim)}$") }).ClickAsync();

    /// <summary>One of two tabs has sent it: on this one it waits on the board, or the form says that the other has sent it.</summary>
    public Task MustWaitOrBeSentElsewhereAsync(string claim) =>
        Expect(Posts.Or(Page.GetByRole(AriaRole.Main).Filter(new() { HasText = "This was sent from another tab" })).Locator("article").Filter(new() { HasText = claim })).ToBeVisibleAsync();

    public ILocator NotSent => Page.Locator(".not-sent");

    /// <summary>By the bar of steps at the top.</summary>
    public Task LookAtStepAsync(string title) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Steps of this lesson" }).GetByRole(AriaRole.Button, new() { Name = title }).ClickAsync();

    /// <summary>A verdict and a paragraph for the claim on the screen; nothing is saved yet.</summary>
    public async Task JudgeAsync(string verdict, int paragraph)
    {
        await Page.Locator(".verdicts label").Filter(new() { HasText = verdict }).First.ClickAsync();
        await Page.Locator(".numbers label").Nth(paragraph - 1).ClickAsync();
    }

    public Task PressSaveAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    /// <summary>The field for the n-th question of the reflection.</summary>
    public ILocator Reflection(int n) => Page.Locator(".field textarea").Nth(n);

    public Task SaveReflectionAsync(int n) => Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).Nth(n).ClickAsync();

    public ILocator ReflectionStatus(int n) => Page.Locator(".field").GetByRole(AriaRole.Status).Nth(n);

    /// <summary>The same person in a second tab of the same browser.</summary>
    public async Task<StudentScreen> SecondTabAsync(Chromium chromium)
    {
        var tab = await chromium.TabAsync(Page.Context, $"{Name}, second tab");
        await tab.GotoAsync(Page.Url);
        return new StudentScreen(tab, Name);
    }

    private ILocator Keep(int paragraph) => Page.GetByRole(AriaRole.Button, new() { Name = $"Keep sentence 1 of paragraph {paragraph} as evidence" });

    [GeneratedRegex("^You are (.+)$")]
    private static partial Regex AliasLine();
}
