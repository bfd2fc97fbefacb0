using System.Net;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Watching;

/// <summary>S19: what people read when the database is gone, and that it goes on by itself afterwards.</summary>
public sealed class FaultPageTests
{
    [Fact]
    public async Task Every_page_of_a_class_answers_a_failing_database_calmly_and_comes_back()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var teacher = await server.SignedInAsync(ana);
        var lesson = await TaughtLesson.EmptyAsync(server, ana);
        var code = lesson.Host.Row.JoinCode!;
        using var ben = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/join/{code}")).StatusCode);

        await Break.SessionsAsync(server);
        foreach (var (browser, path) in new[] { (ben, "/join/AAAAAA"), (ben, "/s/unknown"), (teacher, "/dashboard"), (teacher, $"/s/{lesson.Key}/report") })
            await AssertCalmAsync(path, await browser.GetAsync(path));
        // A class that runs needs no database to open its door.
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/join/{code}")).StatusCode);
        await Break.MendSessionsAsync(server);

        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/join/{code}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync("/dashboard")).StatusCode);
    }

    [Fact]
    public async Task Who_joins_while_nothing_can_be_written_reads_a_reference_and_joins_when_it_can()
    {
        await using var server = await TestServer.StartAsync();
        var lesson = await TaughtLesson.EmptyAsync(server, await server.TeacherAsync());
        var code = lesson.Host.Row.JoinCode!;
        var ticket = $"{Guid.NewGuid()}";
        using var ben = server.Browser();

        var page = await ben.ReadAsync($"/join/{code}");
        await Break.EventsAsync(server);
        await AssertCalmAsync("joining", await JoinAsync());
        await Break.MendEventsAsync(server);

        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync()).StatusCode);
        Assert.Equal(1, await lesson.Host.AskAsync((session, _) => session.People.Count));

        Task<HttpResponseMessage> JoinAsync() => ben.Http.PostAsync($"/join/{code}", new FormUrlEncodedContent(
        [
            KeyValuePair.Create("ticket", ticket), KeyValuePair.Create("name", "Ben"), KeyValuePair.Create("__RequestVerificationToken", Browser.Token(page)),
        ]));
    }

    [Fact]
    public async Task Readiness_says_in_a_word_what_is_wrong()
    {
        await using var server = await TestServer.StartAsync();
        var lesson = await TaughtLesson.EmptyAsync(server, await server.TeacherAsync());
        var ben = await lesson.SeatAsync("Ben");
        using var operators = server.Browser();
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready"}"""), await ReadyAsync());

        await Break.EventsAsync(server);
        for (var tries = 0; tries < 3; tries++)
            await Assert.ThrowsAnyAsync<Exception>(KeepAsync);
        await Wait.UntilAsync(async () => await ReadyAsync() == (HttpStatusCode.ServiceUnavailable, """{"status":"storage"}"""));
        await Break.MendEventsAsync(server);
        await KeepAsync();
        await Wait.UntilAsync(async () => await ReadyAsync() == (HttpStatusCode.OK, """{"status":"ready"}"""));

        await server.Services.GetRequiredService<LiveSessions>().DrainAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"draining"}"""), await ReadyAsync());

        Task<Outcome> KeepAsync() => lesson.Host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("debate.claim", "half a claim"), DateTime.UnixEpoch);

        async Task<(HttpStatusCode, string)> ReadyAsync()
        {
            var answer = await operators.GetAsync("/health/ready");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task AssertCalmAsync(string path, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((path, HttpStatusCode.ServiceUnavailable, "5"), (path, answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        Assert.Equal(answer.RequestMessage!.Method == HttpMethod.Get, text.Contains(">Try again</a>", StringComparison.Ordinal));
        Assert.Contains("Nothing that was saved before is lost.", text, StringComparison.Ordinal);
        Assert.Matches("the reference <strong>[0-9a-f]{32}</strong>", text);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
