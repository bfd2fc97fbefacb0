using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using CivicsClass.Library.Files;
using CivicsClass.Tests.Library.Importing;
using CivicsClass.Tests.Quizzes.Files;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Library;

/// <summary>Files made to do harm, sent as an admin would send them: each is refused with a sentence, takes little memory, writes
/// nothing, and what was there stays as it was.</summary>
[Collection(nameof(AloneInTheProcess))]
[Trait("Database", "Sqlite")]
public sealed class BadInputTests(BadInputTests.Library library) : IClassFixture<BadInputTests.Library>
{
    private const long MostMemory = 64 * 1024 * 1024;

    public sealed class Library : IAsyncLifetime
    {
        public TestServer Server { get; private set; } = null!;
        public Browser Ada { get; private set; } = null!;
        public string Held { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
            Ada = await Server.SignedInAsync(await Server.AdminAsync());
            Assert.Contains("as version 1", await SendAsync(Ada, "/library/upload", "pack", "pack.zip", new SamplePack().Zip()), StringComparison.Ordinal);
            await SendAsync(Ada, "/library/upload", "pack", "pack.zip", []);
            Held = await HoldsAsync();
        }

        /// <summary>Everything that is stored of the library, and the names of the files beside the database.</summary>
        public async Task<string> HoldsAsync()
        {
            var versions = await Server.InDatabaseAsync(db => db.PackVersions.OrderBy(v => v.Number).Select(v => v.Hash + v.Document).ToListAsync());
            var (drafts, images) = (await Server.InDatabaseAsync(db => db.DraftReadings.CountAsync()), await Server.InDatabaseAsync(db => db.ReadingImages.CountAsync()));
            var files = Directory.EnumerateFiles(Server.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            return string.Join('\n', [.. versions, $"{drafts} {images}", .. files]);
        }

        public ValueTask DisposeAsync()
        {
            Ada.Dispose();
            return Server.DisposeAsync();
        }
    }

