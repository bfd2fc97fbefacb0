using System.Net;
using System.Text.Json;
using CivicsClass.Accounts;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Reports;

public sealed class ReportPagesTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    private Teacher _ana = null!;
    private Browser _browser = null!;
    private TaughtLesson _lesson = null!;

    public async ValueTask InitializeAsync()
    {
        _ana = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        _browser = await server.SignedInAsync(_ana);
        _lesson = await TaughtLesson.StartAsync(server, _ana);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_running_session_has_a_report_so_far()
    {
        var page = await _browser.ReadAsync($"/s/{_lesson.Key}/report");

        Assert.Contains("so far", page, StringComparison.Ordinal);
        Assert.Contains($"/s/{_lesson.Key}/teach", page, StringComparison.Ordinal);
        Assert.Contains(_lesson.Ben, page, StringComparison.Ordinal);
        Assert.Contains("1 of 2 (50 %)", page, StringComparison.Ordinal);
        Assert.Contains("unclear", page, StringComparison.Ordinal);
        Assert.Contains("Because &lt;b&gt;it&lt;/b&gt; is so.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync($"/s/{_lesson.Key}/teach")).StatusCode);
    }

    [Fact]
    public async Task Reading_the_report_takes_nothing_from_the_running_session()
    {
        var epoch = await EpochAsync();

        await _browser.ReadAsync($"/s/{_lesson.Key}/report");
        await _lesson.TeachAsync(_ana, new LockDoor(true));

        Assert.Equal(epoch, await EpochAsync());
    }

    [Fact]
    public async Task An_ended_session_has_a_report_without_a_console()
    {
        await _lesson.TeachAsync(_ana, new EndSession());

        var page = await _browser.ReadAsync($"/s/{_lesson.Key}/report");

        Assert.DoesNotContain("so far", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/s/{_lesson.Key}/teach", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_students_has_a_page_too()
    {
        var empty = await TaughtLesson.EmptyAsync(server, _ana);

        var page = await _browser.ReadAsync($"/s/{empty.Key}/report");

        Assert.Contains("Nobody has joined yet.", page, StringComparison.Ordinal);
        foreach (var part in new[] { "participation", "quiz", "arguments", "reflections", "timeline" })
            Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync($"/s/{empty.Key}/report.csv?part={part}")).StatusCode);
    }

    [Fact]
    public async Task Names_can_be_left_out_everywhere()
    {
        foreach (var path in new[] { "report", "report.csv", "report.csv?part=arguments", "report.csv?part=reflections", "report.json" })
        {
            Assert.Contains(_lesson.Ben, await _browser.ReadAsync($"/s/{_lesson.Key}/{path}"), StringComparison.Ordinal);
            var without = await _browser.ReadAsync($"/s/{_lesson.Key}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}names=off");
            Assert.DoesNotContain(_lesson.Ben, without, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tables_are_files_that_a_spreadsheet_opens_without_running_anything()
    {
        var answer = await _browser.GetAsync($"/s/{_lesson.Key}/report.csv?part=arguments");
        var rows = CsvReader.Read(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@"^""?write-for-both-sides-\d{4}-\d\d-\d\d-arguments\.csv""?$", answer.Content.Headers.ContentDisposition.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal($"'{_lesson.Claim}", Cell("claim"));
        Assert.Equal(("returned", "Unclear", _lesson.Note), (Cell("decision"), Cell("because"), Cell("note")));

        string Cell(string column) => rows[1][rows[0].IndexOf(column)];
    }

    [Fact]
    public async Task Reflections_are_a_table_too_and_hidden_with_the_names()
    {
        const string File = "report.csv?part=reflections";
        var rows = CsvReader.Read(await _browser.Http.GetByteArrayAsync($"/s/{_lesson.Key}/{File}"));

        Assert.Equal(["reflection", "prompt", "alias", "name", "text"], rows[0]);
        var row = Assert.Single(rows.Skip(1));
        Assert.Equal((_lesson.Ben, $"'{_lesson.Reflection}"), (row[3], row[4]));
        Assert.Contains(File, await _browser.ReadAsync($"/s/{_lesson.Key}/report"), StringComparison.Ordinal);
        Assert.DoesNotContain(File, await _browser.ReadAsync($"/s/{_lesson.Key}/report?names=off"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_table_is_participation()
    {
        var rows = CsvReader.Read(await _browser.Http.GetByteArrayAsync($"/s/{_lesson.Key}/report.csv"));

        Assert.Equal("alias", rows[0][0]);
        Assert.Equal([_lesson.Ben, "Chi O'Neill"], rows.Skip(1).Select(r => r[1]));
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/s/{_lesson.Key}/report.csv?part=secrets")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/s/{_lesson.Key}/report.csv?part=97")).StatusCode);
    }

    [Fact]
    public async Task The_whole_session_is_one_JSON_document()
    {
        var answer = await _browser.GetAsync($"/s/{_lesson.Key}/report.json");
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var root = document.RootElement;

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(("civicsclass-session", 1), (root.GetProperty("format").GetString(), root.GetProperty("version").GetInt32()));
        Assert.Equal(_lesson.Key, root.GetProperty("session").GetProperty("key").GetString());
        Assert.Equal(_lesson.Ben, root.GetProperty("names").GetProperty("p1").GetString());
        Assert.Equal(2, root.GetProperty("report").GetProperty("students").GetArrayLength());
        var stored = await server.InDatabaseAsync(db => db.SessionEvents.Where(e => e.SessionId == _lesson.Id).OrderBy(e => e.Seq).ToListAsync());
        var events = root.GetProperty("events").EnumerateArray().ToArray();
        Assert.Equal(stored.Select(e => (e.Seq, e.Kind)), events.Select(e => (e.GetProperty("seq").GetInt64(), e.GetProperty("kind").GetString()!)));
        Assert.All(stored.Zip(events), pair => Classroom.AssertSame(pair.First.Payload, pair.Second.GetProperty("payload").GetRawText()));
    }

    [Fact]
    public async Task The_JSON_opens_no_door()
    {
        var json = await _browser.ReadAsync($"/s/{_lesson.Key}/report.json");

        Assert.DoesNotContain(_lesson.Host.Row.WallToken, json, StringComparison.Ordinal);
        Assert.DoesNotContain(_lesson.Host.Row.JoinCode!, json, StringComparison.Ordinal);
        Assert.DoesNotContain("recovery", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_on_the_board_is_a_map_on_the_page_and_in_a_file()
    {
        Assert.DoesNotContain("<svg xmlns", await _browser.ReadAsync($"/s/{_lesson.Key}/report"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/s/{_lesson.Key}/report/map.svg")).StatusCode);
        await _lesson.PostApprovedAsync(_ana, "Is <b>this</b> safe & sound?");

        var answer = await _browser.GetAsync($"/s/{_lesson.Key}/report/map.svg?step=debate");
        var map = await answer.Content.ReadAsStringAsync();

        Assert.Equal(("image/svg+xml", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("Is &lt;b&gt;this&lt;/b&gt; safe &amp; sound?", map, StringComparison.Ordinal);
        Assert.Contains(map, await _browser.ReadAsync($"/s/{_lesson.Key}/report"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/s/{_lesson.Key}/report/map.svg?step=norms")).StatusCode);
        using var bea = await server.SignedInAsync(await server.TeacherAsync($"bea-{Guid.NewGuid():N}@school.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetAsync($"/s/{_lesson.Key}/report/map.svg?step=debate")).StatusCode);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report.csv")]
    [InlineData("report.csv?part=arguments")]
    [InlineData("report.csv?part=reflections")]
    [InlineData("report.json")]
    [InlineData("delete")]
    public async Task A_session_is_only_there_for_its_own_teacher(string path)
    {
        using var bea = await server.SignedInAsync(await server.TeacherAsync($"bea-{Guid.NewGuid():N}@school.example"));
        using var ada = await server.SignedInAsync(await server.AdminAsync($"ada-{Guid.NewGuid():N}@school.example"));
        using var nobody = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync($"/s/{_lesson.Key}/{path}")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetAsync($"/s/{_lesson.Key}/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync($"/s/{_lesson.Key}/{path}")).StatusCode);
        var answer = await nobody.GetAsync($"/s/{_lesson.Key}/{path}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    private Task<int> EpochAsync() => server.InDatabaseAsync(db => db.Sessions.Where(s => s.Id == _lesson.Id).Select(s => s.Epoch).SingleAsync());
}
