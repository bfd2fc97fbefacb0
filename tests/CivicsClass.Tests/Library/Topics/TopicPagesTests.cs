using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Topics;

public sealed class TopicPagesTests : TopicPages
{
    [Fact]
    public async Task A_changed_reading_goes_through_review_to_the_next_version()
    {
        var topic = await EditSampleAsync();
        Assert.Contains("Ready for review", await PageAsync(topic), StringComparison.Ordinal);
        var form = await OpenForm.At(Ada, $"{topic}/readings/for-uniforms");
        Assert.Equal("Uniforms save time.\n\n> A principal said so.\n\n- They cost less.\n- They last.", form["body"]);

        var saved = await form.With("body", form["body"].Replace("save time", "save time every morning", StringComparison.Ordinal)).SaveAsync();
        Assert.Contains("Uniforms save time every morning.", saved.Page.QuerySelector("#preview-body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Only what is in review can be published", await ReadAsync(await DoAsync(topic, "Publish")), StringComparison.Ordinal);
        await DoAsync(topic, "Review");
        Assert.Contains("Publish version 2", await PageAsync(topic), StringComparison.Ordinal);
        var published = await DoAsync(topic, "Publish", ("doubt", "none"));

        Assert.Contains("save time every morning", await PageAsync(published.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Equal(2, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDraftFiles.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await Ada.GetAsync(topic)).StatusCode);
    }

    [Fact]
    public async Task A_topic_that_nobody_changed_is_the_same_version()
    {
        var topic = await EditSampleAsync();
        foreach (var part in new[] { "about", "readings/what-the-law-says", "questions/who-decides", "questions/courts-ask", "glossary", "source-checks/club-notice", "lessons/short" })
            await (await OpenForm.At(Ada, $"{topic}/{part}")).SaveAsync();
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));

        await DoAsync(topic, "Review");
        await DoAsync(topic, "Publish", ("doubt", "none"));

        Assert.Equal(1, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task Every_part_comes_back_from_its_form_with_the_same_content()
    {
        var topic = await EditSampleAsync();
        foreach (var (part, field) in new[] { ("about", "summary"), ("readings/for-choice", "author"), ("questions/who-decides", "explanation"), ("glossary", "terms.0.definition"), ("source-checks/club-notice", "claims.0.reason"), ("lessons/short", "steps.4.script") })
        {
            var form = await OpenForm.At(Ada, $"{topic}/{part}");
            var before = form[field];
            form = await form.With(field, "Changed: \"in quotes\" # and more").SaveAsync();
            Assert.Equal("Changed: \"in quotes\" # and more", form[field]);
            await form.With(field, before).SaveAsync();
        }

        await DoAsync(topic, "Review");
        await DoAsync(topic, "Publish", ("doubt", "none"));

        Assert.Equal(1, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDrafts.CountAsync()));
    }

    [Fact]
    public async Task A_new_topic_is_written_from_nothing_to_its_first_version()
    {
        var begun = await Ada.SubmitAsync("/library/topics/new", ("Title", "Phones at school"), ("Question", "Should a school ban phones?"), ("FirstName", "Phones should be banned"), ("FirstShort", "Ban"),
            ("SecondName", "Phones should be allowed"), ("SecondShort", "Allow"), ("Language", "en"), ("Id", ""));
        var topic = begun.Headers.Location!.OriginalString;
        foreach (var shown in new[] { "There are no readings yet.", "There is no lesson yet.", "“Summary” is missing. Fill it in." })
            Assert.Contains(shown, await PageAsync(topic), StringComparison.Ordinal);

        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Some schools ban phones.").SaveAsync();
        foreach (var (title, side) in new[] { ("Why a ban", "ban"), ("Why none", "allow") })
        {
            var reading = (await DoAsync(topic, "Add", ("kind", "reading"), ("title", title), ("side", side))).Headers.Location!.OriginalString;
            var form = await OpenForm.At(Ada, reading);
            await form.With("author", "Ana").With("publisher", "CivicsClass").With("date", "2024").With("kind", "opinion").With("sources.0.title", "A book").With("sources", "0").With("body", "One. Two.").SaveAsync();
        }
        var question = (await DoAsync(topic, "Add", ("kind", "question"))).Headers.Location!.OriginalString;
        var quiz = (await OpenForm.At(Ada, question)).With("stem", "Who decides?").With("options.0.text", "A").With("options.0.feedback", "Yes.").With("options.0.correct", "true")
            .With("options.1.text", "B").With("options.1.feedback", "No.").With("options.2.text", "C").With("options.2.feedback", "No.")
            .With("explanation", "Read.").With("restsOn", "0").With("restsOn.0.reading", "why-a-ban").With("restsOn.0.number", "1").With("difficulty", "easy").With("helps", "neither");
        quiz = await quiz.SaveAsync(("act", "remove:options.3"));
        Assert.Equal(3, quiz.All("options").Count());
        await DoAsync(topic, "Add", ("kind", "lesson"), ("title", "Read and argue"));
        Assert.Contains("Ready for review", await PageAsync(topic), StringComparison.Ordinal);
        await DoAsync(topic, "Review");
        var published = await DoAsync(topic, "Publish", ("doubt", "none"));

        var version = await PageAsync(published.Headers.Location!.OriginalString);
        foreach (var shown in new[] { "Phones at school", "Version 1", "Why a ban", "Who decides?", "Read and argue" })
            Assert.Contains(shown, version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_are_moved_removed_and_brought_back()
    {
        var topic = await EditSampleAsync();

        await DoAsync(topic, "Move&part=readings/for-choice", ("by", "-1"));
        Assert.Equal(["readings/01-what-the-law-says.md", "readings/02-for-choice.md", "readings/03-for-uniforms.md"], await PathsAsync("readings/"));
        await DoAsync(topic, "Move&part=questions/courts-ask", ("by", "-1"));
        Assert.True((await TextAsync("quiz.yaml")).IndexOf("courts-ask", StringComparison.Ordinal) < (await TextAsync("quiz.yaml")).IndexOf("who-decides", StringComparison.Ordinal));
        await DoAsync(topic, "Remove&part=readings/for-uniforms");
        Assert.Contains("No reading speaks for “Uniforms should be required”.", await PageAsync(topic), StringComparison.Ordinal);
        var history = await PageAsync($"{topic}/history");
        foreach (var shown in new[] { "Changed the order of the readings", "Changed the order of the questions", "Removed “For uniforms”", "Ada Admin" })
            Assert.Contains(shown, history, StringComparison.Ordinal);

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await PressAsync("Undo", topic)).StatusCode);
        Assert.Contains("There is nothing to undo.", await ReadAsync(await DoAsync(topic, "Undo")), StringComparison.Ordinal);
        Assert.Equal(["readings/01-what-the-law-says.md", "readings/02-for-uniforms.md", "readings/03-for-choice.md"], await PathsAsync("readings/"));
        await PressAsync("Redo", topic);
        Assert.Equal("readings/02-for-choice.md", (await PathsAsync("readings/"))[1]);
    }

    [Fact]
    public async Task What_somebody_typed_in_one_go_is_one_change_and_is_undone_at_once()
    {
        var topic = await EditSampleAsync();
        var form = (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One.");
        await form.SendAsync(("script", "true"));
        form = (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One. Two.");
        var answer = await ReadAsync(await form.SendAsync(("script", "true"), ("goesOn", "1")));
        Assert.Contains("data-change=\"1\"", answer, StringComparison.Ordinal);

        await PressAsync("Undo", topic, part: "about");
        Assert.Equal("Some schools require uniforms.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);
        await PressAsync("Redo", topic, part: "about");
        Assert.Equal("One. Two.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);
    }

    [Fact]
    public async Task Typing_that_came_to_nothing_leaves_nothing_to_undo_and_what_was_before_is_undone()
    {
        var topic = await EditSampleAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One.").SaveAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One. T").SendAsync(("script", "true"));
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One.").SendAsync(("script", "true"), ("goesOn", "2"));
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync("Undo", topic)).StatusCode);

        Assert.Equal("Some schools require uniforms.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);
    }

    [Fact]
    public async Task A_topic_with_three_hundred_questions_can_be_edited()
    {
        var items = string.Concat(Enumerable.Range(1, 300).Select(i => $"\n  - id: q{i}\n    kind: trueFalse\n    stem: Question {i}\n    options:\n      - text: \"True\"\n        correct: true\n        feedback: {new string('y', 500)}\n      - text: \"False\"\n        feedback: {new string('n', 500)}\n    explanation: Read.\n    restsOn: [for-uniforms#1]\n    difficulty: easy\n    helps: neither"));
        var topic = await EditSampleAsync(new SamplePack().With("quiz.yaml", "items:" + items).Change("lessons/short.yaml", "who-decides", "q1").Change("lessons/short.yaml", "courts-ask", "q2"));
        Assert.True((await TextAsync("quiz.yaml")).Length > 256 * 1024);

        var form = await (await OpenForm.At(Ada, $"{topic}/questions/q300")).With("stem", "The last one").SaveAsync();

        Assert.Equal("The last one", form["stem"]);
        Assert.Contains("stem: The last one", await TextAsync("quiz.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teachers_do_not_see_what_is_being_written()
    {
        await EditSampleAsync();
        using var ana = await Server.SignedInAsync(await Server.TeacherAsync());

        Assert.Contains("Topics in progress", await PageAsync("/library"), StringComparison.Ordinal);
        Assert.DoesNotContain("Topics in progress", await ana.ReadAsync("/library"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_takes_a_topic_out_of_review_and_says_so_before()
    {
        var topic = await EditSampleAsync();
        await DoAsync(topic, "Review");
        var form = await OpenForm.At(Ada, $"{topic}/about");
        Assert.Contains("it is taken out of review", form.Page.Body!.TextContent, StringComparison.Ordinal);

        await form.With("summary", "Another one.").SaveAsync();

        Assert.Contains("Being written", await PageAsync(topic), StringComparison.Ordinal);
        await DoAsync(topic, "Review");
        await DoAsync(topic, "TakeBack");
        Assert.Null(await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.HashInReview).SingleAsync()));
    }

    [Fact]
    public async Task A_version_that_came_meanwhile_is_replaced_only_knowingly()
    {
        var topic = await EditSampleAsync();
        await PublishAsync(new SamplePack().Change("pack.yaml", "Some schools", "Many schools"));
        await DoAsync(topic, "Review");

        Assert.Contains("Version 2 of this topic was published after this one was begun.", await PageAsync(topic), StringComparison.Ordinal);
        Assert.Contains("The topic has a newer version meanwhile.", await ReadAsync(await DoAsync(topic, "Publish", ("doubt", "none"))), StringComparison.Ordinal);
        await DoAsync(topic, "Publish", ("over", "true"), ("doubt", "none"));

        Assert.Equal(3, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task A_draft_reading_is_taken_in_with_all_it_says()
    {
        var topic = await EditSampleAsync();
        await Ada.SubmitAsync("/library/drafts/new", ("Title", "A new study"), ("Author", "Ben"), ("Publisher", "A journal"), ("Date", "2023"), ("Kind", "Secondary"), ("Language", "en"), ("RightsKind", "licence"), ("RightsNote", "CC BY 4.0"), ("Text", "# Result\n\nIt *helps* a little.\n- one\n- two"));
        var draft = await Server.InDatabaseAsync(db => db.DraftReadings.SingleAsync());

        var taken = await DoAsync(topic, "Take", ("reading", $"{draft.Id}"), ("side", "choose"));

        var form = await OpenForm.At(Ada, taken.Headers.Location!.OriginalString);
        Assert.Equal(("choose", "A new study", "secondary", "licence: CC BY 4.0"), (form["side"], form["title"], form["kind"], form["rights"]));
        Assert.Contains("Nothing: this part is ready.", form.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It helps a little.", form.Page.QuerySelector("#preview-body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_asks_first_and_keeps_what_somebody_has_just_changed()
    {
        var topic = await EditSampleAsync();
        var seen = await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.Version).SingleAsync());
        Assert.Contains("It cannot be undone.", await PageAsync(topic), StringComparison.Ordinal);
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Changed.").SaveAsync();

        Assert.Contains("so it was not deleted", await ReadAsync(await DoAsync(topic, "Delete", ("version", $"{seen}"))), StringComparison.Ordinal);
        seen = await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.Version).SingleAsync());
        Assert.Equal("/library", (await DoAsync(topic, "Delete", ("version", $"{seen}"))).Headers.Location!.OriginalString);

        Assert.Equal(0, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    private Task<List<string>> PathsAsync(string folder) =>
        Server.InDatabaseAsync(db => db.TopicDraftFiles.Where(f => f.Path.StartsWith(folder)).OrderBy(f => f.Path).Select(f => f.Path).ToListAsync());
}
