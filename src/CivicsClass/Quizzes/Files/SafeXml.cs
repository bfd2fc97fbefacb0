using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>XML without a document type, external entities or endless nesting, with its lines.</summary>
internal static partial class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 2 * QuizLimits.TextBytes,
    };

    /// <param name="file">The file's name within an archive; empty for a file of its own.</param>
    public static XDocument Read(string text, string file)
    {
        if (DocumentType().Match(text) is { Success: true } prolog)
            throw new UnreadableQuiz(Place(file, prolog.Value.AsSpan().Count('\n') + 1), "The file has a document type (<!DOCTYPE …>), which is refused because it can reach for other files. Delete that line and try again.");
        try
        {
            Measure(text, file);
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException wrong)
        {
            throw new UnreadableQuiz(Place(file, wrong.LineNumber), $"The XML is broken here: {wrong.Message.TrimEnd('.')}. Export the questions again, or correct this line.");
        }
    }

    public static byte[] Write(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            document.Save(writer);
        return bytes.ToArray();
    }

    public static string Place(string file, int line) => (file, line) switch
    {
        ("", 0) => "",
        ("", _) => $"line {line}",
        (_, 0) => file,
        _ => $"{file}, line {line}",
    };

    public static int Line(this XObject there) => there is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : 0;

    /// <summary>Children by name, whatever their namespace.</summary>
    public static IEnumerable<XElement> All(this XContainer parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? One(this XContainer parent, string name) => parent.All(name).FirstOrDefault();

    public static IEnumerable<XElement> Below(this XContainer parent, string name) => parent.Descendants().Where(e => e.Name.LocalName == name);

    public static string? Says(this XElement element, string attribute) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    private static void Measure(string text, string file)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var parts = 0;
        while (reader.Read())
        {
            parts += 1 + reader.AttributeCount;
            if (reader.Depth > QuizLimits.XmlDepth)
                throw new UnreadableQuiz(Place(file, ((IXmlLineInfo)reader).LineNumber), $"The XML is nested more than {QuizLimits.XmlDepth} levels deep, which no quiz needs. Export the questions again.");
            if (parts > QuizLimits.XmlParts)
                throw new UnreadableQuiz(Place(file, ((IXmlLineInfo)reader).LineNumber), "The XML has more parts than can be read at once. Export fewer questions into one file.");
        }
    }

    [GeneratedRegex(@"\A\s*(<\?(?>[^>]*)>\s*|<!--(?>(?:[^-]|-(?!->))*)-->\s*)*<!DOCTYPE", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentType();
}
