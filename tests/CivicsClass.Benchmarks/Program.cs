using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CivicsClass.Benchmarks;
using CivicsClass.Load;

if (args is ["--append", ..])
{
    try
    {
        await AppendThroughput.RunAsync(new Options(args, "--append", "--json").Text("--json"));
        return 0;
    }
    catch (FormatException wrong)
    {
        Console.Error.WriteLine(wrong.Message);
        return 2;
    }
}

// In this process: what would be generated and built beside it knows nothing of the lock files.
var job = (args.Contains("--long") ? Job.MediumRun : args.Contains("--dry") ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "civics-benchmarks"));
BenchmarkRunner.Run([typeof(SessionBenchmarks), typeof(AppendBenchmarks)], config);
return 0;
