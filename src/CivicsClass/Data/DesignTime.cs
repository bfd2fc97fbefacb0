using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CivicsClass.Data;

/// <summary>For <c>dotnet ef migrations</c>: a context without the application around it.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCivicsDbContext>
{
    public SqliteCivicsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCivicsDbContext>()
            .UseSqlite("Data Source=:memory:")
            .UseApplicationServiceProvider(new ServiceCollection()
                .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
                .BuildServiceProvider())
            .Options);
}
