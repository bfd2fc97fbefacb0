using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Extensions;

namespace CivicsClass.Servers;

/// <summary>Takes requests that another server has forwarded as if they had come straight from the browser: same scheme, host and
/// address. Who says so must hold the keys in the database, for this very request, just now. Nothing is forwarded twice.</summary>
public sealed partial class ForwardedHere(RequestDelegate next, IDataProtectionProvider protection, ClusterSettings cluster, TimeProvider clock, ILogger<ForwardedHere> log)
{
    public const string Header = "X-Civics-Forwarded";
    private const string Mark = "civics:forwarded";
    /// <summary>Also how far apart the servers' clocks may be.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);
    private readonly IDataProtector _protector = Protector(protection);

    public static bool Is(HttpContext context) => context.Items.ContainsKey(Mark);

    public static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("CivicsClass.Forwarded.v1");

    /// <summary>What the receiving server must know, sealed.</summary>
    public static string Seal(IDataProtector protector, HttpContext context, DateTimeOffset now) => protector.Protect(string.Join('\n',
        now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Asked(context.Request),
        context.Request.Scheme, context.Request.Host.Value, context.Connection.RemoteIpAddress?.ToString()));

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(Header, out var sealedWord))
            return next(context);
        context.Request.Headers.Remove(Header);
        if (!cluster.IsAlone && Open(sealedWord.ToString(), context.Request) is (var scheme, var host, var address))
        {
            (context.Request.Scheme, context.Request.Host, context.Connection.RemoteIpAddress) = (scheme, host, address);
            context.Items[Mark] = true;
            return next(context);
        }
        LogRefused(context.Connection.RemoteIpAddress);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync("This server cannot tell who forwarded this request.");
    }

    private (string Scheme, HostString Host, IPAddress? Address)? Open(string sealedWord, HttpRequest request)
    {
        try
        {
            return _protector.Unprotect(sealedWord).Split('\n') is [var at, var asked, var scheme, var host, var address]
                && asked == Asked(request)
                && long.TryParse(at, CultureInfo.InvariantCulture, out var ms) && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(ms)).Duration() <= Lasts
                ? (scheme, new HostString(host), IPAddress.TryParse(address, out var from) ? from : null)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Asked(HttpRequest request) => $"{request.Method} {UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString)}";

    [LoggerMessage(LogLevel.Warning, "A request from {From} says that another server forwarded it, but not in a way to believe: do the servers share one database, and do their clocks agree?")]
    private partial void LogRefused(IPAddress? from);
}
