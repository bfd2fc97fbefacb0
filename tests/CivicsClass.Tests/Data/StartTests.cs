using System.Diagnostics;
using CivicsClass.Data;

namespace CivicsClass.Tests.Data;

/// <summary>The program itself, as an operator starts it.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _data = Directory.CreateTempSubdirectory("civics-start-").FullName;

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_wrong_setting_ends_the_program_with_one_sentence()
    {
        var (code, _, error) = await RunAsync([], ("Database:Provider", "Oracle"));

        Assert.Equal((1, "Database:Provider is “Oracle”. Set it to Sqlite, SqlServer or PostgreSql, or leave it out for Sqlite.\n"), (code, error));
    }

    [Theory]
    [Trait("Database", "Sqlite")]
    [InlineData("next door", "Cluster:Address is “next door”. Set it to the address by which the other servers reach this one")]
    [InlineData("http://10.0.0.5:5080", "Cluster:Address is set, but several servers need PostgreSQL or SQL Server.")]
    public async Task A_cluster_that_cannot_be_ends_the_program_with_one_sentence(string address, string sentence)
    {
        var (code, _, error) = await RunAsync([], ("Cluster:Address", address));

        Assert.Equal(1, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_database_that_does_not_answer_is_told_so()
    {
        var (code, _, error) = await RunAsync([], ("Database:Provider", "PostgreSql"), ("ConnectionStrings:Civics", "Host=127.0.0.1;Port=1;Username=civics;Timeout=5"));

        Assert.Equal(1, code);
        Assert.StartsWith("The PostgreSql database did not do what was asked: ", error, StringComparison.Ordinal);
        Assert.Contains("Check ConnectionStrings:Civics, that the database server runs", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "PostgreSql")]
    public async Task A_database_that_was_not_migrated_is_left_alone_until_it_is()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).EmptyAsync();
        var settings = database.InWords().Where(s => s.Value is not null).Select(s => (s.Key, s.Value!)).ToArray();

        var (code, _, error) = await RunAsync([], settings);
        Assert.Equal(1, code);
        Assert.Contains("is not up to date", error, StringComparison.Ordinal);
        Assert.Contains("civics migrate", error, StringComparison.Ordinal);
        Assert.Equal(0, await database.ScalarAsync<int>("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"));

        (code, var output, error) = await RunAsync(["migrate"], settings);
        Assert.Equal((0, "The database is up to date.\n", ""), (code, output, error));
        await using var services = TestDatabase.Services(database);
        await services.OpenDatabaseAsync();
    }

    [Fact]
    [Trait("Database", "PostgreSql")]
    public async Task The_script_makes_the_same_database_and_can_run_twice()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).EmptyAsync();
        await using var services = TestDatabase.Services(database);
        var script = Migrating.Script(services);

        await database.ScalarAsync<int>(script);
        await database.ScalarAsync<int>(script);

        await services.OpenDatabaseAsync();
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] words, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CivicsClass.dll"), .. words, "--Data:Folder", _data, "--urls", "http://127.0.0.1:0", .. settings.SelectMany(s => new[] { $"--{s.Key}", s.Value })])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            await program.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill();
        }
        return (program.ExitCode, await output, await error);
    }
}
