namespace CivicsClass.Library.Balance;

/// <summary>Words as a reader counts them: what stands between spaces, headings and footnotes included.</summary>
public static class WordCount
{
    public static int Of(IEnumerable<Block> blocks) => blocks.SelectMany(b => b.Sentences).Sum(Of);

    public static int Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
