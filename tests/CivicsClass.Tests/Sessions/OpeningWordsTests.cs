using System.Text.RegularExpressions;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Sessions;

/// <summary>What the live pages say before their script runs, and when it never does.</summary>
public sealed partial class OpeningWordsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Every_live_page_says_what_it_does_before_its_script_is_there()
    {
        var ana = await server.TeacherAsync($"{Guid.NewGuid():N}@school.example");
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons[0];
        var row = await server.Services.GetRequiredService<SessionStore>().StartAsync(ana.Id, version, plan, IdentityMode.Alias);
        using var teacher = await server.SignedInAsync(ana);
        using var ben = server.Browser();
        await ben.SubmitAsync($"/join/{row.JoinCode}", ("ticket", Guid.NewGuid().ToString()));

        MustSay(await ben.ReadAsync($"/s/{row.Key}"), "Joining your class…");
        MustSay(await teacher.ReadAsync($"/s/{row.Key}/teach"), "Opening the console…");
        MustSay(await teacher.ReadAsync($"/s/{row.Key}/wall"), "One moment…");
    }

    private static void MustSay(string page, string words)
    {
        var app = App().Match(System.Net.WebUtility.HtmlDecode(page)).Groups[1].Value;
        Assert.Contains(words, app, StringComparison.Ordinal);
        Assert.Contains("If nothing happens", app, StringComparison.Ordinal);
        Assert.Matches("<noscript><p>This page needs JavaScript", app);
    }

    [GeneratedRegex("<div id=\"app\"[^>]*>(.*)</div>", RegexOptions.Singleline)]
    private static partial Regex App();
}
