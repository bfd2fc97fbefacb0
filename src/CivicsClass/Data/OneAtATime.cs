using CivicsClass.Library;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Data;

/// <summary>What the first server on an empty database does for all of them, one server at a time.</summary>
public static class OneAtATime
{
    /// <summary>Makes the first key that protects cookies and fills the library. Two servers that each made a key could not read
    /// each other's cookies until they happen to look again.</summary>
    public static async Task PrepareAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CivicsDbContext>().Database;
        var provider = services.GetRequiredService<DatabaseSettings>().Provider;
        // SQLite has one server. The lock ends with the transaction.
        await using var turn = provider == DatabaseProvider.Sqlite ? null : await database.BeginTransactionAsync();
        if (provider == DatabaseProvider.PostgreSql)
            await database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(2026112201)");
        if (provider == DatabaseProvider.SqlServer)
            await database.ExecuteSqlRawAsync("EXEC sp_getapplock @Resource = 'civics first start', @LockMode = 'Exclusive', @LockTimeout = 25000");
        var keys = services.GetRequiredService<IKeyManager>();
        if (keys.GetAllKeys().Count == 0)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            keys.CreateNewKey(now, now + services.GetRequiredService<Microsoft.Extensions.Options.IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
        }
        await services.SeedAsync();
    }
}
