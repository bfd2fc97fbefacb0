using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>Roles dropped: the statement, how far each goes along, and what is left afterwards.</summary>
public sealed partial class ControversyTests
{
    private async Task AgreeAsync(TeacherScreen ana, TeamMate[] team, TeamMate[] other)
    {
        var (ben, chi, dee, eli) = (team[0], team[1], team[2], team[3]);
        await GoAsync(ana, "Find common ground");
        await Expect(other[1].Step).ToContainTextAsync("Half a thought");
        await Expect(ben.CountIt).ToHaveCountAsync(0);
        await ben.MustShowAsync("Once your team has written a first line");
        await Task.WhenAll(ben.AddAsync("Add what you agree on", "People must know which rule holds."), other[0].AddAsync("Add what you agree on", "Courts must be heard."));
        await dee.WriteAsync("Add what stays open", "Who should pay for a mistake.");
        await dee.WithoutConnectionAsync(dee.PressSaveAsync);
        await Expect(dee.Editor).ToHaveCountAsync(0);
        await eli.MustShowAsync("Who should pay for a mistake.");

        await Task.WhenAll(chi.WriteAsync("Add the strongest point", "One rule that all know."), eli.WriteAsync("Add the strongest point", "Equal treatment everywhere."));
        await chi.SaveAsync();
        await eli.MustShowAsync("saved one meanwhile:");
        await eli.PressAsync("Keep both");
        await ben.MustShowAsync("One rule that all know. Equal treatment everywhere.");
        await eli.ReloadAsync();
        await eli.MustShowAsync("One rule that all know. Equal treatment everywhere.");
        await ben.Page.MustSuitEverybodyAsync("student, statement");

        foreach (var member in other.Concat([ben, eli, dee]))
            await member.SignAsync("I can support it");
        await Expect(ana.Lesson).ToContainTextAsync("3 of 4 signed");
        await ben.MustNotShowAsync("I can support it:");
        await chi.Page.GetByText("I cannot live with it", new() { Exact = true }).ClickAsync();
        await chi.WithoutConnectionAsync(() => chi.CountIt.ClickAsync());
        foreach (var member in team)
            await member.MustShowAsync("I can support it: 3, I cannot live with it: 1");
        await Expect(ana.Lesson).ToContainTextAsync("I can support it: 3, I cannot live with it: 1");
        await Expect(ana.Lesson).ToContainTextAsync("I can support it: 4");
        await NoSideIsABeliefAsync(ana.Page);
    }

    private async Task LookBackAsync(TeacherScreen ana, WallScreen wall, TeamMate[] team, TeamMate[] other)
    {
        await GoAsync(ana, "Look back together");
        await ana.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open ?team 1$") }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Statement on the wall" }).ClickAsync();
        await wall.MustShowAsync("One rule that all know. Equal treatment everywhere.");
        await wall.MustShowAsync("I can support it: 3, I cannot live with it: 1");
        await wall.Page.MustSuitEverybodyAsync("wall, statement");
        await ana.Page.MustSuitEverybodyAsync("console, a team");
        await other[0].MustShowAsync("On the projector: team 1");
        await other[2].WithoutConnectionAsync(() => Task.CompletedTask);
        await other[2].MustShowAsync("Courts must be heard.");
        await team[2].ReloadAsync();
        foreach (var text in new[] { "People must know which rule holds.", "Who should pay for a mistake.", "One nation needs one rule that everybody knows.", "Rules that differ from street to street", "Whoever pays should decide.", "Trust is part of safety.", "Witnesses come forward" })
            await Expect(team[2].Step).ToContainTextAsync(text);
        await team[2].Page.MustSuitEverybodyAsync("student, looking back");
        await NoSideIsABeliefAsync(wall.Page, ana.Page);

        await ana.EndAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        var report = ana.Page.Locator("main");
        await Expect(report).ToContainTextAsync("They say nothing about what a student believes.");
        await Expect(report).ToContainTextAsync("3 can support it, 0 can live with it, 1 cannot live with it");
        await Expect(report).ToContainTextAsync("Whoever pays should decide.");
    }
}
