using System.Text.RegularExpressions;

namespace CivicsClass.Tests;

public sealed partial class DocsTests
{
    [Fact]
    public void No_placeholder_stands_in_what_people_read()
    {
        var root = Root();
        var texts = Directory.EnumerateFiles(Path.Combine(root, "docs"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".png", StringComparison.Ordinal)).Append(Path.Combine(root, "README.md")).ToList();
        Assert.Contains(texts, file => file.EndsWith("operating.md", StringComparison.Ordinal));

        var left = texts.SelectMany(file => File.ReadLines(file).Select((line, i) => (Where: $"{Path.GetRelativePath(root, file)}:{i + 1}", Line: line)))
            .Where(at => Placeholder().IsMatch(at.Line)).Select(at => $"{at.Where}: {at.Line}");

        Assert.Empty(left);
    }

    [Theory]
    [InlineData("It took STALLED seconds.", true)]
    [InlineData("TODO: say more", true)]
    [InlineData("about XXX MB", true)]
    [InlineData("Stalled students, a to-do list", false)]
    public void A_placeholder_is_recognised(string line, bool isOne) => Assert.Equal(isOne, Placeholder().IsMatch(line));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }

    [GeneratedRegex(@"\b(STALLED|TODO|TBD|FIXME|XXX+|PLACEHOLDER|TKTK|Lorem ipsum)\b|\?\?\?")]
    private static partial Regex Placeholder();
}
