using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>What happens on reload, twice, late, offline, without WebSockets, and when the server dies.</summary>
public sealed class TroubleTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string NoWebSockets = "delete window.WebSocket";
    private const string OnlyLongPolling = "delete window.WebSocket; delete window.EventSource";
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task The_server_is_killed_mid_quiz_and_every_answer_that_was_saved_is_there()
    {
        var (ana, ben, chi) = await ClassAsync("Full debate");
        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");
        await ben.AnswerAsync(2);

        await _school.KillAsync();
        await Expect(ben.Page.GetByText("Reconnecting. Your work is kept on this device.")).ToBeVisibleAsync();
        await chi.ChooseAsync(1);
        await Expect(chi.Page.GetByText("Saving…")).ToBeVisibleAsync();
        await Expect(chi.Saved).ToHaveCountAsync(0);
        await _school.StartAsync();

        await Expect(chi.Saved).ToHaveTextAsync("Saved · B");
        await Expect(ben.Saved).ToHaveTextAsync("Saved · C");
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("2 of 2");
        await ben.AnswerAsync(0);
        await ben.Page.ReloadAsync();
        await Expect(ben.Saved).ToHaveTextAsync("Saved · A");
    }

    [Fact]
    public async Task The_server_is_killed_mid_debate_and_no_word_is_lost()
    {
        var (ana, ben, chi) = await ClassAsync("Full debate");
        await AcceptAndReadAsync(ana, ben, chi);
        await ana.OpenStepAsync("Argue the side you are given");
        await ben.PostAsync("Trust is part of safety.", "People who fear the police do not call them.");
        await chi.BeginArgumentAsync();
        await chi.WriteAsync("The law should be one law.", "Half a thought, not yet sent");

        await _school.KillAsync();
        await Expect(chi.Page.GetByText("Reconnecting. Your work is kept on this device.")).ToBeVisibleAsync();
        await chi.Reason.FillAsync("Half a thought, and the other half written without a server.");
        await chi.QuoteAsync();
        await chi.SendAsync();
        await Expect(chi.Page.GetByText("Sending…")).ToBeVisibleAsync();
        await _school.StartAsync();

        await Expect(chi.Posts).ToContainTextAsync("Waiting for your teacher");
        await Expect(ana.Waiting).ToContainTextAsync("2");
        await ana.PressAsync("a");
        await Expect(chi.Board).ToContainTextAsync("Trust is part of safety.");
        await ana.PressAsync("a");
        await Expect(ben.Board).ToContainTextAsync("and the other half written without a server.");
        await Expect(ben.Board.Locator("article.card")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Words_typed_after_Send_while_the_answer_is_still_out_are_kept()
    {
        var (ana, ben, chi) = await ClassAsync("Full debate");
        await AcceptAndReadAsync(ana, ben, chi);
        await ana.OpenStepAsync("Argue the side you are given");
        await ben.BeginArgumentAsync();
        await ben.WriteAsync("Trust is part of safety.", "People who fear the police do not call them.");
        await ben.QuoteAsync();

        await _school.HoldAsync();
        await ben.SendAsync();
        await ben.MustShowAsync("Sending…");
        await ben.Reason.PressSequentiallyAsync(" They also say less.");
        await _school.GoOnAsync();

        await Expect(ana.Waiting).ToContainTextAsync("1");
        await ben.MustShowAsync("Draft kept");
        await Expect(ben.Reason).ToHaveValueAsync("People who fear the police do not call them. They also say less.");
        await ben.ReloadAsync("A draft is kept");
        await ben.MustWaitAsync("Trust is part of safety.");
        await ben.BeginArgumentAsync();
        await Expect(ben.Reason).ToHaveValueAsync("People who fear the police do not call them. They also say less.");
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_waits_on_another_device()
    {
        var (ana, ben, chi) = await ClassAsync("Full debate");
        var word = await ben.RecoveryWordAsync();
        await AcceptAndReadAsync(ana, ben, chi);
        await ana.OpenStepAsync("Argue the side you are given");
        await ben.BeginArgumentAsync();
        await ben.WriteAsync("Half a claim", "half a reason");
        await ben.Page.ReloadAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Go on writing" })).ToBeVisibleAsync();
        await ben.BeginArgumentAsync();
        await Expect(ben.Page.GetByLabel("Your claim")).ToHaveValueAsync("Half a claim");
        var alias = await ben.AliasAsync();

        var library = await chromium.PersonAsync("Ben in the library", 1366, 768);
        await library.GotoAsync(await ana.JoinAddressAsync());
        await library.GetByText("I was here before").ClickAsync();
        await library.GetByLabel("Recovery word").FillAsync("not-my-word");
        await library.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await Expect(library.GetByRole(AriaRole.Alert)).ToContainTextAsync("not a recovery word");
        await library.GetByLabel("Recovery word").FillAsync(word);
        await library.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        var back = new StudentScreen(library, "Ben");
        await back.BeginArgumentAsync();
        await Expect(library.GetByLabel("Your claim")).ToHaveValueAsync("Half a claim");
        Assert.Equal(alias, await back.AliasAsync());

        var phone = await chromium.PersonAsync("Ben with a code", 360, 740);
        await phone.GotoAsync(await ana.JoinAddressAsync());
        await phone.GetByText("I was here before").ClickAsync();
        await phone.GetByLabel("Recovery word").FillAsync(await ana.ReentryCodeAsync("Ben Okafor"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        Assert.Equal(alias, await new StudentScreen(phone, "Ben").AliasAsync());
    }

    [Fact]
    public async Task Two_tabs_of_one_student_agree_and_count_once()
    {
        var (ana, ben, _) = await ClassAsync("Full debate");
        var second = await ben.SecondTabAsync(chromium);
        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");

        await ben.AnswerAsync(0);
        await Expect(second.Saved).ToHaveTextAsync("Saved · A");
        await second.AnswerAsync(1);
        await Expect(ben.Saved).ToHaveTextAsync("Saved · B");
        await ana.NextAsync("Show the answer to question 1");
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("1 of 2");
        await Expect(ana.Roster.Locator("li.seat")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Who_comes_late_lands_in_the_step_that_is_open()
    {
        var (ana, _, _) = await ClassAsync("Full debate");
        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");

        var page = await chromium.PersonAsync("Eli", 320, 640);
        await page.GotoAsync(await ana.JoinAddressAsync());
        await page.GetByLabel("Name your teacher knows you by").FillAsync("Eli Late");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();

        await Expect(page.GetByText("Question 1 of")).ToBeVisibleAsync();
        await new StudentScreen(page, "Eli").AnswerAsync(0);
        await page.MustSuitEverybodyAsync("student, 320 px");
    }

    [Theory]
    [InlineData(NoWebSockets)]
    [InlineData(OnlyLongPolling)]
    public async Task A_school_firewall_without_web_sockets_changes_nothing(string firewall)
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", script: firewall);
        Assert.Equal("undefined", await ben.Page.EvaluateAsync<string>("typeof window.WebSocket"));
        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");

        await ben.AnswerAsync(0);

        await Expect(ana.Page.Locator("main")).ToContainTextAsync("1 of 1");
    }

    [Fact]
    public async Task A_page_whose_script_does_not_come_says_what_to_do()
    {
        var (_, ben, _) = await ClassAsync("Full debate");
        await ben.Page.RouteAsync("**/js/student.js", script => script.AbortAsync());

        await ben.ReloadAsync("Joining your class…");

        await ben.MustShowAsync("If nothing happens");
        await ben.Page.UnrouteAsync("**/js/student.js");
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "reload this page" }).ClickAsync();
        await ben.MustShowAsync("You are in as");
        await ben.MustNotShowAsync("If nothing happens");
    }

    [Fact]
    public async Task A_removed_student_is_told_and_shut_out()
    {
        var (ana, ben, _) = await ClassAsync("Full debate");

        await ana.RemoveAsync("Ben Okafor");

        await Expect(ben.Page.GetByText("You are not in this class any more")).ToBeVisibleAsync();
        await ben.Page.ReloadAsync();
        await Expect(ben.Page.GetByText("You are not in this class any more").Or(ben.Page.GetByText("Join your class"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Moderating_works_on_a_phone_and_the_mirrored_screen_stays_safe()
    {
        var (ana, ben, chi) = await ClassAsync("Full debate", width: 360, height: 740);
        await AcceptAndReadAsync(ana, ben, chi);
        await ana.OpenStepAsync("Argue the side you are given");
        await ben.PostAsync("Trust is part of safety.", "People who fear the police do not call them.");

        await ana.MustShowAsync("Waiting (1)");
        await ana.Page.MustSuitEverybodyAsync("debate on the teacher's phone");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Waiting (1)" }).ClickAsync();
        await ana.Page.MustSuitEverybodyAsync("moderation on a phone");
        await ana.Queue.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(chi.Board).ToContainTextAsync("Trust is part of safety.");

        await chi.PostAsync("Secret until approved", "because it waits");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Wall-safe" }).ClickAsync();
        await Expect(ana.Page.Locator("body")).Not.ToContainTextAsync("Secret until approved");
        await Expect(ana.Page.Locator("body")).Not.ToContainTextAsync("Ben Okafor");
        await ana.Page.ReloadAsync();
        await Expect(ana.Page.GetByText("Wall-safe view").First).ToBeVisibleAsync();
        await Expect(ana.Page.Locator("body")).Not.ToContainTextAsync("Secret until approved");
    }

    private async Task<(TeacherScreen Ana, StudentScreen Ben, StudentScreen Chi)> ClassAsync(string lesson, int width = 1366, int height = 768)
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school, width, height);
        await ana.StartAsync(lesson);
        var address = await ana.JoinAddressAsync();
        return (ana, await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", 360, 740), await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen"));
    }

    private static async Task AcceptAndReadAsync(TeacherScreen ana, params StudentScreen[] students)
    {
        await ana.OpenStepAsync("Our norms");
        foreach (var student in students)
            await student.AcceptNormsAsync();
        await ana.OpenStepAsync("Read about both answers");
        foreach (var student in students)
            await student.KeepSentenceAsync(2);
    }
}
