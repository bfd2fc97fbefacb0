using System.Net;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;
using static CivicsClass.Tests.Sessions.JoinTests;

namespace CivicsClass.Tests.Sessions;

/// <summary>Back to one's seat with a code that the teacher reads out.</summary>
public sealed class ReentryTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_re_entry_code_works_once_and_even_after_many_wrong_words()
    {
        var host = await OpenAsync(server, await server.TeacherAsync($"{Guid.NewGuid():N}@school.example"));
        using var phone = server.Browser();
        await JoinAsync(phone, host, "Ben");
        using var laptop = server.Browser();
        for (var i = 0; i < 61; i++)
            await ReturnAsync(laptop, host, $"wrong-guess-{i}");
        Assert.Contains("Too many wrong words", await (await ReturnAsync(laptop, host, "wrong-guess")).Content.ReadAsStringAsync());
        var code = server.Services.GetRequiredService<ReentryCodes>().Make(host.Row, "p1");

        Assert.Equal(HttpStatusCode.Redirect, (await ReturnAsync(laptop, host, Codes.Grouped(code).ToLowerInvariant())).StatusCode);
        using var third = server.Browser();
        var again = await ReturnAsync(third, host, code);
        Assert.NotEqual(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("a code works once", await again.Content.ReadAsStringAsync());
        Assert.Contains("Too many wrong words", await (await ReturnAsync(third, host, "never made")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Wrong_re_entry_codes_count_as_wrong_codes_and_are_answered_slowly_beyond_the_limit()
    {
        var time = new FakeTime();
        await using var slow = await TestServer.StartAsync(time);
        var host = await OpenAsync(slow);
        var tries = slow.Services.GetRequiredService<JoinLimits>().Codes;
        var (join, back) = ($"/join/{host.Row.JoinCode}", $"/join/{host.Row.JoinCode}?handler=Return");
        using var laptop = slow.Browser();
        var form = await laptop.OpenFormAsync(join);
        Assert.True(tries.MayTry(slow.Address.Host));
        for (var i = 0; i < 300; i++)
            Assert.Contains("not a recovery word or code", await (await laptop.SendFormAsync(back, form, ("word", $"AAA {i:000}"))).Content.ReadAsStringAsync());
        Assert.False(tries.MayTry(slow.Address.Host));

        var wrong = laptop.SendFormAsync(back, form, ("word", "AAA AAA"));
        for (var i = 0; i < 40; i++)
        {
            using var student = slow.Browser();
            Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(student, host, $"Student {i}")).StatusCode);
            using var phone = slow.Browser();
            Assert.Equal(HttpStatusCode.Redirect, (await ReturnAsync(phone, host, slow.Services.GetRequiredService<ReentryCodes>().Make(host.Row, $"p{i + 1}"))).StatusCode);
        }
        Assert.False(wrong.IsCompleted);
        await Wait.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(2));
            return wrong.IsCompleted;
        });

        Assert.Equal(HttpStatusCode.OK, (await wrong).StatusCode);
    }

    [Fact]
    public async Task Wrong_codes_leave_recovery_words_their_tries()
    {
        var host = await OpenAsync(server, await server.TeacherAsync($"{Guid.NewGuid():N}@school.example"));
        using var phone = server.Browser();
        await JoinAsync(phone, host, "Ben");
        var word = await WordAsync(phone, host);
        using var laptop = server.Browser();
        for (var i = 0; i < 61; i++)
            await ReturnAsync(laptop, host, $"AAA {i:000}");

        Assert.Equal(HttpStatusCode.Redirect, (await ReturnAsync(laptop, host, word)).StatusCode);
    }
}
