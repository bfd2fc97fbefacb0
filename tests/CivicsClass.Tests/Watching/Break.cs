using CivicsClass.Tests.Data;

namespace CivicsClass.Tests.Watching;

/// <summary>Makes the database refuse, as one that is full or on its way out.</summary>
internal static class Break
{
    /// <summary>No event and no draft can be written.</summary>
    public static Task EventsAsync(TestServer server) => SayAsync(server, """ALTER TABLE "Drafts" RENAME TO "DraftsAway"; ALTER TABLE "SessionEvents" RENAME TO "EventsAway"; SELECT 0""");

    public static Task MendEventsAsync(TestServer server) => SayAsync(server, """ALTER TABLE "DraftsAway" RENAME TO "Drafts"; ALTER TABLE "EventsAway" RENAME TO "SessionEvents"; SELECT 0""");

    /// <summary>Nothing can be found.</summary>
    public static Task SessionsAsync(TestServer server) => SayAsync(server, """ALTER TABLE "Sessions" RENAME TO "SessionsAway"; SELECT 0""");

    public static Task MendSessionsAsync(TestServer server) => SayAsync(server, """ALTER TABLE "SessionsAway" RENAME TO "Sessions"; SELECT 0""");

    private static async Task SayAsync(TestServer server, string sql)
    {
        Assert.False(server.Database.Provider == CivicsClass.Data.DatabaseProvider.SqlServer, "Written for SQLite and PostgreSQL.");
        await server.Database.ScalarAsync<int>(sql);
    }
}
