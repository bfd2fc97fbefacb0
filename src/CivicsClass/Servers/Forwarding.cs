using System.Net;
using CivicsClass.Data;
using CivicsClass.Guards;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Yarp.ReverseProxy.Forwarder;

namespace CivicsClass.Servers;

/// <summary>Leads whatever is about a session to the server that runs it: everything under /s/{key}/, and its door /join/{code}.
/// What no server runs is answered here, which takes it over.</summary>
internal sealed partial class Forwarding(
    RequestDelegate next, LiveSessions live, ServerLease lease, IHttpForwarder forwarder, IDataProtectionProvider protection, IHostApplicationLifetime life, TimeProvider clock, ILogger<Forwarding> log)
{
    private static readonly ForwarderRequestConfig Config = new() { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(400);
    private const int Tries = 10;

    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(2),
    });
    private readonly Seal _seal = new(ForwardedHere.Protector(protection), clock);

    public async Task InvokeAsync(HttpContext context)
    {
        if (Session(context.Request) is not { } named)
        {
            await next(context);
            return;
        }
        try
        {
            if (!lease.IsAlone && !ForwardedHere.Is(context) && await ForwardAsync(context, named))
                return;
            await next(context);
        }
        catch (ElsewhereException) when (!context.Response.HasStarted)
        {
            await MovingPage.WriteAsync(context);
        }
    }

    private sealed record Named(string? Key, string? Code);

    private static Named? Session(HttpRequest request) => request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var s, var key, ..] when s.Equals("s", StringComparison.OrdinalIgnoreCase) => new Named(key, null),
        [var join, var code] when join.Equals("join", StringComparison.OrdinalIgnoreCase) => new Named(null, Codes.Clean(code)),
        [var join] when join.Equals("join", StringComparison.OrdinalIgnoreCase) && request.Query["code"].ToString() is { Length: > 0 } code => new Named(null, Codes.Clean(code)),
        _ => null,
    };

    /// <summary>An owner that cannot be reached is asked again until its lease has run out, for requests that have nothing to lose by it.</summary>
    /// <returns>False: the request is to be answered here.</returns>
    private async Task<bool> ForwardAsync(HttpContext context, Named named)
    {
        var mayRepeat = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true || context.Request.ContentLength == 0;
        for (var tries = 1; ; tries++)
        {
            if (named.Key is { } key && live.Here(key) is not null)
                return false;
            var owner = await OwnerAsync(context, named);
            if (owner is null || owner == lease.Id)
                return false;
            // A server nobody here has heard of has just come, or is gone for good.
            if (lease.Find(owner) is null)
                await lease.EndOverAsync();
            if (lease.Find(owner) is not { } neighbour)
                return false;
            if (await ForwardAsync(context, neighbour))
                return true;
            if (!mayRepeat || tries == Tries || context.RequestAborted.IsCancellationRequested || life.ApplicationStopping.IsCancellationRequested)
                break;
            await Task.Delay(BetweenTries);
        }
        await MovingPage.WriteAsync(context);
        return true;
    }

    private async Task<bool> ForwardAsync(HttpContext context, Neighbour owner)
    {
        // Whoever listens for long is sent to another server when this one stops; a form is let finish.
        var stopping = OriginGuard.IsLive(context.Request.Path) ? life.ApplicationStopping : default;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(owner.Gone, stopping);
        context.LeaveHeadersAlone();
        var error = await forwarder.SendAsync(context, owner.Address.ToString(), Client, Config, _seal, over.Token);
        if (error == ForwarderError.None || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return true;
        LogNotReached(owner.Address, error);
        context.Response.Clear();
        return false;
    }

    private static async Task<Guid?> OwnerAsync(HttpContext context, Named named)
    {
        var db = context.RequestServices.GetRequiredService<CivicsDbContext>();
        var sessions = named.Key is { } key ? db.Sessions.Where(s => s.Key == key) : db.Sessions.Where(s => s.JoinCode == named.Code);
        return await sessions.Select(s => s.OwnerId).FirstOrDefaultAsync(context.RequestAborted);
    }

    /// <summary>Everything goes along as it came, with a sealed word on where from in place of what proxies said.</summary>
    private sealed class Seal(IDataProtector protector, TimeProvider clock) : HttpTransformer
    {
        private static readonly string[] SaidByProxies = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", ForwardedHere.Header];

        public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string destination, CancellationToken stop)
        {
            await base.TransformRequestAsync(context, request, destination, stop);
            foreach (var header in SaidByProxies)
                request.Headers.Remove(header);
            request.Headers.Add(ForwardedHere.Header, ForwardedHere.Seal(protector, context, clock.GetUtcNow()));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The server at {Address} could not be reached: {Error}")]
    private partial void LogNotReached(Uri address, ForwarderError error);
}
