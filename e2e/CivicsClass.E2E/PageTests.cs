using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>Every page that is not live, and what the student's page weighs.</summary>
public sealed class PageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();
    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 1366, 768)]
    [InlineData(ColorScheme.Dark, 360, 740)]
    public async Task Every_page_suits_everybody(ColorScheme scheme, int width, int height)
    {
        var page = await chromium.PersonAsync("visitor", width, height, scheme);
        await VisitAsync(page, _school.SetupLink());
        foreach (var open in new[] { "/", "/join", "/join/WRONG2", "/sign-in", "/nowhere" })
            await VisitAsync(page, open);

        var ana = await TeacherScreen.SetUpAsync(chromium, _school, width, height);
        await ana.StartAsync("Quick debate");
        var session = new Uri(ana.Page.Url).AbsolutePath.Replace("/teach", "", StringComparison.Ordinal);
        await VisitAsync(page, new Uri(await ana.JoinAddressAsync()).AbsolutePath);
        await ana.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var staff in new[] { "/dashboard", "/account", "/people", "/library", "/library/upload", "/library/drafts/new", $"{session}/report", $"{session}/delete" })
            await VisitAsync(ana.Page, staff);
        await ana.Page.GotoAsync(new Uri(_school.Address, "/dashboard").ToString());
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Start Read and quiz" }).ClickAsync();
        await ana.Page.MustSuitEverybodyAsync("/start");
        chromium.MustBeCalm();
    }

    /// <summary>Everything the browser loads for the student's page, compressed as it is sent: at most 60 kB.</summary>
    [Fact]
    public async Task The_students_page_weighs_at_most_60_kB()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Quick debate");
        var ben = await StudentScreen.JoinAsync(chromium, await ana.JoinAddressAsync(), "Ben Okafor");
        var loaded = await ben.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(e => e.name).concat(location.href)");
        Assert.Contains(loaded, name => name.Contains("student", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal));

        var bytes = 0L;
        foreach (var address in loaded.Where(a => !a.Contains("/student?", StringComparison.Ordinal) && !a.Contains("negotiate", StringComparison.Ordinal)).Distinct())
            bytes += await WireBytesAsync(address, await ben.Page.Context.CookiesAsync());

        Assert.InRange(bytes, 10_000, 60_000);
    }

    private static async Task<long> WireBytesAsync(string address, IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.None, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        return body.LongLength + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length;
    }

    private async Task VisitAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_school.Address, path).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.MustSuitEverybodyAsync(path);
    }
}
