using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CivicsClass.Library.Importing;

/// <summary>What a paragraph is, by its style and what it says itself.</summary>
internal sealed record WordStyle(int? HeadingLevel, bool IsTitle, bool IsQuote, bool IsCaption, NumberingProperties? Numbering);

/// <summary>A document's styles by name, whatever program wrote them: Word, LibreOffice and Google Docs keep the English names inside.</summary>
internal sealed class WordStyles(MainDocumentPart main)
{
    private const int LongestChain = 12, LongestName = 100;

    private readonly Dictionary<string, (Style Style, string Name)> _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null).GroupBy(s => s.StyleId!.Value!).ToDictionary(g => g.Key, g => (g.First(), Name(g.First())));

    public WordStyle Of(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties;
        var (chain, names) = (new List<Style>(), new List<string>());
        foreach (var (style, name) in Chain(own?.ParagraphStyleId?.Val?.Value))
        {
            chain.Add(style);
            names.Add(name);
        }
        int? outline = own?.OutlineLevel?.Val?.Value ?? chain.Select(s => s.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(l => l is not null);
        int? named = names.Select(n => n.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(n.AsSpan(8), out var level) ? level : (int?)null).FirstOrDefault(l => l is not null);
        return new WordStyle(
            named ?? (outline is >= 0 and < 9 ? outline + 1 : null),
            names.Any(n => n == "title"),
            names.Any(n => n is "quote" or "intense quote" or "quotations" or "block text" or "block quotation"),
            names.Any(n => n is "caption" or "table"),
            own?.NumberingProperties ?? chain.Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null));
    }

    private static string Name(Style style) => style.StyleName?.Val?.Value is { Length: <= LongestName } name ? name.ToLowerInvariant() : "";

    private IEnumerable<(Style Style, string Name)> Chain(string? id)
    {
        for (var steps = 0; id is not null && steps < LongestChain && _styles.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.Style.BasedOn?.Val?.Value;
        }
    }
}

/// <summary>The numbers of lists, which a document does not hold: they are counted.</summary>
internal sealed class WordLists(MainDocumentPart main, Remarks remarks)
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberingInstance> _instances = (main.NumberingDefinitionsPart?.Numbering?.Elements<NumberingInstance>() ?? [])
        .Where(n => n.NumberID?.Value is not null).GroupBy(n => n.NumberID!.Value).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<int, AbstractNum> _abstract = (main.NumberingDefinitionsPart?.Numbering?.Elements<AbstractNum>() ?? [])
        .Where(n => n.AbstractNumberId?.Value is not null).GroupBy(n => n.AbstractNumberId!.Value).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<int, int?[]> _counts = [];

    /// <returns>How deep the item stands, from 1, and its number; absent when the paragraph is no item.</returns>
    public (int Depth, string? Mark)? Of(Paragraph paragraph, WordStyle style)
    {
        if (style.HeadingLevel is not null || style.Numbering?.NumberingId?.Val?.Value is not { } id || id == 0)
            return null;
        var depth = Math.Clamp(paragraph.ParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.Value ?? style.Numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var level = Level(id, depth);
        var format = level?.NumberingFormat?.Val?.Value;
        if (format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
            return (depth + 1, null);
        if (format != NumberFormatValues.Decimal && format != NumberFormatValues.DecimalZero)
            remarks.Tell("A list is numbered with letters or Roman numerals. It is numbered 1, 2, 3 here; look whether the text refers to its letters.");
        return (depth + 1, $"{Math.Clamp(Next(id, depth, level), 0, 99)}.");
    }

    private int Next(int id, int depth, Level? level)
    {
        var counts = _counts.TryGetValue(id, out var known) ? known : _counts[id] = new int?[Levels];
        Array.Clear(counts, depth + 1, Levels - depth - 1);
        var number = counts[depth] + 1 ?? Override(id, depth)?.StartOverrideNumberingValue?.Val?.Value ?? level?.StartNumberingValue?.Val?.Value ?? 1;
        counts[depth] = number;
        return number;
    }

    private Level? Level(int id, int depth) =>
        Override(id, depth)?.Level
        ?? (_instances.TryGetValue(id, out var instance) && instance.AbstractNumId?.Val?.Value is { } of && _abstract.TryGetValue(of, out var list)
            ? list.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == depth) : null);

    private LevelOverride? Override(int id, int depth) =>
        _instances.TryGetValue(id, out var instance) ? instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == depth) : null;
}
