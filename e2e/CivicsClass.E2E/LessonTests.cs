using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>Ana teaches; Ben has a phone of 360 px, Chi and Dee have laptops; the wall shows what a wall may.</summary>
public sealed class LessonTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_lesson_on_five_screens()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.Page.MustSuitEverybodyAsync("dashboard");
        await ana.StartAsync("Full debate");
        var wall = await ana.OpenWallAsync();
        await Expect(wall.Page.GetByText("Nobody here yet")).ToBeVisibleAsync();
        await wall.Page.MustSuitEverybodyAsync("wall, lobby");
        var address = await ana.JoinAddressAsync();
        var ben = await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", 360, 740);
        var chi = await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen");
        var dee = await StudentScreen.JoinAsync(chromium, address, "Dee O'Brien");
        await Expect(wall.Page.GetByText("3 here")).ToBeVisibleAsync();
        await Expect(ana.Roster).ToContainTextAsync("Ben Okafor");
        await wall.MustNotShowAsync("Okafor");
        await ben.Page.MustSuitEverybodyAsync("student, lobby");
        await ana.Page.MustSuitEverybodyAsync("console, lobby");
        var alias = await ben.Page.Locator("h1.alias").InnerTextAsync();
        await ben.ReloadAsync(alias);
        await ana.ReloadAsync("Before the lesson");
        await Expect(ana.Roster).ToContainTextAsync("Ben Okafor");
        await wall.ReloadAsync("3 here");

        await ana.NextAsync("Start: Our norms");
        foreach (var student in new[] { ben, chi })
            await student.AcceptNormsAsync();
        await ben.Page.MustSuitEverybodyAsync("student, norms");
        await wall.Page.MustSuitEverybodyAsync("wall, norms");
        await ben.ReloadAsync("You have accepted the norms");
        Assert.Equal(alias, await ben.AliasAsync());
        await ana.ReloadAsync("2 of 3");
        await wall.ReloadAsync("of 3 have accepted");

        await ana.NextAsync("Next: Read about both answers");
        foreach (var student in new[] { ben, chi, dee })
        {
            await student.KeepSentenceAsync(2);
            await student.FinishTextAsync();
            await Expect(student.Page.GetByText("Text 2 of 3")).ToBeVisibleAsync();
            await student.KeepSentenceAsync(1);
            await student.TrayMustHoldAsync(2);
        }
        await ben.Page.MustSuitEverybodyAsync("student, reading");
        await ana.Page.MustSuitEverybodyAsync("console, reading");
        await wall.Page.MustSuitEverybodyAsync("wall, reading");
        await ben.ReloadAsync("Text 2 of 3");
        await ben.TrayMustHoldAsync(2);
        await ana.ReloadAsync("Read about both answers");
        await wall.ReloadAsync("0 of 3 have finished every text");

        await ana.NextAsync("Next: Check the law together");
        await ana.NextAsync("Open question 1");
        await ben.AnswerAsync(0);
        await ben.AnswerAsync(1);
        await chi.AnswerAsync(0);
        await ben.ReloadAsync("Saved · B");
        await ben.Page.MustSuitEverybodyAsync("student, question");
        await ana.Page.MustSuitEverybodyAsync("console, question");
        await ben.MustSuitEverybodyDarkAsync("student, question");
        await ana.ReloadAsync("2 of 3 answered");
        await wall.ReloadAsync("2 of 3 answered");
        await ben.MustNotShowAsync("Right answer");
        await ana.NextAsync("Show the answer to question 1");
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Right answers?:") })).ToBeVisibleAsync();
        await Expect(wall.Page.GetByText("✓ Right:").First).ToBeVisibleAsync();
        await ben.Page.MustSuitEverybodyAsync("student, revealed");
        await wall.Page.MustSuitEverybodyAsync("wall, revealed");

        await ana.OpenStepAsync("Argue the side you are given");
        await Expect(ben.Page.GetByText("The sides were drawn by lot").Or(ben.Page.GetByText("You write for"))).ToHaveCountAsync(2);
        await ben.PostAsync("Whoever pays for a mistake should decide.", "A county that answers in court should choose what its jail does.");
        await chi.PostAsync("One nation needs one rule.", "If every city picks, the law means something else in every street.");
        await Expect(ana.Waiting).ToContainTextAsync("2");
        await wall.MustNotShowAsync("Whoever pays");
        await chi.MustNotShowAsync("Whoever pays");
        await ana.Page.MustSuitEverybodyAsync("console, debate");
        await ana.MustSuitEverybodyDarkAsync("console, debate");
        await ana.WallSafeAsync();
        await ana.MustNotShowAsync("Whoever pays");
        await ana.Page.MustSuitEverybodyAsync("console, wall-safe");
        await ana.ShowEverythingAsync();
        await ana.ReloadAsync("Whoever pays");
        await Expect(ana.Waiting).ToContainTextAsync("2");

        var name = await ben.OpenOwnNameAsync();
        await ana.PressAsync("a");
        await ben.MustHearInDialogAsync("Your post is on the board");
        await name.ClickAsync();
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await Expect(chi.Board).ToContainTextAsync("Whoever pays");
        await Expect(wall.Page.Locator("body")).ToContainTextAsync("Whoever pays");
        await chi.LookBackAsync("Read about both answers");
        await ana.PressAsync("r");
        await Expect(ana.Page.GetByText("What should the student work on?")).ToBeVisibleAsync();
        await ana.PressAsync("7");
        await ana.Page.GetByLabel("A note of your own").FillAsync("Say what the rule would be.");
        await ana.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Return it") }).ClickAsync();
        await chi.MustShowAsync("Your teacher sent a post back to you.");
        await chi.Page.MustSuitEverybodyAsync("student, a post came back");
        await chi.Page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        await Expect(chi.Posts).ToContainTextAsync("Say what the rule would be.");
        await chi.MustNotShowAsync("Look at it");
        await chi.Page.GetByRole(AriaRole.Button, new() { Name = "Revise" }).ClickAsync();
        await chi.Page.GetByLabel("Your claim").FillAsync("One nation needs one rule about detainers.");
        await chi.SendAsync();
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await ana.PressAsync("a");
        await Expect(ben.Board).ToContainTextAsync("one rule about detainers");

        await dee.BeginArgumentAsync();
        await Expect(dee.Page.GetByRole(AriaRole.Heading, new() { Name = "First, our norms" })).ToBeVisibleAsync();
        await dee.Page.MustSuitEverybodyAsync("student, norms before the first post");
        await dee.AcceptNormsAsync();
        await dee.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" }).ClickAsync();
        await dee.AnswerArgumentAsync("Ask", "Whoever pays for a mistake should decide.");
        await dee.Page.GetByLabel("Your question").FillAsync("Who pays when nobody is held?");
        await dee.SendAsync();
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await ana.PressAsync("a");
        await Expect(ben.Board).ToContainTextAsync("Who pays when nobody is held?");
        await ben.Page.MustSuitEverybodyAsync("student, board");
        await wall.Page.MustSuitEverybodyAsync("wall, board");
        await ben.MustSuitEverybodyDarkAsync("student, board");
        await wall.MustSuitEverybodyDarkAsync("wall, board");
        await wall.ReloadAsync("one rule about detainers");
        await ben.ReloadAsync("Who pays when nobody is held?");

        var isYou = await ben.OpenOwnNameAsync();
        await ana.EyesUpAsync(true);
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToBeVisibleAsync();
        await Expect(wall.Page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToBeVisibleAsync();
        await ben.MustBeFrozenAsync(over: isYou);
        await ana.EyesUpAsync(false);
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToHaveCountAsync(0);
        await isYou.ClickAsync();
        await Expect(isYou).ToBeHiddenAsync();

        await ana.NextAsync("Next: Look back");
        await ben.Reflection(0).FillAsync("The other side has to answer for mistakes too.");
        await ben.SaveReflectionAsync(0);
        await Expect(ben.ReflectionStatus(0)).ToHaveTextAsync("Saved");
        await ben.Reflection(1).FillAsync("What a hold costs");
        await ben.Page.MustSuitEverybodyAsync("student, reflection");
        await ben.ReloadAsync("Look back");
        await Expect(ben.Reflection(0)).ToHaveValueAsync("The other side has to answer for mistakes too.");
        await Expect(ben.ReflectionStatus(0)).ToHaveTextAsync("Saved");
        await Expect(ben.Reflection(1)).ToHaveValueAsync("What a hold costs");
        await ana.ReloadAsync("The other side has to answer for mistakes too.");
        await ana.MustNotShowAsync("What a hold costs");
        await wall.ReloadAsync("0 of 3 have answered everything");
        await wall.MustNotShowAsync("answer for mistakes too");
        await wall.Page.MustSuitEverybodyAsync("wall, reflection");

        await ana.EndAsync();
        await ben.MustShowAsync("The lesson is over");
        await ben.Page.MustSuitEverybodyAsync("student, ended");
        await wall.MustShowAsync("This lesson has ended.");
        await wall.Page.MustSuitEverybodyAsync("wall, ended");
        await ana.Page.MustSuitEverybodyAsync("console, ended");
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("Whoever pays for a mistake should decide.");
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("Ben Okafor");
        await ana.Page.MustSuitEverybodyAsync("report");
        await ana.MustSuitEverybodyDarkAsync("report");
    }
}
