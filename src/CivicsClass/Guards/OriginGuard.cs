namespace CivicsClass.Guards;

/// <summary>No other site reaches a live session with a visitor's cookies. CORS does not cover WebSockets, so every request under
/// /s/{key}/student, teacher and projector says where it comes from, whatever the transport, negotiation included.</summary>
public sealed partial class OriginGuard(RequestDelegate next, IConfiguration settings, ILogger<OriginGuard> log)
{
    private readonly HashSet<string> _allowed = [.. settings.GetSection("AllowedOrigins").Get<string[]>() ?? []];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsLive(context.Request.Path) || IsOurs(context.Request))
            return next(context);
        LogRefused(context.Request.Headers.Origin.ToString());
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This address answers only its own pages.");
    }

    public static bool IsLive(PathString path) =>
        path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var s, _, var hub, ..]
        && s.Equals("s", StringComparison.OrdinalIgnoreCase)
        && (hub.Equals("student", StringComparison.OrdinalIgnoreCase) || hub.Equals("teacher", StringComparison.OrdinalIgnoreCase) || hub.Equals("projector", StringComparison.OrdinalIgnoreCase));

    private bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0)
            // Safari before 16.4 names neither its origin nor the site on a same-origin GET; only the page it came from.
            return request.Headers["Sec-Fetch-Site"] is [var site] ? site == "same-origin"
                : HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.Count == 0 && IsHere(request, request.Headers.Referer);
        // Both sides go through Uri so that a default port, spelled out or not, is the same origin.
        return origin is [{ } text]
            && (_allowed.Contains(text)
                || (Uri.TryCreate(text, UriKind.Absolute, out var from)
                    && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
                    && text.Equals(from.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
                    && from.UserInfo.Length == 0
                    && from.Scheme == here.Scheme && from.Port == here.Port
                    && from.IdnHost.Equals(here.IdnHost, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsHere(HttpRequest request, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var from) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && Uri.Compare(from, here, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    [LoggerMessage(LogLevel.Warning, "A request to a live session was refused: its origin is {Origin}")]
    private partial void LogRefused(string origin);
}
