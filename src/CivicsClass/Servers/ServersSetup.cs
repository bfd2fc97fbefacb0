using CivicsClass.Data;

namespace CivicsClass.Servers;

public static class ServersSetup
{
    /// <summary>Setting: <c>Cluster:Address</c>, see <see cref="ClusterSettings.Read"/>.</summary>
    public static WebApplicationBuilder AddServers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLease();
        services.AddHostedService(s => s.GetRequiredService<ServerLease>());
        services.AddSingleton<Health>();
        services.AddHttpForwarder();
        return builder;
    }

    internal static IServiceCollection AddLease(this IServiceCollection services)
    {
        return services.AddSingleton(s => new ServerLease(
            new LeaseTable(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<DatabaseSettings>()),
            s.GetRequiredService<ClusterSettings>(), s.GetRequiredService<ILogger<ServerLease>>()));
    }

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("live", () => Results.Json(new { status = "live" }));
        health.MapGet("ready", async (Health state) => Ready(await state.ReadyAsync()));
    }

    private static IResult Ready(string word) =>
        Results.Json(new { status = word }, statusCode: word == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