    public static TheoryData<string, string, Func<byte[]>> Packs => new()
    {
        { "a bomb by ratio", "larger than 256 KB", () => Zip(("pack.yaml", new byte[400 * 1024 * 1024])) },
        { "a bomb by number", "larger than 8 MB together", () => Zip([.. Enumerable.Range(0, 450).Select(i => ($"readings/{i}.md", new byte[Limits.FileBytes]))]) },
        { "a bomb in a bomb", "no place in a pack", () => new SamplePack().With("bomb.zip", Zip(("inner.zip", Zip(("x", new byte[100 * 1024 * 1024]))))).Zip() },
        { "a hundred thousand entries", "larger than 8 MB", () => Entries(100_000) },
        { "eighty thousand entries", "more than 500 entries", () => Entries(80_000) },
        { "a path upwards", "leads out of the pack", () => new SamplePack().With("../../evil.md", "x").Zip() },
        { "a path from the root", "leads out of the pack", () => new SamplePack().With("/tmp/evil.md", "x").Zip() },
        { "a path of Windows", "leads out of the pack", () => new SamplePack().With("C:\\evil.md", "x").Zip() },
        { "a link", "link to another file", Link },
        { "two of one name", "two files with this name", () => Zip([.. Whole(), ("pack.yaml", "x"u8.ToArray())]) },
        { "a size that lies", "The pack was not taken", () => Lie(Zip(("pack.yaml", new byte[60 * 1024 * 1024]))) },
        { "an image that is none", "not a PNG, JPEG or WebP", () => new SamplePack().With("images/x.png", "<svg onload='x()'/>").Zip() },
        { "a program for a text", "not UTF-8 text", () => new SamplePack().With("quiz.yaml", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0xFF, 0x00]).Zip() },
        { "aliases that multiply", "is an anchor", () => new SamplePack().With("glossary.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"b{i}: &b{i} [{string.Join(',', Enumerable.Repeat(i == 0 ? "*a" : $"*b{i - 1}", 9))}]\n"))).Zip() },
        { "nesting without end", "nested more than 32 deep", () => new SamplePack().With("quiz.yaml", new string('[', 200_000)).Zip() },
        { "a quiz of nothing but commas", "far more entries", () => new SamplePack().With("quiz.yaml", "items: [" + string.Concat(Enumerable.Repeat("a,", 1_000_000)) + "]").Zip() },
        { "fifty lessons of commas", "far more entries", Lessons },
        { "UTF-16", "Save it again as UTF-8", () => new SamplePack().With("pack.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("format: 1")]).Zip() },
        { "Windows-1252", "Save it again as UTF-8", () => new SamplePack().With("pack.yaml", [.. "title: Se"u8, 0xF1, .. "or"u8]).Zip() },
        { "an empty file", "The file is empty", () => new SamplePack().With("pack.yaml", "").Zip() },
        { "an empty zip", "not a zip file", () => Zip() },
        { "no zip", "not a zip file", () => "This is a letter."u8.ToArray() },
        { "8 MB of noise", "not a zip file", () => { var noise = new byte[8 * 1024 * 1024]; new Random(3).NextBytes(noise); return noise; } },
    };

    [Theory]
    [MemberData(nameof(Packs))]
    public Task A_bad_pack_is_refused_and_nothing_else_happens(string what, string sentence, Func<byte[]> make) =>
        RefusedAsync(what, sentence, make(), bytes => SendAsync(library.Ada, "/library/upload", "pack", "pack.zip", bytes));

    public static TheoryData<string, string, Func<byte[]>> Texts => new()
    {
        { "bomb.docx", "far larger inside", () => SampleFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string(' ', 200 * 1024 * 1024))) },
        { "repeated.docx", "more than 100 images", () => SampleFiles.WordOfPictures(1, 3_000, Limits.ImageBytes) },
        { "pictures.docx", "more than 100 images", () => SampleFiles.WordOfPictures(1_900, 1_900, 2_000) },
        { "heavy.docx", "larger than 8 MB together", () => SampleFiles.WordOfPictures(9, 9, 1024 * 1024) },
        { "words.docx", "far larger inside", () => SampleFiles.WordOf($"<w:p><w:r><w:t>{string.Concat(Enumerable.Repeat("x ", 3_500_000))}</w:t></w:r></w:p>") },
        { "hidden.html", "larger than 256 KB", () => Encoding.UTF8.GetBytes($"<!doctype html><body>{string.Concat(Enumerable.Repeat("<span aria-hidden=true>", 115))}{string.Concat(Enumerable.Repeat("a b ", 450_000))}") },
        { "elsewhere.docx", "far larger inside", () => SampleFiles.WordIn("word/document.dat", new string(' ', 200 * 1024 * 1024)) },
        { "pack.docx", "This is a pack and not a reading", () => new SamplePack().Zip() },
        { "noise.docx", "damaged", () => [.. "PK\x03\x04"u8, .. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))] },
        { "empty.docx", "The file is empty", () => [] },
        { "empty.txt", "The file is empty", () => [] },
        { "blank.md", "no paragraph of text", () => "\n \n"u8.ToArray() },
        { "cut.txt", "letters cannot be read", () => [0xFF, 0xFE, 0x41, 0x00, 0x42] },
        { "endless.txt", "larger than 256 KB", () => Encoding.UTF8.GetBytes(new string('x', 8 * 1024 * 1024)) },
        { "nested.html", "one inside the other", () => Encoding.UTF8.GetBytes("<!doctype html>" + string.Concat(Enumerable.Repeat("<div>", 300_000))) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public Task A_bad_text_is_refused_and_nothing_else_happens(string name, string sentence, Func<byte[]> make) =>
        RefusedAsync(name, sentence, make(), bytes => SendAsync(library.Ada, "/library/drafts/new?handler=Files", "files", name, bytes));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_of_200_MB_is_refused_early(bool announced)
    {
        var sent = 0L;
        var token = await library.Ada.OpenFormAsync("/library/upload");
        var (answer, memory) = await MeasureAsync(async () =>
        {
            using var file = new StreamContent(new Endless(200 * 1024 * 1024, announced, read => sent = read));
            file.Headers.Add("Content-Disposition", "form-data; name=\"pack\"; filename=\"pack.zip\"");
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, file };
            try
            {
                return (await library.Ada.Http.PostAsync("/library/upload", form, TestContext.Current.CancellationToken)).StatusCode;
            }
            catch (HttpRequestException)
            {
                return HttpStatusCode.RequestEntityTooLarge;
            }
        });

        Assert.Contains(answer, new[] { HttpStatusCode.Redirect, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        Assert.InRange(sent, 0, 64 * 1024 * 1024);
        Assert.InRange(memory, 0, MostMemory);
        Assert.Equal(library.Held, await library.HoldsAsync());
    }

    private async Task RefusedAsync(string what, string sentence, byte[] bytes, Func<byte[], Task<string>> sendAsync)
    {
        var (answer, memory) = await MeasureAsync(() => sendAsync(bytes));

        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {memory / 1024 / 1024} MB");
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.True(memory < MostMemory, $"{what} took {memory / 1024 / 1024} MB");
        Assert.Equal(library.Held, await library.HoldsAsync());
        Assert.False(File.Exists("/tmp/evil.md"));
    }

    /// <summary>The most memory that was held at once beyond what was held before, garbage that waits to be collected among it.</summary>
    private static async Task<(T Answer, long Memory)> MeasureAsync<T>(Func<Task<T>> doAsync)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            do
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            while (!done.Wait(TimeSpan.FromMilliseconds(2)));
        });
        watcher.Start();
        var answer = await doAsync();
        done.Set();
        watcher.Join();
        return (answer, most - before);
    }

    private static async Task<string> SendAsync(Browser ada, string path, string field, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await ada.OpenFormAsync(path.Split('?')[0])), "__RequestVerificationToken" }, { new ByteArrayContent(file), field, name } };
        using var answer = await ada.Http.PostAsync(path, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static byte[] Zip(params (string Path, byte[] Content)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in entries)
            {
                using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        return zip.ToArray();
    }

    private static IEnumerable<(string Path, byte[] Content)> Whole()
    {
        var files = new SamplePack().Files;
        return files.Paths.Select(p => (p, files.Find(p)!));
    }

    private static byte[] Entries(int number) => Zip([.. Enumerable.Range(0, number).Select(i => ($"{i:x}", Array.Empty<byte>()))]);

    private static byte[] Link()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = archive.CreateEntry("readings/01-secret.md");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        }
        return zip.ToArray();
    }

    private static byte[] Lie(byte[] zip)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(zip.AsSpan().IndexOf("PK\x01\x02"u8) + 24), 10);
        return zip;
    }

    private static byte[] Lessons()
    {
        var pack = new SamplePack();
        for (var i = 0; i < 29; i++)
            pack.With($"lessons/l{i}.yaml", "objectives: [" + string.Concat(Enumerable.Repeat("a,", 49_900)) + "]");
        return pack.Zip();
    }

    /// <summary>As many zeros as one likes, that stand in no memory.</summary>
    private sealed class Endless(long length, bool announced, Action<long> told) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => announced;
        public override bool CanWrite => false;
        public override long Length => announced ? length : throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _read);
            buffer.AsSpan(offset, read).Clear();
            told(_read += read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
