using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace CivicsClass.Sessions;

/// <summary>A student's seat: a protected cookie that names a participant of one session. There is no account.</summary>
public sealed class SeatCookie(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CivicsClass.Seat.v1");

    public void Write(HttpContext http, SessionRow session, string participant) =>
        http.Response.Cookies.Append(Name(http, session), _protector.Protect($"{session.Id:N}:{participant}"), Options(http));

    /// <returns>The participant's id, or null when the cookie is missing, altered or of another session.</returns>
    public string? Read(HttpContext http, SessionRow session)
    {
        if (http.Request.Cookies[Name(http, session)] is not { } sealedSeat)
            return null;
        try
        {
            return _protector.Unprotect(sealedSeat).Split(':') is [var id, var participant] && id == session.Id.ToString("N") ? participant : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http, SessionRow session) => http.Response.Cookies.Delete(Name(http, session), Options(http));

    internal static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = TimeSpan.FromDays(2),
        IsEssential = true,
    };

    private static string Name(HttpContext http, SessionRow session) => (http.Request.IsHttps ? "__Host-" : "") + "civics-seat-" + session.Key;
}

/// <summary>Lets a screen show the projector: the session's teacher, or whoever opened the projector's link.</summary>
public sealed class WallCookie
{
    public void Write(HttpContext http, SessionRow session) =>
        http.Response.Cookies.Append(Name(http, session), session.WallToken, SeatCookie.Options(http));

    public bool MaySee(HttpContext http, SessionRow session) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) == session.TeacherId || IsToken(http.Request.Cookies[Name(http, session)], session);

    public static bool IsToken(string? given, SessionRow session) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(session.WallToken));

    private static string Name(HttpContext http, SessionRow session) => (http.Request.IsHttps ? "__Host-" : "") + "civics-wall-" + session.Key;
}
