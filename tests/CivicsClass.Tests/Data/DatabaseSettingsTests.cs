using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

[Trait("Database", "Sqlite")]
public sealed class DatabaseSettingsTests
{
    [Fact]
    public void Without_settings_it_is_a_file_in_the_data_folder()
    {
        var settings = Read(("Data:Folder", "/srv/civics"));

        Assert.Equal((DatabaseProvider.Sqlite, "/srv/civics/civics.db", null), (settings.Provider, settings.File, settings.MaxBatchSize));
    }

    [Theory]
    [InlineData("sqlserver", "Server=db;Database=civics", DatabaseProvider.SqlServer)]
    [InlineData("PostgreSQL", "Host=db;Database=civics", DatabaseProvider.PostgreSql)]
    [InlineData("Sqlite", "Data Source=/srv/other.db", DatabaseProvider.Sqlite)]
    public void The_provider_is_named_in_any_case(string name, string connection, DatabaseProvider provider) =>
        Assert.Equal(new DatabaseSettings(provider, connection, 7), Read(("Database:Provider", name), ("ConnectionStrings:Civics", connection), ("Database:MaxBatchSize", "7")));

    [Theory]
    [InlineData("MySql", null, null, "Database:Provider is “MySql”. Set it to Sqlite, SqlServer or PostgreSql")]
    [InlineData("2", null, null, "Database:Provider is “2”.")]
    [InlineData("PostgreSql", null, null, "ConnectionStrings:Civics does not say where the database is. Set it, for example to “Host=")]
    [InlineData("SqlServer", "Host=db;Username=civics", null, "ConnectionStrings:Civics is no connection string for SqlServer:")]
    [InlineData("PostgreSql", "Data Source=civics.db", null, "ConnectionStrings:Civics is no connection string for PostgreSql:")]
    [InlineData(null, "Host=db;Username=civics", null, "ConnectionStrings:Civics is no connection string for Sqlite:")]
    [InlineData(null, null, "many", "Database:MaxBatchSize is “many”. Set it to a number from 1 to 1000")]
    [InlineData(null, null, "0", "Database:MaxBatchSize is “0”.")]
    public void A_wrong_setting_is_told_with_what_to_do(string? provider, string? connection, string? size, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<OperatorException>(() => Read(("Database:Provider", provider), ("ConnectionStrings:Civics", connection), ("Database:MaxBatchSize", size))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=nowhere.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=nowhere.invalid")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=nowhere.invalid")]
    public async Task The_size_of_batches_reaches_the_provider_and_nothing_is_retried_by_itself(DatabaseProvider provider, string connection)
    {
        await using var services = TestDatabase.Services(new DatabaseSettings(provider, connection, 3));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();

        Assert.Equal(3, RelationalOptionsExtension.Extract((IDbContextOptions)db.GetService<IDbContextOptions>()).MaxBatchSize);
        Assert.False(db.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, "Host=db", "pg_dump")]
    [InlineData(DatabaseProvider.SqlServer, "Server=db", "BACKUP DATABASE")]
    public async Task A_backup_of_another_database_is_left_to_it(DatabaseProvider provider, string connection, string hint)
    {
        var said = new StringWriter();

        Assert.Equal(1, await BackupCommand.RunAsync(Configuration(("Database:Provider", $"{provider}"), ("ConnectionStrings:Civics", connection)), null, TimeProvider.System, said));

        Assert.Contains(hint, said.ToString(), StringComparison.Ordinal);
    }

    private static DatabaseSettings Read(params (string Key, string? Value)[] settings) => DatabaseSettings.Read(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
