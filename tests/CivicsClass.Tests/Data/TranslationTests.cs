using CivicsClass.Accounts;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

[Trait("Database", "Sqlite")]
public sealed class TranslationTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Queries_of_the_application_are_translated_for_the_other_databases()
    {
        using var browser = await server.SignedInAsync(await server.AdminAsync());
        await browser.ReadAsync("/people");

        foreach (var provider in new[] { "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql.EntityFrameworkCore.PostgreSQL" })
            Assert.Contains(EveryQueryTranslates.Watch.Translated, query => query.StartsWith(provider, StringComparison.Ordinal) && query.Contains(nameof(StaffMember), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_only_SQLite_can_answer_is_found()
    {
        var problem = await Assert.ThrowsAsync<NotTranslatedException>(() => server.InDatabaseAsync(db => db.Users.AnyAsync(u => EF.Functions.Glob(u.DisplayName, "A*"))));

        Assert.Contains("SqlServer", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_many_rows_at_once_is_translated_too()
    {
        await server.InDatabaseAsync(db => db.Invitations.Where(i => i.Email == "nobody").ExecuteDeleteAsync());
        await server.InDatabaseAsync(db => db.Sessions.Where(s => s.Key == "none").ExecuteUpdateAsync(set => set.SetProperty(s => s.Epoch, s => s.Epoch + 1)));

        Assert.Contains(EveryQueryTranslates.Watch.Translated, query => query.Contains("ExecuteDelete", StringComparison.Ordinal));
        Assert.Contains(EveryQueryTranslates.Watch.Translated, query => query.Contains("ExecuteUpdate", StringComparison.Ordinal));
    }
}
