using CivicsClass.Load;
using CivicsClass.Load.Bench;
using CivicsClass.Load.Demo;
using CivicsClass.Load.Faults;

const string Usage = """
    faults [--seed S] [--only NAME,…] [--json FILE] [--short] [--long] [--server DLL]   kills, cuts, fills and stops, and compares
    demo  [--no-drive] [--students N] [--server DLL]                   a class of 30 that anyone can watch
    """;

try
{
    if (BareHub.IsAsked(args))
    {
        await BareHub.RunAsync(args);
        return 0;
    }
    switch (args)
    {
        case ["bench", .. var words]:
            return await BenchModes.RunAsync(words) ? 0 : 1;
        case ["faults", .. var words]:
            var faults = new Options(words, "--seed", "--only", "--json", "--short", "--long", "--server");
            var seed = faults.Number("--seed", Random.Shared.Next(1, 1_000_000), most: int.MaxValue / 2);
            return await new FaultsRun(faults.Text("--server"), seed, faults.Has("--short"), faults.Has("--long")).RunAsync(faults.Has("--only") ? faults.Text("--only") ?? "" : null, faults.Text("--json")) ? 0 : 1;
        case ["demo", .. var words]:
            var wishes = new Options(words, "--no-drive", "--drive", "--students", "--server");
            await new DemoRun(wishes.Number("--students", 30, most: 200), !wishes.Has("--no-drive")).RunAsync(wishes.Text("--server"));
            return 0;
        default:
            Console.WriteLine($"{BenchModes.Usage}\n{Usage}");
            return 2;
    }
}
catch (Exception problem) when (problem is FormatException or FileNotFoundException or NotSupportedException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
