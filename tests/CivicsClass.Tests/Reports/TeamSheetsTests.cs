using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Accounts;
using CivicsClass.Controversies;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Reports;

/// <summary>The record of the controversy on the real server, from the lesson of the first topic.</summary>
public sealed class TeamSheetsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_teacher_prints_a_sheet_for_each_team()
    {
        var ana = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        using var browser = await server.SignedInAsync(ana);
        var host = await StartAsync(ana);
        await WriteAsync(host, ana);

        var (sheets, report) = (await browser.ReadAsync($"/s/{host.Key}/report/teams"), await browser.ReadAsync($"/s/{host.Key}/report"));

        Assert.Contains("Team 2", sheets, StringComparison.Ordinal);
        Assert.Contains("Clear &lt;b&gt;rules&lt;/b&gt;.", sheets, StringComparison.Ordinal);
        Assert.Contains("Student1 Real", sheets, StringComparison.Ordinal);
        Assert.DoesNotContain("Student1 Real", await browser.ReadAsync($"/s/{host.Key}/report/teams?names=off"), StringComparison.Ordinal);
        Assert.DoesNotContain("Taken back.", sheets, StringComparison.Ordinal);
        Assert.Contains("Taken back.", report, StringComparison.Ordinal);
        Assert.Contains("dropped by the team", report, StringComparison.Ordinal);
        Assert.Contains("assigned side of pair A", await browser.ReadAsync($"/s/{host.Key}/report.csv?part=teams"), StringComparison.Ordinal);
        using var ben = await server.SignedInAsync(await server.TeacherAsync($"ben-{Guid.NewGuid():N}@school.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/s/{host.Key}/report/teams")).StatusCode);
    }

    [Fact]
    public async Task No_page_and_no_export_takes_an_assigned_side_for_what_somebody_thinks()
    {
        var ana = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        using var browser = await server.SignedInAsync(ana);
        var host = await StartAsync(ana);
        await WriteAsync(host, ana);
        var pages = new List<string> { "report", "report/teams", "report.json" };
        pages.AddRange(Enum.GetNames<ReportPart>().Select(part => $"report.csv?part={part.ToLowerInvariant()}"));

        foreach (var page in pages)
        {
            var said = await browser.ReadAsync($"/s/{host.Key}/{page}");
            Assert.NotEmpty(said);
            Assert.DoesNotMatch("(?i)believes|takes the position", Regex.Replace(said, "They say nothing about what [a-z ]+ believes[.]", ""));
            Assert.DoesNotMatch("(?i)\"(stance|opinion|belief)\"", said);
        }
    }

    private async Task<SessionHost> StartAsync(Teacher ana)
    {
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons.Single(l => l.Id == "structured-academic-controversy");
        Assert.Equal((50, 42), (plan.Minutes, plan.Steps.Sum(s => s.Minutes)));
        var row = await server.Services.GetRequiredService<SessionStore>().StartAsync(ana.Id, version, plan, IdentityMode.NameForTeacher);
        return (await server.Services.GetRequiredService<LiveSessions>().FindAsync(row.Key))!;
    }

    private async Task WriteAsync(SessionHost host, Teacher ana)
    {
        var teacher = Actor.Teacher(ana.Id);
        for (var n = 1; n <= 8; n++)
            await DoAsync(host, Actor.Server, new TakeSeat($"Student{n} Real", null, new byte[32]));
        await DoAsync(host, teacher, new OpenStep("norms"));
        for (var n = 1; n <= 8; n++)
            await DoAsync(host, Actor.Student($"p{n}"), new AcceptNorms("norms"));
        await DoAsync(host, teacher, new OpenStep("controversy"));
        await DoAsync(host, teacher, new OpenPhase("controversy", ControversyPhase.Prepare, []));
        for (var n = 1; n <= 8; n++)
        {
            var side = await host.AskAsync((session, _) => ((MyControversy)session.Step("controversy").MyView($"p{n}")).Team!.SideNow);
            await DoAsync(host, Actor.Student($"p{n}"), new SaveEntry("controversy", null, 0, Part.Reason, side, $"Reason {n}.", []));
        }
        await DoAsync(host, teacher, new OpenPhase("controversy", ControversyPhase.Agree, []));
        for (var n = 1; n <= 8; n++)
            await DoAsync(host, Actor.Student($"p{n}"), new SaveEntry("controversy", null, 0, Part.Agreed, null, $"Clear <b>rules</b>. {n}", []));
        await DoAsync(host, Actor.Student("p1"), new SaveEntry("controversy", null, 0, Part.Open, null, "Taken back.", []));
        var (entry, _) = await host.AskAsync((session, _) => ((MyControversy)session.Step("controversy").MyView("p1")).Team!.Entries.Single(e => e.Value.Text == "Taken back."));
        await DoAsync(host, Actor.Student("p1"), new DropEntry("controversy", entry, 1));
    }

    private async Task DoAsync(SessionHost host, Actor by, SessionCommand command) =>
        Assert.Null((await host.DoAsync(by, Guid.NewGuid(), command, server.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)).Refused);
}
