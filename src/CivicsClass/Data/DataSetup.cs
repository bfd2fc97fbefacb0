using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CivicsClass.Data;

public static class DataSetup
{
    /// <summary>Settings: <c>ConnectionStrings:Civics</c>; its default is the file civics.db in <c>Data:Folder</c> (default "data").</summary>
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<WriteLock>();
        builder.Services.AddSingleton<SqliteSession>();
        builder.Services.AddDbContext<CivicsDbContext, SqliteCivicsDbContext>((services, options) => options
            .UseSqlite(ConnectionString(builder.Configuration))
            .AddInterceptors(services.GetRequiredService<SqliteSession>(), new WriteLockInterceptor(services.GetRequiredService<WriteLock>())));
        builder.Services.AddSingleton<DatabaseXmlRepository>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => s.GetRequiredService<DatabaseXmlRepository>());
        builder.Services.AddDataProtection().SetApplicationName("CivicsClass");
        return builder;
    }

    /// <summary>Brings the embedded database up to the current schema; makes its folder if need be.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        if (db.Database.GetConnectionString() is { } text && new SqliteConnectionStringBuilder(text).DataSource is { Length: > 0 } file
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await db.Database.MigrateAsync();
    }

    public static string ConnectionString(IConfiguration settings) =>
        settings.GetConnectionString("Civics")
        ?? $"Data Source={Path.Combine(settings["Data:Folder"] ?? "data", "civics.db")}";
}
