using CivicsClass.Load.Bench.Debate;
using CivicsClass.Load.Bench.Phone;

namespace CivicsClass.Load.Bench;

/// <summary>One thing that the bench measures.</summary>
public interface IBenchMode
{
    /// <returns>False when something was lost; a missed goal is only said.</returns>
    Task<bool> RunAsync(string? dll, string? jsonFile);
}

public static class BenchModes
{
    public const string Usage = """
        bench [--sessions M] [--students N]   simulated classes, the server beside a bare SignalR hub
        bench --idle [N]                      memory and processor share with N students who do nothing (5,000)
        bench --length [EVENTS]               processor time of an answer in a new class and after so many events (20,000)
        bench --debate [SECONDS]              arguments, marks and approvals in 60 classes of 30 within so many seconds (300)
              [--sessions M] [--students N]
        bench --board [N]                     a board of N arguments (200) opened in Chromium as on a cheap phone
        bench --cold                          from starting the process to ready
              [--json FILE] [--server DLL]    with each of them
        """;

    private const string Sessions = "--sessions", Students = "--students", Idle = "--idle", Length = "--length", Debating = "--debate", Board = "--board", Cold = "--cold", Json = "--json", Server = "--server";

    /// <exception cref="FormatException">The words make no sense; the message says why.</exception>
    public static IBenchMode Of(string[] words)
    {
        if (words.Contains(Idle))
            return new IdleRun(Read(words, Idle).Number(Idle, 5_000, most: 15_000));
        if (words.Contains(Length))
            return new LengthRun(Read(words, Length).Number(Length, 20_000, most: 100_000));
        if (words.Contains(Debating))
        {
            var debate = Read(words, Debating, Sessions, Students);
            return new DebateRun(debate.Number(Sessions, 60, most: 500), debate.Number(Students, 30, most: 100), TimeSpan.FromSeconds(debate.Number(Debating, 300, most: 3_600)));
        }
        if (words.Contains(Board))
            return new BoardRun(Read(words, Board).Number(Board, 200, most: 400));
        if (words.Contains(Cold))
            return Read(words, Cold).Text(Cold) is { } value ? throw new FormatException($"{Cold} takes no value: {value}") : new ColdRun();
        var options = Read(words, Sessions, Students);
        return new BenchRun(options.Number(Sessions, 60, most: 500), options.Number(Students, 30, most: 2_000));
    }

    public static Task<bool> RunAsync(string[] words)
    {
        var mode = Of(words);
        var common = Read(words, Sessions, Students, Idle, Length, Debating, Board, Cold);
        return mode.RunAsync(common.Text(Server), common.Text(Json));
    }

    private static Options Read(string[] words, params string[] known) => new(words, [.. known, Json, Server]);
}
