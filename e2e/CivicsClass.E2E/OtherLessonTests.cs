using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>What the lesson of the whole class does not use: a quiz at one's own speed, and arguments for both sides by everyone.</summary>
public sealed class OtherLessonTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Trained = "They must be trained.";
    private const string Supervised = "They work under federal supervision.";
    private const string ForLife = "They become federal employees for life.";
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_quiz_at_ones_own_speed_takes_one_answer_or_several_and_shows_them_all_at_the_end()
    {
        var (ana, wall, ben, chi) = await ClassAsync("Read and quiz");
        await ana.OpenStepAsync("Quiz at your own speed");
        await wall.MustShowAsync("8 questions, at your own pace");
        await wall.MustShowAsync("0 of 2 have answered every question");
        await wall.Page.MustSuitEverybodyAsync("wall, quiz at one's own speed");

        await ben.ChooseAsync("A written agreement", thenSaved: 1);
        await ben.NextQuestionAsync();
        await ben.MustShowAsync("Choose every answer that is right.");
        await ben.ChooseAsync(Trained, thenSaved: 1);
        await ben.ChooseAsync(ForLife, thenSaved: 2);
        await ben.ChooseAsync(Supervised, thenSaved: 3);
        await ben.ChooseAsync(ForLife, thenSaved: 2);
        await ben.Page.MustSuitEverybodyAsync("student, several answers");
        for (var question = 3; question <= 6; question++)
        {
            await ben.NextQuestionAsync();
            await ben.MustShowAsync($"Question {question} of 8");
            await ben.AnswerAsync(0);
        }
        await ben.NextQuestionAsync();
        await ben.ChooseAsync("True", thenSaved: 1);
        await ben.NextQuestionAsync();
        await ben.ChooseAsync("True", thenSaved: 1);
        await ben.MustShowAsync("You have answered every question.");
        await wall.MustShowAsync("1 of 2 have answered every question");
        await chi.ChooseAsync("A treaty", thenSaved: 1);

        await ben.ReloadAsync("You have answered every question.");
        await ben.LookAtQuestionAsync(8);
        await Expect(ben.Saved).ToHaveTextAsync("Saved · A");
        await ben.ChooseAsync("False", thenSaved: 1);
        foreach (var question in new[] { 1, 2, 8 })
        {
            await ben.LookAtQuestionAsync(question);
            await ben.MustNotShowAsync("Right answer");
        }

        await ana.NextAsync("Show all answers");
        await ben.MustSeeRightAnswerAsync("B");
        await ben.MustShowAsync("You chose B: right.");
        await ben.LookAtQuestionAsync(2);
        await ben.MustSeeRightAnswerAsync("[A-D], [A-D]");
        await Expect(ben.Page.GetByText("1 answer", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText(new System.Text.RegularExpressions.Regex("^You chose [A-D], [A-D]: right.$"))).ToBeVisibleAsync();
        await ben.Page.MustSuitEverybodyAsync("student, several answers revealed");
        await chi.MustSeeRightAnswerAsync("[A-D]");
        await chi.MustShowAsync("A treaty");
        await chi.LookAtQuestionAsync(7);
        await chi.MustSeeRightAnswerAsync("A");
        await chi.MustShowAsync("You gave no answer.");
        await Expect(ana.Lesson).ToContainTextAsync("answer shown · 2 of 2 answered · 1 right");
        await ana.Page.MustSuitEverybodyAsync("console, quiz at one's own speed");
    }

    [Fact]
    public async Task Everyone_writes_an_argument_for_each_side()
    {
        const string Required = "Cooperation required", Local = "Local choice";
        var (ana, wall, ben, chi) = await ClassAsync("Write for both sides");
        await ana.OpenStepAsync("Our norms");
        foreach (var student in new[] { ben, chi })
            await student.AcceptNormsAsync();
        await ana.OpenStepAsync("Read rulings, studies and two opinions");
        foreach (var student in new[] { ben, chi })
            await student.KeepSentenceAsync(2);
        await ana.OpenStepAsync("Write one argument for each side");
        await ben.MustShowAsync("In this debate everyone writes for both sides.");

        await ben.BeginArgumentAsync();
        await ben.WriteAsync("A shared rule protects everybody alike.", "Nobody should be safer on one side of a county line.");
        await ben.QuoteAsync();
        await ben.SendAsync();
        await ben.MustShowAsync("Choose the side you write for.");
        await ben.Page.MustSuitEverybodyAsync("student, a side is missing");
        await ben.WriteForAsync(Required);
        await ben.SendAsync();
        await ben.MustWaitAsync("A shared rule protects everybody alike.");
        await ben.BeginArgumentAsync();
        await ben.WriteForAsync(Local);
        await ben.WriteAsync("Towns know their streets.", "Who answers to the voters should set the duties of the police.");
        await ben.QuoteAsync();
        await ben.SendAsync();
        await ben.MustWaitAsync("Towns know their streets.");
        await Expect(ana.Waiting).ToContainTextAsync("2");

        await ana.PressAsync("a");
        await Expect(ana.Waiting).ToContainTextAsync("1");
        await ana.PressAsync("a");
        await Expect(chi.Column("Cooperation should be required")).ToContainTextAsync("A shared rule protects everybody alike.");
        await Expect(chi.Column("Cooperation should be a local choice")).ToContainTextAsync("Towns know their streets.");
        await Expect(wall.Column("Cooperation should be required")).ToContainTextAsync("A shared rule protects everybody alike.");
        await Expect(wall.Column("Cooperation should be a local choice")).ToContainTextAsync("Towns know their streets.");

        await chi.AnswerArgumentAsync("Rebut", "Towns know their streets.");
        await Expect(chi.WritesFor).ToContainTextAsync(Required);
        await chi.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" }).ClickAsync();
        await chi.AnswerArgumentAsync("Support", "Towns know their streets.");
        await Expect(chi.WritesFor).ToContainTextAsync(Local);
        await chi.Page.MustSuitEverybodyAsync("student, an answer");
        await ana.OpenStepAsync("Look back");
        await ana.EndAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("Towns know their streets.");
    }

    private async Task<(TeacherScreen Ana, WallScreen Wall, StudentScreen Ben, StudentScreen Chi)> ClassAsync(string lesson)
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync(lesson);
        var address = await ana.JoinAddressAsync();
        return (ana, await ana.OpenWallAsync(), await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", 360, 740), await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen"));
    }
}
