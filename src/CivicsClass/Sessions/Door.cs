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
        var word = Codes.RecoveryWord();
        var seat = new TakeSeat(realName, identity == IdentityMode.Nickname ? name : null, Codes.RecoveryHash(host.Key, word));
        var outcome = await host.DoAsync(Actor.Server, ticket, seat, clock.GetUtcNow().UtcDateTime);
        if (outcome.Refused is { } sentence)
            throw new Refusal(sentence);
        var participant = await host.AskAsync((live, _) => live.SeatOf(ticket)) ?? throw new InvalidOperationException("The seat was not taken.");
        return (participant, word);
    }

    /// <param name="given">A recovery word or a re-entry code.</param>
    /// <returns>The participant who comes back, or null when neither fits.</returns>
    public async Task<string?> ComeBackAsync(SessionHost host, string given)
    {
        var participant = reentry.Use(host.Row, given) ?? await ByWordAsync(host, given);
        return participant is not null && await host.AskAsync((live, _) => live.People.TryGetValue(participant, out var me) && !me.Removed) ? participant : null;
    }

    private async Task<string?> ByWordAsync(SessionHost host, string word)
    {
        var hash = Codes.RecoveryHash(host.Key, word);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var seats = await db.Participants.AsNoTracking().Where(p => p.SessionId == host.Row.Id).Select(p => new { p.ParticipantId, p.RecoveryHash }).ToListAsync();
        return seats.FirstOrDefault(s => CryptographicOperations.FixedTimeEquals(s.RecoveryHash, hash))?.ParticipantId;
    }
}
