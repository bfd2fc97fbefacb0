using System.Data;
using CivicsClass.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

public sealed record StaffMember(string Id, string Name, string Email, string Role, DateTime JoinedAt, bool Disabled);

/// <summary>Who works here, and closing and opening their accounts.</summary>
public sealed partial class StaffList(CivicsDbContext db, UserManager<Teacher> people, ILogger<StaffList> log)
{
    private const string Changed = "Somebody else changed this account just now. Look again and repeat.";

    public Task<List<StaffMember>> AllAsync() =>
        (from person in db.Users
         join held in db.UserRoles on person.Id equals held.UserId
         join role in db.Roles on held.RoleId equals role.Id
         orderby person.DisplayName
         select new StaffMember(person.Id, person.DisplayName, person.Email!, role.Name!, person.JoinedAt, person.LockoutEnd != null)).AsNoTracking().ToListAsync();

    /// <summary>Closes an account: signed out everywhere at once, and no way in until it is enabled again.</summary>
    /// <returns>Null when done; else a sentence.</returns>
    public async Task<string?> DisableAsync(string id, string by)
    {
        if (id == by)
            return "You cannot disable your own account. Ask another admin.";
        try
        {
            return await DisableUnlessLastAsync(id, by);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            return Changed;
        }
    }

    /// <summary>Serializable: the last two admins who disable each other at once cannot both do it.</summary>
    private async Task<string?> DisableUnlessLastAsync(string id, string by)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        if (await people.FindByIdAsync(id) is not { } person)
            return "This account is not there any more.";
        var others = await AllAsync();
        if (!others.Any(p => p.Role == Roles.Admin && !p.Disabled && p.Id != id))
            return "This is the last admin. Invite another admin first.";
        person.LockoutEnd = DateTimeOffset.MaxValue;
        var saved = await people.UpdateSecurityStampAsync(person);
        if (!saved.Succeeded)
            return Changed;
        await transaction.CommitAsync();
        LogDisabled(id, by);
        return null;
    }

    public async Task EnableAsync(string id, string by)
    {
        if (await people.FindByIdAsync(id) is not { } person)
            return;
        person.LockoutEnd = null;
        await people.UpdateSecurityStampAsync(person);
        LogEnabled(id, by);
    }

    [LoggerMessage(LogLevel.Warning, "Account {Person} disabled by {By}")]
    private partial void LogDisabled(string person, string by);

    [LoggerMessage(LogLevel.Warning, "Account {Person} enabled by {By}")]
    private partial void LogEnabled(string person, string by);
}
