using CivicsClass.Accounts;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Tests.Data;

[Trait("Database", "Sqlite")]
public sealed class WriteLockTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_transaction_that_is_given_up_lets_the_next_write_through(bool afterWriting)
    {
        await using var server = await TestServer.StartAsync();
        await server.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (afterWriting)
                await AddAsync(db);
            return 0;
        });

        await server.InDatabaseAsync(AddAsync).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1, await server.InDatabaseAsync(db => db.EndedSignIns.CountAsync()));
    }

    private static Task<int> AddAsync(CivicsDbContext db)
    {
        db.EndedSignIns.Add(new EndedSignIn { Id = Guid.NewGuid(), At = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc) });
        return db.SaveChangesAsync();
    }
}
