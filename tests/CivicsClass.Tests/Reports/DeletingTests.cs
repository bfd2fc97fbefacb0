using System.Net;
using System.Text;
using CivicsClass.Accounts;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Reports;

public sealed class DeletingTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("delete")]
    [InlineData("  DELETE ")]
    [InlineData("Write for both sides")]
    public async Task A_session_that_is_deleted_leaves_nothing_behind(string typed)
    {
        var (ana, browser) = await AnaAsync();
        using var _ = browser;
        var kept = await TaughtLesson.EmptyAsync(server, ana);
        var lesson = await TaughtLesson.StartAsync(server, ana);
        var path = $"/s/{lesson.Key}/delete";
        string[] markers = [lesson.Ben, lesson.Claim[^20..^2], lesson.Note, lesson.Draft];
        await Assert.AllAsync(markers, async marker => Assert.True(await OnDiskAsync(marker), marker));
        Assert.NotEqual(0, await RowsAsync(lesson.Id));

        var answer = await browser.SubmitAsync(path, ("typed", typed));

        Assert.Equal("/dashboard", answer.Headers.Location?.OriginalString);
        Assert.Contains("is deleted.", await browser.ReadAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(0, await RowsAsync(lesson.Id));
        await Assert.AllAsync(markers, async marker => Assert.False(await OnDiskAsync(marker), marker));
        foreach (var gone in new[] { path, $"/s/{lesson.Key}/report", $"/s/{lesson.Key}/teach", $"/s/{lesson.Key}" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(gone)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/s/{kept.Key}/report")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("delet")]
    public async Task Nothing_is_deleted_until_the_word_is_typed(string typed)
    {
        var (ana, browser) = await AnaAsync();
        using var _ = browser;
        var lesson = await TaughtLesson.StartAsync(server, ana);
        var before = await RowsAsync(lesson.Id);

        var answer = await browser.SubmitAsync($"/s/{lesson.Key}/delete", ("typed", typed));

        Assert.Contains("Nothing was deleted.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(lesson.Id));
    }

    [Fact]
    public async Task Nobody_deletes_what_another_teaches()
    {
        var (ana, browser) = await AnaAsync();
        using var _ = browser;
        var (_, bea) = await AnaAsync();
        using var __ = bea;
        var lesson = await TaughtLesson.StartAsync(server, ana);
        var before = await RowsAsync(lesson.Id);

        var answer = await bea.SubmitAsync("/account", $"/s/{lesson.Key}/delete", ("typed", "delete"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await RowsAsync(lesson.Id));
    }

    [Fact]
    public async Task Everybody_in_a_deleted_session_is_told_and_cut()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        var cut = new List<string>();
        await Engine.EnterAsync(host, "c1", "class", ben, () => cut.Add("ben"));
        await Engine.EnterAsync(host, "c2", "wall", abort: () => cut.Add("wall"));
        Assert.DoesNotContain(engine.Heard.All, s => s.What == "Removed");

        await engine.Live.DeleteAsync(host);

        Assert.Contains(engine.Heard.All, s => s is { What: "Removed", Audience: "class", Json: "Your teacher has deleted this session." });
        Assert.Equal(["ben", "wall"], cut.Order());
        Assert.Null(await engine.Live.FindAsync(host.Key));
    }

    [Fact]
    public async Task Somebody_who_comes_back_while_it_is_deleted_does_not_keep_it_alive()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        var back = new TaskCompletionSource<Task<SessionHost?>>();
        await Engine.EnterAsync(host, "c1", "class", ben, () => back.SetResult(engine.Live.FindAsync(host.Key)));

        await engine.Live.DeleteAsync(host);

        if (await await back.Task is { } woken)
            await woken.Running;
        Assert.Null(await engine.Live.FindAsync(host.Key));
    }

    private async Task<(Teacher Ana, Browser Browser)> AnaAsync()
    {
        var ana = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        return (ana, await server.SignedInAsync(ana));
    }

    private Task<int> RowsAsync(Guid session) => server.InDatabaseAsync(async db =>
        await db.Sessions.CountAsync(s => s.Id == session)
        + await db.SessionEvents.CountAsync(e => e.SessionId == session)
        + await db.Participants.CountAsync(p => p.SessionId == session)
        + await db.Drafts.CountAsync(d => d.SessionId == session));

    /// <summary>In SQLite's database, its write-ahead log or its index, as bytes; in a row of another database.</summary>
    private async Task<bool> OnDiskAsync(string text) => server.Database.IsSqlite ? InFiles(text) : await server.InDatabaseAsync(async db =>
        await db.SessionEvents.AnyAsync(e => e.Payload.Contains(text))
        || await db.Participants.AnyAsync(p => p.Name!.Contains(text))
        || await db.Drafts.AnyAsync(d => d.Text.Contains(text)));

    private bool InFiles(string text) => Directory.EnumerateFiles(server.Folder, "civics.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
