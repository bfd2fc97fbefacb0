using System.Net;
using CivicsClass.Library;
using CivicsClass.Library.Topics;
using CivicsClass.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Topics;

public sealed class TopicIntakeTests : TopicPages
{
    [Fact]
    public async Task A_reading_reaches_a_published_topic_in_three_steps()
    {
        await PublishAsync(new SamplePack());
        var draft = await DraftAsync("A new study");
        Assert.Contains("This begins the next version of the topic, from version 1.", await PageAsync($"{draft}/add"), StringComparison.Ordinal);

        var topic = (await AddAsync(draft, ("Side", Pack.Background), ("Lessons", "short"), ("Url", "https://example.org/study"), ("Review", "true"))).Headers.Location!.OriginalString;
        Assert.Contains("“A new study” is in the topic now. It asks for review, and can be published below.", await PageAsync(topic), StringComparison.Ordinal);
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
        var published = await DoAsync(topic.Split('?')[0], "Publish", ("doubt", "none"));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var pack = await Server.Services.GetRequiredService<Packs>().GetAsync(Guid.Parse(published.Headers.Location!.OriginalString.Split('/')[^1]));
        var reading = pack.FindReading("a-new-study")!;
        Assert.Equal(("It helps a little.", "https://example.org/study"), (reading.Blocks.Single().Sentences.Single(), reading.Sources.Single().Url));
        Assert.Equal("a-new-study", pack.Lessons.Single().Steps.OfType<ReadingPlan>().Single().Readings[^1]);
        Assert.Equal(1, await Server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    [Fact]
    public async Task A_reading_joins_what_is_being_written_already_and_takes_it_out_of_review()
    {
        var topic = await EditSampleAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Written before.").SaveAsync();
        await DoAsync(topic, "Review");
        var draft = await DraftAsync("A new study");
        Assert.Contains("Adding a text takes it out of review", await PageAsync($"{draft}/add"), StringComparison.Ordinal);

        await AddAsync(draft, ("Side", "choose"), ("Lessons", ""));

        Assert.Contains("summary: Written before.", await TextAsync("pack.yaml"), StringComparison.Ordinal);
        Assert.Contains("A new study", await TextAsync("readings/04-a-new-study.md"), StringComparison.Ordinal);
        Assert.Null(await Server.InDatabaseAsync(db => db.TopicDrafts.Select(d => d.HashInReview).SingleAsync()));
        Assert.Contains("Undo: you added “A new study”", await PageAsync(topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_was_never_published_takes_readings_too()
    {
        await Ada.SubmitAsync("/library/topics/new", ("Title", "Phones at school"), ("Question", "Should a school ban phones?"), ("FirstName", "Phones should be banned"), ("FirstShort", "Ban"),
            ("SecondName", "Phones should be allowed"), ("SecondShort", "Allow"), ("Language", "en"), ("Id", ""));
        var draft = await DraftAsync("A new study");

        var added = await AddAsync(draft, "phones-at-school", ("Side", "ban"));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("“A new study” is in the topic now. What is still to do is listed below.", await PageAsync(added.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_goes_into_the_lesson_together()
    {
        var topic = await EditSampleAsync();
        var (one, two) = (await DraftAsync("Against"), await DraftAsync("In favor"));
        await AddAsync(one, ("Side", "choose"));
        Assert.Contains("would give “Required” more to read", await ReadAsync(await AddAsync(two, ("Side", "require"), ("Lessons", "short"))), StringComparison.Ordinal);

        await AddAsync(two, ("Side", "require"), ("Lessons", "short"), ("Pair", "against"));

        var readings = await Server.InScopeAsync(async s => (await s.GetRequiredService<TopicDrafts>().FindAsync(Guid.Parse(topic.Split('/')[^1]), default))!.Pack.Lessons.Single().Steps.OfType<ReadingPlan>().Single().Readings);
        Assert.Equal(["in-favor", "against"], readings.TakeLast(2));
        Assert.Contains("Ready for review", await PageAsync(topic), StringComparison.Ordinal);
    }

    private async Task<string> DraftAsync(string title)
    {
        var made = await Ada.SubmitAsync("/library/drafts/new", ("Title", title), ("Author", "Ben"), ("Publisher", "A journal"), ("Date", "2023"), ("Kind", "Secondary"), ("Language", "en"), ("RightsKind", "own"), ("Text", "It helps a little."));
        return made.Headers.Location!.OriginalString;
    }

    private Task<HttpResponseMessage> AddAsync(string draft, params (string, string)[] choice) => AddAsync(draft, "school-uniforms", choice);

    private async Task<HttpResponseMessage> AddAsync(string draft, string topic, params (string, string)[] choice)
    {
        var id = Guid.Parse(draft.Split('/')[^1]);
        var version = await Server.InDatabaseAsync(db => db.DraftReadings.Where(d => d.Id == id).Select(d => d.Version).SingleAsync());
        return await Ada.SubmitAsync($"{draft}/add?topic={topic}", $"{draft}/add?topic={topic}", [("Version", $"{version}"), .. choice]);
    }
}
