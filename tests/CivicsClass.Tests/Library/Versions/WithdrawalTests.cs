using System.Net;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Versions;

public sealed class WithdrawalTests : IAsyncLifetime
{
    private const string Reason = "The law it describes was repealed.";
    private TestServer _server = null!;
    private Browser _ada = null!, _ana = null!;
    private Guid _first, _second;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
        _ana = await _server.SignedInAsync(await _server.TeacherAsync());
        _first = await PublishAsync(new SamplePack());
        _second = await PublishAsync(new SamplePack().Change("pack.yaml", "Some schools require uniforms.", "Many schools require uniforms."));
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        _ana.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_starts_a_class_on_a_withdrawn_version_and_the_one_before_is_offered_again()
    {
        var answer = await WithdrawAsync(_second, Reason);

        Assert.Contains(Reason, answer, StringComparison.Ordinal);
        var dashboard = await _ana.ReadAsync("/dashboard");
        Assert.Contains($"/start/{_first}/", dashboard, StringComparison.Ordinal);
        Assert.DoesNotContain($"/start/{_second}/", dashboard, StringComparison.Ordinal);
        var refused = await _ana.GetAsync($"/start/{_second}/{await LessonAsync()}");
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard"), (refused.StatusCode, refused.Headers.Location?.ToString()));
        Assert.Contains(Reason, await _ana.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Contains(Reason, await _ada.ReadAsync("/library"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_of_which_all_is_withdrawn_is_offered_to_nobody_until_it_is_brought_back()
    {
        await WithdrawAsync(_first, Reason);
        await WithdrawAsync(_second, Reason);
        Assert.DoesNotContain("/start/", await _ana.ReadAsync("/dashboard"), StringComparison.Ordinal);

        await _ada.SubmitAsync($"/library/packs/{_second}/withdraw", $"/library/packs/{_second}/withdraw?handler=Back");

        Assert.Contains($"/start/{_second}/", await _ana.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, await _ada.ReadAsync($"/library/packs/{_second}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Say why")]
    [InlineData("   ", "Say why")]
    [InlineData(null, "within 500 characters")]
    public async Task A_reason_is_needed_and_kept_when_it_is_too_long(string? reason, string sentence)
    {
        reason ??= new string('x', 501);

        var answer = await WithdrawAsync(_second, reason);

        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.Contains($">{reason.Trim()}</textarea>", answer, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.Withdrawals.CountAsync()));
    }

    [Fact]
    public async Task Two_admins_who_withdraw_at_once_withdraw_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.InScopeAsync(s =>
            s.GetRequiredService<CivicsClass.Library.Versions.Withdrawals>().WithdrawAsync(_second, Reason, "ada"))));

        Assert.Equal(1, await _server.InDatabaseAsync(db => db.Withdrawals.CountAsync()));
    }

    [Fact]
    public async Task After_the_newest_is_withdrawn_work_goes_on_from_the_one_before()
    {
        await WithdrawAsync(_second, Reason);

        var page = await _ada.ReadAsync($"/library/packs/{_first}");
        Assert.DoesNotContain("superseded", page, StringComparison.Ordinal);
        Assert.Contains($"/library/packs/{_first}/questions/import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("questions/import", await _ada.ReadAsync($"/library/packs/{_second}"), StringComparison.Ordinal);
        Assert.Equal($"/library/packs/{_first}/questions/import", (await _ada.GetAsync($"/library/packs/{_second}/questions/import")).Headers.Location?.OriginalString);
        var begun = await _ada.SubmitAsync($"/library/packs/{_first}", "/library/topics/new?handler=From", ("version", $"{_first}"));
        var topic = begun.Headers.Location!.OriginalString;
        await _ada.SubmitAsync(topic, $"{topic}?handler=Add", ("kind", "reading"), ("title", "Another one"), ("side", Pack.Background));
        await _ada.SubmitAsync(topic, $"{topic}?handler=Undo", ("step", "1"));
        await _ada.SubmitAsync(topic, $"{topic}?handler=Review");
        var review = await _ada.ReadAsync(topic);
        Assert.DoesNotContain("in place of version", review, StringComparison.Ordinal);
        Assert.Contains("Publish version 3", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_added_to_the_version_in_use()
    {
        await WithdrawAsync(_second, Reason);
        await _ada.SubmitAsync("/library/drafts/new", ("Title", "A new study"), ("Author", "Ben"), ("Publisher", "A journal"), ("Date", "2023"), ("Kind", "Secondary"), ("Language", "en"), ("RightsKind", "own"), ("Text", "It helps a little."));
        var draft = await _server.InDatabaseAsync(db => db.DraftReadings.SingleAsync());

        var added = await _ada.SubmitAsync($"/library/drafts/{draft.Id}/add", $"/library/drafts/{draft.Id}/add?topic=school-uniforms", ("Version", $"{draft.Version}"), ("Side", Pack.Background));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(_first, await _server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.BasedOn).SingleAsync()));
        Assert.Contains("Some schools", await _server.InDatabaseAsync(db => db.TopicDraftFiles.Where(f => f.Path == "pack.yaml").Select(f => f.Text).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_of_a_withdrawn_version_does_not_come_back_by_being_loaded_again()
    {
        await WithdrawAsync(_second, Reason);

        Assert.Equal(_first, await PublishAsync(new SamplePack()));
        var again = await _server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(new SamplePack().Change("pack.yaml", "Some schools require uniforms.", "Many schools require uniforms.").Files, "seed"));
        Assert.Equal((PackOutcome.Refused, _second), (again.Outcome, again.Withdrawn!.Id));

        Assert.Equal(2, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task What_changed_is_shown_to_teachers_too()
    {
        var page = await _ana.ReadAsync($"/library/packs/{_second}/changes");

        Assert.Contains("<del>Some</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>Many</ins>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _ana.GetAsync($"/library/packs/{_second}/changes?since=9")).StatusCode);
    }

    [Fact]
    public async Task Old_law_is_pointed_out_in_the_library_and_new_law_is_not()
    {
        Assert.Contains("Look at the law again", await _ada.ReadAsync("/library"), StringComparison.Ordinal);
        await using var patient = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none", ["Library:LawIsOldAfterMonths"] = "1200" });
        using var ada = await patient.SignedInAsync(await patient.AdminAsync());
        await patient.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(new SamplePack().Files, "seed"));
        Assert.DoesNotContain("Look at the law again", await ada.ReadAsync("/library"), StringComparison.Ordinal);
    }

    private async Task<Guid> PublishAsync(SamplePack pack) =>
        (await _server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "seed"))).Version!.Id;

    private async Task<string> LessonAsync() => (await _server.Services.GetRequiredService<Packs>().GetAsync(_second)).Lessons[0].Id;

    private async Task<string> WithdrawAsync(Guid version, string reason)
    {
        var answer = await _ada.SubmitAsync($"/library/packs/{version}/withdraw", ("reason", reason));
        return answer.Headers.Location is { } there ? await _ada.ReadAsync(there.ToString()) : await answer.Content.ReadAsStringAsync();
    }
}
