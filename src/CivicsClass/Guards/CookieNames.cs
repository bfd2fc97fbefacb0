namespace CivicsClass.Guards;

/// <summary>Names and flags of every cookie. Over HTTPS the browser itself enforces <c>__Host-</c>: Secure, this host only, path "/".</summary>
public sealed class CookieNames(bool https)
{
    public bool Https { get; } = https;
    public string Staff { get; } = Name("staff", https);
    public string Device { get; } = Name("device", https);
    public string Form { get; } = Name("form", https);

    /// <summary>A name for one more cookie, such as a student's.</summary>
    public string For(string purpose) => Name(purpose, Https);

    public CookieOptions Options(TimeSpan? lasts = null) =>
        new() { HttpOnly = true, Secure = Https, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts };

    public void Apply(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = Https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }

    private static string Name(string purpose, bool https) => https ? $"__Host-civics-{purpose}" : $"civics-{purpose}";
}
