using CivicsClass.Accounts;
using CivicsClass.Guards;
using CivicsClass.Servers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using QRCoder;

namespace CivicsClass.Sessions;

public static class SessionsSetup
{
    /// <param name="steps">Registers the steps of lessons; a new classroom activity is one line more.</param>
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder, Action<StepCatalog> steps)
    {
        var catalog = new StepCatalog();
        steps(catalog);
        var services = builder.Services;
        services.AddSingleton(catalog);
        services.Configure<SiteAddress>(builder.Configuration.GetSection("Site"));
        services.AddSingleton<SessionStore>();
        services.AddSingleton<EventLog>();
        services.AddHostedService(s => s.GetRequiredService<EventLog>());
        services.AddSingleton<IMegaphone, Megaphone>();
        services.AddSingleton<LiveSessions>();
        services.AddHostedService(s => s.GetRequiredService<LiveSessions>());
        services.AddHostedService<Draining>();
        services.AddOptions<CookieTempDataProviderOptions>().Configure<CookieNames>((options, names) => names.Apply(options.Cookie, names.For("note")));
        services.AddSingleton<SeatCookie>();
        services.AddSingleton<WallCookie>();
        services.AddSingleton<ReentryCodes>();
        services.AddSingleton<JoinLimits>();
        services.AddSingleton<Door>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
        services.AddSignalR(options =>
        {
            options.KeepAliveInterval = TimeSpan.FromSeconds(8);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            options.MaximumReceiveMessageSize = 32 * 1024;
            options.MaximumParallelInvocationsPerClient = 8;
            options.StatefulReconnectBufferSize = 0;
        }).AddJsonProtocol(options => options.PayloadSerializerOptions = catalog.Json);
        // A proxy in front of several servers tells by this whether one of them stands still.
        services.AddOptions<HubOptions>().Configure<IConfiguration>((options, settings) => options.KeepAliveInterval = ClusterSettings.IsSet(settings) ? TimeSpan.FromSeconds(2) : options.KeepAliveInterval);
        return builder;
    }

    public static void MapSessions(this WebApplication app)
    {
        app.MapLive<StudentHub>("/s/{key}/student").AllowAnonymous();
        app.MapLive<TeacherHub>("/s/{key}/teacher").RequireAuthorization();
        app.MapLive<ProjectorHub>("/s/{key}/projector").AllowAnonymous();
        app.MapGet("/s/{key}/qr.svg", QrAsync).AllowAnonymous();
        app.MapPost("/s/{key}/reentry/{participant}", ReentryAsync).RequireAuthorization();
    }

    /// <summary>SignalR closes what is connected when the server begins to stop, and Kestrel listens on meanwhile: a page that comes back
    /// in that moment would hold up the stop until it is cut.</summary>
    private static IConnectionBuilder UseOpeningHours(this IConnectionBuilder builder, CancellationToken stopping) =>
        builder.Use(next => connection => stopping.IsCancellationRequested ? Task.CompletedTask : next(connection));

    private static ConnectionEndpointRouteBuilder MapLive<T>(this WebApplication app, string path) where T : Hub =>
        app.MapConnections(path, new HttpConnectionDispatcherOptions
        {
            TransportSendTimeout = TimeSpan.FromSeconds(2),
            WebSockets = { CloseTimeout = TimeSpan.FromMilliseconds(500) },
            ApplicationMaxBufferSize = 64 * 1024,
            CloseOnAuthenticationExpiration = true,
        }, connection => connection.UseOpeningHours(app.Lifetime.ApplicationStopping).UseMessageLimit().UseHub<T>());

    private static async Task<IResult> QrAsync(string key, HttpContext http, LiveSessions live, WallCookie wall, IOptions<SiteAddress> site)
    {
        if (await live.FindAsync(key) is not { Row.JoinCode: { } code } host || !wall.MaySee(http, host.Row))
            return Results.NotFound();
        using var data = QRCodeGenerator.GenerateQrCode($"{site.Value.Of(http.Request)}/join/{code}", QRCodeGenerator.ECCLevel.M);
        var svg = new SvgQRCode(data).GetGraphic(10, "#111111", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Results.Content(svg, "image/svg+xml");
    }

    private static async Task<IResult> ReentryAsync(string key, string participant, HttpContext http, LiveSessions live, ReentryCodes codes, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        if (await live.FindAsync(key) is not { } host || host.Row.TeacherId != http.User.Id()
            || !await host.AskAsync((session, _) => session.People.TryGetValue(participant, out var person) && !person.Removed))
            return Results.NotFound();
        return Results.Json(new { code = codes.Make(host.Row, participant), minutes = (int)ReentryCodes.Lifetime.TotalMinutes });
    }
}
