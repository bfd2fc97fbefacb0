using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>Every page that is not live, and what the student's page weighs.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly School _school = new();
    private readonly List<Cable> _cables = [];

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        foreach (var cable in _cables)
            await cable.DisposeAsync();
        await _school.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1366, 768)]
    [InlineData(ColorScheme.Dark, 360, 740)]
    public async Task Every_page_suits_everybody(ColorScheme scheme, int width, int height)
    {
        var page = await chromium.PersonAsync("visitor", width, height, scheme);
        await VisitAsync(page, _school.SetupLink());
        foreach (var open in new[] { "/", "/join", "/join/WRONG2", "/sign-in", "/password/wrong", "/nowhere" })
            await VisitAsync(page, open);

        var ana = await TeacherScreen.SetUpAsync(chromium, _school, width, height);
        await ana.StartAsync("Full debate");
        var session = new Uri(ana.Page.Url).AbsolutePath.Replace("/teach", "", StringComparison.Ordinal);
        var joinAddress = await ana.JoinAddressAsync();
        await VisitAsync(page, new Uri(joinAddress).AbsolutePath);
        var ben = await StudentScreen.JoinAsync(chromium, joinAddress, "Ben Okafor", width, height);
        await ben.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await VisitAsync(ben.Page, $"{session}/leave");
        await ana.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var admin = new AdminScreen(ana.Page, _school);
        await VisitAsync(page, new Uri(await admin.InviteAsync("chris@school.example")).AbsolutePath);
        await AdminScreen.AcceptAsync(page, "Mr. Chen");
        var link = await admin.PasswordLinkAsync("Mr. Chen");
        await ana.Page.MustSuitEverybodyAsync("/people with a link");
        await VisitAsync(page, new Uri(link).AbsolutePath);
        await _school.RememberAsync(85);
        var (pack, draft) = (await admin.PackPathAsync(), await admin.DraftReadingAsync("What the council decided"));
        foreach (var staff in (string[])["/dashboard", "/dashboard/earlier", "/dashboard/earlier/2", "/account", "/sign-out", "/people", "/health", "/library", "/library/words", pack, $"{pack}/balance", $"{pack}/questions/import", $"{pack}/questions/export", "/library/upload", "/library/drafts/new", draft, $"{draft}/add", $"{draft}/add?topic=federal-local-enforcement", $"{session}/report", $"{session}/delete"])
            await VisitAsync(ana.Page, staff);
        await ana.Page.GotoAsync(new Uri(_school.Address, "/dashboard").ToString());
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = $"Start Read and quiz · {School.FirstTopic}" }).ClickAsync();
        await ana.Page.MustSuitEverybodyAsync("/start");
        await _school.BreakAsync();
        await VisitAsync(ana.Page, "/dashboard");
        await Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Name = "One moment" })).ToBeVisibleAsync();
    }

    /// <summary>Else all the calm of these tests would mean nothing.</summary>
    [Fact]
    public async Task A_page_that_breaks_the_content_security_policy_is_heard()
    {
        var page = await chromium.PersonAsync("visitor", 1366, 768);
        await VisitAsync(page, "/join");
        Assert.Empty(chromium.Complaints);

        await page.EvaluateAsync("document.body.setAttribute('style', 'color: red')");

        await page.WaitForFunctionAsync("() => getComputedStyle(document.body).color !== 'rgb(255, 0, 0)'");
        Assert.Contains("Content Security Policy", Assert.Single(chromium.Complaints));
        chromium.Complaints.Clear();
    }

    /// <summary>Every byte the server sends, heads and socket included: the page with the code, the student's page and what it shows first.</summary>
    [Fact]
    public async Task From_the_code_to_the_lobby_a_student_is_sent_at_most_60_kB_and_who_comes_last_25_kB_more_of_texts()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var inTheLobby = await SentUntilSeatedAsync("Ben Okafor", await ana.JoinAddressAsync());
        foreach (var step in new[] { "Our norms", "Read about both answers", "Check the law together" })
            await ana.OpenStepAsync(step);
        await ana.NextAsync("Open question 1");
        foreach (var step in new[] { "Argue the side you are given", "Look back" })
            await ana.OpenStepAsync(step);
        var atTheEnd = await SentUntilSeatedAsync("Eli Late", await ana.JoinAddressAsync());

        TestContext.Current.TestOutputHelper?.WriteLine($"Sent until the lobby: {inTheLobby} bytes; more to who comes in the last step: {atTheEnd - inTheLobby}.");
        Assert.InRange(inTheLobby, 40_000, 60_000);
        Assert.InRange(atTheEnd - inTheLobby, 10_000, 25_000);
    }

    /// <summary>With an empty cache, from the first request until nothing more is asked for. The page stays open.</summary>
    private async Task<long> SentUntilSeatedAsync(string name, string address)
    {
        var cable = new Cable(_school.Address);
        _cables.Add(cable);
        var student = await StudentScreen.JoinAsync(chromium, cable.Through(address).ToString(), name, 360, 740);
        await student.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return cable.Bytes;
    }

    private async Task VisitAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_school.Address, path).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync(path);
    }
}
