using System.Security.Cryptography;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>How students come in: a new seat, or back to their own with a recovery word or a re-entry code.</summary>
public sealed class Door(IServiceScopeFactory scopes, ReentryCodes reentry, TimeProvider clock)
{
    /// <returns>The new participant's id and the word that brings them back on another device.</returns>
    /// <exception cref="Refusal">The name cannot be taken, or the door is locked.</exception>
    public async Task<(string Participant, string RecoveryWord)> TakeSeatAsync(SessionHost host, Guid ticket, string? name)
    {
        var identity = await host.AskAsync((live, _) => live.Identity);
        var realName = identity == IdentityMode.NameForTeacher ? Nickname.CheckRealName(name) : null;
        if (identity == IdentityMode.Nickname && Nickname.CouldBe(await TeacherOfAsync(host), name))
            throw new Refusal("This name could be mistaken for your teacher's. Choose another.");
        var word = Codes.RecoveryWord(host.Key, ticket);
        var seat = new TakeSeat(realName, identity == IdentityMode.Nickname ? name : null, Codes.RecoveryHash(host.Key, word));
        var outcome = await host.DoAsync(Actor.Server, ticket, seat, clock.GetUtcNow().UtcDateTime);
        if (outcome.Refused is { } sentence)
            throw new Refusal(sentence);
        var participant = await host.AskAsync((live, _) => live.SeatOf(ticket)) ?? throw new InvalidOperationException("The seat was not taken.");
        return (participant, word);
    }

    /// <returns>Whom the re-entry code calls back; null when it is wrong, used or too old.</returns>
    public string? Reenter(SessionHost host, string code) => reentry.Use(host.Row, code);

    /// <inheritdoc cref="ReentryCodes.IsSpent"/>
    public bool IsSpent(SessionHost host, string code) => reentry.IsSpent(host.Row, code);

    /// <returns>Whose recovery word it is; null when it is nobody's.</returns>
    public async Task<string?> RecogniseAsync(SessionHost host, string word)
    {
        var hash = Codes.RecoveryHash(host.Key, word);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var seats = await db.Participants.AsNoTracking().Where(p => p.SessionId == host.Row.Id).Select(p => new { p.ParticipantId, p.RecoveryHash }).ToListAsync();
        return seats.FirstOrDefault(s => CryptographicOperations.FixedTimeEquals(s.RecoveryHash, hash))?.ParticipantId;
    }

    private async Task<string> TeacherOfAsync(SessionHost host)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.Users.AsNoTracking().Where(t => t.Id == host.Row.TeacherId).Select(t => t.DisplayName).SingleOrDefaultAsync() ?? "";
    }
}
