using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

/// <summary>Microsoft's client with the stand-in of docs/decisions/0006, without a SQL Server.</summary>
[Trait("Database", "Sqlite")]
public sealed class SqlServerClientTests
{
    private const string StandIn = "Microsoft.SqlServer.Server";

    [Fact]
    public void Every_type_and_member_the_client_asks_of_the_stand_in_is_there()
    {
        var client = typeof(SqlCommand).Assembly;
        using var file = new PEReader(File.OpenRead(client.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Where(handle => IsStandIn(metadata, metadata.GetTypeReference(handle).ResolutionScope)).ToArray();
        var members = metadata.MemberReferences.Where(handle => metadata.GetMemberReference(handle).Parent is { Kind: HandleKind.TypeReference } parent && types.Contains((TypeReferenceHandle)parent)).ToArray();

        Assert.NotEmpty(types);
        Assert.NotEmpty(members);
        Assert.All(types, type => Assert.True(client.ManifestModule.ResolveType(MetadataTokens.GetToken(type)).IsPublic));
        Assert.All(members, member => Assert.NotNull(client.ManifestModule.ResolveMember(MetadataTokens.GetToken(member))));
    }

    [Fact]
    public async Task The_client_sends_a_command_with_parameters()
    {
        await using var server = new SqlServerOnPaper();
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE \"Sessions\" SET \"Title\" = @title WHERE \"Id\" = @id";
        command.Parameters.AddWithValue("@title", "Uniforms at school");
        command.Parameters.AddWithValue("@id", Guid.NewGuid());

        await command.ExecuteNonQueryAsync();

        var call = Assert.Single(server.Calls);
        Assert.Contains(command.CommandText, call, StringComparison.Ordinal);
        Assert.Contains("Uniforms at school", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_writes_everything_it_knows_through_the_client()
    {
        await using var server = new SqlServerOnPaper();
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        using var writer = new LogWriter(connection);
        var (session, now) = (Guid.NewGuid(), new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc));
        SessionEventRow[] events = [new() { SessionId = session, Seq = 7, At = now, Kind = "probe.said", By = "p1", CommandId = Guid.NewGuid(), Payload = """{"text":"İyi 👋"}""" }];
        RowChange[] rows = [new SeatRow("p2", null, new byte[32], now), new DraftKept("p1", "field", "a draft", now), new DeadlineMoved(null), new SessionClosed(now), new PayloadReplaced(7, "{}"), new DraftsForgotten("p1")];

        using (var transaction = writer.Begin())
        {
            writer.Write(new LogEntry(session, 1, events, rows));
            Assert.Throws<StaleEpochException>(() => writer.Write(new LogEntry(session, 2, [], [])));
            transaction.Commit();
        }

        Assert.Equal(1, server.Commits);
        Assert.All(writer.Statements, statement => Assert.Contains(server.Calls, call => call.Contains(statement, StringComparison.Ordinal)));
        Assert.Contains(server.Calls, call => call.Contains("İyi 👋", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_a_connection_is_tried_again()
    {
        await using var server = new SqlServerOnPaper { Unavailable = 2 };
        await using var services = TestDatabase.Services(new DatabaseSettings(DatabaseProvider.SqlServer, server.ConnectionString, null));
        await using var scope = services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<CivicsDbContext>().Database.OpenConnectionAsync();

        Assert.Equal(3, server.SignIns);
    }

    [Fact]
    public async Task A_command_that_failed_is_not_sent_again()
    {
        await using var server = new SqlServerOnPaper { Deadlocked = true };
        await using var services = TestDatabase.Services(new DatabaseSettings(DatabaseProvider.SqlServer, server.ConnectionString, null));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var key = "k7mq";

        var problem = await Assert.ThrowsAsync<SqlException>(() => db.Sessions.Where(s => s.Key == key).ExecuteUpdateAsync(set => set.SetProperty(s => s.Epoch, s => s.Epoch + 1)));

        Assert.Equal(1205, problem.Number);
        Assert.True(Conflict.Is(problem));
        Assert.Single(server.Calls);
    }

    private static bool IsStandIn(MetadataReader metadata, EntityHandle scope) =>
        scope.Kind == HandleKind.AssemblyReference && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, StandIn);
}
