namespace CivicsClass.Load.Faults;

public enum Verdict { Ok, Missed, NotRun }

/// <summary>What one fault showed about one promise.</summary>
/// <param name="Promise">Its number in the list of promises (docs/reliability.md), such as R1.</param>
/// <param name="Done">What was done to the server, the network or the clients.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Goal">What it must be.</param>
public sealed record Finding(string Promise, string Scenario, string Done, string Figure, string Goal, Verdict Verdict)
{
    public string Line => $"{Promise,-4} {Scenario,-10} {Word,-8} {Figure} (goal: {Goal}); {Done}";

    private string Word => Verdict switch { Verdict.Ok => "ok", Verdict.Missed => "MISSED", _ => "not run" };
}

/// <summary>One fault, injected for real.</summary>
/// <param name="Name">For <c>--only</c>.</param>
/// <param name="Promises">What it is about; all are missed when it breaks down.</param>
/// <param name="Short">Also part of the short selection.</param>
public sealed record Scenario(string Name, string Promises, bool Short, Func<Stage, Task> RunAsync);
