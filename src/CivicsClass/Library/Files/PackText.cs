using System.Text;
using CivicsClass.Library.Drafts;

namespace CivicsClass.Library.Files;

/// <summary>A pack's file as text: UTF-8, line ends as \n, or a problem.</summary>
internal static class PackText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Read(string file, byte[] bytes, Problems problems)
    {
        if (bytes.Length > Limits.Of(file))
            return Refuse($"The file is larger than {Limits.Of(file) / 1024:N0} KB. Shorten it or split it.");
        if (DraftFile.IsWide(bytes))
            return Refuse("The file is UTF-16. Save it again as UTF-8.");
        string text;
        try
        {
            text = Strict.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            return Refuse("The file is not UTF-8 text from here on. Save it again as UTF-8.", line);
        }
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var at = 0; at < text.Length; at++)
            if (char.IsControl(text[at]) && text[at] is not ('\n' or '\t'))
                return Refuse("There is a control character here that no text needs. Delete it, and make sure that this is a text file.", text.AsSpan(0, at).Count('\n') + 1);
        return text;

        string? Refuse(string sentence, int line = 0)
        {
            problems.Add(file, line, sentence);
            return null;
        }
    }
}
