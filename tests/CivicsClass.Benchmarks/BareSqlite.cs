using CivicsClass.Data;
using CivicsClass.Sessions;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Benchmarks;

/// <summary>The ceiling of the log: one connection with the server's settings, a prepared insert into the same table, one commit for a batch,
/// a checkpoint as often as the log makes one; no queue, no epochs, nobody who waits.</summary>
public sealed class BareSqlite : IDisposable
{
    private const int RowsPerCheckpoint = 4_000;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert, _checkpoint;
    private int _rows;

    public BareSqlite(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        SqliteSession.Apply(_connection);
        _insert = _connection.CreateCommand();
        _insert.CommandText = """INSERT INTO "SessionEvents" ("SessionId", "Seq", "At", "Kind", "By", "CommandId", "Payload") VALUES (@session, @seq, @at, @kind, @by, @command, @payload)""";
        foreach (var name in new[] { "@session", "@seq", "@at", "@kind", "@by", "@command", "@payload" })
            _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        _checkpoint = _connection.CreateCommand();
        _checkpoint.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
    }

    public void Write(IEnumerable<SessionEventRow> batch)
    {
        using (var transaction = _connection.BeginTransaction())
        {
            _insert.Transaction = transaction;
            foreach (var row in batch)
                Insert(row);
            transaction.Commit();
        }
        if (_rows < RowsPerCheckpoint)
            return;
        _checkpoint.ExecuteNonQuery();
        _rows = 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _checkpoint.Dispose();
        _connection.Dispose();
    }

    private void Insert(SessionEventRow row)
    {
        var values = _insert.Parameters;
        (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = (row.SessionId, row.Seq, row.At, row.Kind);
        (values[4].Value, values[5].Value, values[6].Value) = (row.By, row.CommandId, row.Payload);
        _insert.ExecuteNonQuery();
        _rows++;
    }
}
