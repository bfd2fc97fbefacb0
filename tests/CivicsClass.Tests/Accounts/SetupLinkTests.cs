using System.Net;
using CivicsClass.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Accounts;

public sealed class SetupLinkTests
{
    private static readonly (string, string)[] Ada =
        [("Account.Name", "Ada Admin"), ("Email", "ada@school.example"), ("Account.Password", TestServer.Password)];

    [Fact]
    public async Task A_setup_link_makes_the_first_admin_and_signs_in()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();
        var link = await RenewAsync(server);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/people")).StatusCode);

        var answer = await browser.SubmitAsync(link, Ada);

        Assert.Equal("/dashboard", answer.Headers.Location?.ToString());
        Assert.Contains("Ada Admin", await browser.ReadAsync("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_link_works_once()
    {
        await using var server = await TestServer.StartAsync();
        using var first = server.Browser();
        using var second = server.Browser();
        var link = await RenewAsync(server);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(link)).StatusCode);

        await first.SubmitAsync(link, Ada);
        var again = await second.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("Start the server again", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_race_the_setup_link_make_one_admin()
    {
        await using var server = await TestServer.StartAsync();
        var link = await RenewAsync(server);
        var browsers = Enumerable.Range(0, 8).Select(_ => server.Browser()).ToArray();

        var forms = await Task.WhenAll(browsers.Select(b => b.OpenFormAsync(link)));
        var answers = await Task.WhenAll(browsers.Select((b, i) =>
            b.SendFormAsync(link, forms[i], ("Account.Name", $"Racer {i}"), ("Email", $"racer{i}@school.example"), ("Account.Password", TestServer.Password))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Redirect), a => Assert.Equal(HttpStatusCode.Gone, a.StatusCode));
        Assert.Equal(1, await server.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_setup_link_expires_after_a_day()
    {
        var time = new FakeTime();
        await using var server = await TestServer.StartAsync(time);
        using var browser = server.Browser();
        var link = await RenewAsync(server);

        time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_newer_setup_link_voids_the_older()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();
        var older = await RenewAsync(server);
        var newer = await RenewAsync(server);

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(older)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(newer)).StatusCode);
    }

    [Fact]
    public async Task A_refused_password_does_not_use_up_the_setup_link()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();
        var link = await RenewAsync(server);

        var refused = await browser.SubmitAsync(link, ("Account.Name", "Ada Admin"), ("Email", "ada@school.example"), ("Account.Password", "password1234"));

        Assert.Contains("first passwords that people try", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(link, Ada)).StatusCode);
    }

    [Fact]
    public async Task A_start_without_an_admin_prints_a_link_and_the_database_keeps_only_its_hash()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            await using var server = await TestServer.StartAsync();
            // Servers of other tests may print here too.
            var start = $"Set up the first admin: {server.Address}setup/";
            await Wait.UntilAsync(() => printed.ToString().Contains(start, StringComparison.Ordinal));
            var link = $"{server.Address}setup/" + printed.ToString().Split(start)[1].Split('\n')[0].Trim();
            using var browser = server.Browser();

            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
            var token = new Token(link.Split('/')[^1]);
            Assert.True(token.Text.Length * 6 >= 128);
            Assert.Equal(token.Hash, await server.InDatabaseAsync(db => db.SetupLinks.Select(l => l.TokenHash).SingleAsync()));
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    /// <summary>The server has printed its own by then, which would void this one.</summary>
    private static async Task<string> RenewAsync(TestServer server)
    {
        await Wait.UntilAsync(() => server.InDatabaseAsync(db => db.SetupLinks.AnyAsync()));
        return "/setup/" + (await server.InScopeAsync(s => s.GetRequiredService<SetupLinks>().RenewAsync())).Text;
    }
}
