using System.Net;
using CivicsClass.Library;
using CivicsClass.Servers;

namespace CivicsClass.Guards;

/// <summary>Plain HTTP serves this machine only. A school's network needs HTTPS, or the operator's word (<c>Http:OnTheNetwork</c>).
/// On loopback the host must be a name of loopback, so that no web site can point its own name here (DNS rebinding).</summary>
public sealed class PlainHttp(RequestDelegate next, CookieNames cookies, IConfiguration settings)
{
    private readonly bool _anywhere = settings.GetValue<bool>("Http:OnTheNetwork");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsHttps || OperateDoor.IsAsked(request.Path) || Health.IsAsked(request.Path) || ForwardedHere.Is(context) || (!cookies.Https && (_anywhere || IsLoopback(context))))
            return next(context);
        if (cookies.Https && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            context.Response.Redirect($"https://{request.Host}{request.PathBase}{request.Path}{request.QueryString}");
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("This server answers over HTTPS, or on its own machine at 127.0.0.1. An operator finds the settings in docs/security.md.");
    }

    private static bool IsLoopback(HttpContext context) =>
        context.Connection.LocalIpAddress is not { } address || (IPAddress.IsLoopback(address) && IsLoopback(context.Request.Host.Host));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
