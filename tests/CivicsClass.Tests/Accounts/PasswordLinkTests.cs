using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Accounts;

public sealed partial class PasswordLinkTests
{
    private const string Better = "seven tall green ladders";

    [Fact]
    public async Task A_link_sets_a_password_once_and_ends_the_other_sign_ins()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var ana = await server.TeacherAsync();
        using var old = await server.SignedInAsync(ana);
        using var hers = server.Browser();
        var link = await AskAsync(admin, ana);
        Assert.Equal(HttpStatusCode.OK, (await old.GetAsync("/account")).StatusCode);

        var answer = await hers.SubmitAsync(link, ("Account.Password", Better));

        Assert.Equal("/dashboard", answer.Headers.Location?.ToString());
        Assert.Contains("Your new password is saved.", await hers.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/account")).StatusCode);
        Assert.Contains("is not right", await SignInAsync(server, ana, TestServer.Password), StringComparison.Ordinal);
        Assert.Equal("", await SignInAsync(server, ana, Better));
        var again = await old.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("This link does not work any more", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);
        Assert.Equal(0, await server.InDatabaseAsync(db => db.UserTokens.CountAsync()));
    }

    [Fact]
    public async Task A_link_is_shown_once_and_kept_as_a_hash()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var link = await AskAsync(admin, await server.TeacherAsync());

        Assert.DoesNotContain("/password/", await admin.ReadAsync("/people"), StringComparison.Ordinal);
        var kept = await server.InDatabaseAsync(db => db.UserTokens.SingleAsync());
        Assert.Equal(Convert.ToHexStringLower(new Token(link.Split('/')[^1]).Hash), kept.Name);
        Assert.DoesNotContain(link.Split('/')[^1], kept.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_expires_after_a_day()
    {
        var time = new FakeTime();
        await using var server = await TestServer.StartAsync(time);
        var link = await MakeAsync(server, await server.TeacherAsync());
        using var hers = server.Browser();
        var form = await hers.OpenFormAsync(link);
        time.Advance(PasswordLinks.Last - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync(link)).StatusCode);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, (await hers.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await hers.SendFormAsync(link, form, ("Account.Password", Better))).StatusCode);
    }

    [Fact]
    public async Task A_newer_link_and_a_changed_password_void_the_older_link()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var hers = await server.SignedInAsync(ana);
        var older = await MakeAsync(server, ana);
        var newer = await MakeAsync(server, ana);
        Assert.Equal(HttpStatusCode.Gone, (await hers.GetAsync(older)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync(newer)).StatusCode);

        await hers.SubmitAsync("/account", "/account?handler=Password", ("current", TestServer.Password), ("password", Better));

        Assert.Equal(HttpStatusCode.Gone, (await hers.GetAsync(newer)).StatusCode);
    }

    [Fact]
    public async Task Two_who_race_a_link_set_one_password()
    {
        await using var server = await TestServer.StartAsync();
        var link = await MakeAsync(server, await server.TeacherAsync());
        var browsers = Enumerable.Range(0, 6).Select(_ => server.Browser()).ToArray();

        var forms = await Task.WhenAll(browsers.Select(b => b.OpenFormAsync(link)));
        var answers = await Task.WhenAll(browsers.Select((b, i) => b.SendFormAsync(link, forms[i], ("Account.Password", $"{Better} {i}"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Redirect), a => Assert.Equal(HttpStatusCode.Gone, a.StatusCode));
    }

    [Fact]
    public async Task A_refused_password_does_not_use_up_the_link()
    {
        await using var server = await TestServer.StartAsync();
        var link = await MakeAsync(server, await server.TeacherAsync());
        using var hers = server.Browser();

        var refused = await hers.SubmitAsync(link, ("Account.Password", "password1234"));

        Assert.Contains("first passwords that people try", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await hers.SubmitAsync(link, ("Account.Password", Better))).StatusCode);
    }

    [Fact]
    public async Task The_wait_after_wrong_tries_ends_with_the_new_password()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        var link = await MakeAsync(server, ana);
        for (var i = 0; i < 5; i++)
            await SignInAsync(server, ana, "wrong");
        Assert.Contains("too many wrong tries", await SignInAsync(server, ana, TestServer.Password), StringComparison.Ordinal);
        using var hers = server.Browser();

        await hers.SubmitAsync(link, ("Account.Password", Better));

        Assert.Equal("", await SignInAsync(server, ana, Better));
    }

    [Fact]
    public async Task A_teacher_cannot_make_a_link()
    {
        await using var server = await TestServer.StartAsync();
        var ada = await server.AdminAsync();
        using var ana = await server.SignedInAsync(await server.TeacherAsync());

        var answer = await ana.SubmitAsync("/account", "/people?handler=Password", ("id", ada.Id));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, await server.InDatabaseAsync(db => db.UserTokens.CountAsync()));
    }

    [Fact]
    public async Task An_admin_helps_another_admin_but_takes_the_own_password_to_the_own_account()
    {
        await using var server = await TestServer.StartAsync();
        var (ada, eve) = (await server.AdminAsync(), await server.AdminAsync("eve@school.example"));
        using var admin = await server.SignedInAsync(ada);
        using var hers = server.Browser();

        var own = await admin.SubmitAsync("/people", "/people?handler=Password", ("id", ada.Id));
        await hers.SubmitAsync(await AskAsync(admin, eve), ("Account.Password", Better));

        Assert.Contains("on the page of your account", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_gets_no_link_and_an_open_one_stops_working()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var ana = await server.TeacherAsync();
        var link = await AskAsync(admin, ana);
        await admin.SubmitAsync("/people", "/people?handler=Disable", ("id", ana.Id));

        var refused = await admin.SubmitAsync("/people", "/people?handler=Password", ("id", ana.Id));

        Assert.Contains("disabled or not there any more", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Password\"", await admin.ReadAsync("/people"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await admin.GetAsync(link)).StatusCode);
        await admin.SubmitAsync("/people", "/people?handler=Enable", ("id", ana.Id));
        Assert.Equal(HttpStatusCode.Gone, (await admin.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Links_to_pass_on_begin_with_the_address_of_the_site()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Site:Address"] = "https://civics.school.example/" });
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var ana = await server.TeacherAsync();

        var invitation = await admin.SubmitAsync("/people", "/people?handler=Invite", ("email", "eve@school.example"), ("role", Roles.Teacher));
        var password = await admin.SubmitAsync("/people", "/people?handler=Password", ("id", ana.Id));

        Assert.Contains("value=\"https://civics.school.example/invite/", await invitation.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"https://civics.school.example/password/", await password.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(Browser admin, Teacher person)
    {
        var answer = await admin.SubmitAsync("/people", "/people?handler=Password", ("id", person.Id));
        return LinkField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<string> MakeAsync(TestServer server, Teacher person) =>
        "/password/" + (await server.InScopeAsync(async s => await s.GetRequiredService<PasswordLinks>().MakeAsync(await s.GetRequiredService<UserManager<Teacher>>().FindByIdAsync(person.Id), "test")))!.Text;

    /// <returns>The page that answers; empty when signed in.</returns>
    private static async Task<string> SignInAsync(TestServer server, Teacher person, string password)
    {
        using var browser = server.Browser();
        return await (await browser.SubmitAsync("/sign-in", ("Email", person.Email!), ("Password", password))).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("value=\"http://127.0.0.1:\\d+(/password/[^\"]+)\"")]
    private static partial Regex LinkField();
}
