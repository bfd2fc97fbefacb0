using CivicsClass.Guards;

namespace CivicsClass.Sessions;

/// <summary>How many wrong join codes one address, and wrong recovery words one session, may see in a minute.</summary>
public sealed class JoinLimits(TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public WrongTries Codes { get; } = new(clock, limit: 300, Minute);
    public WrongTries Words { get; } = new(clock, limit: 60, Minute);
}
