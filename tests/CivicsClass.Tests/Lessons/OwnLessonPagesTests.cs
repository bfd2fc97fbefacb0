using System.Net;
using System.Text.Json;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Lessons;

public sealed class OwnLessonPagesTests : IAsyncLifetime
{
    private OwnLessons _school = null!;

    public async ValueTask InitializeAsync() => _school = await OwnLessons.OnAsync(await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" }));

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_copy_is_changed_step_by_step_and_started_on_its_version()
    {
        var lesson = await _school.CopyAsync();
        Assert.Contains("A short lesson, my copy", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);

        var (_, moved) = await _school.PressAsync(lesson, "Step", fields => fields.Add(("change", "down-0")));
        Assert.Contains("“Norms” is step 2 of 7 now.", moved, StringComparison.Ordinal);
        var (_, without) = await _school.PressAsync(lesson, "Step", moved, fields => fields.Add(("change", "remove-6")));
        Assert.Contains("“Source check” is taken out when you save.", without, StringComparison.Ordinal);
        var (_, added) = await _school.PressAsync(lesson, "Step", without, fields => { OwnLessons.Set(fields, "kind", "reflection"); fields.Add(("change", "add")); });
        var (saved, page) = await _school.PressAsync(lesson, "", added, fields =>
        {
            OwnLessons.Set(fields, "Title", "For Tuesday");
            OwnLessons.Set(fields, "Steps[0].Minutes", "12");
            fields.RemoveAll(f => f is { Name: "Steps[0].Readings", Value: "what-the-law-says" });
            fields.Add(("Steps[2].Items", "courts-ask"));
            OwnLessons.Set(fields, "Minutes", "45");
        });
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, page);

        var plan = await PlanAsync();
        Assert.Equal(["reading", "norms", "quiz", "quiz-2", "debate", "reflection", "reflection-2"], plan.Steps.Select(s => s.Id));
        Assert.Equal(12, plan.Steps[0].Minutes);
        Assert.Equal(["for-uniforms", "for-choice"], plan.Steps.OfType<ReadingPlan>().Single().Readings);
        Assert.Equal(["who-decides", "courts-ask"], plan.Steps.OfType<QuizPlan>().First().Items);
        var row = await _school.RowAsync();
        Assert.Equal(("For Tuesday", _school.Topic), (row.Title, row.VersionId));

        await _school.PublishAsync(new SamplePack().Change("pack.yaml", "Some schools", "Many schools"));
        var start = $"/start/{row.VersionId}/{row.Id}";
        Assert.Contains(start, await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
        var started = await _school.Browser.SubmitAsync(start, [("identity", "Alias"), .. plan.Steps.Select(s => ("use", s.Id)), ("readings-reading", "for-uniforms"), ("readings-reading", "for-choice")]);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var session = await _school.Server.InDatabaseAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        Assert.Equal((_school.Topic, "For Tuesday"), (session.PackVersionId, session.Title));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_told_beside_its_step_and_nothing_typed_is_lost()
    {
        var lesson = await _school.CopyAsync();
        var before = (await _school.RowAsync()).Version;

        var (answer, page) = await _school.PressAsync(lesson, "", fields =>
        {
            OwnLessons.Set(fields, "Title", "A name I thought of for an hour");
            OwnLessons.Set(fields, "Steps[0].Minutes", "soon");
            fields.RemoveAll(f => f is { Name: "Steps[2].Items" });
            OwnLessons.Set(fields, "Steps[4].Script", "");
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var told in new[] { "“Minutes” must be a whole number from 1 to 180.", "“Questions” needs 1 to 50 entries, and there are 0.", "“What you may say” is missing.", "A name I thought of for an hour", "value=\"soon\"", "Nothing is saved yet." })
            Assert.Contains(told, page, StringComparison.Ordinal);
        var (_, unfair) = await _school.PressAsync(lesson, "", fields => fields.RemoveAll(f => f is { Name: "Steps[1].Readings", Value: "for-choice" }));
        Assert.Contains("“Required” has 1 reading here and “A choice” has 0.", unfair, StringComparison.Ordinal);
        var (_, long_) = await _school.PressAsync(lesson, "", fields => OwnLessons.Set(fields, "Minutes", "20"));
        Assert.Contains("The steps take 40 minutes together, and the lesson has 20.", long_, StringComparison.Ordinal);
        Assert.Equal(before, (await _school.RowAsync()).Version);
    }

    [Fact]
    public async Task A_step_taken_out_can_be_put_back_until_the_lesson_is_saved()
    {
        var lesson = await _school.CopyAsync();

        var (_, without) = await _school.PressAsync(lesson, "Step", fields => { OwnLessons.Set(fields, "Steps[4].Script", "Words of mine"); fields.Add(("change", "remove-4")); });
        Assert.Contains("Put it back", without, StringComparison.Ordinal);
        var (_, back) = await _school.PressAsync(lesson, "Step", without, fields => fields.Add(("change", "back-4")));
        Assert.DoesNotContain("Put it back", back, StringComparison.Ordinal);
        await _school.PressAsync(lesson, "", back, _ => { });

        var plan = await PlanAsync();
        Assert.Equal(7, plan.Steps.Count);
        Assert.Equal("Words of mine", plan.Steps[4].Script);
    }

    [Fact]
    public async Task A_save_that_meets_a_newer_one_is_told_and_loses_nothing()
    {
        var lesson = await _school.CopyAsync();
        var old = await _school.Browser.ReadAsync(lesson);
        await _school.PressAsync(lesson, "", fields => OwnLessons.Set(fields, "Title", "Saved in the other tab"));

        var (answer, told) = await _school.PressAsync(lesson, "", old, fields => OwnLessons.Set(fields, "Title", "Typed in this tab"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var shown in new[] { "was saved in another tab", "Saved in the other tab", "value=\"Typed in this tab\"" })
            Assert.Contains(shown, told, StringComparison.Ordinal);
        Assert.Equal("Saved in the other tab", (await _school.RowAsync()).Title);
        var (late, page) = await _school.PressAsync(lesson, "Delete", old, _ => { });
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("Delete it again if you still want to.", page, StringComparison.Ordinal);

        var (knowing, _) = await _school.PressAsync(lesson, "", told, _ => { });
        Assert.Equal(HttpStatusCode.Redirect, knowing.StatusCode);
        Assert.Equal("Typed in this tab", (await _school.RowAsync()).Title);
    }

    [Fact]
    public async Task A_lesson_is_deleted_and_its_sessions_stay()
    {
        var lesson = await _school.CopyAsync();
        var row = await _school.RowAsync();
        await _school.Browser.SubmitAsync($"/start/{row.VersionId}/{row.Id}", ("identity", "Alias"), ("use", "norms"));

        var (answer, _) = await _school.PressAsync(lesson, "Delete", _ => { });

        Assert.Equal("/dashboard", answer.Headers.Location?.OriginalString);
        Assert.Contains("“A short lesson, my copy” is deleted.", WebUtility.HtmlDecode(await _school.Browser.ReadAsync("/dashboard")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _school.Browser.GetAsync(lesson)).StatusCode);
        Assert.Equal(1, await _school.Server.InDatabaseAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task No_other_teacher_sees_or_reaches_a_lesson()
    {
        var lesson = await _school.CopyAsync();
        var row = await _school.RowAsync();
        var fields = OwnLessons.Fields(await _school.Browser.ReadAsync(lesson)).ToArray();
        foreach (var who in new[] { await _school.Server.TeacherAsync("bea@school.example"), await _school.Server.AdminAsync() })
        {
            using var other = await _school.Server.SignedInAsync(who);
            foreach (var path in new[] { lesson, $"{lesson}/move", $"/start/{row.VersionId}/{row.Id}", $"/library/packs/{row.VersionId}/lessons/{row.Id}/preview" })
                Assert.Equal((path, HttpStatusCode.NotFound), (path, (await other.GetAsync(path)).StatusCode));
            foreach (var path in new[] { lesson, $"{lesson}?handler=Step", $"{lesson}?handler=Use", $"{lesson}?handler=Delete", $"{lesson}/move" })
                Assert.Equal((path, HttpStatusCode.NotFound), (path, (await other.SubmitAsync("/dashboard", path, fields)).StatusCode));
            Assert.DoesNotContain("my copy", await other.ReadAsync("/dashboard"), StringComparison.Ordinal);
        }
        Assert.Equal(row.Version, (await _school.RowAsync()).Version);
    }

    [Fact]
    public async Task A_lesson_on_an_older_version_says_so_and_moves_up()
    {
        var lesson = await _school.CopyAsync();
        Assert.DoesNotContain("Move to version", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
        var second = await _school.PublishAsync(new SamplePack().Change("readings/02-for-uniforms.md", "Uniforms save time.", "Uniforms save money."));

        Assert.Contains("This lesson stands on version 1; version 2 is out.", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
        var changes = WebUtility.HtmlDecode(await _school.Browser.ReadAsync($"{lesson}/move"));
        Assert.Contains("The text “For uniforms” was changed.", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("“For choice”", changes, StringComparison.Ordinal);
        var row = await _school.RowAsync();
        var moved = await _school.Browser.SubmitAsync($"{lesson}/move", ("seen", $"{row.Version}"), ("to", $"{second}"));

        Assert.Equal("/dashboard", moved.Headers.Location?.OriginalString);
        Assert.Equal(second, (await _school.RowAsync()).VersionId);
        Assert.DoesNotContain("Move to version", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_needs_what_is_gone_stays_and_names_it()
    {
        var lesson = await _school.CopyAsync();
        var second = await _school.PublishAsync(new SamplePack().Change("quiz.yaml", "id: courts-ask", "id: courts-say").Change("lessons/short.yaml", "items: [courts-ask]", "items: [courts-say]"));
        var row = await _school.RowAsync();

        var page = WebUtility.HtmlDecode(await _school.Browser.ReadAsync($"{lesson}/move"));
        Assert.Contains("“Once more” needs the question “Courts ask for a reason.”, which version 2 does not have.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/lessons", page, StringComparison.Ordinal);
        var refused = await _school.Browser.SubmitAsync(lesson, $"{lesson}/move", ("seen", $"{row.Version}"), ("to", $"{second}"));

        Assert.Contains("Choose something else in that step first, then move up.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(_school.Topic, (await _school.RowAsync()).VersionId);
    }

    [Fact]
    public async Task A_lesson_on_a_withdrawn_version_cannot_start_until_it_moves()
    {
        await _school.CopyAsync();
        var row = await _school.RowAsync();
        await WithdrawAsync(_school.Topic, "A number was wrong.");

        var alone = await _school.Browser.ReadAsync("/dashboard");
        Assert.Contains("was withdrawn: A number was wrong. There is no other version to use.", alone, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _school.Browser.GetAsync($"/start/{row.VersionId}/{row.Id}")).StatusCode);

        await _school.PublishAsync(new SamplePack().Change("pack.yaml", "Some schools", "Many schools"));
        Assert.Contains("Move to version 2", await _school.Browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
    }

    private async Task<LessonPlan> PlanAsync() =>
        JsonSerializer.Deserialize<LessonPlan>((await _school.RowAsync()).Document, _school.Server.Services.GetRequiredService<StepCatalog>().Json)!;

    private Task<int> WithdrawAsync(Guid version, string reason) => _school.Server.InDatabaseAsync(db =>
    {
        db.Withdrawals.Add(new Withdrawal { VersionId = version, Reason = reason, By = _school.Ana.Id, At = DateTime.UnixEpoch });
        return db.SaveChangesAsync();
    });
}
