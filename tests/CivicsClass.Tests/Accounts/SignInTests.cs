using System.Net;
using CivicsClass.Accounts;

namespace CivicsClass.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for()
    {
        await using var server = await TestServer.StartAsync();
        await server.TeacherAsync();
        using var browser = server.Browser();

        var sent = (await browser.GetAsync("/account")).Headers.Location!;
        Assert.Equal("/sign-in?returnUrl=%2Faccount", sent.PathAndQuery);
        var answer = await browser.SubmitAsync(sent.PathAndQuery, "/sign-in", ("Email", "ana@school.example"), ("Password", TestServer.Password), ("ReturnUrl", "/account"));

        Assert.Equal("/account", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_foreign_return_address_is_ignored(string returnUrl)
    {
        await using var server = await TestServer.StartAsync();
        await server.TeacherAsync();
        using var browser = server.Browser();

        var answer = await browser.SubmitAsync("/sign-in", ("Email", "ana@school.example"), ("Password", TestServer.Password), ("ReturnUrl", returnUrl));

        Assert.Equal("/dashboard", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        await using var server = await TestServer.StartAsync();
        await server.TeacherAsync();
        using var browser = server.Browser();

        var wrong = await TryAsync(browser, "ana@school.example", "not her password");
        var unknown = await TryAsync(browser, "nobody@school.example", "not her password");

        Assert.Contains("The e-mail or the password is not right.", wrong, StringComparison.Ordinal);
        Assert.Contains("The e-mail or the password is not right.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_for_five_minutes_even_for_the_right_password()
    {
        var time = new FakeTime();
        await using var server = await TestServer.StartAsync(time);
        await server.TeacherAsync();
        using var browser = server.Browser();
        for (var i = 0; i < 5; i++)
            Assert.Contains("is not right", await TryAsync(browser, "ana@school.example", "wrong"), StringComparison.Ordinal);

        Assert.Contains("Try again in 5 minutes", await TryAsync(browser, "ANA@school.example", TestServer.Password), StringComparison.Ordinal);
        time.Advance(SignInTries.Window);

        Assert.Equal("", await TryAsync(browser, "ana@school.example", TestServer.Password));
    }

    [Fact]
    public async Task A_hundred_wrong_tries_at_once_are_counted_like_one_after_another()
    {
        await using var server = await TestServer.StartAsync();
        await server.TeacherAsync();
        using var browser = server.Browser();
        var token = Browser.Token(await browser.ReadAsync("/sign-in"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i => await (await browser.Http.PostAsync("/sign-in", new FormUrlEncodedContent(
            [new("Email", "ana@school.example"), new("Password", $"guess {i}"), new("__RequestVerificationToken", token)]))).Content.ReadAsStringAsync()));

        Assert.Equal(5, answers.Count(a => a.Contains("is not right", StringComparison.Ordinal)));
        Assert.Equal(95, answers.Count(a => a.Contains("too many wrong tries", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stranger_cannot_keep_the_owner_out_of_a_browser_that_is_known()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var hers = await server.SignedInAsync(ana);
        await hers.SubmitAsync("/account", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await hers.GetAsync("/account")).StatusCode);
        using var stranger = server.Browser();
        for (var i = 0; i < 6; i++)
            await TryAsync(stranger, "ana@school.example", "wrong");
        Assert.Contains("too many wrong tries", await TryAsync(stranger, "ana@school.example", TestServer.Password), StringComparison.Ordinal);

        Assert.Equal("", await TryAsync(hers, "ana@school.example", TestServer.Password));
    }

    [Fact]
    public async Task Signing_out_ends_every_copy_of_the_cookie_and_no_other_device()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var laptop = await server.SignedInAsync(ana);
        using var phone = await server.SignedInAsync(ana);
        using var thief = server.Browser();
        thief.Cookies.Add(laptop.Cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/account")).StatusCode);

        var answer = await laptop.SubmitAsync("/account", "/sign-out");

        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await laptop.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = await server.SignedInAsync(await server.TeacherAsync());

        var forged = await browser.Http.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_sign_in_that_rests_for_twelve_hours_is_over()
    {
        var time = new FakeTime();
        await using var server = await TestServer.StartAsync(time);
        using var browser = await server.SignedInAsync(await server.TeacherAsync());

        time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData("false", "civics-staff", false)]
    [InlineData("true", "__Host-civics-staff", true)]
    public async Task Cookies_are_for_this_host_and_over_https_only_where_there_is_https(string https, string name, bool secure)
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Https:Required"] = https, ["Proxy:Known:0"] = "127.0.0.1" });
        await server.TeacherAsync();
        using var browser = server.Browser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "civics.school.example");
        // The test's own jar keeps no Secure cookie of a plain address, so they are carried by hand.
        var page = await browser.GetAsync("/sign-in");
        var form = page.Headers.GetValues("Set-Cookie").Single();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Email", "ana@school.example"), new("Password", TestServer.Password),
                new("__RequestVerificationToken", Browser.Token(await page.Content.ReadAsStringAsync()))]),
        };
        if (secure)
            request.Headers.Add("Cookie", form.Split(';')[0]);
        var answer = await browser.SendAsync(request);

        var all = answer.Headers.GetValues("Set-Cookie").Append(form).ToList();
        Assert.Contains(all, c => c.StartsWith(name + "=", StringComparison.Ordinal));
        Assert.All(all, cookie =>
        {
            Assert.Equal(secure, cookie.StartsWith("__Host-", StringComparison.Ordinal));
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    /// <returns>The page that answers; empty when signed in.</returns>
    private static async Task<string> TryAsync(Browser browser, string email, string password)
    {
        var answer = await browser.SubmitAsync("/sign-in", ("Email", email), ("Password", password));
        return await answer.Content.ReadAsStringAsync();
    }
}
