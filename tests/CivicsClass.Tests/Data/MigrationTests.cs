using CivicsClass.Data;
using CivicsClass.Servers;
using CivicsClass.Sessions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CivicsClass.Tests.Data;

/// <summary>What can be known of the three databases' migrations without any of them.</summary>
[Trait("Database", "Sqlite")]
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=nowhere.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=nowhere.invalid")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=nowhere.invalid")]
    public async Task The_model_has_no_change_without_a_migration(DatabaseProvider provider, string connection)
    {
        await using var services = TestDatabase.Services(new DatabaseSettings(provider, connection, null));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();

        Assert.Equal($"{provider}CivicsDbContext", db.GetType().Name);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_script_for_SQL_Server_parses_as_batches_and_makes_every_table()
    {
        await using var services = TestDatabase.Services(new DatabaseSettings(DatabaseProvider.SqlServer, "Server=nowhere.invalid", null));

        var script = Parse(Migrating.Script(services));

        Assert.NotEmpty(script.Batches);
        var tables = new Tables();
        script.Accept(tables);
        await using var scope = services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<CivicsDbContext>().Model;
        Assert.Superset(model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.GetTableName()!).ToHashSet(), tables.Made);
    }

    [Fact]
    public void The_parser_finds_what_SQL_Server_would_not_take() =>
        Assert.NotEmpty(Errors("""CREATE TABLE "Sessions" ("Id" uuid PRIMARY KEY) ON CONFLICT DO NOTHING;"""));

    [Fact]
    public void What_the_log_says_parses_as_Transact_SQL()
    {
        using var connection = new SqlConnection();
        using var writer = new LogWriter(connection);

        Assert.All(writer.Statements, statement => Parse(statement));
        Assert.Contains(writer.Statements, statement => statement.Contains("UPDLOCK", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_of_leases_parses_as_Transact_SQL()
    {
        var table = new LeaseTable(null!, new DatabaseSettings(DatabaseProvider.SqlServer, "Server=nowhere.invalid", null));

        Assert.All([table.Enrol, table.Renew, table.EndOver, LeaseTable.Leave, LeaseTable.Living], statement => Parse(statement));
        Assert.Contains("SYSUTCDATETIME", table.Renew, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_for_PostgreSQL_can_run_again()
    {
        await using var services = TestDatabase.Services(new DatabaseSettings(DatabaseProvider.PostgreSql, "Host=nowhere.invalid", null));

        Assert.Contains("""IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE""", Migrating.Script(services), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SQLite_needs_no_script()
    {
        await using var services = TestDatabase.Services(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=nowhere.db", null));

        Assert.Contains("SQLite needs no script", Assert.Throws<OperatorException>(() => Migrating.Script(services)).Message, StringComparison.Ordinal);
    }

    private static TSqlScript Parse(string text)
    {
        Assert.Empty(Errors(text).Select(error => $"{error.Line}: {error.Message}"));
        return (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out _);
    }

    private static IList<ParseError> Errors(string text)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors;
    }

    private sealed class Tables : TSqlFragmentVisitor
    {
        public HashSet<string> Made { get; } = [];
        public override void Visit(CreateTableStatement node) => Made.Add(node.SchemaObjectName.BaseIdentifier.Value);
    }
}
