using CivicsClass.Library;

namespace CivicsClass.Pages.Library;

/// <summary>How the library's words are shown to people.</summary>
public static class Words
{
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Primary => "Primary source",
        SourceKind.Secondary => "Secondary source",
        _ => "Opinion",
    };

    public static string Of(ItemKind kind) => kind switch
    {
        ItemKind.Single => "one answer",
        ItemKind.Multiple => "several answers",
        _ => "true or false",
    };

    public static string Side(Pack pack, string side) => pack.Positions.FirstOrDefault(p => p.Id == side)?.Name ?? "Background";

    /// <summary>The class that gives a side its colour; none for background.</summary>
    public static string SideClass(Pack pack, string side) =>
        side == pack.Positions[0].Id ? "side-a" : side == pack.Positions[1].Id ? "side-b" : "";

    public static string By(string by, IReadOnlyDictionary<string, string> people) => by switch
    {
        Seed.By => "with CivicsClass",
        LoadCommand.By => "from the command line",
        _ => $"by {people.GetValueOrDefault(by, "a former colleague")}",
    };
}

/// <summary>A text as students see it. <c>Side</c> is absent for a draft.</summary>
public sealed record ExcerptView(string? Side, string SideClass, string Title, string Author, string Publisher, string Date, SourceKind Kind, string? LawAsOf, string Language, IReadOnlyList<Source> Sources, IReadOnlyList<Block> Blocks)
{
    public static ExcerptView Of(Excerpt reading, Pack pack) =>
        new(Words.Side(pack, reading.Side), Words.SideClass(pack, reading.Side), reading.Title, reading.Author, reading.Publisher, reading.Date, reading.Kind, reading.LawAsOf, reading.Language, reading.Sources, reading.Blocks);

    public int WordCount => Blocks.SelectMany(b => b.Sentences).Sum(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>At 200 words a minute, as the lesson counts.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round(WordCount / 200.0));
}
