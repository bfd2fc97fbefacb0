using System.Globalization;

namespace CivicsClass.Library.Versions;

/// <summary>When a statement of law is old enough to be looked at again. Setting: <c>Library:LawIsOldAfterMonths</c>, 12 unless told.</summary>
public sealed class LawAge(IConfiguration settings, TimeProvider clock)
{
    private const int DefaultMonths = 12;

    public int Months { get; } = settings.GetValue("Library:LawIsOldAfterMonths", DefaultMonths) is > 0 and var months ? months : DefaultMonths;

    /// <param name="asOf">YYYY-MM or YYYY-MM-DD; a month counts from its last day.</param>
    public bool IsOld(string? asOf) => LastDay(asOf) is { } day && day.AddMonths(Months) < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The readings that state old law, and whether the topic as a whole does.</summary>
    public (IReadOnlyList<Excerpt> Readings, bool Topic) OldIn(Pack pack) => ([.. pack.Readings.Where(r => IsOld(r.LawAsOf))], IsOld(pack.AsOf));

    private static DateOnly? LastDay(string? asOf) =>
        DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(asOf, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first.AddMonths(1).AddDays(-1)
        : null;
}
