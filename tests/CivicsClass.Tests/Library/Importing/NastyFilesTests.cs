using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using CivicsClass.Tests.Quizzes.Files;

namespace CivicsClass.Tests.Library.Importing;

/// <summary>Files made to do harm, or simply not what they say: each is refused or repaired in a second, with a sentence.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class NastyFilesTests
{
    private const string Paragraph = "<w:p><w:r><w:t>A sentence that can be read.</w:t></w:r></w:p>";

    public static TheoryData<string, string, Func<byte[]>> Files => new()
    {
        { "bomb.docx", "far larger inside", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat(Paragraph, 400_000))) },
        { "tags.docx", "far larger inside", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat("<w:p/>", 300_000))) },
        { "repeated.docx", "more than 100 images", () => SampleFiles.WordOfPictures(1, 3_000, Limits.ImageBytes) },
        { "pictures.docx", "more than 100 images", () => SampleFiles.WordOfPictures(1_900, 1_900, 2_000) },
        { "heavy.docx", "larger than 8 MB together", () => SampleFiles.WordOfPictures(9, 9, 1024 * 1024) },
        { "words.docx", "far larger inside", () => SampleFiles.WordOf($"<w:p><w:r><w:t>{new string('x', 7 * 1024 * 1024)}</w:t></w:r></w:p>") },
        { "runs.docx", "larger than 256 KB", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat($"<w:p><w:r><w:t>{new string('x', 400 * 1024)}</w:t></w:r></w:p>", 15))) },
        { "address.docx", "larger than 256 KB", () => SampleFiles.WordOfLinks(12_000, "https://example.org/" + new string('a', 1970)) },
        { "cells.docx", "larger than 256 KB", () => SampleFiles.WordOf($"<w:tbl><w:tr>{string.Concat(Enumerable.Repeat("<w:tc><w:tcPr><w:gridSpan w:val=\"20\"/></w:tcPr><w:p/></w:tc>", 8_000))}</w:tr>{string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 8_000))}</w:tbl>") },
        { "large-kind.docx", "damaged", () => SampleFiles.WordOf(Paragraph) is var zip && zip.AsSpan().LastIndexOf("PK\x05\x06"u8) is var end ? [.. zip[..(end + 8)], 0xFF, 0xFF, 0xFF, 0xFF, .. zip[(end + 12)..]] : [] },
        { "elsewhere.docx", "far larger inside", () => SampleFiles.WordIn("word/document.dat", new string(' ', 9 * 1024 * 1024)) },
        { "renamed.docx", "under a name that no word processor gives it", () => SampleFiles.WordIn("word/document.dat", "<x/>") },
        { "image.docx", "under a name that no word processor gives it", () => SampleFiles.WordIn("word/media/document.png", new string(' ', 9 * 1024 * 1024)) },
        { "pieces.docx", "under a name that no word processor gives it", () => SampleFiles.WordIn("word/document.xml", "<x/>", ("word/styles.xml/[0].piece", "<x/>")) },
        { "percent.docx", "under a name that no word processor gives it", () => SampleFiles.WordIn("word/media/document.%78ml", "<x/>") },
        { "tall.docx", "one inside the other without end", () => SampleFiles.WordOf(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000))) },
        { "entries.docx", "more than 2,000 parts", Entries },
        { "path.docx", "leads out of it", () => SampleFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), ("word/../../outside.xml", "<x/>")) },
        { "dtd.docx", "a definition (DTD)", () => SampleFiles.WordOf("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>") },
        { "broken.docx", "damaged", () => SampleFiles.WordOf(Paragraph)[..600] },
        { "wrong.docx", "damaged", () => SampleFiles.WordOf("<w:p></w:q>") },
        { "pack.zip", "This is a pack and not a reading", () => SampleFiles.Zip(("pack.yaml", "id: x")) },
        { "texts.zip", "Unpack it and choose the files in it", () => SampleFiles.Zip(("a.md", "A bus.")) },
        { "large.docx", "larger than 8 MB", () => [.. "PK\x03\x04"u8, .. new byte[9 * 1024 * 1024]] },
        { "large.txt", "larger than 256 KB", () => new byte[300 * 1024] },
        { "large.html", "larger than 2048 KB", () => new byte[3 * 1024 * 1024] },
        { "many.html", "more than 40,000 tags", () => Html(string.Concat(Enumerable.Repeat("<b>x</b>", 40_000))) },
        { "cells.html", "larger than 256 KB", () => Html($"<table><tr>{string.Concat(Enumerable.Repeat("<td colspan=50>", 15_000))}a{string.Concat(Enumerable.Repeat("<tr><td>b", 10_000))}") },
        { "levels.html", "larger than 256 KB", () => Html(string.Concat(Enumerable.Repeat("<span aria-hidden=true>", 115)) + string.Concat(Enumerable.Repeat("a b ", 450_000))) },
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

    [Theory]
    [InlineData("post.txt")]
    [InlineData("post.md")]
    public void The_source_of_a_blog_post_is_read_as_the_page_it_is(string name)
    {
        var post = string.Concat(Enumerable.Range(1, 300).Select(at => $"<!-- wp:paragraph -->\n<p>The bus was late on day {at}.</p>\n<!-- /wp:paragraph -->\n\n"));
        var watch = Stopwatch.StartNew();

        var report = DraftImport.Read(name, Encoding.UTF8.GetBytes(post));

        Assert.StartsWith("The bus was late on day 1.\n\nThe bus was late on day 2.", report.Text!.Text, StringComparison.Ordinal);
        Assert.Contains("it is a web page", report.Remarks[0].Sentence, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}");
    }

    public static TheoryData<string, string> Long => new()
    {
        { "comments.txt", string.Concat(Enumerable.Repeat("<!-- aside -->\n", 5)) + string.Concat(Enumerable.Repeat("<p>Words.</p> <!-- aside --> ", 2_000)) },
        { "heading.md", "A bus.\n\n# " + string.Concat(Enumerable.Repeat("late   #  ", 25_000)) + "x" },
        { "spaces.md", "A bus.\n\n# late" + new string(' ', 250_000) + "x" },
        { "line.md", "A bus.\n\n| a | b |\n|" + new string('-', 250_000) + "x |" },
        { "back.html", $"<!doctype html><body><p>A bus<sup><a href='#n'>1</a></sup>.</p><p id='n'>Late <a href='#r'>{new string('a', 250_000)}é</a></p></body>" },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public void A_long_line_is_read_as_fast_as_many_short_ones(string name, string text)
    {
        var watch = Stopwatch.StartNew();

        var report = DraftImport.Read(name, Encoding.UTF8.GetBytes(text));

        Assert.NotEqual(ImportOutcome.Refused, report.Outcome);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1.5), $"{name} took {watch.Elapsed}");
    }

    [Fact]
    public void Text_boxes_within_text_boxes_are_each_read_once()
    {
        var report = DraftImport.Read("boxes.docx", SampleFiles.WordOf(Boxes(25, Paragraph)));

        Assert.Equal("A sentence that can be read.", report.Text!.Text);
        Assert.Contains(report.Remarks, r => r.Sentence.StartsWith("25 × a text box", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_text_boxes_in_one_paragraph_are_read_one_after_the_other()
    {
        var drawing = Boxes(1, "<w:p/>")["<w:p>".Length..^"</w:p>".Length];

        var report = DraftImport.Read("boxes.docx", SampleFiles.WordOf($"{Paragraph}<w:p>{string.Concat(Enumerable.Repeat(drawing, 4_000))}</w:p>"));

        Assert.Equal("A sentence that can be read.", report.Text!.Text);
        Assert.Contains(report.Remarks, r => r.Sentence.StartsWith("4,000 × a text box", StringComparison.Ordinal));
    }

    /// <summary>Text boxes one inside the other.</summary>
    private static string Boxes(int depth, string inside)
    {
        const string main = "http://schemas.openxmlformats.org/drawingml/2006/main", shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
        const string open = $"<w:p><w:r><w:drawing><p:inline xmlns:p=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic xmlns:a=\"{main}\"><a:graphicData uri=\"{shape}\"><s:wsp xmlns:s=\"{shape}\"><s:txbx><w:txbxContent>";
        const string shut = "</w:txbxContent></s:txbx></s:wsp></a:graphicData></a:graphic></p:inline></w:drawing></w:r></w:p>";
        return string.Concat(Enumerable.Repeat(open, depth)) + inside + string.Concat(Enumerable.Repeat(shut, depth));
    }

    [Fact]
    public void An_image_that_stands_in_several_places_is_taken_once()
    {
        var text = DraftImport.Read("images.docx", SampleFiles.WordOfPictures(2, 6, 1000)).Text!;

        Assert.Equal(2, text.Pictures.Count);
        Assert.Equal(6, text.Text.Split("![A bus](images/").Length - 1);
    }

    [Fact]
    public void A_text_that_stands_in_another_part_is_read_from_there()
    {
        var word = SampleFiles.WordIn("word/document2.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{Paragraph}</w:body></w:document>");

        Assert.Equal((ImportOutcome.Taken, "A sentence that can be read."), (DraftImport.Read("second.docx", word).Outcome, DraftImport.Read("second.docx", word).Text!.Text));
    }

    [Fact]
    public void A_description_that_cannot_be_read_stays_in_the_text_and_is_told()
    {
        var report = DraftImport.Read("a.md", Encoding.UTF8.GetBytes($"---\na: &a [{string.Join(',', Enumerable.Repeat("x", 9))}]\nb: [*a, *a]\n---\nThe bus was late."));

        Assert.EndsWith("The bus was late.", report.Text!.Text, StringComparison.Ordinal);
        Assert.Contains("`&a` is an anchor", Assert.Single(report.Remarks).Sentence, StringComparison.Ordinal);
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
