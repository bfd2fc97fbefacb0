using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Topics;

public sealed class TwoEditorsTests : TopicPages
{
    [Fact]
    public async Task The_slower_one_sees_both_texts_and_nothing_is_overwritten()
    {
        var topic = await EditSampleAsync();
        using var bea = await BeaAsync();
        var (hers, mine) = (await OpenForm.At(bea, $"{topic}/readings/for-choice"), await OpenForm.At(Ada, $"{topic}/readings/for-choice"));
        await hers.With("body", "Bea wrote this.").With("sources.0.title", "Another book").SaveAsync();

        var both = await mine.With("body", "Ada wrote that.").SaveAsync();

        Assert.Contains("Ada Admin saved this part meanwhile", both.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ada wrote that.", both["body"]);
        Assert.Equal(["Another book", "Bea wrote this."], both.Page.QuerySelectorAll(".theirs .as-typed").Select(t => t.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("Bea wrote this.", await TextAsync("readings/03-for-choice.md"), StringComparison.Ordinal);

        await both.With("body", "Bea wrote this. Ada wrote that.").SaveAsync();
        var text = await TextAsync("readings/03-for-choice.md");
        Assert.Contains("Bea wrote this. Ada wrote that.", text, StringComparison.Ordinal);
        Assert.Contains("title: A book", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_questions_of_one_file_are_edited_at_once_without_a_word()
    {
        var topic = await EditSampleAsync();
        using var bea = await BeaAsync();
        var (hers, mine) = (await OpenForm.At(bea, $"{topic}/questions/who-decides"), await OpenForm.At(Ada, $"{topic}/questions/courts-ask"));

        var answers = await Task.WhenAll(hers.With("explanation", "By Bea.").SendAsync(), mine.With("explanation", "By Ada.").SendAsync());

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var quiz = await TextAsync("quiz.yaml");
        Assert.Contains("By Bea.", quiz, StringComparison.Ordinal);
        Assert.Contains("By Ada.", quiz, StringComparison.Ordinal);
        Assert.Equal(2, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));
    }

    [Fact]
    public async Task Of_many_savings_at_once_of_one_part_exactly_one_wins()
    {
        var topic = await EditSampleAsync();
        var forms = new List<OpenForm>();
        for (var i = 0; i < 6; i++)
            forms.Add((await OpenForm.At(Ada, $"{topic}/about")).With("summary", $"Summary {i}."));

        var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));
    }

    [Fact]
    public async Task Each_is_told_who_else_has_the_topic_open()
    {
        var topic = await EditSampleAsync();
        using var bea = await BeaAsync();
        async Task<string> HereAsync(Browser who, string part, string window, string leaves = "false") =>
            WebUtility.HtmlDecode(await (await who.SubmitAsync($"{topic}/{part}", $"{topic}/{part}?handler=Here", ("window", window), ("leaves", leaves))).Content.ReadAsStringAsync());

        Assert.DoesNotContain("open too", await HereAsync(Ada, "about", "w1"), StringComparison.Ordinal);
        Assert.Contains("<strong>Ada Admin</strong> has this part open too.", await HereAsync(bea, "about", "w2"), StringComparison.Ordinal);
        Assert.Contains("working on another part", await HereAsync(bea, "glossary", "w2"), StringComparison.Ordinal);
        Assert.Contains("<strong>You, in another window,</strong> have this part open too.", await HereAsync(bea, "glossary", "w3"), StringComparison.Ordinal);
        await HereAsync(Ada, "about", "w1", leaves: "true");

        Assert.DoesNotContain("Ada Admin", await HereAsync(bea, "about", "w2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_types_into_a_topic_that_is_gone_keeps_the_text()
    {
        var topic = await EditSampleAsync();
        using var bea = await BeaAsync();
        var form = (await OpenForm.At(bea, $"{topic}/readings/for-choice")).With("body", "A long text by Bea.");
        var removed = await OpenForm.At(bea, $"{topic}/glossary");
        var seen = await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.Version).SingleAsync());
        await DoAsync(topic, "Remove&part=readings/for-choice");
        var lost = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Gone, lost.StatusCode);
        Assert.Contains("A long text by Bea.", await ReadAsync(lost), StringComparison.Ordinal);
        Assert.NotEqual(seen, seen = await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.Version).SingleAsync()));

        await DoAsync(topic, "Delete", ("version", $"{seen}"));
        lost = await removed.SendAsync();

        Assert.Equal(HttpStatusCode.Gone, lost.StatusCode);
        Assert.Contains("Rules about clothes.", await ReadAsync(lost), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await removed.SendAsync(("script", "true"))).StatusCode);
        Assert.Equal("/library?gone=true", (await Ada.SubmitAsync("/library", $"{topic}?handler=Undo")).Headers.Location!.OriginalString);
    }
}
