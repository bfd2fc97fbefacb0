using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Guards;

public sealed partial class HeaderTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    [InlineData("/dashboard", HttpStatusCode.Redirect)]
    [InlineData("/setup/wrong", HttpStatusCode.Gone)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/trouble/500", HttpStatusCode.NotFound)]
    [InlineData("/s/none/wall", HttpStatusCode.NotFound)]
    [InlineData("/s/none/student", HttpStatusCode.Forbidden)]
    public async Task Every_answer_carries_the_security_headers(string path, HttpStatusCode status)
    {
        using var browser = server.Browser();

        var answer = await browser.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(answer);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_nonce_is_never_used_twice()
    {
        using var browser = server.Browser();
        var seen = new HashSet<string>();

        for (var i = 0; i < 20; i++)
            Assert.True(seen.Add(NonceIn(await browser.GetAsync("/sign-in"))));
    }

    [Fact]
    public async Task Pages_are_not_stored_and_files_say_how_long_they_keep()
    {
        using var browser = await server.SignedInAsync(await server.TeacherAsync("cache@school.example"));

        Assert.Contains("no-store", (await browser.GetAsync("/account")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("no-store", (await browser.GetAsync("/no/such/page")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no-store", (await browser.GetAsync("/css/site.css")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_have_no_inline_style_or_script()
    {
        using var browser = await server.SignedInAsync(await server.AdminAsync("inline@school.example"));
        foreach (var path in new[] { "/", "/dashboard", "/people", "/account", "/sign-out", "/no/such/page" })
        {
            var html = await (await browser.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.Contains("<h1", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), html);
        }
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        await using var behind = await TestServer.StartAsync(settings: new() { ["Proxy:Known:0"] = "127.0.0.1" });
        using var browser = behind.Browser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var answer = await browser.GetAsync("/sign-in");

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Forwarded_headers_of_a_stranger_are_ignored()
    {
        await using var behind = await TestServer.StartAsync(settings: new() { ["Proxy:Known:0"] = "192.0.2.7" });
        using var browser = behind.Browser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        var answer = await browser.GetAsync("/sign-in?returnUrl=/x");

        // Behind a proxy plain HTTP is led to HTTPS, at the address that was really asked for.
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"https://{behind.Address.Authority}/sign-in?returnUrl=/x", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task On_loopback_no_site_can_point_its_own_name_here()
    {
        using var browser = server.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "rebound.evil.example";

        var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("text/html", "<strong>")]
    [InlineData("application/json", "\"reference\":")]
    public async Task When_the_database_fails_nobody_gets_in_and_the_answer_names_only_a_reference(string accept, string contains)
    {
        var fault = new Fault();
        await using var failing = await TestServer.StartAsync(services: s => s
            .ConfigureDbContext<SqliteCivicsDbContext>(o => o.AddInterceptors(fault))
            .ConfigureDbContext<SqlServerCivicsDbContext>(o => o.AddInterceptors(fault))
            .ConfigureDbContext<PostgreSqlCivicsDbContext>(o => o.AddInterceptors(fault)));
        using var admin = await failing.SignedInAsync(await failing.AdminAsync());
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);
        admin.Http.DefaultRequestHeaders.Accept.Clear();
        admin.Http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        fault.Failing = true;
        var answer = await admin.GetAsync("/people");
        fault.Failing = false;

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertHeaders(answer);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(contains, text, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{32}", text);
        Assert.DoesNotContain("secret of the disk", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@school.example", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(
            $"default-src 'none'; script-src 'self' 'nonce-{NonceIn(answer)}'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; manifest-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static string NonceIn(HttpResponseMessage answer) => Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;

    [GeneratedRegex("'nonce-([A-Za-z0-9+/=]{22,})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<style|\\sstyle=|<script(?![^>]*src=)[^>]*>|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    private sealed class Fault : DbCommandInterceptor
    {
        public bool Failing { get; set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default) =>
            Failing ? throw new InvalidOperationException("secret of the disk") : new(result);
    }
}
