using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>A file that somebody sent, opened as what it holds: text, XML, JSON or an archive of such.</summary>
public sealed partial class QuizUpload
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The text of a text file; empty for an archive.</summary>
    public string Text { get; private init; } = "";
    public string[] Lines { get => field ??= Text.Split('\n'); } = null!;
    public XDocument? Xml { get; private init; }
    public JsonElement? Json { get; private init; }
    /// <summary>The XML files of a zip by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private init; } = new Dictionary<string, byte[]>();
    /// <summary>How many other files lie in the zip, such as pictures.</summary>
    public int OtherFiles { get; private init; }
    public bool IsZip { get; private init; }
    /// <summary>Why a text that begins like XML or JSON is not such.</summary>
    public UnreadableQuiz? Trouble { get; private init; }
    public string? Remark { get; private init; }

    public string Root => Xml?.Root?.Name.LocalName ?? "";

    /// <exception cref="UnreadableQuiz"/>
    public static QuizUpload Open(byte[] bytes)
    {
        if (bytes.Length > QuizLimits.FileBytes)
            throw new UnreadableQuiz("", $"The file is larger than {QuizLimits.FileBytes / 1024 / 1024} MB. Export fewer questions into one file, without pictures.");
        if (bytes.Length == 0)
            throw new UnreadableQuiz("", "The file is empty. Export or save it again.");
        if (Foreign(bytes) is { } kind)
            throw new UnreadableQuiz("", $"This is {kind}, which holds no questions that can be read. Export them as GIFT, Moodle XML, QTI, Aiken, CSV, a Kahoot spreadsheet or ClassQuiz JSON.");
        if (QuizZip.Is(bytes))
            return OpenZip(bytes);
        return bytes is [0x1F, 0x8B, ..] ? OpenArchive(bytes) : OpenText(bytes);
    }

    private static QuizUpload OpenZip(byte[] bytes)
    {
        var (files, others) = QuizZip.Read(bytes);
        if (files.ContainsKey("word/document.xml"))
            throw new UnreadableQuiz("", "This is a Word document, which holds no questions that can be read. Copy them into the CSV template.");
        if (files.Keys.Any(f => f == "pack.yaml" || f.EndsWith("/pack.yaml", StringComparison.Ordinal)))
            throw new UnreadableQuiz("", "This is a whole pack. Choose Library, Upload a pack.");
        if (others.Any(f => f == "content.xml" || f == "mimetype"))
            throw new UnreadableQuiz("", "This is an OpenDocument file. Save the spreadsheet as .xlsx or .csv.");
        return new QuizUpload { IsZip = true, Files = files, OtherFiles = others.Count };
    }

    /// <summary>ClassQuiz's own archive: packed JSON, then pictures.</summary>
    private static QuizUpload OpenArchive(byte[] bytes)
    {
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            var content = QuizZip.ReadAtMost(unpacked, QuizLimits.TextBytes)
                ?? throw new UnreadableQuiz("", $"The file is larger than {QuizLimits.TextBytes / 1024 / 1024} MB when unpacked. Export fewer questions into one file.");
            return OpenText(content);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableQuiz("", "This archive is damaged. Export or save it again.");
        }
    }

    private static QuizUpload OpenText(byte[] bytes)
    {
        if (bytes.Length > QuizLimits.TextBytes)
            throw new UnreadableQuiz("", $"The text is larger than {QuizLimits.TextBytes / 1024 / 1024} MB. Export fewer questions into one file, without pictures.");
        var (text, remark) = QuizText.Decode(bytes);
        if (text.Contains('\0'))
            throw new UnreadableQuiz("", "This is not a text file, and no kind of quiz file that can be read. Export the questions again.");
        if (WebPage().IsMatch(text))
            throw new UnreadableQuiz("", "This is a web page, which holds no questions that can be read. Export them from the tool itself.");
        try
        {
            if (IsXml().IsMatch(text))
                return new QuizUpload { Xml = SafeXml.Read(text.TrimStart(), ""), Remark = remark };
            if (IsJson().IsMatch(text))
                return new QuizUpload { Json = ReadJson(text), Remark = remark };
        }
        catch (UnreadableQuiz trouble)
        {
            // It may still be a text that only begins like XML or JSON.
            if (Endless(text) is not null)
                throw;
            return new QuizUpload { Text = text, Remark = remark, Trouble = trouble };
        }
        return Endless(text) is { } endless ? throw endless : new QuizUpload { Text = text, Remark = remark };
    }

    private static UnreadableQuiz? Endless(string text)
    {
        var line = 0;
        foreach (var words in text.AsSpan().EnumerateLines())
        {
            if (++line > QuizLimits.Lines)
                return new UnreadableQuiz("", $"The text has more than {QuizLimits.Lines:N0} lines, and no quiz needs that many. Divide it into several files.");
            if (words.Length > QuizLimits.LineLength)
                return new UnreadableQuiz(SafeXml.Place("", line), $"The line has more than {QuizLimits.LineLength:N0} characters, and no question needs that many. Take out what does not belong to it, such as a picture.");
        }
        return null;
    }

    private static JsonElement ReadJson(string text)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Lenient.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var parts = 0;
            while (reader.Read())
                if (++parts > QuizLimits.JsonParts)
                    throw new UnreadableQuiz("", "The JSON has more parts than can be read at once. Export fewer questions into one file.");
            return JsonDocument.Parse(bytes, Lenient).RootElement;
        }
        catch (JsonException wrong)
        {
            throw new UnreadableQuiz(SafeXml.Place("", (int)(wrong.LineNumber ?? 0) + 1), "The JSON is broken here. Export the quiz again.");
        }
    }

    private static string? Foreign(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel or Word file",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        _ => null,
    };

    [GeneratedRegex(@"\A\s*<(!doctype\s+html|html)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WebPage();

    [GeneratedRegex(@"\A\s*<(\?xml|!|([\w.-]+:)?(quiz|questestinterop|assessment|item|qti-))")]
    private static partial Regex IsXml();

    [GeneratedRegex(@"\A\s*(\{\s*""|\[\s*\{\s*"")")]
    private static partial Regex IsJson();
}
