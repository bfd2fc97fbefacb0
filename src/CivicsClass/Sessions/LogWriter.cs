using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CivicsClass.Sessions;

/// <summary>The log's prepared statements on its own connection. Plain SQL that every supported database understands, but for the
/// lock on the session's row.</summary>
internal sealed class LogWriter : IDisposable
{
    /// <summary>PostgreSQL: a server that stalls in the middle of an append must not keep a session from the one that takes it over.</summary>
    private const string GiveUpWhenStalled = "SET idle_in_transaction_session_timeout = '4s'";
    private const int SecondsToWait = 5;

    private readonly DbConnection _connection;
    private readonly DbCommand _epoch, _event, _deadline, _seat, _draft, _forgetDraft, _close, _forgetDrafts, _erase, _forgetTyping;
    private DbTransaction? _transaction;

    public LogWriter(DbConnection connection)
    {
        _connection = connection;
        if (connection is NpgsqlConnection)
            Say(GiveUpWhenStalled);
        _epoch = Prepare(EpochOf(connection), ("session", DbType.Guid));
        _event = Prepare(
            """INSERT INTO "SessionEvents" ("SessionId", "Seq", "At", "Kind", "By", "CommandId", "Payload") VALUES (@session, @seq, @at, @kind, @by, @command, @payload)""",
            ("session", DbType.Guid), ("seq", DbType.Int64), ("at", Utc), ("kind", DbType.String), ("by", DbType.String), ("command", DbType.Guid), ("payload", DbType.String));
        _deadline = Prepare("""UPDATE "Sessions" SET "NextDeadline" = @at WHERE "Id" = @session""", ("at", Utc), ("session", DbType.Guid));
        _seat = Prepare(
            """INSERT INTO "Participants" ("SessionId", "ParticipantId", "Name", "RecoveryHash", "JoinedAt") VALUES (@session, @participant, @name, @hash, @at)""",
            ("session", DbType.Guid), ("participant", DbType.String), ("name", DbType.String), ("hash", DbType.Binary), ("at", Utc));
        _forgetDraft = Prepare("""DELETE FROM "Drafts" WHERE "SessionId" = @session AND "ParticipantId" = @participant AND "Field" = @field""",
            ("session", DbType.Guid), ("participant", DbType.String), ("field", DbType.String));
        _draft = Prepare(
            """INSERT INTO "Drafts" ("SessionId", "ParticipantId", "Field", "Text", "At") VALUES (@session, @participant, @field, @text, @at)""",
            ("session", DbType.Guid), ("participant", DbType.String), ("field", DbType.String), ("text", DbType.String), ("at", Utc));
        _close = Prepare("""UPDATE "Sessions" SET "EndedAt" = @at, "JoinCode" = NULL WHERE "Id" = @session""", ("at", Utc), ("session", DbType.Guid));
        _forgetDrafts = Prepare("""DELETE FROM "Drafts" WHERE "SessionId" = @session""", ("session", DbType.Guid));
        _erase = Prepare("""UPDATE "SessionEvents" SET "Payload" = @payload WHERE "SessionId" = @session AND "Seq" = @seq""",
            ("payload", DbType.String), ("session", DbType.Guid), ("seq", DbType.Int64));
        _forgetTyping = Prepare("""DELETE FROM "Drafts" WHERE "SessionId" = @session AND "ParticipantId" = @participant""", ("session", DbType.Guid), ("participant", DbType.String));
    }

    internal IEnumerable<string> Statements => Commands.Select(command => command.CommandText);

    public DbTransaction Begin()
    {
        _transaction = _connection.BeginTransaction();
        foreach (var command in Commands)
            command.Transaction = _transaction;
        return _transaction;
    }

