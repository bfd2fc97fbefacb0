using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Topics;

public sealed class ReviewTests : TopicPages
{
    [Fact]
    public async Task A_teacher_finds_what_asks_for_review_reads_it_and_dissents()
    {
        var topic = await EditSampleAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Most schools require uniforms.").SaveAsync();
        using var ana = await Server.SignedInAsync(await Server.TeacherAsync());
        Assert.DoesNotContain("Asks for review", await ana.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Equal("/library?over=true", (await ana.GetAsync($"{topic}/review")).Headers.Location!.OriginalString);
        await DoAsync(topic, "Review");

        var library = WebUtility.HtmlDecode(await ana.ReadAsync("/library"));
        foreach (var shown in new[] { "Asks for review", $"href=\"{topic}/review\">Uniforms at school</a>", "Nobody has reviewed it yet." })
            Assert.Contains(shown, library, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await ana.ReadAsync($"{topic}/review"));
        foreach (var shown in new[] { "What changed since version 1", "<del>Some</del>", "<ins>Most</ins>", "They ask for a reason.", "Who may set a dress code?", "Balance: what can be counted", "Sign your review" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Edit the topic", page, StringComparison.Ordinal);
        var preview = await ana.ReadAsync($"{topic}/review/lessons/short/preview");
        Assert.Contains("Back to the review", preview, StringComparison.Ordinal);
        Assert.Contains("data-views=", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync($"{topic}/review/lessons/none/preview")).StatusCode);

        Assert.Contains("Say why you dissent", await ReadAsync(await SignAsync(ana, topic, agrees: false, "")), StringComparison.Ordinal);
        await SignAsync(ana, topic, agrees: false, "The second text is weaker.");

        Assert.Contains("You have signed.", await ana.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Contains("The second text is weaker.", await PageAsync(topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_signed_or_somebody_dissents_from_is_published_only_knowingly()
    {
        var topic = await EditSampleAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Most schools require uniforms.").SaveAsync();
        await DoAsync(topic, "Review");
        Assert.Contains("Publish it all the same, without a review", await PageAsync(topic), StringComparison.Ordinal);
        Assert.Contains("Nobody has reviewed it yet. Confirm below", await ReadAsync(await DoAsync(topic, "Publish")), StringComparison.Ordinal);

        using var ana = await Server.SignedInAsync(await Server.TeacherAsync());
        await SignAsync(ana, topic, agrees: false, "The second text is weaker.");
        Assert.Contains("Reviewed by 1, who dissents. Confirm below", await ReadAsync(await DoAsync(topic, "Publish", ("doubt", "none"))), StringComparison.Ordinal);
        Assert.Contains("Read why</a> first: teachers will.", await PageAsync(topic), StringComparison.Ordinal);
        var published = await DoAsync(topic, "Publish", ("doubt", "dissent-1"));

        var version = published.Headers.Location!.OriginalString;
        var balance = WebUtility.HtmlDecode(await ana.ReadAsync($"{version}/balance"));
        foreach (var shown in new[] { "Reviewed by 1, who dissents.", "Ana Alvarez", "The second text is weaker." })
            Assert.Contains(shown, balance, StringComparison.Ordinal);
        Assert.Contains($"{version}/balance", await ana.ReadAsync(version), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_all_reviewers_agree_with_is_published_without_a_question()
    {
        var topic = await EditSampleAsync();
        await DoAsync(topic, "Review");
        using var ana = await Server.SignedInAsync(await Server.TeacherAsync());
        await SignAsync(ana, topic, agrees: true, "");
        Assert.DoesNotContain("Publish it all the same", await PageAsync(topic), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await DoAsync(topic, "Publish")).StatusCode);
    }

    [Fact]
    public async Task A_review_of_what_was_changed_meanwhile_is_not_signed()
    {
        var topic = await EditSampleAsync();
        await DoAsync(topic, "Review");
        using var ana = await Server.SignedInAsync(await Server.TeacherAsync());
        var fields = await FieldsAsync(ana, topic, true, "");
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "Changed.").SaveAsync();
        Assert.Equal("/library?over=true", (await ana.SubmitAsync("/library/drafts/new", $"{topic}/review?handler=SignOff", fields)).Headers.Location!.OriginalString);
        Assert.Contains("not in review any more", await ana.ReadAsync("/library?over=true"), StringComparison.Ordinal);

        await DoAsync(topic, "Review");
        Assert.Contains("changed while you looked at it", await ReadAsync(await ana.SubmitAsync($"{topic}/review", $"{topic}/review?handler=SignOff", fields)), StringComparison.Ordinal);
        Assert.Equal(0, await Server.InDatabaseAsync(db => db.SignOffs.CountAsync()));
    }

    private static async Task<HttpResponseMessage> SignAsync(Browser who, string topic, bool agrees, string reasons) =>
        await who.SubmitAsync($"{topic}/review", $"{topic}/review?handler=SignOff", await FieldsAsync(who, topic, agrees, reasons));

    private static async Task<(string, string)[]> FieldsAsync(Browser who, string topic, bool agrees, string reasons)
    {
        var hash = System.Text.RegularExpressions.Regex.Match(await who.ReadAsync($"{topic}/review"), "name=\"Hash\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        return [("Hash", hash), ("Viewpoint", "Teaches civics"), ("Agrees", agrees ? "true" : "false"), ("Reasons", reasons)];
    }
}
