using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library.Topics;

public sealed class UndoTests : TopicPages
{
    [Fact]
    public async Task The_button_says_whose_change_it_takes_back_and_which()
    {
        var topic = await EditSampleAsync();
        Assert.Contains("Nothing to undo", await PageAsync(topic), StringComparison.Ordinal);
        using var bea = await BeaAsync();
        await (await OpenForm.At(bea, $"{topic}/questions/who-decides")).With("explanation", "By Bea.").SaveAsync();

        foreach (var page in new[] { topic, $"{topic}/about" })
            Assert.Matches("<button class=\"small-btn\">Undo: Ada Admin changed “Who may set a dress code\\?”, <time datetime=\"[0-9TZ:-]+\" data-local>", await PageAsync(page));
        Assert.Contains("Undo: you changed “Who may set", WebUtility.HtmlDecode(await bea.ReadAsync(topic)), StringComparison.Ordinal);

        await PressAsync("Undo", topic, bea);
        Assert.Contains("Redo: Ada Admin undid a change of “Who may set", await PageAsync(topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_what_is_somebody_elses_asks_first()
    {
        var topic = await EditSampleAsync();
        using var bea = await BeaAsync();
        await (await OpenForm.At(bea, $"{topic}/about")).With("summary", "By Bea.").SaveAsync();

        var asked = await PressAsync("Undo", topic, part: "glossary");
        var page = await ReadAsync(asked);
        foreach (var shown in new[] { "Take back what Ada Admin did?", "Ada Admin changed “About the topic”", "Take it back", $"href=\"{topic}/glossary\">Leave it" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal("By Bea.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);

        var done = await PressAsync("Undo", topic, part: "glossary", sure: true);
        Assert.Equal($"{topic}/glossary", done.Headers.Location!.OriginalString);
        Assert.Equal("Some schools require uniforms.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);

        Assert.Contains("Bring back what Ada Admin undid?", await ReadAsync(await PressAsync("Redo", topic, bea)), StringComparison.Ordinal);
        await PressAsync("Redo", topic);
        Assert.Equal("By Bea.", (await OpenForm.At(Ada, $"{topic}/about"))["summary"]);
    }

    [Fact]
    public async Task A_button_that_was_overtaken_takes_nothing_back()
    {
        var topic = await EditSampleAsync();
        await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "By Ada.").SaveAsync();
        using var bea = await BeaAsync();
        await (await OpenForm.At(bea, $"{topic}/glossary")).With("terms.0.definition", "By Bea.").SaveAsync();

        var told = await ReadAsync(await DoAsync(topic, "Undo", ("step", "1"), ("sure", "true")));

        Assert.Contains("Something else was changed meanwhile, so nothing was undone.", told, StringComparison.Ordinal);
        Assert.Contains("Undo: Ada Admin changed “Glossary”", told, StringComparison.Ordinal);
        Assert.Equal(2, await Server.InDatabaseAsync(db => db.TopicDraftChanges.CountAsync()));
    }

    [Fact]
    public async Task What_was_typed_brings_its_button_along()
    {
        var topic = await EditSampleAsync();

        var answer = await ReadAsync(await (await OpenForm.At(Ada, $"{topic}/about")).With("summary", "One.").SendAsync(("script", "true")));

        Assert.Contains("<template data-undo>", answer, StringComparison.Ordinal);
        Assert.Contains("Undo: you changed “About the topic”", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_part_is_named_as_it_was_called()
    {
        var topic = await EditSampleAsync();
        await DoAsync(topic, "Remove&part=readings/for-uniforms");

        Assert.Contains("Undo: you removed “For uniforms”", await PageAsync(topic), StringComparison.Ordinal);
    }
}
