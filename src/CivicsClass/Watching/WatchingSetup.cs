using CivicsClass.Accounts;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CivicsClass.Watching;

public static class WatchingSetup
{
    public const string FiguresPath = "/health/figures";

    /// <summary>Settings: <c>OpenTelemetry:Endpoint</c> (OTLP over HTTP) or the standard <c>OTEL_EXPORTER_OTLP_…</c> variables send
    /// the metrics on; <c>Logging:Json</c> writes the log as one JSON object a line. Traces are not sent: they carry addresses,
    /// and links to set up, invite or show a wall are secrets.</summary>
    public static WebApplicationBuilder AddWatching(this WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        services.AddSingleton<SessionMetrics>();
        services.AddSingleton<HealthBoard>();
        services.AddHostedService(s => s.GetRequiredService<HealthBoard>());
        if (settings.GetValue<bool>("Logging:Json"))
        {
            builder.Logging.ClearProviders();
            // Scopes hold the request's address.
            builder.Logging.AddJsonConsole(options => (options.IncludeScopes, options.UseUtcTimestamp, options.TimestampFormat) = (false, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        var endpoint = settings["OpenTelemetry:Endpoint"];
        if (!string.IsNullOrEmpty(endpoint) || !string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_ENDPOINT"]) || !string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"]))
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("civicsclass"))
                .WithMetrics(metrics => metrics
                    .AddMeter(SessionMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime")
                    .AddOtlpExporter(options => SendTo(options, endpoint)));
        return builder;
    }

    public static void MapWatching(this WebApplication app) =>
        app.MapGet(FiguresPath, (HealthBoard board) => Results.Json(new HealthFigures((int)HealthBoard.Every.TotalSeconds, board.Samples)))
            .RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Admin });

    private static void SendTo(OtlpExporterOptions options, string? endpoint)
    {
        if (!string.IsNullOrEmpty(endpoint))
            (options.Endpoint, options.Protocol) = (new Uri($"{endpoint.TrimEnd('/')}/v1/metrics"), OtlpExportProtocol.HttpProtobuf);
    }

    /// <param name="Every">Seconds from one sample to the next.</param>
    private sealed record HealthFigures(int Every, IReadOnlyList<HealthSample> Samples);
}
