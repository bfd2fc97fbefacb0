using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CivicsClass.Data;

/// <summary>For <c>dotnet ef migrations</c>: contexts without the application around them, which never connect.</summary>
internal sealed class DesignTime :
    IDesignTimeDbContextFactory<SqliteCivicsDbContext>, IDesignTimeDbContextFactory<SqlServerCivicsDbContext>, IDesignTimeDbContextFactory<PostgreSqlCivicsDbContext>
{
    SqliteCivicsDbContext IDesignTimeDbContextFactory<SqliteCivicsDbContext>.CreateDbContext(string[] args) =>
        new(Options<SqliteCivicsDbContext>(o => o.UseSqlite("Data Source=:memory:")));

    SqlServerCivicsDbContext IDesignTimeDbContextFactory<SqlServerCivicsDbContext>.CreateDbContext(string[] args) =>
        new(Options<SqlServerCivicsDbContext>(o => o.UseSqlServer("Server=nowhere.invalid")));

    PostgreSqlCivicsDbContext IDesignTimeDbContextFactory<PostgreSqlCivicsDbContext>.CreateDbContext(string[] args) =>
        new(Options<PostgreSqlCivicsDbContext>(o => o.UseNpgsql("Host=nowhere.invalid")));

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> provider) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>()
            .UseApplicationServiceProvider(new ServiceCollection()
                .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
                .BuildServiceProvider());
        provider(options);
        return options.Options;
    }
}
