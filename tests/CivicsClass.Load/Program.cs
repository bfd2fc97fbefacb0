using CivicsClass.Load;
using CivicsClass.Load.Bench;
using CivicsClass.Load.Demo;
using CivicsClass.Load.Faults;

const string Usage = """
    bench [--sessions M] [--students N] [--json FILE] [--server DLL]   measures the server beside a bare SignalR hub
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
            var options = new Options(words, "--sessions", "--students", "--json", "--server");
            var run = new BenchRun(options.Number("--sessions", 60, most: 200), options.Number("--students", 30, most: 2_000));
            return await run.RunAsync(options.Text("--server"), options.Text("--json")) ? 0 : 1;
        case ["faults", .. var words]:
            var faults = new Options(words, "--seed", "--only", "--json", "--short", "--long", "--server");
            var seed = faults.Number("--seed", Random.Shared.Next(1, 1_000_000), most: int.MaxValue / 2);
            return await new FaultsRun(faults.Text("--server"), seed, faults.Has("--short"), faults.Has("--long")).RunAsync(faults.Has("--only") ? faults.Text("--only") ?? "" : null, faults.Text("--json")) ? 0 : 1;
        case ["demo", .. var words]:
            var wishes = new Options(words, "--no-drive", "--drive", "--students", "--server");
            await new DemoRun(wishes.Number("--students", 30, most: 200), !wishes.Has("--no-drive")).RunAsync(wishes.Text("--server"));
            return 0;
        default:
            Console.WriteLine(Usage);
            return 2;
    }
}
catch (Exception problem) when (problem is FormatException or FileNotFoundException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
