namespace CivicsClass.Library;

internal static class Uploads
{
    /// <summary>A stream's bytes; absent when there are more than <paramref name="most"/>, whatever the sender announced.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken stop = default)
    {
        using var held = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0;)
        {
            if (held.Length + read > most)
                return null;
            held.Write(buffer, 0, read);
        }
        return held.ToArray();
    }
}
