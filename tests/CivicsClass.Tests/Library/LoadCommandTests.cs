using System.Net;
using System.Text;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Tests.Library.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class LoadCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("civics-load-").FullName;
    private readonly string _pack = new SamplePack().Folder();

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task While_a_server_runs_the_pack_goes_through_it()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });
        var token = Path.Combine(_data, "operate.token");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(token));

        var (code, output) = await LoadAsync(_pack);
        Assert.Equal((0, "“Uniforms at school” is in the library as version 1 (school-uniforms).\n"), (code, output));
        Assert.Equal(1, await server.InDatabaseAsync(db => db.PackVersions.CountAsync(v => v.PublishedBy == LoadCommand.By)));

        File.AppendAllText(Path.Combine(_pack, "pack.yaml"), "\ncolour: red\n");
        (code, output) = await LoadAsync(_pack);
        Assert.Equal(1, code);
        Assert.Contains("pack.yaml:19: `colour` is not a field here.", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task Without_the_token_the_door_is_not_there()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });
        using var stranger = server.Browser();
        using var wrong = new HttpRequestMessage(HttpMethod.Post, "/operate/load") { Content = new ByteArrayContent(new SamplePack().Zip()) };
        wrong.Headers.Add("X-Operate-Token", new string('0', 64));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.PostAsync("/operate/load", new ByteArrayContent(new SamplePack().Zip()), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, await server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_stopped_server_leaves_no_token_and_no_lock()
    {
        await using (await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" }))
            Assert.True(File.Exists(Path.Combine(_data, "operate.token")));

        Assert.False(File.Exists(Path.Combine(_data, "operate.token")));
        using var again = Lock();
        Assert.True(again.TryTake());
        using var other = Lock();
        Assert.False(other.TryTake());
        Assert.Contains("Another CivicsClass server", Assert.Throws<OperatorException>(other.Take).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_is_taken_into_whatever_database_there_is()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        await using var output = new StringWriter();

        Assert.Equal(0, await LoadCommand.RunAsync(server.Services, _pack, output));

        Assert.Equal(1, await server.InDatabaseAsync(db => db.PackVersions.CountAsync(v => v.PublishedBy == LoadCommand.By)));
    }

    public static TheoryData<string, byte[], int, string> Texts => new()
    {
        { "plain.txt", "A bus was late. People waited."u8.ToArray(), 0, "plain.txt is a draft reading now, “plain”. Nothing was changed or left out.\nLook at it under Library" },
        { "marked.md", "# A late bus\n\nPeople *waited*."u8.ToArray(), 0, "“A late bus”. Nothing was changed" },
        { "page.html", "<!doctype html><body><script>x()</script><h1>A bus</h1><p>People waited.</p></body>"u8.ToArray(), 0, "Not everything is as it was in the file:\n- " },
        { "word.docx", SampleFiles.Read("article.docx"), 0, "word.docx is a draft reading now" },
        { "tracked", SampleFiles.Read("tracked.docx"), 0, "it is a Word document" },
        { "second", SampleFiles.WordIn("word/document2.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>A bus.</w:t></w:r></w:p></w:body></w:document>"), 0, "it is a Word document" },
        { "wide.txt", Encoding.BigEndianUnicode.GetBytes("The señor waited."), 0, "- The file was UTF-16" },
        { "empty.txt", [], 1, "empty.txt was not taken:\n- The file is empty." },
        { "paper.pdf", "%PDF-1.7 x"u8.ToArray(), 1, "- This is a PDF." },
        { "quiz.gift", "::a:: What? {=b ~c}"u8.ToArray(), 1, "choose Library, the topic, Import questions" },
        { "aiken.txt", "What?\nA. This\nB. That\nANSWER: A\n"u8.ToArray(), 1, "Import questions" },
        { "sheet.zip", SampleFiles.Zip(("xl/workbook.xml", "<x/>")), 1, "Import questions" },
        { "other.zip", SampleFiles.Zip(("a.dat", "x")), 1, "The pack was not taken" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_single_text_becomes_a_draft_and_the_report_says_what_became_of_it(string name, byte[] file, int code, string words)
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        var path = Path.Combine(_pack, name);
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        await using var output = new StringWriter();

        Assert.Equal(code, await LoadCommand.RunAsync(server.Services, path, output));

        Assert.Contains(words, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1 - code, await server.InDatabaseAsync(db => db.DraftReadings.CountAsync(d => d.AddedBy == LoadCommand.By)));
        Assert.Equal(0, await server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task While_a_server_runs_a_text_goes_through_it()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });
        var path = Path.Combine(_pack, "Late bus & tram.md");
        await File.WriteAllTextAsync(path, "People waited.", TestContext.Current.CancellationToken);

        var (code, output) = await LoadAsync(path);

        Assert.Equal(0, code);
        Assert.StartsWith("Late bus & tram.md is a draft reading now, “Late bus & tram”.", output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, " ", TestContext.Current.CancellationToken);
        Assert.Equal((1, "Late bus & tram.md was not taken:\n- There is no paragraph of text in this file.\n"), await LoadAsync(path));
        using var stranger = server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.PostAsync("/operate/reading?name=a.md", new ByteArrayContent("People waited."u8.ToArray()), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(1, await server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_before_it_is_read()
    {
        foreach (var name in new[] { "huge.zip", "huge.txt", "huge.docx" })
        {
            var path = Path.Combine(_pack, name);
            await using (var huge = File.Create(path))
                huge.SetLength(200 * 1024 * 1024);
            var before = GC.GetAllocatedBytesForCurrentThread();

            Assert.Null(PackPath.ReadFile(path));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
            var (code, output) = await LoadAsync(path);

            Assert.Equal(1, code);
            Assert.Contains("larger than 8 MB", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_told_so()
    {
        var (code, output) = await LoadAsync("/nowhere/at/all");
        Assert.Equal(1, code);
        Assert.Contains("no such folder or file", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_pack, recursive: true);
    }

    private async Task<(int Code, string Output)> LoadAsync(string path)
    {
        var services = new ServiceCollection().AddSingleton(Lock()).AddSingleton(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=unused.db", null)).BuildServiceProvider();
        await using (services)
        {
            await using var output = new StringWriter();
            return (await LoadCommand.RunAsync(services, path, output), output.ToString());
        }
    }

    private InstanceLock Lock() =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = _data }).Build());
}
