using CivicsClass.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

/// <summary>How staff come in. No mail is sent: the admin copies the link, which is shown once.</summary>
public sealed class Invitations(CivicsDbContext db, NewAccounts accounts, UserManager<Teacher> people, TimeProvider time)
{
    public static readonly TimeSpan Last = TimeSpan.FromDays(7);

    public Task<List<Invitation>> OpenAsync() =>
        db.Invitations.AsNoTracking().Where(i => i.AcceptedAt == null && i.ExpiresAt > Now).OrderBy(i => i.ExpiresAt).ToListAsync();

    /// <summary>An earlier invitation to the same address is void from now on.</summary>
    /// <returns>Null when this address has an account already.</returns>
    public async Task<Token?> InviteAsync(string email, string role, string invitedBy)
    {
        if (await people.FindByEmailAsync(email) is not null)
            return null;
        var token = Token.New();
        var now = Now;
        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.AcceptedAt == null && (i.ExpiresAt <= now || i.Email == email)).ToListAsync());
        db.Invitations.Add(new Invitation { Id = Guid.CreateVersion7(), TokenHash = token.Hash, Email = email, Role = role, InvitedBy = invitedBy, At = now, ExpiresAt = now + Last });
        await db.SaveChangesAsync();
        return token;
    }

    public Task WithdrawAsync(Guid id) => db.Invitations.Where(i => i.Id == id && i.AcceptedAt == null).ExecuteDeleteAsync();

    public async Task<Invitation?> FindAsync(Token token) =>
        await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == token.Hash && i.AcceptedAt == null && i.ExpiresAt > Now);

    /// <returns>The new account, or null when the invitation is used, withdrawn, expired or wrong.</returns>
    public async Task<(Teacher? Person, IdentityResult Result)> AcceptAsync(Token token, string name, string password)
    {
        if (await FindAsync(token) is not { } invitation)
            return (null, IdentityResult.Success);
        invitation.AcceptedAt = Now;
        return await accounts.MakeAsync(name, invitation.Email, invitation.Role, password);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
