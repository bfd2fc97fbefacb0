using System.Net;
using CivicsClass.Library;
using CivicsClass.Library.Editing;
using CivicsClass.Tests.Library.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Drafts;

public sealed class DraftEditingTests : TopicPages
{
    private readonly string _draft = $"/library/drafts/{Guid.NewGuid()}";

    [Fact]
    public async Task A_new_draft_is_kept_from_its_first_words_whatever_is_missing()
    {
        var page = await OpenForm.At(Ada, "/library/drafts/new");
        Assert.Equal("new", page["token"]);
        await BeginAsync();
        Assert.Contains("data-outcome=\"saved\"", await ReadAsync(await TypeAsync("First words. And more.", "new")), StringComparison.Ordinal);

        var draft = await DraftAsync();
        Assert.Equal(("", "First words. And more.", (SourceKind?)null), (draft.Title, draft.Text, draft.Kind));
        var edit = await PageAsync(_draft);
        foreach (var shown in new[] { "A reading without a title", "Before the draft can be used", "Say the title.", "First words." })
            Assert.Contains(shown, edit, StringComparison.Ordinal);
        Assert.Contains("A reading without a title", await PageAsync("/library"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slower_one_sees_both_texts_and_nothing_is_overwritten()
    {
        await BeginAsync();
        using var bea = await BeaAsync();
        var (hers, mine) = (await OpenForm.At(bea, _draft), await OpenForm.At(Ada, _draft));
        await hers.With("Text", "Bea wrote this.").SaveAsync();

        var both = await mine.With("Text", "Ada wrote that.").SaveAsync();

        Assert.Contains("Ada Admin saved this draft meanwhile", both.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ada wrote that.", both["Text"]);
        Assert.Contains("Bea wrote this.", both.Page.QuerySelector("#preview-body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bea wrote this.", (await DraftAsync()).Text);
        await both.With("Text", "Bea wrote this. Ada wrote that.").SaveAsync();
        Assert.Equal("Bea wrote this. Ada wrote that.", (await DraftAsync()).Text);
    }

    [Fact]
    public async Task Of_many_savings_at_once_exactly_one_wins()
    {
        await BeginAsync();
        var form = await OpenForm.At(Ada, _draft);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => TypeAsync($"Text {i}.", form["token"])));

        Assert.Single(await Task.WhenAll(answers.Select(ReadAsync)), a => a.Contains("data-outcome=\"saved\"", StringComparison.Ordinal));
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.DraftReadingChanges.CountAsync()));
    }

    [Fact]
    public async Task Changes_are_undone_and_redone_and_those_of_others_only_knowingly()
    {
        await BeginAsync();
        using var bea = await BeaAsync();
        Assert.Contains("Nothing to undo", await PageAsync(_draft), StringComparison.Ordinal);
        await (await OpenForm.At(Ada, _draft)).With("Text", "One.").SaveAsync();
        await (await OpenForm.At(bea, _draft)).With("Text", "Two.").With("Title", "By Bea").SaveAsync();
        Assert.Contains("Undo: Ada Admin changed the text and 1 more, ", await PageAsync(_draft), StringComparison.Ordinal);

        Assert.Contains("Take back what Ada Admin did?", await ReadAsync(await PressAsync("Undo", _draft)), StringComparison.Ordinal);
        Assert.Equal("Two.", (await DraftAsync()).Text);
        await PressAsync("Undo", _draft, sure: true);
        Assert.Equal("One.", (await DraftAsync()).Text);
        await PressAsync("Undo", _draft);
        Assert.Equal("Begun.", (await DraftAsync()).Text);
        await PressAsync("Redo", _draft);
        await PressAsync("Redo", _draft);
        Assert.Equal(("Two.", "By Bea"), ((await DraftAsync()).Text, (await DraftAsync()).Title));
        Assert.Contains("so nothing was undone", await ReadAsync(await Ada.SubmitAsync(_draft, $"{_draft}?handler=Undo", ("step", "1"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_typed_in_one_go_is_one_change()
    {
        await BeginAsync();
        Assert.Contains("data-change=\"1\"", await ReadAsync(await TypeAsync("One.", (await OpenForm.At(Ada, _draft))["token"])), StringComparison.Ordinal);
        var answer = await ReadAsync(await TypeAsync("One. Two.", (await OpenForm.At(Ada, _draft))["token"], "1"));

        Assert.Contains("Undo: you changed the text, ", answer, StringComparison.Ordinal);
        await PressAsync("Undo", _draft);
        Assert.Equal("Begun.", (await DraftAsync()).Text);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_and_stays_in_the_form()
    {
        await BeginAsync();

        var form = await (await OpenForm.At(Ada, _draft)).With("Date", "some day in May").SaveAsync();

        Assert.Contains("The date has more than 10 characters.", form.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("some day in May", form["Date"]);
        Assert.Equal("", (await DraftAsync()).Date);
    }

    [Fact]
    public async Task Each_is_told_who_else_has_the_draft_open_whichever_server_asks()
    {
        await BeginAsync();
        using var bea = await BeaAsync();
        async Task<string> HereAsync(Browser who, string window, string leaves = "false") => await ReadAsync(await who.SubmitAsync(_draft, $"{_draft}?handler=Here", ("window", window), ("leaves", leaves)));

        Assert.DoesNotContain("open too", await HereAsync(Ada, "w1"), StringComparison.Ordinal);
        Assert.Contains("<strong>Ada Admin</strong> has this draft open too.", await HereAsync(bea, "w2"), StringComparison.Ordinal);
        Assert.Contains("has this draft open too.", WebUtility.HtmlDecode(await bea.ReadAsync(_draft)), StringComparison.Ordinal);
        await HereAsync(Ada, "w1", leaves: "true");
        Assert.DoesNotContain("open too", await HereAsync(bea, "w2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_says_nothing_any_more_is_forgotten()
    {
        var time = new FakeTime();
        var work = Guid.NewGuid();
        var ana = (await Server.TeacherAsync()).Id;
        Task<IReadOnlyList<Editor>> OthersAsync() => Server.InScopeAsync(s => new Editors(s.GetRequiredService<CivicsClass.Data.CivicsDbContext>(), time).OthersAsync(work, "me", default));
        Task<IReadOnlyList<Editor>> HereAsync(string window) => Server.InScopeAsync(s => new Editors(s.GetRequiredService<CivicsClass.Data.CivicsDbContext>(), time).HereAsync(work, ana, window, "about", default));

        await HereAsync("w1");
        time.Advance(Editors.Stay / 3);
        await HereAsync("w1");
        time.Advance(Editors.Stay / 3);
        await HereAsync("w1");
        time.Advance(Editors.Stay * 0.9);
        Assert.Equal([new Editor("Ana Alvarez", "about", false)], await OthersAsync());
        time.Advance(Editors.Stay / 5);
        Assert.Empty(await OthersAsync());

        await HereAsync("w2");
        Assert.Equal(["w2"], await Server.InDatabaseAsync(db => db.OpenWindows.Select(w => w.Window).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_types_into_a_draft_that_is_gone_keeps_the_text()
    {
        await BeginAsync();
        var form = (await OpenForm.At(Ada, _draft)).With("Text", "A long text by Ada.");
        await Ada.SubmitAsync(_draft, $"{_draft}?handler=Delete", ("token", form["token"]));

        var lost = await form.SendAsync();

        Assert.Equal(HttpStatusCode.Gone, lost.StatusCode);
        Assert.Contains("A long text by Ada.", await ReadAsync(lost), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await form.SendAsync(("script", "true"))).StatusCode);
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    private async Task BeginAsync() => Assert.Contains("data-outcome=\"saved\"", await ReadAsync(await TypeAsync("Begun.", "new")), StringComparison.Ordinal);

    private Task<HttpResponseMessage> TypeAsync(string text, string token, string goesOn = "") =>
        Ada.SubmitAsync("/library/drafts/new", _draft, ("Text", text), ("Language", "en"), ("token", token), ("goesOn", goesOn), ("script", "true"));

    private Task<DraftReading> DraftAsync() => Server.InDatabaseAsync(db => db.DraftReadings.AsNoTracking().SingleAsync());
}
