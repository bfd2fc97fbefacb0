using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>What a student typed is never lost, and never shown as sent when it is not: in a refusal, at the end, in two tabs.</summary>
public sealed class UnsentTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_post_refused_while_the_class_moves_on_is_told_until_it_is_read_and_its_text_stays_in_reach()
    {
        await using var cable = new Cable(_school.Address);
        var (ana, ben) = await ClassAsync(cable);
        await WriteAsync(ana, ben);

        await cable.CutAsync();
        await ben.MustBeCutOffAsync();
        await ben.SendAsync();
        await ben.MustShowAsync("Sending…");
        await ana.OpenStepAsync("Look back");
        cable.Mend();
        await ben.MustBeBackAsync();

        await Expect(ben.Reflection(0)).ToBeVisibleAsync();
        await ben.MustShowAsync("Your post was not taken.");
        await ben.LookAtStepAsync("Argue the side you are given");
        await Expect(ben.NotSent).ToContainTextAsync("People who fear the police do not call them.");
        await ben.Page.MustSuitEverybodyAsync("an argument that was not sent");
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
        await ben.MustNotShowAsync("Your post was not taken.");

        await ana.EndAsync();
        await ben.MustShowAsync("The lesson is over");
        await Expect(ben.NotSent).ToContainTextAsync("It is cleared from this device when you leave the page.");
        await Expect(ben.NotSent).ToContainTextAsync("Trust is part of safety.");
        await ben.Page.ReloadAsync();
        await ben.MustShowAsync("You can close this page.");
        await ben.MustNotShowAsync("Trust is part of safety.");
    }

    [Fact]
    public async Task What_one_tab_saves_in_the_reflection_the_other_shows_as_saved()
    {
        var (ana, ben) = await ClassAsync();
        await ana.OpenStepAsync("Look back");
        var second = await ben.SecondTabAsync(chromium);
        await second.Reflection(0).PressSequentiallyAsync("Bo");
        await Expect(ben.Reflection(0)).ToHaveValueAsync("Bo");

        await ben.Reflection(0).FillAsync("Both sides want to be safe.");
        await ben.SaveReflectionAsync(0);

        await Expect(ben.ReflectionStatus(0)).ToHaveTextAsync("Saved");
        await Expect(second.ReflectionStatus(0)).ToHaveTextAsync("Saved");
        await Expect(second.Reflection(0)).ToHaveValueAsync("Both sides want to be safe.");
        await Expect(second.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First).ToBeDisabledAsync();
        await Expect(ana.Lesson).ToContainTextAsync("Both sides want to be safe.");
    }

    [Fact]
    public async Task A_save_that_comes_after_the_end_is_told_and_its_text_stays_while_the_page_is_open()
    {
        await using var cable = new Cable(_school.Address);
        var (ana, ben) = await ClassAsync(cable);
        await ana.OpenStepAsync("Look back");
        await ben.Reflection(0).FillAsync("Both sides want to be safe.");

        await cable.CutAsync();
        await ben.MustBeCutOffAsync();
        await ben.SaveReflectionAsync(0);
        await ana.EndAsync();
        cable.Mend();

        await ben.MustShowAsync("The lesson is over");
        await ben.MustShowAsync("was not saved. This session has ended.");
        await Expect(ben.NotSent).ToContainTextAsync("Both sides want to be safe.");
        await ben.Page.MustSuitEverybodyAsync("the end, with a text that was not sent");
        await ben.LookAtStepAsync("Look back");
        await ben.MustShowAsync("No answer of yours is saved.");
        await Expect(ben.NotSent).ToContainTextAsync("Both sides want to be safe.");
        Assert.Equal(0, await ben.Page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task What_one_tab_sends_the_other_shows_as_sent()
    {
        var (ana, ben) = await ClassAsync();
        await WriteAsync(ana, ben);
        var second = await ben.SecondTabAsync(chromium);
        await second.BeginArgumentAsync();
        await Expect(second.Reason).ToHaveValueAsync("People who fear the police do not call them.");

        await _school.HoldAsync();
        await ben.SendAsync();
        await second.SendAsync();
        await _school.GoOnAsync();

        await ben.MustWaitOrBeSentElsewhereAsync("Trust is part of safety.");
        await second.MustWaitOrBeSentElsewhereAsync("Trust is part of safety.");
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await second.MustNotShowAsync("not taken");
        await ben.MustNotShowAsync("not taken");
    }

    private async Task<(TeacherScreen Ana, StudentScreen Ben)> ClassAsync(Cable? cable = null)
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var address = await ana.JoinAddressAsync();
        return (ana, await StudentScreen.JoinAsync(chromium, cable?.Through(address).ToString() ?? address, "Ben Okafor", 360, 740));
    }

    private static async Task WriteAsync(TeacherScreen ana, StudentScreen ben)
    {
        await ana.OpenStepAsync("Our norms");
        await ben.AcceptNormsAsync();
        await ana.OpenStepAsync("Read about both answers");
        await ben.KeepSentenceAsync(2);
        await ana.OpenStepAsync("Argue the side you are given");
        await ben.BeginArgumentAsync();
        await ben.WriteAsync("Trust is part of safety.", "People who fear the police do not call them.");
        await ben.QuoteAsync();
    }
}
