using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Quizzes.Files;
using CivicsClass.Tests.Library;

namespace CivicsClass.Tests.Quizzes.Files;

/// <summary>What looks at the memory of the whole process runs while nothing else does.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Whatever is sent: a sentence, soon, and without much memory.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class BadFilesTests
{
    private const int SampleMs = 150;

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz><question type='essay'><questiontext><text>&x;</text></questiontext></question></quiz>")]
    [InlineData("<!DOCTYPE questestinterop SYSTEM 'http://example.org/x.dtd'><questestinterop/>")]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY a '1234567890'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>\n<quiz>&b;</quiz>")]
    public void XML_with_a_document_type_is_refused(string xml) => Refused("document type", Encoding.UTF8.GetBytes(xml));

    [Fact]
    public void A_document_type_inside_an_archive_is_refused_too() => Refused("document type", QuizZip.Write(
    [
        ("imsmanifest.xml", "<manifest/>"u8.ToArray()),
        ("item.xml", "<!DOCTYPE assessmentItem SYSTEM 'file:///etc/passwd'><assessmentItem/>"u8.ToArray()),
    ]));

    [Theory]
    [InlineData("", "file is empty")]
    [InlineData("Dear all,\n\nplease find the questions below.", "No kind of quiz file was recognised")]
    [InlineData("%PDF-1.7", "a PDF")]
    [InlineData("{\\rtf1 hello}", "rich text")]
    [InlineData("<!DOCTYPE html><html><p>x</p></html>", "a web page")]
    [InlineData("<quiz><question type='multichoice'><name></quiz>", "XML is broken")]
    [InlineData("<quiz></quiz>", "no question in this file")]
    [InlineData("{\"questions\": [", "JSON is broken")]
    [InlineData("{\"questions\": [{\"question\": \"\\ud800\", \"type\": \"ABCD\", \"answers\": []}]}", "half a character")]
    [InlineData("{\"cards\": []}", "No kind of quiz file was recognised")]
    [InlineData("PK\x03\x04 and then nothing", "archive is damaged")]
    [InlineData("\x1f\x8b and then nothing", "archive is damaged")]
    public void What_cannot_be_read_is_told_why(string content, string sentence) => Refused(sentence, Encoding.Latin1.GetBytes(content));

    [Fact]
    public void A_pack_a_Word_document_and_an_OpenDocument_table_are_told_where_to_go()
    {
        Refused("Upload a pack", new SamplePack().Zip());
        Refused("Word document", QuizZip.Write([("word/document.xml", "<x/>"u8.ToArray())]));
        Refused("Save the spreadsheet as .xlsx", QuizZip.Write([("mimetype", "x"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray())]));
    }

    [Fact]
    public void Bombs_are_refused_without_being_unpacked()
    {
        Refused("larger than 3 MB when unpacked", Zip(z => Add(z, "xl/workbook.xml", new byte[400 * 1024 * 1024])));
        Refused("larger than 4 MB together", Zip(z => Enumerable.Range(0, 200).ToList().ForEach(i => Add(z, $"{i}.xml", new byte[2 * 1024 * 1024]))));
        Refused("more than 1,000 entries", Zip(z => Enumerable.Range(0, 60_000).ToList().ForEach(i => z.CreateEntry($"{i:x}"))));
        Refused("larger than 8 MB", new byte[200 * 1024 * 1024]);
        using var gzip = new MemoryStream();
        using (var packing = new GZipStream(gzip, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(new byte[400 * 1024 * 1024]);
        Refused("larger than 3 MB when unpacked", gzip.ToArray());
    }

    [Theory]
    [InlineData("../imsmanifest.xml")]
    [InlineData("/etc/x.xml")]
    [InlineData("a/../../x.xml")]
    [InlineData("C:/x.xml")]
    public void A_path_that_leads_elsewhere_is_refused(string path) => Refused("leads out of it", QuizZip.Write([(path, "<x/>"u8.ToArray())]));

    [Fact]
    public void Endless_XML_is_refused()
    {
        Refused("nested more than 64", Encoding.UTF8.GetBytes("<quiz>" + string.Concat(Enumerable.Repeat("<a>", 100_000))));
        Refused("more parts than can be read", Encoding.UTF8.GetBytes("<quiz>" + string.Concat(Enumerable.Repeat("<a/>", 500_000)) + "</quiz>"));
        Refused("nested", Encoding.UTF8.GetBytes("<quiz><question type='essay'>" + string.Concat(Enumerable.Repeat("<a>", 70))));
    }

    [Theory]
    [InlineData("::q::Who? {=a ~b ~c}\n\n")]
    [InlineData("{}\n\n")]
    [InlineData("{\n")]
    [InlineData("}\n\n")]
    [InlineData("\n")]
    [InlineData("\\")]
    [InlineData("~=#")]
    [InlineData("<a \"")]
    [InlineData("x {=<b")]
    [InlineData("Q?\nA. a\nB. b\nANSWER: A\n\n")]
    [InlineData("question,option a,option b\n")]
    [InlineData(",,,,,,,,,,")]
    [InlineData("question,option a,option b\nx,1,2,,,\"\"\n")]
    [InlineData("\"")]
    [InlineData("// [tag:")]
    [InlineData("word ")]
    [InlineData("::q::<b>bold</b> \\{ who? {=a#f ~<i>b</i> ~c}\n\n")]
    public void Huge_files_of_anything_take_little_time_and_memory(string piece)
    {
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, QuizLimits.TextBytes / piece.Length)));

        var read = Bounded(file);

        Assert.InRange(read.Questions.Count, 0, QuizLimits.Questions);
        Assert.InRange(read.Refused.Count, 1, QuizLimits.Questions + 1);
    }

    [Theory]
    [InlineData("{\"questions\": [", "[],", "0]}")]
    [InlineData("{\"questions\": [", "{\"question\":\"x\"},", "0]}")]
    [InlineData("{\"questions\": [{\"question\":\"", "<b>x</b>", "\"}]}")]
    [InlineData("<quiz>", "<question type='essay'/>", "</quiz>")]
    [InlineData("<quiz><question type='multichoice'><questiontext format='html'><text><![CDATA[", "<img src='", "]]></text></questiontext></question></quiz>")]
    [InlineData("<quiz><question type='multichoice'><questiontext format='html'><text>", "&lt;p&gt;&amp;amp;", "</text></questiontext></question></quiz>")]
    public void Huge_JSON_and_XML_take_little_time_and_memory(string start, string piece, string end)
    {
        var file = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, (QuizLimits.TextBytes - 200) / piece.Length)) + end);

        Assert.InRange(Bounded(file).Refused.Count, 1, QuizLimits.Questions + 1);
    }

    [Fact]
    public void Questions_beyond_the_limit_are_told_and_not_lost_in_silence()
    {
        var read = QuizFiles.Read("x", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, QuizLimits.Questions + 5).Select(i => $"::q{i}::Who? {{=a ~b ~c}}\n\n"))));

        Assert.Equal(QuizLimits.Questions, read.Questions.Count);
        Assert.Contains("more than 500 questions", Assert.Single(read.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal("line 1001", read.Refused[0].Place);
    }

    [Fact]
    public void Spoiled_files_of_every_format_never_throw()
    {
        var random = new Random(11);
        foreach (var format in QuizFiles.Formats)
        {
            var whole = QuizFiles.Write(format, "x", Sample());
            for (var round = 0; round < 300; round++)
            {
                var file = whole[..random.Next(whole.Length / 2, whole.Length + 1)];
                for (var spoiled = random.Next(1, 8); spoiled > 0; spoiled--)
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                var read = QuizFiles.Read("x", file);
                Assert.True(read.Questions.Count + read.Refused.Count > 0, format.Name);
            }
        }
    }

    private static void Refused(string sentence, byte[] file)
    {
        var read = Bounded(file);
        Assert.Empty(read.Questions);
        Assert.Contains(read.Refused, r => r.Reason.Contains(sentence, StringComparison.Ordinal));
    }

    /// <summary>Reads twice: for the time, and for what is held in memory while another thread clears away what is not.</summary>
    private static QuizReading Bounded(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var read = QuizFiles.Read("x", file);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        GC.Collect();
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var done = new ManualResetEventSlim();
        var sampler = new Thread(() =>
        {
            while (!done.Wait(SampleMs))
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        });
        sampler.Start();
        QuizFiles.Read("x", file);
        done.Set();
        sampler.Join();
        Assert.InRange(Math.Max(peak, before) - before, 0, 64L * 1024 * 1024);
        return read;
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            fill(archive);
        return zip.ToArray();
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }

    private static IReadOnlyList<QuizItem> Sample() => PackReader.Read(new SamplePack().Files).Pack!.Quiz;
}
