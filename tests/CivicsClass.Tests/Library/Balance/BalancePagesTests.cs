using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Balance;

/// <summary>The report, the reviews and the list of loaded words, as Ada (admin), Ana and Ben (teachers) see them.</summary>
public sealed partial class BalancePagesTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private Browser _ada = null!, _ana = null!;
    private string _page = "";
    private Guid _version;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
        _ana = await _server.SignedInAsync(await _server.TeacherAsync());
        _version = await PublishAsync(new SamplePack());
        _page = $"/library/packs/{_version}/balance";
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        _ana.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_teacher_sees_both_positions_side_by_side_and_what_no_figure_says()
    {
        var page = Plain(await _ana.ReadAsync(_page));

        Assert.Contains("Equal quantity is not equal quality, and what has been left out cannot be detected.", page, StringComparison.Ordinal);
        Assert.Contains("Words: 12 for “Required”, 6 for “A choice”.", page, StringComparison.Ordinal);
        Assert.Contains("None of the words on the", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has reviewed it yet.", page, StringComparison.Ordinal);
        Assert.Contains("Texts and questions", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_alone_comes_as_a_piece_of_a_page()
    {
        var piece = await _ana.ReadAsync(_page + "?handler=Report");

        Assert.StartsWith("<div class=\"balance", piece.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", piece, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _ana.GetAsync($"/library/packs/{Guid.NewGuid()}/balance?handler=Report")).StatusCode);
    }

    [Fact]
    public async Task A_word_of_the_list_is_marked_in_its_sentence()
    {
        var version = await PublishAsync(new SamplePack().Change("readings/02-for-uniforms.md", "Uniforms save time.", "Every & any fanatic knows it."));
        var page = await _ana.ReadAsync($"/library/packs/{version}/balance");

        Assert.Contains("<q>Every &amp; any <mark>fanatic</mark> knows it.</q>", page, StringComparison.Ordinal);
        Assert.Contains("Instead: say which view.", page, StringComparison.Ordinal);
        Assert.Contains("1 of them not explained", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_sign_by_name_for_one_content_and_may_change_their_mind()
    {
        await SignAsync(_ana, "teaches law, favors a choice", agrees: false, "The best reason for a choice is missing.");
        await SignAsync(_ada, "school board", agrees: true, "");
        var page = Plain(await _ana.ReadAsync(_page));
        Assert.Contains("Reviewed by 2: 1 agrees, 1 dissents.", page, StringComparison.Ordinal);
        foreach (var shown in new[] { "Ana Alvarez", "teaches law, favors a choice", "The best reason for a choice is missing.", "Ada Admin" })
            Assert.Contains(shown, page, StringComparison.Ordinal);

        await SignAsync(_ana, "teaches law", agrees: true, "");
        page = Plain(await _ada.ReadAsync(_page));
        Assert.Contains("Reviewed by 2: all agree.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is missing.", page, StringComparison.Ordinal);
        var hash = await _server.InDatabaseAsync(db => db.PackVersions.Where(v => v.Id == _version).Select(v => v.Hash).SingleAsync());
        Assert.All(await _server.InDatabaseAsync(db => db.SignOffs.ToListAsync()), s => Assert.Equal((hash, "school-uniforms"), (s.Hash, s.PackId)));
    }

    [Fact]
    public async Task Teachers_see_reviews_where_they_choose_a_topic_and_a_new_version_begins_without()
    {
        Assert.Contains("Nobody has reviewed it yet.", Plain(await _ana.ReadAsync("/dashboard")), StringComparison.Ordinal);
        await SignAsync(_ada, "school board", agrees: false, "Too few sources.");
        foreach (var path in new[] { "/dashboard", $"/start/{_version}/short" })
        {
            var page = await _ana.ReadAsync(path);
            Assert.Contains("Reviewed by 1, who dissents.", Plain(page), StringComparison.Ordinal);
            Assert.Contains($"href=\"{_page}#reviews\">Read why", page, StringComparison.Ordinal);
        }

        await PublishAsync(new SamplePack().Change("pack.yaml", "Listen first.", "Listen."));
        Assert.Contains("Nobody has reviewed it yet.", Plain(await _ana.ReadAsync("/dashboard")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_with_something_missing_is_told_what_and_keeps_what_was_typed()
    {
        var nothing = Plain(await (await SubmitAsync(_ana, new())).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Say in your own words from which experience or viewpoint you looked at it.", nothing, StringComparison.Ordinal);
        Assert.Contains("Choose whether you agree or dissent.", nothing, StringComparison.Ordinal);

        var dissent = Plain(await (await SubmitAsync(_ana, new() { Viewpoint = "a <teacher>", Agrees = false })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Say why you dissent, so that teachers can judge for themselves.", dissent, StringComparison.Ordinal);
        Assert.Contains("value=\"a <teacher>\"", dissent, StringComparison.Ordinal);

        var tooLong = Plain(await (await SubmitAsync(_ana, new() { Viewpoint = new string('v', 201), Agrees = true, Reasons = new string('r', 2001) })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Keep to 200 characters; there are 201.", tooLong, StringComparison.Ordinal);
        Assert.Contains("Keep to 2,000 characters; there are 2,001.", tooLong, StringComparison.Ordinal);

        var changed = Plain(await (await SubmitAsync(_ana, new() { Hash = "another", Viewpoint = "a teacher", Agrees = true })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("The topic was changed while you looked at it.", changed, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.SignOffs.CountAsync()));
    }

    [Fact]
    public async Task Two_who_sign_at_once_for_the_same_person_leave_one_review()
    {
        var hash = await HashAsync(_ana);
        var form = new SignOffForm { Hash = hash, Viewpoint = "a teacher", Agrees = true };
        var ana = await _server.InDatabaseAsync(db => db.Users.Where(u => u.DisplayName == "Ana Alvarez").Select(u => u.Id).SingleAsync());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _server.InScopeAsync(async services =>
        {
            await ((SignOffs)services.GetService(typeof(SignOffs))!).SignAsync("school-uniforms", hash, form, ana);
            return 0;
        })));

        Assert.Equal(1, await _server.InDatabaseAsync(db => db.SignOffs.CountAsync()));
    }

    [Fact]
    public async Task A_version_for_one_teachers_own_classes_is_no_business_of_others_and_is_not_reviewed()
    {
        var ana = await _server.InDatabaseAsync(db => db.Users.Where(u => u.DisplayName == "Ana Alvarez").Select(u => u.Id).SingleAsync());
        var own = await _server.InDatabaseAsync(async db =>
        {
            var published = await db.PackVersions.AsNoTracking().SingleAsync();
            var copy = new PackVersion { Id = Guid.NewGuid(), PackId = "own", Number = 1, Hash = published.Hash, Title = "Own", Question = "Own?", Document = published.Document, PublishedBy = ana, OwnerId = ana, BasedOn = published.Id };
            db.Add(copy);
            await db.SaveChangesAsync();
            return copy.Id;
        });
        using var ben = await _server.SignedInAsync(await _server.TeacherAsync("ben@school.example"));

        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/library/packs/{own}/balance")).StatusCode);
        Assert.DoesNotContain("id=\"sign\"", await _ana.ReadAsync($"/library/packs/{own}/balance"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _ana.SubmitAsync(_page, $"/library/packs/{own}/balance?handler=SignOff", ("Viewpoint", "mine"), ("Agrees", "true"))).StatusCode);
    }

    [Fact]
    public async Task All_staff_read_the_list_and_only_an_admin_changes_it()
    {
        var read = await _ana.ReadAsync("/library/words");
        Assert.Contains("gestapo", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _ana.SubmitAsync(_page, "/library/words", ("text", "word: a\ninstead: b"))).StatusCode);

        var saved = await SaveAsync("word: uniforms\r\ninstead: clothes", Guid.Empty);
        Assert.Equal("/library/words?saved=true", saved.Headers.Location?.ToString());
        Assert.Contains("<mark>Uniforms</mark> save time.", await _ana.ReadAsync(_page), StringComparison.Ordinal);
        Assert.Contains("by Ada Admin", await _ana.ReadAsync("/library/words"), StringComparison.Ordinal);
        Assert.Contains("gestapo", await _ada.ReadAsync("/library/words?builtIn=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_edit_the_list_at_once_nobody_is_overwritten()
    {
        await SaveAsync("word: first\ninstead: b", Guid.Empty);
        var late = await SaveAsync("word: second\ninstead: b", Guid.Empty);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        var page = Plain(await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Somebody else changed the list", page, StringComparison.Ordinal);
        Assert.Contains("word: first", page, StringComparison.Ordinal);
        Assert.Contains("word: second", page, StringComparison.Ordinal);
        Assert.Equal("word: first\ninstead: b", await _server.InDatabaseAsync(db => db.LibraryTexts.Select(t => t.Text).SingleAsync()));

        var version = Guid.Parse(VersionField().Match(await _ada.ReadAsync("/library/words")).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync("word: third\ninstead: b", version)).StatusCode);
        Assert.Contains("Somebody else changed the list", await (await SaveAsync("word: fourth\ninstead: b", version)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word: (a", "Line 1")]
    [InlineData("", "The list is empty.")]
    [InlineData("# nothing", "The list is empty.")]
    public async Task A_list_that_cannot_be_read_is_not_saved(string text, string sentence)
    {
        var page = await (await SaveAsync(text, Guid.Empty)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.LibraryTexts.CountAsync()));
    }

    private async Task<Guid> PublishAsync(SamplePack pack) =>
        (await _server.InScopeAsync(services => ((PackDoor)services.GetService(typeof(PackDoor))!).PublishAsync(pack.Files, Seed.By))).Version!.Id;

    private async Task SignAsync(Browser who, string viewpoint, bool agrees, string reasons) =>
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(who, new() { Viewpoint = viewpoint, Agrees = agrees, Reasons = reasons })).StatusCode);

    private async Task<HttpResponseMessage> SubmitAsync(Browser who, SignOffForm form) =>
        await who.SubmitAsync(_page, _page + "?handler=SignOff", ("Hash", form.Hash ?? await HashAsync(who)), ("Viewpoint", form.Viewpoint ?? ""), ("Agrees", form.Agrees?.ToString() ?? ""), ("Reasons", form.Reasons ?? ""));

    private async Task<string> HashAsync(Browser who) => HashField().Match(await who.ReadAsync(_page)).Groups[1].Value;

    private Task<HttpResponseMessage> SaveAsync(string text, Guid version) => _ada.SubmitAsync("/library/words", ("text", text), ("version", version.ToString()));

    private static string Plain(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("name=\"Hash\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex HashField();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex VersionField();
}
