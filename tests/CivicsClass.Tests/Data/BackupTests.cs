using CivicsClass.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CivicsClass.Tests.Data;

[Trait("Database", "Sqlite")]
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("civics backup ").FullName;
    private readonly StringWriter _said = new();

    [Fact]
    public async Task A_copy_made_while_others_write_has_every_row_committed_before_its_start()
    {
        var stop = TestContext.Current.CancellationToken;
        using var turn = new WriteLock();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var database = Open("data", SqliteOpenMode.ReadWriteCreate);
        Run(database, "CREATE TABLE Answers (Id INTEGER PRIMARY KEY AUTOINCREMENT, Text TEXT NOT NULL)");
        var (committed, started) = (0, new TaskCompletionSource());
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    using (await turn.EnterAsync(CancellationToken.None))
                        Run(database, "INSERT INTO Answers (Text) VALUES (hex(randomblob(2000)))");
                    if (Interlocked.Increment(ref committed) == 500)
                        started.SetResult();
                }
            }, stop);
        await started.Task.WaitAsync(stop);

        var before = Volatile.Read(ref committed);
        var code = await Backup("copy.db");
        await enough.CancelAsync();
        await writing;

        Assert.Equal(0, code);
        var copied = Number("copy.db", "SELECT count(*) FROM Answers");
        Assert.InRange(copied, before, committed);
        Assert.Equal(copied, Number("copy.db", "SELECT max(Id) FROM Answers"));
        Assert.Equal("ok", Text("copy.db", "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_backup_after_a_crash_reads_the_write_ahead_log_and_leaves_it_alone()
    {
        await using var database = Open("running", SqliteOpenMode.ReadWriteCreate);
        Run(database, "CREATE TABLE Answers (Id INTEGER PRIMARY KEY); INSERT INTO Answers VALUES (1), (2), (3)");
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        foreach (var file in new[] { "civics.db", "civics.db-wal" })
            File.Copy(Path.Combine(_folder, "running", file), Path.Combine(_folder, "data", file));
        var before = Bytes("civics.db", "civics.db-wal");

        Assert.Equal(0, await Backup("copy.db"));

        Assert.Equal(3, Number("copy.db", "SELECT count(*) FROM Answers"));
        Assert.Equal(before, Bytes("civics.db", "civics.db-wal"));
    }

    [Fact]
    public async Task Without_a_name_the_copy_is_dated_stands_beside_the_data_folder_and_only_its_owner_reads_it()
    {
        MakeDatabase();

        Assert.Equal(0, await Backup(null));

        var copy = Path.Combine(_folder, "backups", "civics-20260914-081530.db");
        Assert.Equal([copy, Path.Combine(_folder, "backups", "erasures")], Directory.GetFiles(Path.Combine(_folder, "backups")).Order());
        Assert.Contains(copy, _said.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
    }

    [Fact]
    public async Task A_folder_gets_a_dated_file()
    {
        MakeDatabase();
        Directory.CreateDirectory(Path.Combine(_folder, "stick"));

        Assert.Equal(0, await Backup("stick"));

        Assert.True(File.Exists(Path.Combine(_folder, "stick", "civics-20260914-081530.db")));
    }

    [Fact]
    public async Task An_older_backup_is_never_overwritten()
    {
        MakeDatabase();
        await File.WriteAllTextAsync(Path.Combine(_folder, "copy.db"), "kept", TestContext.Current.CancellationToken);

        Assert.Equal(1, await Backup("copy.db"));

        Assert.Contains("exists already", _said.ToString(), StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(Path.Combine(_folder, "copy.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup_and_leaves_nothing_behind()
    {
        MakeDatabase();
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "civics.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(1, await Backup("copy.db"));

        Assert.Contains("No backup was made", _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Without_a_database_it_says_where_it_looked()
    {
        Assert.Equal(1, await Backup("copy.db"));

        Assert.Contains(Path.Combine(_folder, "data", "civics.db"), _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose()
    {
        _said.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> Backup(string? file)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Data:Folder", Path.Combine(_folder, "data"))])
            .Build();
        return BackupCommand.RunAsync(settings, file is null ? null : Path.Combine(_folder, file), new QuarterPastEight(), _said);
    }

    private void MakeDatabase()
    {
        using var database = Open("data", SqliteOpenMode.ReadWriteCreate);
        Run(database, "CREATE TABLE Answers (Id INTEGER PRIMARY KEY)");
    }

    private SqliteConnection Open(string folder, SqliteOpenMode mode)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        var connection = Connect(Path.Combine(folder, "civics.db"), mode);
        SqliteSession.Apply(connection);
        return connection;
    }

    private SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, file), Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private long Number(string file, string sql) => (long)Scalar(file, sql)!;

    private string Text(string file, string sql) => (string)Scalar(file, sql)!;

    private object? Scalar(string file, string sql)
    {
        using var connection = Connect(file, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private byte[] Bytes(params string[] files) => [.. files.SelectMany(f => File.ReadAllBytes(Path.Combine(_folder, "data", f)))];

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class QuarterPastEight : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 14, 8, 15, 30, TimeSpan.Zero);
    }
}
