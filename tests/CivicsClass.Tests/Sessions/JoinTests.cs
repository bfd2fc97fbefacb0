using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Sessions;

/// <summary>The door for students, through the page.</summary>
public sealed partial class JoinTests(TestServer server) : IClassFixture<TestServer>
{
    private Teacher? _ana;

    [Fact]
    public async Task A_wrong_code_is_told_kindly_and_a_right_one_passes_in_any_spelling()
    {
        var code = (await OpenAsync()).Row.JoinCode!;
        using var ben = server.Browser();

        Assert.Contains("No class is open under", await ben.ReadAsync("/join/WRONG2"));
        Assert.Contains("Type the code", await ben.ReadAsync("/join?code=%20%20"));
        Assert.DoesNotContain("Type the code", await ben.ReadAsync("/join"));
        Assert.Contains("Name your teacher knows you by", await ben.ReadAsync($"/join/{code[..3].ToLowerInvariant()}%20{code[3..]}"));
    }

    [Theory]
    [InlineData("k7m")]
    [InlineData("K7M 3QXX")]
    public async Task A_code_that_is_too_short_or_too_long_is_told_how_long_codes_are(string typed)
    {
        using var ben = server.Browser();

        var page = await ben.ReadAsync($"/join/{Uri.EscapeDataString(typed)}");

        Assert.Contains("six letters and digits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No class is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_stops_working_when_the_lesson_ends()
    {
        var host = await OpenAsync();
        var code = host.Row.JoinCode!;
        using var ben = server.Browser();
        Assert.DoesNotContain("No class is open", await ben.ReadAsync($"/join/{code}"));

        await host.DoAsync(Actor.Teacher(host.Row.TeacherId), Guid.NewGuid(), new EndSession(), DateTime.UnixEpoch);

        Assert.Contains("No class is open", await ben.ReadAsync($"/join/{code}"));
    }

    [Fact]
    public async Task A_form_sent_twice_takes_one_seat_and_shows_one_word()
    {
        var host = await OpenAsync();
        using var ben = server.Browser();
        using var again = server.Browser();
        var page = await ben.ReadAsync($"/join/{host.Row.JoinCode}");
        var ticket = TicketField().Match(page).Groups[1].Value;

        await ben.SubmitAsync($"/join/{host.Row.JoinCode}", ("ticket", ticket), ("name", "Ben"));
        await again.SubmitAsync($"/join/{host.Row.JoinCode}", ("ticket", ticket), ("name", "Ben"));

        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
        Assert.Equal(await WordAsync(ben, host), await WordAsync(again, host));
    }

    [Fact]
    public async Task A_second_form_in_the_same_browser_leads_to_the_seat_that_is_there()
    {
        var host = await OpenAsync();
        using var ben = server.Browser();
        var path = $"/join/{host.Row.JoinCode}";
        var second = await ben.ReadAsync(path);
        await JoinAsync(ben, host, "Ben");
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));

        var answer = await ben.Http.PostAsync(path, new FormUrlEncodedContent(
        [
            KeyValuePair.Create("ticket", TicketField().Match(second).Groups[1].Value),
            KeyValuePair.Create("name", "Ben"),
            KeyValuePair.Create("__RequestVerificationToken", Browser.Token(second)),
        ]));

        Assert.Equal($"/s/{host.Key}", answer.Headers.Location?.ToString());
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
    }

    [Fact]
    public async Task A_recovery_word_brings_the_same_student_back_and_a_wrong_one_nobody()
    {
        var host = await OpenAsync();
        using var phone = server.Browser();
        await JoinAsync(phone, host, "Ben");
        var word = await WordAsync(phone, host);
        using var laptop = server.Browser();

        Assert.Contains("not a recovery word", await (await ReturnAsync(laptop, host, "wrong-wrong-wrong-wrong")).Content.ReadAsStringAsync());
        var answer = await ReturnAsync(laptop, host, word.Replace('-', ' ').ToUpperInvariant());

        Assert.Equal($"/s/{host.Key}", answer.Headers.Location?.ToString());
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
    }

    [Fact]
    public async Task A_removed_student_does_not_come_back_by_joining_again()
    {
        var host = await OpenAsync();
        using var ben = server.Browser();
        await JoinAsync(ben, host, "Ben");
        await host.DoAsync(Actor.Teacher(host.Row.TeacherId), Guid.NewGuid(), new RemoveStudent("p1"), DateTime.UnixEpoch);

        var answer = await ben.SubmitAsync($"/join/{host.Row.JoinCode}", ("name", "Ben again"));

        Assert.Contains("taken you out of this class", await answer.Content.ReadAsStringAsync());
        Assert.Equal(1, await host.AskAsync((live, _) => live.People.Count));
    }

