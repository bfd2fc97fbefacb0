using System.Net;
using System.Text.Json;
using CivicsClass.Norms;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using CivicsClass.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Watching;

public sealed class HealthTests
{
    [Fact]
    public async Task What_a_class_does_shows_in_the_figures_for_admins_and_nothing_of_it_names_anybody()
    {
        await using var server = await TestServer.StartAsync();
        var board = server.Services.GetRequiredService<HealthBoard>();
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        Assert.Contains("data-figures=\"/health/figures\"", await admin.ReadAsync("/health"), StringComparison.Ordinal);
        board.Sample();

        var lesson = await TaughtLesson.StartAsync(server, await server.TeacherAsync());
        await Sessions.Engine.EnterAsync(lesson.Host, "c1", "teacher");
        Assert.NotNull((await lesson.Host.DoAsync(Actor.Student("p1"), Guid.NewGuid(), new AcceptNorms("nowhere"), DateTime.UnixEpoch)).Refused);
        board.Sample();

        var (before, after) = (board.Samples[^2], board.Samples[^1]);
        Assert.Equal((0, 0), (before.Sessions, before.Joins));
        Assert.Equal((1, 2, 1), (after.Sessions, after.Joins, after.Refused));
        Assert.True(after is { Commits: > 0, StoreMs: > 0, Mailbox: >= 1, Batch: >= 1, Failed: 0, MemoryMb: > 10 }, $"{after}");
        var text = await admin.ReadAsync(WatchingSetup.FiguresPath);
        var last = JsonDocument.Parse(text).RootElement.GetProperty("samples").EnumerateArray().Last();
        Assert.Equal(2, last.GetProperty("joins").GetInt32());
        Assert.All([lesson.Ben, lesson.Key, $"{lesson.Id}"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_page_counts_until_it_is_closed_and_asking_again_is_told()
    {
        await using var server = await TestServer.StartAsync();
        var board = server.Services.GetRequiredService<HealthBoard>();
        var lesson = await TaughtLesson.EmptyAsync(server, await server.TeacherAsync());
        using var wall = server.Browser();
        await wall.GetAsync($"/s/{lesson.Key}/wall/{lesson.Host.Row.WallToken}");

        using (var page = await WallSocket.OpenAsync(server, wall, lesson.Key))
        {
            await page.EnterAsync("{}");
            board.Sample();
            Assert.Equal((1, 0, 0), (board.Samples[^1].Walls, board.Samples[^1].Students, board.Samples[^1].Resyncs));
            await page.EnterAsync("{}");
            await page.EnterAsync("{\"wall\":[1,0]}");
        }
        await Wait.UntilAsync(() =>
        {
            board.Sample();
            return board.Samples[^1].Walls == 0;
        });

        Assert.Equal(2, board.Samples.Sum(s => s.Resyncs));
    }

    [Fact]
    public async Task What_could_not_be_stored_is_counted()
    {
        await using var server = await TestServer.StartAsync();
        var board = server.Services.GetRequiredService<HealthBoard>();
        var lesson = await TaughtLesson.EmptyAsync(server, await server.TeacherAsync());
        var ben = await lesson.SeatAsync("Ben");
        await Break.EventsAsync(server);

        await Assert.ThrowsAnyAsync<Exception>(() => lesson.Host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("debate.claim", "half a claim"), DateTime.UnixEpoch));
        board.Sample();

        Assert.Equal(1, board.Samples[^1].Failed);
    }

    [Fact]
    public async Task Only_a_quarter_of_an_hour_is_kept()
    {
        await using var server = await TestServer.StartAsync();
        var board = server.Services.GetRequiredService<HealthBoard>();

        for (var i = 0; i < 200; i++)
            board.Sample();

        Assert.Equal(180, board.Samples.Count);
    }

    [Fact]
    public async Task The_metrics_go_to_the_collector_that_the_settings_name()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartAsync(settings: new() { ["OpenTelemetry:Endpoint"] = collector.Address }))
            await TaughtLesson.StartAsync(server, await server.TeacherAsync());

        await Wait.UntilAsync(() => collector.Heard.Contains(SessionMetrics.Append, StringComparison.Ordinal));

        Assert.Equal(["/v1/metrics"], collector.Paths.Distinct());
        Assert.Contains(SessionMetrics.Joins, collector.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", collector.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_and_a_teacher_get_no_figures()
    {
        await using var server = await TestServer.StartAsync();
        using var nobody = server.Browser();
        using var ana = await server.SignedInAsync(await server.TeacherAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(WatchingSetup.FiguresPath)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync(WatchingSetup.FiguresPath)).StatusCode);
    }
}