    public void Write(LogEntry entry)
    {
        if (Scalar(_epoch, entry.Session) is not { } epoch || Convert.ToInt32(epoch, null) != entry.Epoch)
            throw new StaleEpochException($"Session {entry.Session} is no longer this server's to write.");
        foreach (var e in entry.Events)
            Run(_event, entry.Session, e.Seq, e.At, e.Kind, e.By, e.CommandId, e.Payload);
        foreach (var row in entry.Rows)
            Write(entry.Session, row);
    }

    private void Write(Guid session, RowChange row)
    {
        switch (row)
        {
            case SeatRow seat:
                Run(_seat, session, seat.Participant, seat.Name, seat.RecoveryHash, seat.At);
                break;
            case DraftKept draft:
                Run(_forgetDraft, session, draft.Participant, draft.Field);
                if (draft.Text.Length > 0)
                    Run(_draft, session, draft.Participant, draft.Field, draft.Text, draft.At);
                break;
            case DeadlineMoved moved:
                Run(_deadline, moved.To, session);
                break;
            case SessionClosed closed:
                Run(_close, closed.At, session);
                Run(_forgetDrafts, session);
                break;
            case PayloadReplaced erased:
                Run(_erase, erased.Payload, session, erased.Seq);
                break;
            case DraftsForgotten typing:
                Run(_forgetTyping, session, typing.Participant);
                break;
            default:
                throw new InvalidOperationException($"No way to store {row.GetType().Name}.");
        }
    }

    /// <summary>SQLite only: moves what stands in the write-ahead log into the database file. The caller holds the write lock.</summary>
    public void Checkpoint()
    {
        if (_connection is not SqliteConnection)
            return;
        Say("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /// <summary>SQLite only: a checkpoint that also empties the write-ahead log. It waits only briefly for readers, because all writers wait for it.</summary>
    /// <returns>False when somebody was reading the log, so that it is not empty yet.</returns>
    public bool Truncate()
    {
        if (_connection is not SqliteConnection)
            return true;
        Pragma("busy_timeout=50");
        try { return Pragma("wal_checkpoint(TRUNCATE)") == "0"; }
        finally { Pragma("busy_timeout=5000"); }
    }

    public string? Pragma(string name)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var command in Commands)
            command.Dispose();
    }

    /// <summary>UTC: a timestamp with time zone for PostgreSQL, datetime2 for SQL Server; SQLite does not ask.</summary>
    private DbType Utc => _connection is NpgsqlConnection ? DbType.DateTime : DbType.DateTime2;

    /// <summary>The epoch must still hold when the append commits, so its row is locked; SQLite has only one writer anyway.</summary>
    private static string EpochOf(DbConnection connection) => connection switch
    {
        NpgsqlConnection => """SELECT "Epoch" FROM "Sessions" WHERE "Id" = @session FOR NO KEY UPDATE""",
        SqlConnection => """SELECT "Epoch" FROM "Sessions" WITH (UPDLOCK, ROWLOCK) WHERE "Id" = @session""",
        _ => """SELECT "Epoch" FROM "Sessions" WHERE "Id" = @session""",
    };

    private DbCommand[] Commands => [_epoch, _event, _deadline, _seat, _draft, _forgetDraft, _close, _forgetDrafts, _erase, _forgetTyping];

    private DbCommand Prepare(string sql, params (string Name, DbType Type)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ("@" + name, type);
            // One plan for every length; a shorter size would cut text off.
            if (_connection is SqlConnection && type is DbType.String or DbType.Binary)
                parameter.Size = -1;
            command.Parameters.Add(parameter);
        }
        if (_connection is not SqliteConnection)
            command.CommandTimeout = SecondsToWait;
        if (_connection is NpgsqlConnection)
            command.Prepare();
        return command;
    }

    private void Say(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Run(DbCommand command, params ReadOnlySpan<object?> values)
    {
        Fill(command, values);
        command.ExecuteNonQuery();
    }

    private static object? Scalar(DbCommand command, params ReadOnlySpan<object?> values)
    {
        Fill(command, values);
        return command.ExecuteScalar();
    }

    private static void Fill(DbCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
