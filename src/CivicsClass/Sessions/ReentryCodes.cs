using System.Collections.Concurrent;

namespace CivicsClass.Sessions;

/// <summary>Codes that a teacher reads out to bring one student back on another device. Each works once, for ten minutes,
/// and lives in memory only: after a restart the teacher makes another.</summary>
public sealed class ReentryCodes(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(Guid Session, string Code), (string Participant, DateTimeOffset Until)> _codes = [];

    public string Make(SessionRow session, string participant)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, made) in _codes)
            if (made.Until < now || (old.Session == session.Id && made.Participant == participant))
                _codes.TryRemove(old, out _);
        var code = Codes.Reentry();
        _codes[(session.Id, code)] = (participant, now + Lifetime);
        return code;
    }

    /// <returns>The participant, or null when the code is wrong, used or too old.</returns>
    public string? Use(SessionRow session, string typed) =>
        _codes.TryRemove((session.Id, Codes.Clean(typed)), out var made) && made.Until >= clock.GetUtcNow() ? made.Participant : null;
}
