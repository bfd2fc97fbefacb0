using System.IO.Compression;
using System.Text.Json;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class ViewStreamTests
{
    private sealed record Board(string Text);

    [Fact]
    public void A_large_view_is_packed_once_until_it_changes_and_a_small_one_never()
    {
        var stream = new ViewStream<Board>(1, JsonSerializerOptions.Web);
        stream.Next(new Board("Nothing on the board yet."));
        Assert.Null(stream.Packed());
        var large = string.Concat(Enumerable.Repeat("One rule for all. ", 2_000));

        stream.Next(new Board(large));

        var packed = stream.Packed()!;
        Assert.Same(packed, stream.Packed());
        Assert.InRange(packed.Length, 1, 2_000);
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);
        Assert.Equal(stream.Whole().Utf8.ToArray(), unpacked.ToArray());
        stream.Next(new Board(large + "Or not."));
        Assert.NotEqual(packed, stream.Packed());
    }
}
