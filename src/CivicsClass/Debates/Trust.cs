using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>How far a lesson trusts its class; absent: the teacher reads everything first. A held text always waits.
/// Strict: the same, and one post of each student waits at a time. First: until the teacher has approved some of a student's posts.
/// After: the class reads at once, and the teacher takes off what should not stand.</summary>
public enum Trust { Strict, First, After }

/// <summary>What a lesson's trust allows.</summary>
public sealed partial class DebateStep
{
    public const int DefaultFirst = 2, MostFirst = 5;
    private readonly Dictionary<string, int> _approvals = [];

    private void MustWaitItsTurn(string author, Argument? revised)
    {
        if (_plan.Trust == Trust.Strict && Written(author).Any(id => id != revised?.Id && _arguments[id].Status == ArgumentStatus.Pending))
            throw new Refusal("One post of yours waits for your teacher already. Your text is kept: send it once that one is decided. Meanwhile you can mark what others wrote, or look for more evidence.");
    }

    private bool IsTrusted(string author) => _plan.Trust switch
    {
        Trust.First => _approvals.GetValueOrDefault(author) >= (_plan.First ?? DefaultFirst),
        Trust.After => true,
        _ => false,
    };

    private void ShowIfTrusted(Turn turn, string author, ArgumentSubmitted submitted)
    {
        if (submitted.Held is null && IsTrusted(author))
            Record(turn with { By = Actor.Server }, new ArgumentApproved(Id, submitted.Argument, submitted.Version));
    }

    /// <summary>Nobody has read it: the lesson's trust put it on the board.</summary>
    private static bool IsAtOnce(string by) => by == Actor.Server.Id;
}
