using CivicsClass.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

/// <summary>Makes an account in the same transaction as the link that allows it is used up: two who race cannot both win.</summary>
public sealed class NewAccounts(CivicsDbContext db, UserManager<Teacher> people, TimeProvider time)
{
    public const string NameWanted = "Type your name as students address you, in at most 80 characters.";

    /// <returns>The name as it is kept, or null when it will not do.</returns>
    public static string? Name(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= 80 } name && !name.Any(char.IsControl) ? name : null;

    public async Task<bool> NoAdminYetAsync() =>
        !await db.UserRoles.AnyAsync(r => db.Roles.Any(role => role.Id == r.RoleId && role.Name == Roles.Admin));

    /// <summary>Saves what the caller changed on the context together with the new account.</summary>
    /// <returns>The account; null with errors to show; null without errors when somebody else was faster.</returns>
    public async Task<(Teacher? Person, IdentityResult Result)> MakeAsync(string name, string email, string role, string password)
    {
        if (Name(name) is not { } shown)
            return (null, IdentityResult.Failed(new IdentityError { Description = NameWanted }));
        var person = new Teacher { DisplayName = shown, UserName = email, Email = email, JoinedAt = time.GetUtcNow().UtcDateTime, LockoutEnabled = true };
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, password) is { Succeeded: false } trouble)
                return (null, trouble);
        // Hashed before the transaction: it takes a tenth of a second and every write waits for a transaction.
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            await db.SaveChangesAsync();
            var result = await people.CreateAsync(person);
            if (result.Succeeded)
                result = await people.AddToRoleAsync(person, role);
            if (!result.Succeeded)
                return (null, result);
            await transaction.CommitAsync();
            return (person, result);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            return (null, IdentityResult.Success);
        }
    }
}
