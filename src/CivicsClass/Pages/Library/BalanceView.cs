using System.Globalization;
using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Pages.Library;

/// <summary>The balance report as it is shown, for a published version or a topic that is still written.</summary>
/// <param name="Texts">The address of the page with the texts, to lead to a paragraph; absent where there is none.</param>
public sealed record BalanceView(Pack Pack, BalanceReport Report, string? Texts = null)
{
    public const int HitsShown = 200;

    /// <summary>A figure of both positions, drawn from the middle outwards to one scale.</summary>
    public sealed record Pair(string Label, int Left, int Right)
    {
        private int Most => Math.Max(1, Math.Max(Left, Right));
        public string LeftWidth => Percent(Left);
        public string LeftFrom => (100 - 100.0 * Left / Most).ToString("0.##", CultureInfo.InvariantCulture);
        public string RightWidth => Percent(Right);

        private string Percent(int value) => (100.0 * value / Most).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public SideBalance Left => Report.Sides[0];
    public SideBalance Right => Report.Sides[1];

    public IReadOnlyList<Pair> Pairs =>
    [
        Of("Texts", s => s.Readings.Count),
        Of("Words", s => s.Words),
        Of("Different sources", s => s.Sources.Count),
        Of("Questions whose key helps", s => Report.KeysThatHelp(s.Side)),
        Of("Loaded words not explained", s => HitsIn(s.Side).Count(h => h.Reason is null)),
    ];

    /// <summary>What the picture cannot show, a row for each: the two positions, then background.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<string> Values)> Rows =>
    [
        Row("Texts", s => s.Readings.Count.ToString("N0", CultureInfo.CurrentCulture)),
        Row("Words", s => s.Words.ToString("N0", CultureInfo.CurrentCulture)),
        Row("Kinds of text", Kinds),
        Row("Dates of the texts", s => s.Dates is var (first, last) ? first == last ? first : $"{first} to {last}" : "none"),
        Row("Reading level", s => s.Grades is var (lowest, highest) ? Grades(lowest, highest) : "not known"),
        Row("Different sources", s => s.Sources.Count.ToString("N0", CultureInfo.CurrentCulture)),
        Row("Most used source", Largest),
        Row("Sources come from", Institutions),
        Row("Questions whose key helps", s => s.Side == Pack.Background ? $"neither: {Report.KeysThatHelp(PackRules.Neither)}" : Report.KeysThatHelp(s.Side).ToString("N0", CultureInfo.CurrentCulture)),
        Row("Loaded words in its texts", s => Hits([.. HitsIn(s.Side)])),
    ];

    /// <summary>What nobody explained comes first.</summary>
    public IReadOnlyList<WordHit> HitsToShow => [.. Report.Hits.OrderBy(h => h.Reason is not null).Take(HitsShown)];

    public int Unexplained => Report.Hits.Count(h => h.Reason is null);

    public string Helped(string side) => side == PackRules.Neither ? "Neither" : Words.Side(Pack, side);

    public string? AddressOf(TextPlace place) => Texts is null || place.Kind != PlaceKind.Reading || place.Paragraph is null ? null : $"{Texts}#{place.Id}-{place.Paragraph}";

    public static string Grade(double grade) => Math.Clamp((int)Math.Round(grade, MidpointRounding.AwayFromZero), 0, 18).ToString(CultureInfo.CurrentCulture);

    private static string Grades(double lowest, double highest) =>
        Grade(lowest) == Grade(highest) ? $"grade {Grade(lowest)}" : $"grade {Grade(lowest)} to {Grade(highest)}";

    private IEnumerable<WordHit> HitsIn(string side) => Report.Hits.Where(h => h.Place.Side == side);

    private static string Hits(List<WordHit> hits) => hits.Count == 0 ? "none"
        : hits.All(h => h.Reason is not null) ? $"{hits.Count}, {(hits.Count == 1 ? "explained" : "all explained")}"
        : $"{hits.Count}, {hits.Count(h => h.Reason is null)} not explained";

    private static string Kinds(SideBalance side) =>
        string.Join(", ", Enum.GetValues<SourceKind>().Select(k => (Kind: k, Count: side.Of(k))).Where(k => k.Count > 0).Select(k => $"{k.Count} {k.Kind.ToString().ToLowerInvariant()}")) is { Length: > 0 } kinds ? kinds : "none";

    private static string Largest(SideBalance side) => side switch
    {
        { Largest: null } => "none",
        { Largest.Readings: 1 } => "each is used once",
        { Largest: { } largest } => $"{largest.Title.Truncate(90)}: {"time".ToQuantity(largest.Readings)}, {side.LargestShare.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)} of {side.Namings}",
    };

    private static string Institutions(SideBalance side) =>
        string.Join(", ", side.Institutions.Select(i => $"{(i.Institution is { } known ? Words.Of(known).ToLowerInvariant() : "not known")} {i.Sources}")) is { Length: > 0 } all ? all : "none";

    private Pair Of(string label, Func<SideBalance, int> figure) => new(label, figure(Left), figure(Right));

    private (string, IReadOnlyList<string>) Row(string label, Func<SideBalance, string> figure) => (label, [.. Report.Sides.Select(figure)]);
}
