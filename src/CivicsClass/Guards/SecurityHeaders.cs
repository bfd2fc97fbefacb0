using System.Security.Cryptography;

namespace CivicsClass.Guards;

/// <summary>Headers on every answer: pages, files, errors and refusals alike, because they are set when the answer starts.</summary>
public static class SecurityHeaders
{
    private const string Key = "civics:nonce", Others = "civics:others";

    /// <summary>For an inline script that a page cannot do without: <c>nonce="@Context.Nonce()"</c>.</summary>
    public static string Nonce(this HttpContext context) =>
        (string)(context.Items[Key] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));

    /// <summary>The answer is another server's, with headers of its own.</summary>
    public static void LeaveHeadersAlone(this HttpContext context) => context.Items[Others] = true;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        if (context.Items.ContainsKey(Others))
            return Task.CompletedTask;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{context.Nonce()}'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
            "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; manifest-src 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not no-referrer: browsers would send "Origin: null" with a form, and the guard for sockets could not tell friend from foe.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Files say themselves how long they keep; all else may be about a person.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
