using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Pages;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Sessions;

/// <summary>A teacher with five classes a day: what the dashboard has no room for stays within reach.</summary>
public sealed partial class EarlierTests
{
    private const int Many = DashboardModel.PastShown + EarlierModel.PartShown + 2;

    [Fact]
    public async Task Sessions_beyond_the_dashboard_are_reached_newest_first_and_can_be_run_again_and_deleted()
    {
        await using var server = await TestServer.StartAsync();
        var ana = await server.TeacherAsync();
        using var browser = await server.SignedInAsync(ana);
        var lesson = await TaughtLesson.EmptyAsync(server, ana);
        await lesson.TeachAsync(ana, new EndSession());
        await CopyAsync(server, lesson.Id, Many - 1);

        var dashboard = await browser.ReadAsync("/dashboard");
        var first = await browser.ReadAsync("/dashboard/earlier");
        var second = await browser.ReadAsync("/dashboard/earlier/2");

        Assert.Contains("href=\"/dashboard/earlier\"", dashboard, StringComparison.Ordinal);
        Assert.Contains("href=\"/dashboard/earlier/2\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/dashboard/earlier/1\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        var listed = new[] { dashboard, first, second }.SelectMany(page => ReportLink().Matches(page).Select(m => m.Groups[1].Value)).ToArray();
        Assert.Equal(await server.InDatabaseAsync(db => db.Sessions.OrderByDescending(s => s.EndedAt).Select(s => s.Key).ToArrayAsync()), listed);
        foreach (var key in new[] { listed[DashboardModel.PastShown], listed[^1] })
        {
            var page = key == listed[^1] ? second : first;
            Assert.Contains($"href=\"/s/{key}/delete\"", page, StringComparison.Ordinal);
            Assert.Contains($"name=\"key\" value=\"{key}\"", page, StringComparison.Ordinal);
        }
        var again = await browser.SubmitAsync("/dashboard/earlier/2", "/dashboard?handler=Again", ("key", lesson.Key));
        Assert.EndsWith("/teach", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await browser.SubmitAsync($"/s/{lesson.Key}/delete", ("typed", "delete"));
        Assert.DoesNotContain(lesson.Key, await browser.ReadAsync("/dashboard/earlier/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_another_teachers_earlier_sessions_and_few_sessions_need_no_such_page()
    {
        await using var server = await TestServer.StartAsync();
        var (ana, eve) = (await server.TeacherAsync(), await server.TeacherAsync("eve@school.example"));
        using var hers = await server.SignedInAsync(eve);
        var lesson = await TaughtLesson.EmptyAsync(server, ana);
        await lesson.TeachAsync(ana, new EndSession());
        await CopyAsync(server, lesson.Id, Many);

        Assert.DoesNotContain("/dashboard/earlier", await hers.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Contains("There are none here.", await hers.ReadAsync("/dashboard/earlier"), StringComparison.Ordinal);
        foreach (var nowhere in new[] { "/dashboard/earlier/0", "/dashboard/earlier/-1", "/dashboard/earlier/x", "/dashboard/earlier/99999999999" })
            Assert.Equal(HttpStatusCode.NotFound, (await hers.GetAsync(nowhere)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync($"/dashboard/earlier/{int.MaxValue}")).StatusCode);
    }

    /// <summary>The same session, an hour younger each time.</summary>
    private static Task<int> CopyAsync(TestServer server, Guid id, int times) => server.InDatabaseAsync(async db =>
    {
        var one = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id);
        for (var i = 1; i <= times; i++)
            db.Sessions.Add(new SessionRow
            {
                Id = Guid.CreateVersion7(), Key = $"copy{i}", WallToken = $"wall{i}", TeacherId = one.TeacherId, Title = one.Title, PackVersionId = one.PackVersionId,
                LessonId = one.LessonId, StartedAt = one.StartedAt, EndedAt = one.EndedAt!.Value.AddHours(i),
            });
        return await db.SaveChangesAsync();
    });

    [GeneratedRegex("href=\"/s/([^/]+)/report\"")]
    private static partial Regex ReportLink();
}
