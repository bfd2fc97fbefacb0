namespace CivicsClass.Watching;

/// <summary>Measurements of one stretch of time in buckets a quarter apart: adding one takes no memory and no lock.</summary>
internal sealed class Spread(double smallest)
{
    private const int PerDoubling = 3;
    private readonly long[] _buckets = new long[96];

    public void Add(double value)
    {
        var bucket = value <= smallest ? 0 : (int)Math.Ceiling(PerDoubling * Math.Log2(value / smallest));
        Interlocked.Increment(ref _buckets[Math.Clamp(bucket, 0, _buckets.Length - 1)]);
    }

    /// <summary>Empties the buckets.</summary>
    /// <returns>How many there were, and the bound under which 99 of 100, and all, stayed; 0 when there were none.</returns>
    public (long Count, double P99, double Most) Take()
    {
        var counts = new long[_buckets.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = Interlocked.Exchange(ref _buckets[i], 0);
        var count = counts.Sum();
        return count == 0 ? default : (count, Bound(counts, (long)Math.Ceiling(count * .99)), Bound(counts, count));
    }

    private double Bound(long[] counts, long rank)
    {
        var bucket = 0;
        for (var seen = counts[0]; seen < rank; seen += counts[bucket])
            bucket++;
        return smallest * Math.Pow(2, (double)bucket / PerDoubling);
    }
}
