using BenchmarkDotNet.Attributes;

namespace CivicsClass.Benchmarks;

/// <summary>From events to the disk, one batch after the other: SQLite with a sync for every commit, in a temporary folder. The log's commits
/// are 16 ms apart, so a batch that waits for the one before shows that pause; <see cref="AppendThroughput"/> keeps the log busy instead.</summary>
public class AppendBenchmarks
{
    private LogOnDisk _disk = null!, _bareDisk = null!;
    private BareSqlite _bare = null!;

    /// <summary>Sessions that append at the same moment.</summary>
    [Params(1, 60)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _disk = await LogOnDisk.OpenAsync(Sessions);
        _bareDisk = await LogOnDisk.OpenAsync(Sessions);
        _bare = new BareSqlite(_bareDisk.ConnectionString);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _bare.Dispose();
        await _bareDisk.DisposeAsync();
        await _disk.DisposeAsync();
    }

    [Benchmark(Description = "append an event in each session, on the disk")]
    public Task AppendAsync() => Task.WhenAll(Enumerable.Range(0, Sessions).Select(session => _disk.AppendAsync(session, 1)));

    [Benchmark(Baseline = true, Description = "the same batch with bare SQLite")]
    public void Bare() => _bare.Write(Enumerable.Range(0, Sessions).SelectMany(session => _bareDisk.Next(session, 1)));
}
