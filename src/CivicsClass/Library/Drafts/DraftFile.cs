using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using Humanizer;

namespace CivicsClass.Library.Drafts;

/// <summary>Turns an uploaded document into text, whatever program saved it: UTF-8, UTF-16 with its mark, else Windows-1252.</summary>
public static partial class DraftFile
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text with line ends as \n, or a sentence that says why there is none.</returns>
    public static (string? Text, string? Refused) Read(ReadOnlySpan<byte> bytes) => Read(bytes, Limits.FileBytes, new Remarks());

    internal static (string? Text, string? Refused) Read(ReadOnlySpan<byte> bytes, int most, Remarks remarks)
    {
        if (bytes.Length > most)
            return (null, $"The file is larger than {most / 1024} KB. Take the part that the class will read.");
        if (Foreign(bytes) is { } kind)
            return (null, $"This is {kind}. Open it, copy the text and paste it here, or save it as plain text (.txt).");
        var text = Decode(bytes, remarks);
        if (text.Contains('\0'))
            return (null, "This is not a text file. Open the document, copy its text and paste it here.");
        if (Invisible().Count(text.AsSpan(text is ['\uFEFF', ..] ? 1 : 0)) is var invisible and > 0)
            remarks.Tell($"{"sign".ToQuantity(invisible)} that nobody can see {(invisible == 1 ? "was" : "were")} taken out.");
        return (Tidy(text), null);
    }

    /// <summary>Line ends as \n; no control or zero-width characters.</summary>
    public static string Tidy(string text) =>
        Invisible().Replace(LineEnds().Replace(text, "\n"), "").Trim('\n');

    private static string Decode(ReadOnlySpan<byte> bytes, Remarks remarks)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            remarks.Tell("The file was UTF-16 and was read as that.");
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return Utf8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            remarks.Tell("The file is not UTF-8 and was read as Windows-1252. Look whether quotation marks and accents are right.");
            return Windows.GetString(bytes);
        }
    }

    private static string? Foreign(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "a Word document or a zip",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Word document",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        _ => null,
    };

    [GeneratedRegex("\r\n|[\r\u000B\f\u0085\u2028\u2029]")]
    private static partial Regex LineEnds();

    [GeneratedRegex("[\u0001-\u0008\u000E-\u001F\u007F-\u009F\u200B\u2060\uFEFF]")]
    private static partial Regex Invisible();
}