    [Fact]
    public async Task A_locked_door_lets_nobody_in()
    {
        var host = await OpenAsync();
        await host.DoAsync(Actor.Teacher(host.Row.TeacherId), Guid.NewGuid(), new LockDoor(true), DateTime.UnixEpoch);
        using var ben = server.Browser();

        var path = $"/join/{host.Row.JoinCode}";
        Assert.DoesNotContain("name=\"name\"", await ben.ReadAsync(path));
        Assert.Contains("The door is locked", await ben.ReadAsync(path));
        Assert.Contains("I was here before", await ben.ReadAsync(path));
        Assert.Contains("The door is locked", await (await JoinAsync(ben, host, "Ben")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_taken_or_abusive_nickname_is_refused_and_a_free_one_stands()
    {
        var host = await OpenAsync(IdentityMode.Nickname);
        using var ben = server.Browser();
        using var chi = server.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(ben, host, "Ben")).StatusCode);

        Assert.Contains("is taken", await (await JoinAsync(chi, host, "B E N")).Content.ReadAsStringAsync());
        Assert.Contains("mistaken for your teacher", await (await JoinAsync(chi, host, $"Ms {_ana!.DisplayName.Split(' ')[^1]}")).Content.ReadAsStringAsync());
        Assert.Contains("glad to read", await (await JoinAsync(chi, host, "nazi")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(chi, host, "Nazir")).StatusCode);
    }

    [Fact]
    public async Task An_alias_class_asks_for_no_name()
    {
        var host = await OpenAsync(IdentityMode.Alias);
        using var ben = server.Browser();
        Assert.DoesNotContain("name=\"name\"", await ben.ReadAsync($"/join/{host.Row.JoinCode}"));

        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(ben, host, "")).StatusCode);
        Assert.Empty(await host.AskAsync((_, loaded) => loaded.Names));
    }

    [Fact]
    public async Task The_longest_name_that_the_form_takes_is_taken()
    {
        var host = await OpenAsync();
        using var ben = server.Browser();
        var longest = int.Parse(NameField().Match(await ben.ReadAsync($"/join/{host.Row.JoinCode}")).Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.Contains("Use at most", await (await JoinAsync(ben, host, new string('a', longest + 1))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(ben, host, new string('a', longest))).StatusCode);
    }

    [Fact]
    public async Task An_altered_seat_is_no_seat()
    {
        var host = await OpenAsync();
        using var ben = server.Browser();
        ben.Cookies.Add(server.Address, new Cookie($"civics-seat-{host.Key}", "CfDJ8forged"));

        Assert.Equal($"/join/{host.Row.JoinCode}", (await ben.GetAsync($"/s/{host.Key}")).Headers.Location?.ToString());
    }

    private async Task<SessionHost> OpenAsync(IdentityMode identity = IdentityMode.NameForTeacher) =>
        await OpenAsync(server, _ana ??= await server.TeacherAsync($"{Guid.NewGuid():N}@school.example"), identity);

    internal static async Task<SessionHost> OpenAsync(TestServer server, Teacher? ana = null, IdentityMode identity = IdentityMode.NameForTeacher)
    {
        ana ??= await server.TeacherAsync();
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons[0];
        var row = await server.Services.GetRequiredService<SessionStore>().StartAsync(ana.Id, version, plan, identity);
        return (await server.Services.GetRequiredService<LiveSessions>().FindAsync(row.Key))!;
    }

    internal static async Task<HttpResponseMessage> JoinAsync(Browser browser, SessionHost host, string name)
    {
        var path = $"/join/{host.Row.JoinCode}";
        var ticket = TicketField().Match(await browser.ReadAsync(path)).Groups[1].Value;
        return await browser.SubmitAsync(path, ("ticket", ticket), ("name", name));
    }

    internal static Task<HttpResponseMessage> ReturnAsync(Browser browser, SessionHost host, string word) =>
        browser.SubmitAsync($"/join/{host.Row.JoinCode}", $"/join/{host.Row.JoinCode}?handler=Return", ("word", word));

    internal static async Task<string> WordAsync(Browser browser, SessionHost host) => WordField().Match(await browser.ReadAsync($"/s/{host.Key}")).Groups[1].Value;

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex TicketField();

    [GeneratedRegex("id=\"name\"[^>]* maxlength=\"([0-9]+)\"")]
    private static partial Regex NameField();

    [GeneratedRegex("data-recovery-word=\"([^\"]+)\"")]
    private static partial Regex WordField();
}
