using System.Globalization;
using CivicsClass.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

/// <summary>For who forgot a password: a link to choose a new one, made by an admin or at the command line. It hangs on the security
/// stamp, so it is void once it was used, the password changed, the account was disabled or a backup was put back.</summary>
public sealed partial class PasswordLinks(CivicsDbContext db, UserManager<Teacher> people, SignInTries tries, TimeProvider time, ILogger<PasswordLinks> log)
{
    public static readonly TimeSpan Last = TimeSpan.FromHours(24);
    private const string Provider = "CivicsClass password link";

    /// <summary>Makes a link and voids those before it.</summary>
    /// <param name="by">An admin's id, or another word for who asked.</param>
    /// <returns>Null when there is no such person or the account is disabled.</returns>
    public async Task<Token?> MakeAsync(Teacher? person, string by)
    {
        if (person is null or { Disabled: true })
            return null;
        var token = Token.New();
        await ForgetAsync(person);
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = person.Id, LoginProvider = Provider, Name = Name(token), Value = Value(Now + Last, person.SecurityStamp) });
        await db.SaveChangesAsync();
        LogMade(person.Id, by);
        return token;
    }

    /// <returns>Whose link it is; null when it is used, void, expired or wrong.</returns>
    public async Task<Teacher?> FindAsync(Token token)
    {
        var name = Name(token);
        var kept = await (from link in db.UserTokens
                          join person in db.Users on link.UserId equals person.Id
                          where link.LoginProvider == Provider && link.Name == name
                          select new { link.Value, Person = person }).SingleOrDefaultAsync();
        return kept is { Value: { } value, Person.Disabled: false } && value == Value(Expiry(value), kept.Person.SecurityStamp) && Expiry(value) > Now ? kept.Person : null;
    }

    /// <summary>Ends every sign-in of this person and lifts the wait after wrong tries. Two who race the link cannot both win:
    /// Identity saves a person only as it was read.</summary>
    /// <returns>The person; null with errors to show; null without errors when the link does not work any more.</returns>
    public async Task<(Teacher? Person, IdentityResult Result)> UseAsync(Token token, string password, System.Net.IPAddress? address)
    {
        if (await FindAsync(token) is not { } person)
            return (null, IdentityResult.Success);
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, password) is { Succeeded: false } trouble)
                return (null, trouble);
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        var saved = await people.UpdateSecurityStampAsync(person);
        if (!saved.Succeeded)
            return (null, IdentityResult.Success);
        await ForgetAsync(person);
        tries.Forget(person.NormalizedEmail!, address);
        LogUsed(person.Id);
        return (person, saved);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private Task<int> ForgetAsync(Teacher person) => db.UserTokens.Where(t => t.UserId == person.Id && t.LoginProvider == Provider).ExecuteDeleteAsync();

    private static string Name(Token token) => Convert.ToHexStringLower(token.Hash);

    private static string Value(DateTime expiry, string? stamp) => string.Create(CultureInfo.InvariantCulture, $"{expiry.Ticks} {stamp}");

    private static DateTime Expiry(string value) => new(long.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture), DateTimeKind.Utc);

    [LoggerMessage(LogLevel.Warning, "Password link for {Person} made by {By}")]
    private partial void LogMade(string person, string by);

    [LoggerMessage(LogLevel.Warning, "Password of {Person} changed by a link")]
    private partial void LogUsed(string person);
}
