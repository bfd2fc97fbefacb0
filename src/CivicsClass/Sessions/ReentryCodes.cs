using System.Collections.Concurrent;

namespace CivicsClass.Sessions;

/// <summary>Codes that a teacher reads out to bring one student back on another device. Each works once, for ten minutes,
/// and lives in memory only: after a restart the teacher makes another.</summary>
public sealed class ReentryCodes(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(Guid Session, string Code), Made> _codes = [];

    public string Make(SessionRow session, string participant)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, made) in _codes)
            if (made.Until < now || (old.Session == session.Id && made.Participant == participant && !made.Used))
                _codes.TryRemove(old, out _);
        var code = Codes.Reentry();
        _codes[(session.Id, code)] = new(participant, now + Lifetime, Used: false);
        return code;
    }

    /// <returns>The participant, or null when the code is wrong, used or too old.</returns>
    public string? Use(SessionRow session, string typed)
    {
        var key = (session.Id, Codes.Clean(typed));
        return _codes.TryGetValue(key, out var made) && IsGood(made) && _codes.TryUpdate(key, made with { Used = true }, made) ? made.Participant : null;
    }

    /// <summary>The code was right, but it brought somebody back already or came too late.</summary>
    public bool IsSpent(SessionRow session, string typed) => _codes.TryGetValue((session.Id, Codes.Clean(typed)), out var made) && !IsGood(made);

    private bool IsGood(Made made) => !made.Used && made.Until >= clock.GetUtcNow();

    private sealed record Made(string Participant, DateTimeOffset Until, bool Used);
}
