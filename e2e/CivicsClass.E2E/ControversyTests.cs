using System.Text.RegularExpressions;
using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>One teacher and eight students in two teams go through the whole controversy. In every part somebody reloads and somebody loses
/// the connection; nothing that anybody wrote is lost.</summary>
public sealed partial class ControversyTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Title = "Argue both sides in teams";
    private static readonly string[] Names = ["Ben Okafor", "Chi Nguyen", "Dee Alvarez", "Eli Stone", "Fay Kim", "Gus Perez", "Ivo Brandt", "Jan Cole"];
    private readonly School _school = new();
    private readonly List<TeamMate> _all = [];

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var student in _all)
            await student.DisposeAsync();
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task Two_teams_go_through_the_whole_controversy_and_lose_nothing_on_the_way()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Structured academic controversy");
        var wall = await ana.OpenWallAsync();
        var address = await ana.JoinAddressAsync();
        foreach (var pair in Names.Chunk(4))
            _all.AddRange(await Task.WhenAll(pair.Select(name => TeamMate.JoinAsync(chromium, _school, address, name, onAPhone: Array.IndexOf(Names, name) % 2 == 0))));
        await ana.NextAsync("Start: Our norms");
        await Task.WhenAll(_all.Select(s => s.AcceptNormsAsync()));
        await ana.NextAsync("Next: Read both sides");
        await Task.WhenAll(_all.Select(s => s.KeepSentenceAsync()));

        await ana.OpenStepAsync(Title);
        var (first, other) = await MeetAsync(wall);
        await PrepareAsync(ana, wall, first);
        await PresentAsync(ana, first, other);
        await ChangeSidesAsync(ana, first, other);
        await AgreeAsync(ana, first, other);
        await LookBackAsync(ana, wall, first, other);
    }

    /// <returns>The two teams, each with its first pair before its second.</returns>
    private async Task<(TeamMate[] First, TeamMate[] Other)> MeetAsync(WallScreen wall)
    {
        await Task.WhenAll(_all.Select(s => s.MustShowAsync("You are in team")));
        var teams = new List<TeamMate[]>();
        var numbers = await Task.WhenAll(_all.Select(s => s.TeamAsync()));
        foreach (var team in _all.Zip(numbers).GroupBy(s => s.Second).OrderBy(g => g.Key).Select(g => g.Select(s => s.First).ToArray()))
        {
            var (mine, side) = await team[0].PairAsync("Your pair");
            var (theirs, otherSide) = await team[0].PairAsync("The other pair");
            Assert.Equal((2, 2), (mine.Length, theirs.Length));
            Assert.NotEqual(side, otherSide);
            Assert.Equal(team.Select(s => s.FirstName).Order(), mine.Concat(theirs).Order());
            var facing = team.First(s => theirs.Contains(s.FirstName));
            Assert.Equal((otherSide, side), ((await facing.PairAsync("Your pair")).Side, (await facing.PairAsync("The other pair")).Side));
            teams.Add([.. team.OrderBy(s => theirs.Contains(s.FirstName))]);
        }
        Assert.Equal(2, teams.Count);
        await Expect(wall.Page.Locator(".wallTeams li")).ToHaveCountAsync(2);
        await teams[0][0].Page.MustSuitEverybodyAsync("student, team");
        await wall.Page.MustSuitEverybodyAsync("wall, teams");

        var before = await teams[0][0].Step.InnerTextAsync();
        await teams[0][0].WithoutConnectionAsync(() => Task.CompletedTask);
        Assert.Equal(before, await teams[0][0].Step.InnerTextAsync());
        await teams[1][3].ReloadAsync();
        await NoSideIsABeliefAsync(wall.Page);
        return (teams[0], teams[1]);
    }

    private async Task PrepareAsync(TeacherScreen ana, WallScreen wall, TeamMate[] team)
    {
        var (ben, chi, dee, eli) = (team[0], team[1], team[2], team[3]);
        await GoAsync(ana, "Prepare your side");
        await Task.WhenAll(ben.WriteAsync("Add a reason", "One nation needs one rule."), chi.WriteAsync("Add a reason", "Whoever pays should decide."));
        await Task.WhenAll(ben.SaveAsync(), chi.SaveAsync());
        foreach (var reader in new[] { ben, chi })
        {
            await Expect(reader.Card).ToContainTextAsync("One nation needs one rule.");
            await Expect(reader.Card).ToContainTextAsync("Whoever pays should decide.");
        }

        // Both change the same reason, one of them without a connection.
        await ben.ChangeAsync("One nation needs one rule.", "One nation needs one rule that everybody knows.");
        await ben.WithoutConnectionAsync(async () =>
        {
            await ben.PressSaveAsync();
            await chi.ChangeAsync("One nation needs one rule.", "Rules that differ from street to street are unfair.");
            await chi.SaveAsync();
        });
        await ben.MustShowAsync("saved a newer version meanwhile:");
        await Expect(ben.Editor).ToHaveValueAsync("One nation needs one rule that everybody knows.");
        await ben.Page.MustSuitEverybodyAsync("student, a newer version");
        await ben.PressAsync("Keep both");
        await Expect(chi.Card.Locator("article")).ToHaveCountAsync(3);
        await Expect(chi.Card).ToContainTextAsync("One nation needs one rule that everybody knows.");
        await Expect(chi.Card).ToContainTextAsync("Rules that differ from street to street are unfair.");

        await dee.WriteAsync("Add a reason", "Trust is part of safety.");
        await dee.ReloadAsync();
        await dee.PressAsync("Go on writing");
        await Expect(dee.Editor).ToHaveValueAsync("Trust is part of safety.");
        await dee.Page.Locator(".pick input[type=checkbox]").First.CheckAsync();
        await dee.SaveAsync();
        await Expect(eli.Card.Locator(".quote")).ToHaveCountAsync(1);
        await Expect(ana.Lesson).ToContainTextAsync("4 of 6 reasons");
        foreach (var facing in new[] { dee, eli })
            await facing.MustNotShowAsync("One nation needs one rule");
        await ben.Page.MustSuitEverybodyAsync("student, card");
        await ana.Page.MustSuitEverybodyAsync("console, cards");
        await NoSideIsABeliefAsync(wall.Page, ana.Page);
    }

    private async Task PresentAsync(TeacherScreen ana, TeamMate[] team, TeamMate[] other)
    {
        await GoAsync(ana, "Present and restate");
        var isFirst = await team[0].Turn.InnerTextAsync() == "Your turn to present";
        TeamMate[] order = isFirst ? team : [team[2], team[3], team[0], team[1]];
        var (pia, pat, lea, lou) = (order[0], order[1], order[2], order[3]);
        await lea.Notes.FillAsync("They start from one rule for all.");
        await pia.WithoutConnectionAsync(async () =>
        {
            await pia.PressAsync("We have presented");
            await pat.PressAsync("We have presented");
            await lea.SayItIsTheirTurnAsync("Your turn to restate");
        });
        await pia.SayItIsTheirTurnAsync("restate");
        await lea.ReloadAsync();
        await Expect(lea.Notes).ToHaveValueAsync("They start from one rule for all.");
        await lea.PressAsync("We have restated what we heard");
        await pia.PressAsync("Not quite yet");
        await pia.Page.GetByLabel("What is missing or different?").FillAsync("You left out who pays.");
        await pia.Page.MustSuitEverybodyAsync("student, a note");
        await pia.PressAsync("Send it back");
        await lou.SayItIsTheirTurnAsync("Restate it once more");
        await lou.MustShowAsync("You left out who pays.");
        await lou.WithoutConnectionAsync(() => lou.PressAsync("We have restated what we heard"));
        await pat.PressAsync("You stated it fairly");
        await RestateAsync(lea, pia);
        TeamMate[] rest = await other[0].Turn.InnerTextAsync() == "Your turn to present" ? other : [other[2], other[3], other[0], other[1]];
        await RestateAsync(rest[0], rest[2]);
        await RestateAsync(rest[2], rest[0]);
        await Task.WhenAll(_all.Select(s => s.SayItIsTheirTurnAsync("Both sides were stated fairly")));
        await Expect(ana.Lesson).ToContainTextAsync("Both pairs were stated fairly");
        await lou.Page.MustSuitEverybodyAsync("student, stated fairly");
        await NoSideIsABeliefAsync(ana.Page);
    }

    private static async Task RestateAsync(TeamMate presents, TeamMate listens)
    {
        await presents.PressAsync("We have presented");
        await listens.PressAsync("We have restated what we heard");
        await presents.PressAsync("You stated it fairly");
    }

    private async Task ChangeSidesAsync(TeacherScreen ana, TeamMate[] team, TeamMate[] other)
    {
        var (ben, chi, dee) = (team[0], team[1], team[2]);
        var assigned = (await ben.AssignedAsync(), await dee.AssignedAsync());
        await GoAsync(ana, "Change sides");
        Assert.Equal((assigned.Item2, assigned.Item1), (await ben.AssignedAsync(), await dee.AssignedAsync()));
        await ben.AddAsync("Add a reason", "Trust is a part of our safety.");
        await ben.MustShowAsync("This is close to what the other pair wrote");
        await chi.WriteAsync("Add a reason", "Witnesses come forward when they need not be afraid.");
        await chi.WithoutConnectionAsync(async () =>
        {
            await chi.PressSaveAsync();
            await chi.MustShowAsync("Saving…");
        });
        await Expect(ben.Card).ToContainTextAsync("Witnesses come forward");
        await Expect(chi.Card).ToContainTextAsync("Trust is a part of our safety.");
        await other[1].WriteAsync("Add a reason", "Half a thought");
        await other[1].ReloadAsync();
        await other[1].PressAsync("Go on writing");
        await Expect(other[1].Editor).ToHaveValueAsync("Half a thought");
        await ben.Page.MustSuitEverybodyAsync("student, sides changed");
        await ana.Page.MustSuitEverybodyAsync("console, sides changed");
        await NoSideIsABeliefAsync(ana.Page);
    }

    private async Task GoAsync(TeacherScreen ana, string phase)
    {
        await ana.NextAsync($"Next: {phase}");
        await Task.WhenAll(_all.Select(s => s.MustBeInAsync(phase)));
    }

    /// <summary>An assigned side is said to be one, and nobody is said to think anything.</summary>
    private async Task NoSideIsABeliefAsync(params IPage[] others)
    {
        foreach (var page in _all.Select(s => s.Page).Concat(others))
            Assert.DoesNotMatch(Belief(), (await page.Locator("main").First.InnerTextAsync()).Replace("They say nothing about what anyone believes.", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?i)believe|opinion|stance|your view|in favou?r")]
    private static partial Regex Belief();
}
