using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Accounts;

public sealed partial class PeopleTests
{
    [Fact]
    public async Task An_invited_teacher_makes_an_account_and_comes_in_as_a_teacher()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        using var ana = server.Browser();
        var link = await InviteAsync(admin, "ana@school.example", Roles.Teacher);

        var answer = await ana.SubmitAsync(link, ("Account.Name", "Ms. Alvarez"), ("Account.Password", TestServer.Password));

        Assert.Equal("/dashboard", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/people")).StatusCode);
        var page = await admin.ReadAsync("/people");
        Assert.Contains("Ms. Alvarez", page, StringComparison.Ordinal);
        Assert.Contains("None at the moment.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await ana.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_is_shown_once_and_kept_as_a_hash()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var link = await InviteAsync(admin, "ana@school.example", Roles.Teacher);

        var later = await admin.ReadAsync("/people");

        Assert.Contains("ana@school.example", later, StringComparison.Ordinal);
        Assert.Contains("expires in 7 days", later, StringComparison.Ordinal);
        Assert.DoesNotContain("/invite/", later, StringComparison.Ordinal);
        Assert.Equal(new Token(link.Split('/')[^1]).Hash, await server.InDatabaseAsync(db => db.Invitations.Select(i => i.TokenHash).SingleAsync()));
    }

    [Fact]
    public async Task An_invitation_expires_after_seven_days()
    {
        var time = new FakeTime();
        await using var server = await TestServer.StartAsync(time);
        var token = await server.InScopeAsync(s => s.GetRequiredService<Invitations>().InviteAsync("ana@school.example", Roles.Teacher, "test"));
        using var ana = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"/invite/{token!.Text}")).StatusCode);

        time.Advance(Invitations.Last);

        Assert.Equal(HttpStatusCode.Gone, (await ana.GetAsync($"/invite/{token.Text}")).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_invitation_lets_nobody_in_even_with_its_page_open()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        using var ana = server.Browser();
        var link = await InviteAsync(admin, "ana@school.example", Roles.Teacher);
        var form = Browser.Token(await ana.ReadAsync(link));
        var id = await server.InDatabaseAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());

        await admin.SubmitAsync("/people", "/people?handler=Withdraw", ("id", id.ToString()));
        var answer = await ana.Http.PostAsync(link, new FormUrlEncodedContent(
            [new("Account.Name", "Ana"), new("Account.Password", TestServer.Password), new("__RequestVerificationToken", form)]));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(1, await server.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Two_who_race_an_invitation_make_one_account()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.InScopeAsync(s => s.GetRequiredService<Invitations>().InviteAsync("ana@school.example", Roles.Teacher, "test"));
        var browsers = Enumerable.Range(0, 6).Select(_ => server.Browser()).ToArray();

        var forms = await Task.WhenAll(browsers.Select(b => b.OpenFormAsync($"/invite/{token!.Text}")));
        var answers = await Task.WhenAll(browsers.Select((b, i) =>
            b.SendFormAsync($"/invite/{token!.Text}", forms[i], ("Account.Name", "Ana"), ("Account.Password", TestServer.Password))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await server.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_disabled_persons_cookie_stops_working_at_once_and_the_password_too()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        var ana = await server.TeacherAsync();
        using var hers = await server.SignedInAsync(ana);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync("/account")).StatusCode);

        await admin.SubmitAsync("/people", "/people?handler=Disable", ("id", ana.Id));

        Assert.Equal(HttpStatusCode.Redirect, (await hers.GetAsync("/account")).StatusCode);
        var refused = await hers.SubmitAsync("/sign-in", ("Email", ana.Email!), ("Password", TestServer.Password));
        Assert.Contains("is not right", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await admin.SubmitAsync("/people", "/people?handler=Enable", ("id", ana.Id));
        using var back = await server.SignedInAsync(ana);
        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hers.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Nobody_disables_their_own_account_or_the_last_admin()
    {
        await using var server = await TestServer.StartAsync();
        var ada = await server.AdminAsync();
        var ana = await server.TeacherAsync();
        using var admin = await server.SignedInAsync(ada);

        var own = await admin.SubmitAsync("/people", "/people?handler=Disable", ("id", ada.Id));
        var last = await server.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(ada.Id, ana.Id));

        Assert.Contains("You cannot disable your own account", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("This is the last admin. Invite another admin first.", last);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Two_admins_who_disable_each_other_leave_one()
    {
        await using var server = await TestServer.StartAsync();
        var (ada, eve) = (await server.AdminAsync(), await server.AdminAsync("eve@school.example"));

        var answers = await Task.WhenAll(
            Task.Run(() => server.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(ada.Id, eve.Id))),
            Task.Run(() => server.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(eve.Id, ada.Id))));

        Assert.Single(answers, a => a is null);
        Assert.Equal(1, await server.InDatabaseAsync(db => db.Users.CountAsync(u => u.LockoutEnd == null)));
    }

    [Fact]
    public async Task Who_has_an_account_is_not_invited_again()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        await server.TeacherAsync();

        var answer = await admin.SubmitAsync("/people", "/people?handler=Invite", ("email", "ana@school.example"), ("role", Roles.Teacher));

        Assert.Contains("has an account already", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_signs_out_the_other_devices()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var laptop = await server.SignedInAsync(ana);
        using var phone = await server.SignedInAsync(ana);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).StatusCode);

        var answer = await laptop.SubmitAsync("/account", "/account?handler=Password", ("current", TestServer.Password), ("password", "seven tall green ladders"));

        Assert.Contains("Your password is changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_changed_name_shows_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = await server.SignedInAsync(await server.TeacherAsync());
        Assert.DoesNotContain("Dr. Alvarez", await browser.ReadAsync("/account"), StringComparison.Ordinal);

        await browser.SubmitAsync("/account", "/account?handler=Name", ("name", "Dr. Alvarez <b>"));

        Assert.Contains("Dr. Alvarez &lt;b&gt;", await browser.ReadAsync("/account"), StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(Browser admin, string email, string role)
    {
        var answer = await admin.SubmitAsync("/people", "/people?handler=Invite", ("email", email), ("role", role));
        return LinkField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    [GeneratedRegex("value=\"http://127.0.0.1:\\d+(/invite/[^\"]+)\"")]
    private static partial Regex LinkField();
}
