using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Topics;

public sealed class BadTypingTests : TopicPages
{
    [Fact]
    public async Task Scripts_and_tags_never_run_and_are_named()
    {
        var topic = await EditSampleAsync();
        var form = await OpenForm.At(Ada, $"{topic}/readings/for-choice");

        form = await form.With("body", "<script>alert(1)</script>\n\nA [link](javascript:alert(1)) and <img src=x onerror=alert(1)>.\n\n</template></textarea><b>x</b>").With("title", "<i>\"T\"</i>").SaveAsync();

        Assert.Contains("<script>alert(1)</script>", form["body"], StringComparison.Ordinal);
        Assert.Empty(form.Page.QuerySelectorAll("#answer script, #answer img, #answer b, #answer i, #answer [href^=javascript]"));
        Assert.Contains("HTML is not shown to students.", form.Page.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("HTML is not shown to students.", form.Page.QuerySelector("#body-todo")!.TextContent, StringComparison.Ordinal);
        await DoAsync(topic, "Review");
        Assert.Null(await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.HashInReview).SingleAsync()));
    }

    [Fact]
    public async Task Whatever_is_typed_stays_and_what_is_wrong_is_said_at_its_field()
    {
        var topic = await EditSampleAsync();
        var form = (await OpenForm.At(Ada, $"{topic}/questions/who-decides")).With("stem", new string('x', 1200)).With("options.1.text", "").With("options.2.text", "A school").With("asOf", "soon")
            .With("restsOn.0.number", "ninety").With("helps", "nobody").With("difficulty", "");

        form = await form.SaveAsync();

        Assert.Equal((1200, "soon", "ninety", "nobody"), (form["stem"].Length, form["asOf"], form["restsOn.0.number"], form["helps"]));
        string Todo(string id) => form.Page.GetElementById(id + "-todo")!.TextContent;
        Assert.Contains("“Question” has 1,200 characters; at most 1,000 fit.", Todo("stem"), StringComparison.Ordinal);
        Assert.Contains("“soon” is not a date.", Todo("asOf"), StringComparison.Ordinal);
        Assert.Contains("“Difficulty” is missing. Fill it in.", Todo("difficulty"), StringComparison.Ordinal);
        Assert.Contains("“Text” is missing. Fill it in.", Todo("options-1-text"), StringComparison.Ordinal);
        Assert.Contains("Two options say the same.", form.Page.QuerySelector("[data-todo=options]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“The right answer helps” cannot be “nobody”.", Todo("helps"), StringComparison.Ordinal);
        var page = await PageAsync(topic);
        Assert.Contains($"{topic}/questions/who-decides#stem", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("readings/../../etc/passwd")]
    [InlineData("readings/NotAnId")]
    [InlineData("readings/no-such-reading")]
    [InlineData("readings/%2e%2e%2fpack")]
    [InlineData("questions/")]
    [InlineData("images/x.png")]
    [InlineData("lessons/short/more")]
    public async Task What_is_no_part_is_not_found(string part)
    {
        var topic = await EditSampleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Ada.GetAsync($"{topic}/{part}")).StatusCode);
        var answer = await Ada.SubmitAsync($"{topic}/about", $"{topic}/{part}", ("title", "Forged"));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Gone });
        Assert.Contains((await DoAsync(topic, $"Remove&part={part}")).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Redirect });
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));
    }

    [Fact]
    public async Task The_manifest_cannot_be_removed_nor_its_id_changed()
    {
        var topic = await EditSampleAsync();
        await DoAsync(topic, "Remove&part=about");
        await (await OpenForm.At(Ada, $"{topic}/about")).With("id", "stolen").With("format", "9").With("summary", "New.").SaveAsync();
        var manifest = await TextAsync("pack.yaml");
        Assert.Contains("id: school-uniforms", manifest, StringComparison.Ordinal);
        Assert.Contains("format: 1", manifest, StringComparison.Ordinal);
        Assert.Contains("summary: New.", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_beyond_all_measure_is_refused_and_kept_on_the_page()
    {
        var topic = await EditSampleAsync();
        var long_ = string.Join("\n\n", Enumerable.Repeat(new string('y', 4000), 80));
        var form = await (await OpenForm.At(Ada, $"{topic}/readings/for-choice")).With("body", long_).SaveAsync();
        Assert.Contains("This would make more than 256 KB.", form.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(long_, form["body"]);
        Assert.DoesNotContain("yyyy", await TextAsync("readings/03-for-choice.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_that_no_file_can_hold_are_left_out()
    {
        var topic = await EditSampleAsync();
        var form = await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "AB\u0007C\u2028D \uFEFFE: - [x] #y &z *w !v 'q' |p\ttab").SaveAsync();
        Assert.Equal("ABC\nD E: - [x] #y &z *w !v 'q' |p\ttab", form["summary"]);
        Assert.Contains("Nothing: this part is ready.", form.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_topic_with_gaps_is_not_begun_and_nothing_typed_is_lost()
    {
        await PublishAsync(new SamplePack());
        var answer = await ReadAsync(await Ada.SubmitAsync("/library/topics/new", ("Title", "<b>T</b>"), ("Question", ""), ("FirstName", "Same"), ("FirstShort", new string('s', 50)), ("SecondName", "same"), ("SecondShort", "S"), ("Language", "../"), ("Id", "school-uniforms")));
        foreach (var shown in new[] { "Write the question that the class will argue about.", "Keep to 40 characters; there are 50.", "The two positions have the same name.", "Write a language tag", "There is a topic “school-uniforms” already.", "value=\"<b>T</b>\"" })
            Assert.Contains(shown, answer, StringComparison.Ordinal);
        Assert.Contains("cannot be an id", await ReadAsync(await Ada.SubmitAsync("/library/topics/new", ("Title", "T"), ("Id", "../../x"))), StringComparison.Ordinal);
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDrafts.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await Ada.SubmitAsync("/library/topics/new", "/library/topics/new?handler=From", ("version", $"{Guid.NewGuid()}"))).StatusCode);
    }

    [Fact]
    public async Task Editing_a_topic_twice_leads_to_the_same_draft()
    {
        var topic = await EditSampleAsync();
        await PublishAsync(new SamplePack().Change("pack.yaml", "Some schools", "Many schools"));
        var version = await Server.InDatabaseAsync(db => db.PackVersions.OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync());
        var again = await Ada.SubmitAsync($"/library/packs/{version}", "/library/topics/new?handler=From", ("version", $"{version}"));
        Assert.Equal($"{topic}?known=true", again.Headers.Location!.OriginalString);
        Assert.Contains("in progress already", await PageAsync(again.Headers.Location.OriginalString), StringComparison.Ordinal);
        Assert.Contains("Topics in progress", await PageAsync("/library"), StringComparison.Ordinal);
    }
}
