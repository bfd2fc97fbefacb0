namespace CivicsClass.Load;

public static class Statistics
{
    /// <summary>The nearest-rank percentile: the smallest value that at least <paramref name="percent"/> % of all values do not exceed.</summary>
    /// <returns>0 when there are no values.</returns>
    public static double Percentile(IReadOnlyCollection<double> values, double percent)
    {
        if (values.Count == 0)
            return 0;
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IEnumerable<double> values) => Percentile([.. values], 50);
}
