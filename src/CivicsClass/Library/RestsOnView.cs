namespace CivicsClass.Library;

/// <summary>A paragraph that an explanation rests on, as people are shown it.</summary>
public sealed record RestsOnView(string Reading, string Title, int Paragraph)
{
    public static IReadOnlyList<RestsOnView> All(Pack pack, IReadOnlyList<ParagraphRef> places) =>
        [.. places.Select(p => new RestsOnView(p.Reading, pack.FindReading(p.Reading)?.Title ?? p.Reading, p.Paragraph))];
}
