using System.Security.Claims;
using CivicsClass.Data;
using CivicsClass.Guards;
using Humanizer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

/// <summary>Staff come and go. A sign-in has an id of its own, so that signing out ends it for every copy of its cookie
/// while the same person stays signed in on another device.</summary>
public sealed partial class SignIns(
    CivicsDbContext db, UserManager<Teacher> people, SignInManager<Teacher> cookies, SignInTries tries, IDataProtectionProvider protection,
    CookieNames names, TimeProvider time, ILogger<SignIns> log)
{
    public const string SignInId = "civics:sign-in";
    private const string Wrong = "The e-mail or the password is not right.";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _devices = protection.CreateProtector("CivicsClass.KnownDevice").ToTimeLimitedDataProtector();

    /// <returns>Null when the person is signed in now; else a sentence that never tells whether the account exists.</returns>
    public async Task<string?> TryAsync(HttpContext http, string email, string password)
    {
        var account = people.NormalizeEmail(email)!;
        var attempt = tries.Begin(account, KnownDevice(http, account), http.Connection.RemoteIpAddress);
        if (attempt.Wait is { } wait)
        {
            LogRefused(http.Connection.RemoteIpAddress);
            return TooMany(wait);
        }
        var person = await people.FindByEmailAsync(email);
        if (!await Matches(person, password) || person!.Disabled)
        {
            LogWrong(person?.Id);
            return Wrong;
        }
        attempt.WasRight();
        await EnterAsync(http, person);
        return null;
    }

    public async Task EnterAsync(HttpContext http, Teacher person)
    {
        await cookies.SignInWithClaimsAsync(person, isPersistent: false,
            [new Claim(SignInId, Guid.CreateVersion7().ToString()), new Claim(ClaimTypes.GivenName, person.DisplayName)]);
        http.Response.Cookies.Append(names.Device, _devices.Protect(people.NormalizeEmail(person.Email)!, Remembered), names.Options(Remembered));
        LogEntered(person.Id);
    }

    /// <summary>The same sign-in under a changed account: a new name or stamp in the cookie.</summary>
    public async Task RenewAsync(HttpContext http, Teacher person) =>
        await cookies.SignInWithClaimsAsync(person, isPersistent: false,
            [http.User.FindFirst(SignInId)!, new Claim(ClaimTypes.GivenName, person.DisplayName)]);

    /// <summary>Ends this person's sign-ins on every other device.</summary>
    /// <returns>Null when done; else a sentence.</returns>
    public async Task<string?> ChangePasswordAsync(HttpContext http, Teacher person, string current, string better)
    {
        var attempt = tries.Begin(person.NormalizedEmail!, knownDevice: true, null);
        if (attempt.Wait is { } wait)
            return TooMany(wait);
        if (PasswordRules.Trouble(better, person.DisplayName, person.Email) is { } trouble)
        {
            attempt.WasRight();
            return trouble;
        }
        var result = await people.ChangePasswordAsync(person, current, better);
        if (!result.Succeeded)
            return "The password until now is not right.";
        attempt.WasRight();
        await RenewAsync(http, person);
        LogPasswordChanged(person.Id);
        return null;
    }

    public async Task LeaveAsync(ClaimsPrincipal who)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (Guid.TryParse(who.FindFirstValue(SignInId), out var id) && !await db.EndedSignIns.AnyAsync(e => e.Id == id))
        {
            db.EndedSignIns.Add(new EndedSignIn { Id = id, At = now });
            await db.SaveChangesAsync();
        }
        await db.EndedSignIns.Where(e => e.At < now - AccountsSetup.CookieLasts * 2).ExecuteDeleteAsync();
        await cookies.SignOutAsync();
        LogLeft(people.GetUserId(who));
    }

    /// <summary>Whether this sign-in still holds: not ended, the person not disabled, the password and roles unchanged since.
    /// Asked at every request with the cookie; a hub asks again for everyone who is connected.</summary>
    public Task<bool> StillHoldsAsync(ClaimsPrincipal who)
    {
        var (id, stamp) = (people.GetUserId(who), who.FindFirstValue(people.Options.ClaimsIdentity.SecurityStampClaimType));
        return !Guid.TryParse(who.FindFirstValue(SignInId), out var signIn)
            ? Task.FromResult(false)
            : db.Users.AnyAsync(u => u.Id == id && u.SecurityStamp == stamp && u.LockoutEnd == null && !db.EndedSignIns.Any(e => e.Id == signIn));
    }

    private static string TooMany(TimeSpan wait) =>
        $"There were too many wrong tries. Try again in {TimeSpan.FromMinutes(Math.Ceiling(wait.TotalMinutes)).Humanize()}.";

    /// <summary>An unknown account costs as much time as a known one.</summary>
    private async Task<bool> Matches(Teacher? person, string password)
    {
        if (person is not null)
            return await people.CheckPasswordAsync(person, password);
        people.PasswordHasher.HashPassword(new Teacher { DisplayName = "" }, password);
        return false;
    }

    private bool KnownDevice(HttpContext http, string account)
    {
        try
        {
            return http.Request.Cookies[names.Device] is { } cookie && _devices.Unprotect(cookie) == account;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Signed in: {Person}")]
    private partial void LogEntered(string person);

    [LoggerMessage(LogLevel.Information, "Password changed: {Person}")]
    private partial void LogPasswordChanged(string person);

    [LoggerMessage(LogLevel.Information, "Signed out: {Person}")]
    private partial void LogLeft(string? person);

    [LoggerMessage(LogLevel.Warning, "Sign-in refused: wrong password or unknown account ({Person})")]
    private partial void LogWrong(string? person);

    [LoggerMessage(LogLevel.Warning, "Sign-in refused: too many wrong tries, from {Address}")]
    private partial void LogRefused(System.Net.IPAddress? address);
}
