using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CivicsClass.Guards;
using Microsoft.AspNetCore.DataProtection;

namespace CivicsClass.Sessions;

/// <summary>A student's seat: a protected cookie that names a participant of one session. There is no account.</summary>
public sealed class SeatCookie(IDataProtectionProvider protection, CookieNames names)
{
    internal static readonly TimeSpan Lasts = TimeSpan.FromDays(2);
    private readonly IDataProtector _protector = protection.CreateProtector("CivicsClass.Seat.v1");

    public void Write(HttpContext http, SessionRow session, string participant) =>
        http.Response.Cookies.Append(Name(session), _protector.Protect($"{session.Id:N}:{participant}"), names.Options(Lasts));

    public void Forget(HttpContext http, SessionRow session) => http.Response.Cookies.Delete(Name(session), names.Options());

    /// <returns>The participant's id, or null when the cookie is missing, altered or of another session.</returns>
    public string? Read(HttpContext http, SessionRow session)
    {
        if (http.Request.Cookies[Name(session)] is not { } sealedSeat)
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

    private string Name(SessionRow session) => names.For($"seat-{session.Key}");
}

/// <summary>Lets a screen show the projector: the session's teacher, or whoever opened the projector's link.</summary>
public sealed class WallCookie(CookieNames names)
{
    public void Write(HttpContext http, SessionRow session) =>
        http.Response.Cookies.Append(Name(session), session.WallToken, names.Options(SeatCookie.Lasts));

    public bool MaySee(HttpContext http, SessionRow session) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) == session.TeacherId || IsToken(http.Request.Cookies[Name(session)], session);

    public static bool IsToken(string? given, SessionRow session) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(session.WallToken));

    private string Name(SessionRow session) => names.For($"wall-{session.Key}");
}
