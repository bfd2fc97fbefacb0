using System.Buffers;
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
    /// <summary>Bytes that mean nothing in Windows-1252.</summary>
    private static readonly SearchValues<byte> NotWindows = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text with line ends as \n, or a sentence that says why there is none.</returns>
    public static (string? Text, string? Refused) Read(ReadOnlySpan<byte> bytes) => Read(bytes, Limits.FileBytes, new Remarks());

    internal static (string? Text, string? Refused) Read(ReadOnlySpan<byte> bytes, int most, Remarks remarks)
    {
        if (bytes.Length > most)
            return (null, $"The file is larger than {most / 1024} KB. Take the part that the class will read.");
        if (Foreign(bytes) is { } kind)
            return (null, $"This is {kind}. Open it, copy the text and paste it here, or save it as plain text (.txt).");
        if (Decode(bytes, remarks) is not { } text)
            return (null, "The file’s letters cannot be read: it is not UTF-8, UTF-16 or Windows-1252. Open it in the program that made it and save it as UTF-8, or copy its text and paste it here.");
        if (text.Contains('\0'))
            return (null, "This is not a text file. Open the document, copy its text and paste it here.");
        if (Invisible().Count(text.AsSpan(text is ['\uFEFF', ..] ? 1 : 0)) is var invisible and > 0)
            remarks.Tell($"{"sign".ToQuantity(invisible)} that nobody can see {(invisible == 1 ? "was" : "were")} taken out.");
        return (Tidy(text), null);
    }

    /// <summary>Line ends as \n; no control or zero-width characters.</summary>
    public static string Tidy(string text) =>
        Invisible().Replace(LineEnds().Replace(text, "\n"), "").Trim('\n');

    /// <summary>Whether it is UTF-16, with its mark or without.</summary>
    internal static bool IsWide(ReadOnlySpan<byte> bytes) => Wide(bytes) is not null;

    private static string? Decode(ReadOnlySpan<byte> bytes, Remarks remarks)
    {
        if (Wide(bytes) is { } wide)
        {
            remarks.Tell("The file was UTF-16 and was read as that.");
            return Strictly(wide, bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? bytes[2..] : bytes);
        }
        if (Strictly(Utf8, bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes) is { } text)
            return text;
        if (bytes.ContainsAny(NotWindows))
            return null;
        remarks.Tell("The file is not UTF-8 and was read as Windows-1252. Look whether quotation marks and accents are right.");
        return Windows.GetString(bytes);
    }

    /// <summary>UTF-16 by its mark, or because every other byte of what is mostly plain letters is zero.</summary>
    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return LittleEndian;
        if (bytes is [0xFE, 0xFF, ..])
            return BigEndian;
        var (even, odd, pairs) = (0, 0, Math.Min(bytes.Length, 4096) / 2);
        for (var at = 0; at < pairs * 2; at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }
        return bytes.Length % 2 != 0 || pairs < 4 ? null : odd * 3 > pairs * 2 && even == 0 ? LittleEndian : even * 3 > pairs * 2 && odd == 0 ? BigEndian : null;
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
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
