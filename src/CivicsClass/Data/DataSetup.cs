using CivicsClass.Servers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace CivicsClass.Data;

public static class DataSetup
{
    /// <summary>Settings: see <see cref="DatabaseSettings.Read"/>. They are read when the database is first used.</summary>
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase();
        builder.Services.AddSingleton<DatabaseXmlRepository>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => s.GetRequiredService<DatabaseXmlRepository>());
        builder.Services.AddDataProtection().SetApplicationName("CivicsClass");
        return builder;
    }

    /// <summary>The context of the provider that the settings name, and what it needs.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(s => DatabaseSettings.Read(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton(s => ClusterSettings.Read(s.GetRequiredService<IConfiguration>(), Settings(s)));
        services.AddSingleton<WriteLock>();
        services.AddSingleton<Erasures>();
        services.AddSingleton<SqliteSession>();
        services.AddDbContext<SqliteCivicsDbContext>((s, options) => Carefully(s, options.UseSqlite(Settings(s).ConnectionString))
            .AddInterceptors(s.GetRequiredService<SqliteSession>(), new WriteLockInterceptor(s.GetRequiredService<WriteLock>())), optionsLifetime: ServiceLifetime.Singleton);
        services.AddDbContext<SqlServerCivicsDbContext>((s, options) => Carefully(s, options.UseSqlServer(Settings(s).ConnectionString))
            .AddInterceptors(PatientOpening.Instance), optionsLifetime: ServiceLifetime.Singleton);
        // Looking for the table of migrations in an empty database is a failed command, and no news; whoever asks hears of the others.
        services.AddDbContext<PostgreSqlCivicsDbContext>((s, options) => Carefully(s, options.UseNpgsql(Settings(s).ConnectionString))
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug))), optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<CivicsDbContext>(s => Settings(s).Provider switch
        {
            DatabaseProvider.SqlServer => s.GetRequiredService<SqlServerCivicsDbContext>(),
            DatabaseProvider.PostgreSql => s.GetRequiredService<PostgreSqlCivicsDbContext>(),
            _ => s.GetRequiredService<SqliteCivicsDbContext>(),
        });
        return services;
    }

    private static DatabaseSettings Settings(IServiceProvider services) => services.GetRequiredService<DatabaseSettings>();

    /// <summary>Nothing that EF Core does is repeated by itself: a commit may have succeeded although its answer was lost (docs/decisions/0007).</summary>
    private static DbContextOptionsBuilder Carefully(IServiceProvider services, DbContextOptionsBuilder options)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(RelationalOptionsExtension.Extract(options.Options)
            .WithExecutionStrategyFactory(dependencies => new NonRetryingExecutionStrategy(dependencies))
            .WithMaxBatchSize(Settings(services).MaxBatchSize));
        return options;
    }
}
