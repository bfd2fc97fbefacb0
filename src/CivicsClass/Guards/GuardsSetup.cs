using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CivicsClass.Servers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace CivicsClass.Guards;

public static class GuardsSetup
{
    /// <summary>Rate limit of pages that hash a password: from one address as many at once as there are cores, the others wait their turn.</summary>
    public const string PasswordWork = "password work";

    /// <summary>Bytes that the kernel keeps for a reader who does not read (Linux doubles it for its own use). Left to itself it keeps
    /// up to 4 MB for each, which no limit of ours would see, and the server would notice only when they are full.</summary>
    private const int UnreadBytes = 64 * 1024;

    /// <summary>Settings: <c>Https:Required</c> (default: true behind a known proxy or when an https address is bound),
    /// <c>Http:OnTheNetwork</c>, <c>Proxy:Known</c> (addresses or networks), <c>AllowedOrigins</c>.</summary>
    public static WebApplicationBuilder AddGuards(this WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.WebHost.UseSockets(options => options.CreateBoundListenSocket = Listen);
        services.AddSingleton(new CookieNames(settings.GetValue<bool?>("Https:Required") ?? (Proxies(settings).Length > 0 || BindsHttps(settings))));
        services.AddOptions<AntiforgeryOptions>().Configure<CookieNames>((options, names) => names.Apply(options.Cookie, names.Form));
        services.AddAntiforgery();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(PasswordWork, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetConcurrencyLimiter($"{context.Connection.RemoteIpAddress}", _ => new ConcurrencyLimiterOptions { PermitLimit = Environment.ProcessorCount, QueueLimit = 200 })
                : RateLimitPartition.GetNoLimiter(""));
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in Proxies(settings))
                options.KnownIPNetworks.Add(proxy.Contains('/', StringComparison.Ordinal)
                    ? System.Net.IPNetwork.Parse(proxy)
                    : new System.Net.IPNetwork(IPAddress.Parse(proxy), IPAddress.Parse(proxy).GetAddressBytes().Length * 8));
        });
        return builder;
    }

    /// <summary>Every connection accepted here inherits the limit.</summary>
    private static Socket Listen(EndPoint address)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (address is IPEndPoint)
            socket.SendBufferSize = UnreadBytes;
        return socket;
    }

    /// <summary>Everything between the socket and a page, in this order.</summary>
    public static WebApplication UseGuards(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownIPNetworks.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<ForwardedHere>();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPage.WriteAsync });
        app.UseMiddleware<PlainHttp>();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<Forwarding>();
        app.UseStatusCodePagesWithReExecute("/trouble/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        return app;
    }

    private static string[] Proxies(ConfigurationManager settings) => settings.GetSection("Proxy:Known").Get<string[]>() ?? [];

    private static bool BindsHttps(ConfigurationManager settings) =>
        settings["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true;
}
