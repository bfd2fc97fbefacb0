using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>Text of quiz files, whatever program saved them.</summary>
internal static partial class QuizText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8, UTF-16 with or without its mark, what an XML declaration names, else Windows-1252.</summary>
    /// <returns>The text with line ends as \n, and what to look at if the encoding was a guess.</returns>
    public static (string Text, string? Remark) Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, remark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] when Strict(bytes[3..]) is { } marked => (marked, null),
            [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(bytes[2..]), null),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(bytes[2..]), null),
            _ when Zeros(bytes, 1) > Zeros(bytes, 0) => (Encoding.Unicode.GetString(bytes), null),
            _ when Zeros(bytes, 0) > Zeros(bytes, 1) => (Encoding.BigEndianUnicode.GetString(bytes), null),
            _ when Strict(bytes) is { } plain => (plain, null),
            _ => Guess(bytes),
        };
        return (text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), remark);
    }

    /// <summary>One line without control characters and without half characters: such as a pack's YAML and every format can carry.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                kept.Append(text[at]).Append(text[++at]);
            else if (!char.IsSurrogate(text[at]) && text[at] is not ('\uFEFF' or '\uFFFE' or '\uFFFF'))
                kept.Append(text[at]);
        return Spaces().Replace(Controls().Replace(Spaces().Replace(kept.ToString(), " "), ""), " ").Trim(' ');
    }

    /// <summary>The same question with texts that every format can carry, and its options lettered in order.</summary>
    public static QuizItem Tidy(QuizItem item) => item with
    {
        Stem = OneLine(item.Stem),
        Options = [.. item.Options.Select((o, i) => new Option(Letter(i), OneLine(o.Text), o.Correct, o.Misconception is null ? null : OneLine(o.Misconception), OneLine(o.Feedback)))],
        Explanation = OneLine(item.Explanation),
        Standards = [.. item.Standards.Select(OneLine)],
    };

    public static string Letter(int index) => ((char)('a' + index)).ToString();

    private static string? Strict(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (string, string?) Guess(ReadOnlySpan<byte> bytes)
    {
        var declared = Declared().Match(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)])).Groups[1].Value;
        if (declared.Length > 0 && CodePagesEncodingProvider.Instance.GetEncoding(declared) is { } named)
            return (named.GetString(bytes), null);
        return (Windows.GetString(bytes), "The file is not UTF-8, so it was read as Windows-1252. Look at accents and quotation marks below; if they are wrong, save the file again as UTF-8.");
    }

    private static int Zeros(ReadOnlySpan<byte> bytes, int from)
    {
        var count = 0;
        for (var at = from; at < Math.Min(bytes.Length, 400); at += 2)
            count += bytes[at] == 0 ? 1 : 0;
        return count;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{Cc}")]
    private static partial Regex Controls();

    [GeneratedRegex("""\A<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();
}
