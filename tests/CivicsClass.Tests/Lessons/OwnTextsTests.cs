using System.Net;
using CivicsClass.Library;
using CivicsClass.Sessions;
using CivicsClass.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Lessons;

/// <summary>Texts that a teacher adds for their own classes: never reviewed, always marked, seen by nobody else.</summary>
public sealed class OwnTextsTests : IAsyncLifetime
{
    private const string Mark = "Not reviewed";

    private OwnLessons _school = null!;

    public async ValueTask InitializeAsync() => _school = await OwnLessons.OnAsync(await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" }));

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_teacher_sees_and_edits_only_drafts_of_their_own_and_an_admin_all()
    {
        var draft = await _school.DraftAsync("Our bus notes", "The bus was late. We waited.");
        using var bea = await _school.Server.SignedInAsync(await _school.Server.TeacherAsync("bea@school.example"));
        using var ada = await _school.Server.SignedInAsync(await _school.Server.AdminAsync());

        Assert.Contains("Our bus notes", await _school.Browser.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Contains(Mark, await _school.Browser.ReadAsync($"/library/drafts/{draft}"), StringComparison.Ordinal);
        Assert.Contains("Our bus notes", await ada.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync($"/library/drafts/{draft}")).StatusCode);
        Assert.DoesNotContain("Our bus notes", await bea.ReadAsync("/library") + await bea.ReadAsync("/library?q=bus"), StringComparison.Ordinal);
        Assert.Contains("Our bus notes", await _school.Browser.ReadAsync("/library?q=bus"), StringComparison.Ordinal);
        var version = await _school.Server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Version).SingleAsync());
        foreach (var path in new[] { "", "?handler=Text", "?handler=Preview", "?handler=Picture", "?handler=Here" })
            Assert.Equal(HttpStatusCode.NotFound, (await bea.SubmitAsync("/library/drafts/new", $"/library/drafts/{draft}{path}", ("version", $"{version}"), ("token", "new"), ("text", "Changed."))).StatusCode);
        await bea.SubmitAsync("/library/drafts/new", $"/library/drafts/{draft}?handler=Delete", ("version", $"{version}"));
        Assert.Equal(version, await _school.Server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Version).SingleAsync()));
    }

    [Fact]
    public async Task An_own_text_is_marked_wherever_it_appears_and_no_other_teacher_sees_it()
    {
        var (lesson, row) = await WithOwnTextAsync();
        Assert.NotEqual(_school.Topic, row.VersionId);
        using var bea = await _school.Server.SignedInAsync(await _school.Server.TeacherAsync("bea@school.example"));
        using var ada = await _school.Server.SignedInAsync(await _school.Server.AdminAsync());
        foreach (var page in new[] { lesson, $"/library/packs/{row.VersionId}", $"/start/{row.VersionId}/{row.Id}", "/dashboard" })
            Assert.Contains(Mark, await _school.Browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("\"notReviewed\":true", WebUtility.HtmlDecode(await _school.Browser.ReadAsync($"/library/packs/{row.VersionId}/lessons/{row.Id}/preview/reading")), StringComparison.Ordinal);

        foreach (var other in new[] { bea, ada })
        {
            foreach (var page in new[] { $"/library/packs/{row.VersionId}", $"/start/{row.VersionId}/short", $"/library/packs/{row.VersionId}/lessons/short/preview", $"/library/packs/{row.VersionId}/questions/export" })
                Assert.Equal((page, HttpStatusCode.NotFound), (page, (await other.GetAsync(page)).StatusCode));
            Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync("/dashboard", $"/library/packs/{row.VersionId}?handler=Copy", ("lesson", "short"))).StatusCode);
            Assert.DoesNotContain($"{row.VersionId}", await other.ReadAsync("/library") + await other.ReadAsync("/dashboard") + await other.ReadAsync("/library?q=bus"), StringComparison.Ordinal);
        }
        var packs = _school.Server.Services.GetRequiredService<Packs>();
        Assert.Equal(_school.Topic, Assert.Single(await packs.LatestAsync()).Id);
        Assert.Equal(_school.Topic, Assert.Single(await packs.VersionsAsync()).Id);
        Assert.Null((await packs.GetAsync(_school.Topic)).Readings.FirstOrDefault(r => r.NotReviewed is not null));
    }

    [Fact]
    public async Task A_class_reads_an_own_text_and_every_screen_and_the_report_say_so()
    {
        var (_, row) = await WithOwnTextAsync();
        var started = await _school.Browser.SubmitAsync($"/start/{row.VersionId}/{row.Id}", ("identity", "Alias"), ("use", "reading"), ("readings-reading", await OwnReadingAsync(row)));
        var key = started.Headers.Location!.OriginalString.Split('/')[2];
        var host = (await _school.Server.Services.GetRequiredService<LiveSessions>().FindAsync(key))!;
        Assert.Null((await host.DoAsync(Actor.Teacher(_school.Ana.Id), Guid.NewGuid(), new OpenStep("reading"), DateTime.UnixEpoch)).Refused);

        var json = _school.Server.Services.GetRequiredService<StepCatalog>().Json;
        var (shared, teacher, wall) = await host.AskAsync((session, _) => (
            System.Text.Json.JsonSerializer.Serialize(SessionViews.Class(session), json),
            System.Text.Json.JsonSerializer.Serialize(session.Step("reading").TeacherView(), json),
            System.Text.Json.JsonSerializer.Serialize(session.Step("reading").WallView(), json)));
        Assert.Contains("\"notReviewed\":true", shared, StringComparison.Ordinal);
        Assert.Contains("\"notReviewed\":[\"own-", teacher, StringComparison.Ordinal);
        Assert.Contains("\"notReviewed\":true", wall, StringComparison.Ordinal);
        Assert.Contains("Our bus notes, which you added", await _school.Browser.ReadAsync($"/s/{key}/report"), StringComparison.Ordinal);

        Assert.Contains("Uniforms at school, version 1,", await _school.Browser.ReadAsync($"/s/{key}/report"), StringComparison.Ordinal);

        var again = await _school.Browser.SubmitAsync("/dashboard", "/dashboard?handler=Again", ("key", key));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal([row.VersionId, row.VersionId], await _school.Server.InDatabaseAsync(db => db.Sessions.Select(s => s.PackVersionId).ToListAsync()));

        await _school.Server.InScopeAsync(s => s.GetRequiredService<CivicsClass.Library.Versions.Withdrawals>().WithdrawAsync(_school.Topic, "The law was repealed.", "ada"));
        Assert.Equal("/dashboard", (await _school.Browser.SubmitAsync("/dashboard", "/dashboard?handler=Again", ("key", key))).Headers.Location!.OriginalString);
        Assert.Contains("The law was repealed.", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(2, await _school.Server.InDatabaseAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task An_own_text_goes_along_when_the_lesson_moves_up()
    {
        var (lesson, row) = await WithOwnTextAsync();
        var second = await _school.PublishAsync(new SamplePack().Change("pack.yaml", "Some schools", "Many schools"));
        Assert.Contains("version 2 is out", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);

        var moved = await _school.Browser.SubmitAsync($"{lesson}/move", ("seen", $"{row.Version}"), ("to", $"{second}"));

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var after = await _school.RowAsync();
        var versions = await _school.Server.InDatabaseAsync(db => db.PackVersions.AsNoTracking().Where(v => v.OwnerId != null).OrderBy(v => v.Number).ToListAsync());
        Assert.Equal([(1, _school.Topic), (2, second)], versions.Select(v => (v.Number, v.BasedOn!.Value)));
        Assert.Equal(versions[1].Id, after.VersionId);
        var pack = await _school.Server.Services.GetRequiredService<Packs>().GetAsync(after.VersionId);
        Assert.StartsWith("Many schools", pack.Summary, StringComparison.Ordinal);
        Assert.True(pack.FindReading(await OwnReadingAsync(after))!.NotReviewed);
    }

    [Fact]
    public async Task A_changed_draft_takes_the_place_of_its_earlier_state_when_it_is_brought_in_again()
    {
        var (lesson, row) = await WithOwnTextAsync();
        var draft = await _school.Server.InDatabaseAsync(db => db.DraftReadings.SingleAsync());
        await _school.Server.InDatabaseAsync(db => db.DraftReadings.ExecuteUpdateAsync(d => d.SetProperty(r => r.Text, "The bus came early.")));

        await BringInAsync(lesson, draft.Id, Pack.Background);

        var after = await _school.RowAsync();
        Assert.NotEqual(row.VersionId, after.VersionId);
        var (before, now) = (await TextAsync(row), await TextAsync(after));
        Assert.Equal(["The bus was late.", "We waited."], before);
        Assert.Equal(["The bus came early."], now);
    }

    [Fact]
    public async Task A_draft_without_a_side_or_of_another_teacher_is_not_brought_in()
    {
        var lesson = await _school.CopyAsync();
        var draft = await _school.DraftAsync("Our bus notes", "The bus was late.");
        using var bea = await _school.Server.SignedInAsync(await _school.Server.TeacherAsync("bea@school.example"));
        var hers = await _school.DraftAsync("Bea's notes", "Nobody else reads this.", bea);

        var (_, asked) = await BringInAsync(lesson, draft, "");
        Assert.Contains("Choose which side the text speaks for, or background.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Bea's notes", asked, StringComparison.Ordinal);
        var (answer, _) = await BringInAsync(lesson, hers, Pack.Background, shown: false);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(_school.Topic, (await _school.RowAsync()).VersionId);
    }

    private async Task<(string Lesson, TeacherLesson Row)> WithOwnTextAsync()
    {
        var lesson = await _school.CopyAsync();
        var draft = await _school.DraftAsync("Our bus notes", "The bus was late. We waited.");
        var (_, page) = await BringInAsync(lesson, draft, Pack.Background);
        Assert.Contains("“Our bus notes” can be chosen in every reading step now", page, StringComparison.Ordinal);
        var (saved, html) = await _school.PressAsync(lesson, "", page, fields => fields.Add(("Steps[1].Readings", $"own-{draft:N}")));
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, html);
        return (lesson, await _school.RowAsync());
    }

    private Task<(HttpResponseMessage Answer, string Html)> BringInAsync(string lesson, Guid draft, string side, bool shown = true) => _school.PressAsync(lesson, "Use", fields =>
    {
        if (shown)
            OwnLessons.Set(fields, $"side[{draft}]", side);
        fields.Add(("draft", $"{draft}"));
    });

    private async Task<string> OwnReadingAsync(TeacherLesson row) =>
        (await _school.Server.Services.GetRequiredService<Packs>().GetAsync(row.VersionId)).Readings.Single(r => r.NotReviewed == true).Id;

    private async Task<IEnumerable<string>> TextAsync(TeacherLesson row) =>
        (await _school.Server.Services.GetRequiredService<Packs>().GetAsync(row.VersionId)).Readings.Single(r => r.NotReviewed == true).Blocks.SelectMany(b => b.Sentences);
}
