using CivicsClass.E2E.Screens;

namespace CivicsClass.E2E;

/// <summary>In each step the server dies under four screens: Ben is at work, Chi is still, Ana and the wall look on.</summary>
public sealed class ReconnectTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task In_every_step_the_server_dies_and_the_class_goes_on_where_it_was()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var wall = await ana.OpenWallAsync();
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", 360, 740);
        var chi = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Chi Nguyen");
        LiveScreen[] screens = [ana, wall, ben, chi];
        var (nameOfBen, nameOfChi) = (await ben.Page.Locator("h1.alias").InnerTextAsync(), await chi.Page.Locator("h1.alias").InnerTextAsync());
        await wall.MustShowAsync("2 here");

        await WithoutServerAsync(screens, chi, () => Task.CompletedTask);
        await Expect(ben.Step).ToContainTextAsync(nameOfBen);
        await Expect(ana.Roster).ToContainTextAsync("Ben Okafor");
        await Expect(wall.Page.Locator(".names")).ToContainTextAsync(nameOfChi);
        await wall.MustShowAsync("2 here");

        await ana.NextAsync("Start: Our norms");
        await chi.AcceptNormsAsync();
        await wall.MustShowAsync("1 of 2 have accepted");
        await WithoutServerAsync(screens, chi, ben.PressAcceptAsync);
        await ben.MustShowAsync("You have accepted the norms");
        await Expect(ana.Lesson).ToContainTextAsync("2 of 2");
        await wall.MustShowAsync("2 of 2 have accepted");

        await ana.NextAsync("Next: Read about both answers");
        foreach (var student in new[] { ben, chi })
            await student.KeepSentenceAsync(1);
        await chi.FinishTextAsync();
        await chi.MustShowAsync("Text 2 of 3");
        await WithoutServerAsync(screens, chi, async () =>
        {
            await ben.FinishTextAsync();
            await ben.PressKeepAsync(2);
        });
        await ben.MustShowAsync("Text 2 of 3");
        await ben.TrayMustHoldAsync(2);
        await chi.TrayMustHoldAsync(1);
        await wall.MustShowAsync("0 of 2 have finished every text");

        await ana.NextAsync("Next: Check the law together");
        await ana.NextAsync("Open question 1");
        await chi.AnswerAsync(1);
        await WithoutServerAsync(screens, chi, () => ben.ChooseAsync(2));
        await Expect(ben.Saved).ToHaveTextAsync("Saved · C");
        await Expect(ana.Lesson).ToContainTextAsync("2 of 2 answered");
        await wall.MustShowAsync("2 of 2 answered");

        await ana.OpenStepAsync("Argue the side you are given");
        await chi.PostAsync("One nation needs one rule.", "If every city picks, the law means something else in every street.");
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await ben.BeginArgumentAsync();
        await WithoutServerAsync(screens, still: null, async () =>
        {
            await ben.WriteAsync("Trust is part of safety.", "People who fear the police do not call them.");
            await ben.QuoteAsync();
            await ben.SendAsync();
            await ana.PressAsync("a");
        });
        await ben.MustWaitAsync("Trust is part of safety.");
        await Expect(ben.Board).ToContainTextAsync("One nation needs one rule.");
        await Expect(chi.Posts).ToContainTextAsync("On the board");
        await wall.MustShowAsync("One nation needs one rule.");
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await wall.MustNotShowAsync("Trust is part of safety.");

        await ana.NextAsync("Next: Look back");
        await chi.Reflection(0).FillAsync("Half a thought");
        await WithoutServerAsync(screens, chi, async () =>
        {
            await ben.Reflection(0).FillAsync("They answer for mistakes too.");
            await ben.SaveReflectionAsync(0);
            await ben.Reflection(1).FillAsync("Not yet handed in");
        });
        await Expect(ben.ReflectionStatus(0)).ToHaveTextAsync("Saved");
        await Expect(ben.Reflection(1)).ToHaveValueAsync("Not yet handed in");
        await Expect(chi.Reflection(0)).ToHaveValueAsync("Half a thought");
        await Expect(ana.Lesson).ToContainTextAsync("They answer for mistakes too.");
        await ana.MustNotShowAsync("Not yet handed in");
        await wall.MustShowAsync("0 of 2 have answered everything");
    }

    [Fact]
    public async Task What_was_done_offline_outlives_the_tab()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor", 360, 740);

        await ana.OpenStepAsync("Read about both answers");
        await ben.MustShowAsync("Text 1 of 3");
        ben = await OfflineInATabThatIsClosedAsync(ben, async () =>
        {
            await ben.PressKeepAsync(1);
            await ben.PressKeepAsync(2);
        });
        await ben.TrayMustHoldAsync(2);

        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");
        await ben.MustShowAsync("Question 1 of");
        ben = await OfflineInATabThatIsClosedAsync(ben, () => ben.ChooseAsync(1));
        await Expect(ben.Saved).ToHaveTextAsync("Saved · B");
        await Expect(ana.Lesson).ToContainTextAsync("1 of 1 answered");

        var late = ben;
        ben = await OfflineInATabThatIsClosedAsync(ben, async () =>
        {
            await late.ChooseAsync(2);
            await ana.NextAsync("Show the answer to question 1");
        });
        await ben.MustShowAsync("Not saved: your answer to question 1");
        await Expect(ben.Saved).ToHaveTextAsync("Saved · B");
        Assert.Equal(0, await ben.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.includes(':letter:')).length"));
    }

    private async Task<StudentScreen> OfflineInATabThatIsClosedAsync(StudentScreen student, Func<Task> act)
    {
        var context = student.Page.Context;
        await context.SetOfflineAsync(true);
        await student.MustShowAsync("Reconnecting. Your work is kept on this device.");
        await act();
        await student.MustShowAsync("Saving…");
        await student.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        return await student.SecondTabAsync(chromium);
    }

    /// <summary>The server dies, something is done on the screens, the server comes back: every screen does too, and whoever kept still sees what was there.</summary>
    private async Task WithoutServerAsync(LiveScreen[] screens, StudentScreen? still, Func<Task> act)
    {
        var before = still is null ? "" : await still.Step.InnerTextAsync();
        await _school.KillAsync();
        await Task.WhenAll(screens.Select(screen => screen.MustBeCutOffAsync()));
        await act();
        await _school.StartAsync();
        await Task.WhenAll(screens.Select(screen => screen.MustBeBackAsync()));
        if (still is not null)
            Assert.Equal(before, await still.Step.InnerTextAsync());
    }
}
