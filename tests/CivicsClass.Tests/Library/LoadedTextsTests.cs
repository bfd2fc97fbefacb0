using System.IO.Compression;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Tests.Library.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class LoadedTextsTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("civics-texts-").FullName;

    private static readonly (string Path, byte[] Content)[] Several =
    [
        ("one.txt", "A bus was late. People waited."u8.ToArray()),
        ("two.md", "# Two\n\nPeople *waited*."u8.ToArray()),
        ("deeper/three.html", "<!doctype html><body><script>x()</script><p>People waited.</p></body>"u8.ToArray()),
        ("deeper/four.docx", SampleFiles.Read("article.docx")),
        ("five.pdf", "%PDF-1.7 x"u8.ToArray()),
        ("six.gift", "::a:: What? {=b ~c}"u8.ToArray()),
        (".DS_Store", [1, 2, 3]),
        ("~$four.docx", [1, 2, 3]),
    ];

    private string SeveralTexts()
    {
        var folder = Path.Combine(_data, "texts");
        Directory.CreateDirectory(Path.Combine(folder, "deeper"));
        foreach (var (path, content) in Several)
            File.WriteAllBytes(Path.Combine(folder, path), content);
        return folder;
    }

    private static void IsToldOfSeveral(int code, string output)
    {
        Assert.Equal(1, code);
        Assert.Contains("one.txt is a draft reading now, “one”. Nothing was changed", output, StringComparison.Ordinal);
        Assert.Contains("two.md is a draft reading now, “Two”.", output, StringComparison.Ordinal);
        Assert.Contains("three.html is a draft reading now, “three”. Not everything", output, StringComparison.Ordinal);
        Assert.Contains("four.docx is a draft reading now", output, StringComparison.Ordinal);
        Assert.Contains("five.pdf was not taken:\n- This is a PDF.", output, StringComparison.Ordinal);
        Assert.Contains("six.gift was not taken:\n- This looks like questions", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DS_Store", output, StringComparison.Ordinal);
        Assert.DoesNotContain("~$", output, StringComparison.Ordinal);
        Assert.EndsWith("6 files: 2 taken as they are, 2 taken with changes, 2 not taken.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_folder_or_zip_of_texts_each_becomes_a_draft_and_one_report_tells_of_all(bool zipped)
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        var path = SeveralTexts();
        if (zipped)
            ZipFile.CreateFromDirectory(path, path += ".zip");
        await using var output = new StringWriter();

        var code = await LoadCommand.RunAsync(server.Services, path, output);

        IsToldOfSeveral(code, output.ToString());
        Assert.Equal(4, await server.InDatabaseAsync(db => db.DraftReadings.CountAsync(d => d.AddedBy == LoadCommand.By)));
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task While_a_server_runs_a_folder_of_texts_goes_through_it()
    {
        await using var server = await TestServer.StartAsync(folder: _data, settings: new() { ["Seed:Folder"] = "none" });

        await using var output = new StringWriter();
        using var settings = new InstanceLock(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = _data }).Build());
        await using var command = new ServiceCollection().AddSingleton(settings).AddSingleton(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=unused.db", null)).BuildServiceProvider();

        var code = await LoadCommand.RunAsync(command, SeveralTexts(), output);

        IsToldOfSeveral(code, output.ToString());
        Assert.Equal(4, await server.InDatabaseAsync(db => db.DraftReadings.CountAsync()));
    }

    [Fact]
    public async Task A_folder_of_five_articles_becomes_five_drafts()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        var folder = Directory.CreateDirectory(Path.Combine(_data, "articles")).FullName;
        foreach (var number in Enumerable.Range(1, 5))
            await File.WriteAllTextAsync(Path.Combine(folder, $"{number}.txt"), $"Bus {number} was late again, and nobody who could have said so beforehand did say so!\nA comment...\nPeople waited for bus {number}.\n", TestContext.Current.CancellationToken);
        await using var output = new StringWriter();

        Assert.Equal(0, await LoadCommand.RunAsync(server.Services, folder, output));

        Assert.EndsWith("5 files: 5 taken as they are, 0 taken with changes, 0 not taken.\n", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"Bus {n} was late again, and nobody who could have said so beforehand did say so!"), await server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Title).OrderBy(t => t).ToListAsync()));
    }

    [Fact]
    public async Task Of_a_folder_what_is_a_link_or_too_deep_is_not_followed_and_told()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data, "odd")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "one.txt"), "A bus was late.", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder, "secret.txt"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(folder, "etc"), "/etc");
        var deep = Directory.CreateDirectory(Path.Combine(folder, "a", "b", "c", "d", "e")).FullName;
        await File.WriteAllTextAsync(Path.Combine(deep, "two.txt"), "A bus was late.", TestContext.Current.CancellationToken);

        var (code, output) = await LoadAsync(folder, drafts: 1);

        Assert.Equal(1, code);
        Assert.Contains("secret.txt was not taken:\n- This is a link", output, StringComparison.Ordinal);
        Assert.Contains("etc was not taken:\n- This is a link", output, StringComparison.Ordinal);
        Assert.Contains("e was not taken:\n- This folder stands more than 4 folders deep", output, StringComparison.Ordinal);
        Assert.EndsWith("4 files: 1 taken as they are, 0 taken with changes, 3 not taken.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_zip_each_entry_is_told_by_itself_and_nothing_is_written()
    {
        var path = Path.Combine(_data, "odd.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(zip, "one.txt", "A bus was late.");
            Add(zip, "again/one.txt", "A tram was late.");
            Add(zip, "one.txt", "A train was late.");
            Add(zip, "../../evil.txt", "A bus was late.");
            Add(zip, "/tmp/evil.txt", "A bus was late.");
            Add(zip, "\u001b[2Jevil.txt", "A bus was late.");
            Add(zip, "secret.txt", "/etc/passwd").ExternalAttributes = unchecked((int)0xA1FF0000);
            Add(zip, "large.txt", new string('x', 9 * 1024 * 1024));
        }
        var before = Directory.GetFileSystemEntries(_data);

        var (code, output) = await LoadAsync(path, drafts: 3);

        Assert.Equal(1, code);
        Assert.Contains("../../evil.txt was not taken:\n- Its path leads out of the zip", output, StringComparison.Ordinal);
        Assert.Contains("/tmp/evil.txt was not taken:\n- Its path leads out of the zip", output, StringComparison.Ordinal);
        Assert.Contains("?[2Jevil.txt was not taken:\n- Its path", output, StringComparison.Ordinal);
        Assert.Contains("secret.txt was not taken:\n- This is a link", output, StringComparison.Ordinal);
        Assert.Contains("large.txt was not taken:\n- The file is larger than 2 MB", output, StringComparison.Ordinal);
        Assert.EndsWith("8 files: 3 taken as they are, 0 taken with changes, 5 not taken.\n", output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_data));
        Assert.False(File.Exists("/tmp/evil.txt"));
    }

    private static async Task<(int Code, string Output)> LoadAsync(string path, int drafts)
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        await using var output = new StringWriter();
        var code = await LoadCommand.RunAsync(server.Services, path, output);
        Assert.Equal(drafts, await server.InDatabaseAsync(db => db.DraftReadings.Select(d => d.Text).Distinct().CountAsync()));
        return (code, output.ToString());
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(content);
        return entry;
    }

    [Fact]
    public async Task A_pack_without_its_first_file_is_no_folder_of_texts()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        var pack = new SamplePack().Without("pack.yaml").Folder();
        await using var output = new StringWriter();

        Assert.Equal(1, await LoadCommand.RunAsync(server.Services, pack, output));

        Assert.StartsWith("The pack was not taken.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("pack.yaml", output.ToString(), StringComparison.Ordinal);
        Directory.Delete(pack, recursive: true);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
