using System.Text;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;

namespace CivicsClass.Tests.Library.Drafts;

public sealed class DraftFileTests
{
    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes("Señor “Ö”\n– two"),
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Señor “Ö”\r\n– two")],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Señor “Ö”\r– two")],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Señor “Ö”\u2028– two")],
        [.. "Se"u8, 0xF1, .. "or "u8, 0x93, 0xD6, 0x94, .. "\n"u8, 0x96, .. " two"u8]);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Whatever_program_saved_it_the_text_is_the_same(byte[] file) =>
        Assert.Equal(("Señor “Ö”\n– two", null), DraftFile.Read(file));

    [Theory]
    [InlineData("PK\x03\x04rest", "a Word document or a zip")]
    [InlineData("%PDF-1.7", "a PDF")]
    [InlineData("{\\rtf1", "a rich text document")]
    [InlineData("ÐÏ\x11à", "an old Word document")]
    [InlineData("GIF89a", "a picture")]
    [InlineData("text\0text", "not a text file")]
    public void What_is_no_text_is_refused_with_what_to_do(string bytes, string sentence)
    {
        var (text, refused) = DraftFile.Read(Encoding.Latin1.GetBytes(bytes));

        Assert.Null(text);
        Assert.Contains(sentence, refused, StringComparison.Ordinal);
        Assert.Contains("paste it here", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        Assert.NotNull(DraftFile.Read(new byte[Limits.FileBytes].Select(_ => (byte)'x').ToArray()).Text);
        Assert.Contains("256 KB", DraftFile.Read(new byte[Limits.FileBytes + 1]).Refused, StringComparison.Ordinal);
    }
}
