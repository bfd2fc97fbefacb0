using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CivicsClass.Library.Importing;

namespace CivicsClass.Tests.Library.Importing;

/// <summary>Files made to do harm, or simply not what they say: each is refused or repaired in a second, with a sentence.</summary>
public sealed class NastyFilesTests
{
    private const string Paragraph = "<w:p><w:r><w:t>A sentence that can be read.</w:t></w:r></w:p>";

    public static TheoryData<string, string, Func<byte[]>> Files => new()
    {
        { "bomb.docx", "far larger inside", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat(Paragraph, 400_000))) },
        { "tags.docx", "far larger inside", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat("<w:p/>", 300_000))) },
        { "entries.docx", "more than 2,000 parts", Entries },
        { "path.docx", "leads out of it", () => SampleFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), ("word/../../outside.xml", "<x/>")) },
        { "dtd.docx", "a definition (DTD)", () => SampleFiles.WordOf("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>") },
        { "broken.docx", "damaged", () => SampleFiles.WordOf(Paragraph)[..600] },
        { "wrong.docx", "damaged", () => SampleFiles.WordOf("<w:p></w:q>") },
        { "pack.zip", "a zip without a Word document", () => SampleFiles.Zip(("pack.yaml", "id: x")) },
        { "large.docx", "larger than 8 MB", () => [.. "PK\x03\x04"u8, .. new byte[9 * 1024 * 1024]] },
        { "large.txt", "larger than 256 KB", () => new byte[300 * 1024] },
        { "large.html", "larger than 2048 KB", () => new byte[3 * 1024 * 1024] },
        { "many.html", "more than 40,000 tags", () => Html(string.Concat(Enumerable.Repeat("<b>x</b>", 40_000))) },
        { "deep.html", "one inside the other", () => Html(string.Concat(Enumerable.Repeat("<div>", 5_000))) },
        { "empty.md", "The file is empty", () => [] },
        { "blank.txt", "no paragraph of text", () => " \n\n "u8.ToArray() },
        { "blank.html", "no paragraph of text", () => Html("<script>document.write('x')</script>") },
        { "letter.docx", "a PDF", () => "%PDF-1.7 x"u8.ToArray() },
        { "photo.txt", "a picture", () => SampleFiles.Read("bus.png") },
        { "binary.md", "not a text file", () => "a\0b"u8.ToArray() },
        { "half.txt", "letters cannot be read", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Half a letter: "), 0x00, 0xD8, 0x41, 0x00] },
        { "odd.txt", "letters cannot be read", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Cut off"), 0x41] },
        { "japanese.txt", "save it as UTF-8", () => [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xCC, 0x83, 0x65, 0x83, 0x4C, 0x81, 0x42] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_refused_quickly_with_little_memory_and_a_sentence(string name, string sentence, Func<byte[]> make)
    {
        var bytes = make();
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());

        var report = DraftImport.Read(name, bytes);

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(sentence, report.Remarks.Single().Sentence, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{name} took {watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024 * 1024, $"{name} took {(GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / 1024} MB");
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("The señor said “no”.")] },
        { "utf-16", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("The señor said “no”.")] },
        { "utf-16", Encoding.Unicode.GetBytes("The señor said “no”.") },
        { "utf-16", Encoding.BigEndianUnicode.GetBytes("The señor said “no”.") },
        { "Windows-1252", [.. "The se"u8, 0xF1, .. "or said "u8, 0x93, .. "no"u8, 0x94, .. "."u8] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Other_encodings_are_read_and_told(string encoding, byte[] bytes)
    {
        foreach (var (name, content) in new[] { ("a.txt", bytes), ("a.html", bytes) })
        {
            var report = DraftImport.Read(name, content);

            Assert.Equal("The señor said “no”.", report.Text!.Text);
            Assert.Contains(encoding, Assert.Single(report.Remarks).Sentence, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void What_a_file_is_its_content_says()
    {
        Assert.Contains("it is a Word document", DraftImport.Read("article.txt", SampleFiles.Read("article.docx")).Remarks[^1].Sentence, StringComparison.Ordinal);
        Assert.Contains("it is a web page", DraftImport.Read("article.md", SampleFiles.Read("article.html")).Remarks.First(r => r.Sentence.StartsWith("Its name", StringComparison.Ordinal)).Sentence, StringComparison.Ordinal);
        Assert.Contains("it is plain text", DraftImport.Read("article.docx", "Just words."u8.ToArray()).Remarks.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_documents_that_are_taken_need_no_more_memory_than_promised()
    {
        foreach (var (name, bytes) in new[]
        {
            ("long.docx", SampleFiles.WordOf(string.Concat(Enumerable.Repeat($"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:rPr><w:b/><w:lang w:val=\"en-US\"/></w:rPr><w:t>Words </w:t></w:r>", 5))}</w:p>", 2_300)))),
            ("long.html", Html(string.Concat(Enumerable.Repeat("<p>Some <b>words</b> <i>here</i> <b>and</b> <i>there</i> <b>too</b>.</p>", 2_400)))),
        })
        {
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var most = 0L;
            var done = new ManualResetEventSlim();
            var watcher = new Thread(() =>
            {
                do
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                while (!done.Wait(TimeSpan.FromMilliseconds(2)));
            });
            watcher.Start();
            var report = DraftImport.Read(name, bytes);
            done.Set();
            watcher.Join();

            Assert.NotEqual(ImportOutcome.Refused, report.Outcome);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {(most - before) / 1024 / 1024} MB");
            Assert.True(most - before < 64 * 1024 * 1024, $"{name} took {(most - before) / 1024 / 1024} MB");
        }
    }

    private static byte[] Html(string body) => Encoding.UTF8.GetBytes($"<!doctype html><body>{body}</body>");

    private static byte[] Entries()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            for (var at = 0; at < 60_000; at++)
                archive.CreateEntry($"{at}", CompressionLevel.NoCompression);
        return zip.ToArray();
    }
}
