using System.Text;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class PackTextTests
{
    private readonly Problems _problems = new();

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("\uFEFFa\nb")]
    public void Line_ends_and_a_byte_order_mark_make_no_difference(string text) =>
        Assert.Equal("a\nb", PackText.Read("x", Encoding.UTF8.GetBytes(text), _problems));

    [Fact]
    public void Other_encodings_are_refused_where_they_begin()
    {
        Assert.Null(PackText.Read("utf-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a")).ToArray(), _problems));
        Assert.Null(PackText.Read("utf-16 without a mark", Encoding.BigEndianUnicode.GetBytes("title: A bus"), _problems));
        Assert.Null(PackText.Read("windows", [(byte)'a', (byte)'\n', 0xE9, (byte)'b'], _problems));
        Assert.Null(PackText.Read("binary", [(byte)'a', 0, 1], _problems));

        Assert.Equal([("binary", 1), ("utf-16", 0), ("utf-16 without a mark", 0), ("windows", 2)], _problems.List().Select(p => (p.File, p.Line)));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        Assert.NotNull(PackText.Read("fits", Encoding.UTF8.GetBytes(new string('x', Limits.FileBytes)), _problems));
        Assert.Null(PackText.Read("large", Encoding.UTF8.GetBytes(new string('x', Limits.FileBytes + 1)), _problems));
    }
}
