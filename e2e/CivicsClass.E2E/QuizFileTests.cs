using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>An admin brings questions from another tool, with the keyboard alone.</summary>
public sealed class QuizFileTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Gift = """
        ::Who signs::Who signs a detainer?{
          =An immigration officer#Right: no judge signs it.
          ~A judge#A judge signs warrants.
          ~A governor#Governors have no part in it.
          ####A detainer is an agency's own form.
        }

        ::Year::In which year was Printz decided?{#1997}
        """;

    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_GIFT_file_becomes_questions_of_a_topic_by_keyboard()
    {
        var page = (await TeacherScreen.SetUpAsync(chromium, _school)).Page;
        var topic = await new AdminScreen(page, _school).PackPathAsync();
        await page.GotoAsync(new Uri(_school.Address, topic).ToString());
        await TabToAsync(page, "Import questions");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import questions" })).ToBeVisibleAsync();

        await TabToAsync(page, "files");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "unit3.gift", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Gift) });
        await TabToAsync(page, "Read the files");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("read as GIFT: 1 question to take, 1 refused.")).ToBeVisibleAsync();
        await Expect(page.GetByText("unit3.gift, line 8")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("the preview of an import");

        await TabToAsync(page, "q1-RestsOn");
        await page.Keyboard.TypeAsync("nowhere#1");
        await TabToAsync(page, "q1-Difficulty");
        await page.Keyboard.TypeAsync("Med");
        await TabToAsync(page, "q1-Helps");
        await page.Keyboard.TypeAsync("Nei");
        await TabToAsync(page, "Add the chosen questions");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("need another look");
        await Expect(page.GetByText("This topic has no reading “nowhere”.")).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("the preview of an import with an error");

        await TabToAsync(page, "q1-RestsOn");
        await page.Keyboard.PressAsync("Control+A");
        var first = await page.Locator("#paragraphs option").First.GetAttributeAsync("value");
        await page.Keyboard.TypeAsync(first!);
        await TabToAsync(page, "Add the chosen questions");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/library/topics/*#quiz");
        await Expect(page.GetByText("1 question is in the topic now.")).ToBeVisibleAsync();
        await TabToAsync(page, "Send to review");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish version 2" })).ToBeVisibleAsync();
        await TabToAsync(page, "doubt");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "Publish version 2");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/library/packs/*");
        await Expect(page.GetByText("Who signs a detainer?")).ToBeVisibleAsync();
        await Expect(page.GetByText("Version 2,")).ToBeVisibleAsync();

        await TabToAsync(page, "Export questions");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Not kept in this format:").First).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync("the export of questions");
        await TabToAsync(page, "Download as GIFT");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".gift.txt", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("Who signs a detainer?", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Presses Tab until what has the focus carries this id, label or text.</summary>
    private static async Task TabToAsync(IPage page, string what)
    {
        for (var presses = 0; presses < 400; presses++)
        {
            if (await page.EvaluateAsync<bool>("what => { const it = document.activeElement; return !!it && (it.id === what || it.ariaLabel === what || it.textContent.trim() === what); }", what))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"“{what}” cannot be reached by Tab.");
    }
}
