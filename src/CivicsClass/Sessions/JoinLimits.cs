using CivicsClass.Guards;

namespace CivicsClass.Sessions;

/// <summary>How many wrong join codes one address, and wrong recovery words one session, may see in a minute.</summary>
public sealed class JoinLimits(TimeProvider clock)
{
    /// <summary>How long a wrong code waits for its answer once its address has had its tries. Right codes never wait: a whole
    /// school may stand behind that address.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public WrongTries Codes { get; } = new(clock, limit: 300, Minute);
    public WrongTries Words { get; } = new(clock, limit: 60, Minute);
}
