using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CivicsClass.Sessions;

/// <summary>The log's prepared statements on its own connection. Plain SQL that every supported database understands.</summary>
internal sealed class LogWriter : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _epoch, _event, _deadline, _seat, _draft, _forgetDraft, _close, _forgetDrafts;
    private DbTransaction? _transaction;

    public LogWriter(DbConnection connection)
    {
        _connection = connection;
        _epoch = Prepare("""SELECT "Epoch" FROM "Sessions" WHERE "Id" = @session""", ("session", DbType.Guid));
        _event = Prepare(
            """INSERT INTO "SessionEvents" ("SessionId", "Seq", "At", "Kind", "By", "CommandId", "Payload") VALUES (@session, @seq, @at, @kind, @by, @command, @payload)""",
            ("session", DbType.Guid), ("seq", DbType.Int64), ("at", DbType.DateTime2), ("kind", DbType.String), ("by", DbType.String), ("command", DbType.Guid), ("payload", DbType.String));
        _deadline = Prepare("""UPDATE "Sessions" SET "NextDeadline" = @at WHERE "Id" = @session""", ("at", DbType.DateTime2), ("session", DbType.Guid));
        _seat = Prepare(
            """INSERT INTO "Participants" ("SessionId", "ParticipantId", "Name", "RecoveryHash", "JoinedAt") VALUES (@session, @participant, @name, @hash, @at)""",
            ("session", DbType.Guid), ("participant", DbType.String), ("name", DbType.String), ("hash", DbType.Binary), ("at", DbType.DateTime2));
        _forgetDraft = Prepare("""DELETE FROM "Drafts" WHERE "SessionId" = @session AND "ParticipantId" = @participant AND "Field" = @field""",
            ("session", DbType.Guid), ("participant", DbType.String), ("field", DbType.String));
        _draft = Prepare(
            """INSERT INTO "Drafts" ("SessionId", "ParticipantId", "Field", "Text", "At") VALUES (@session, @participant, @field, @text, @at)""",
            ("session", DbType.Guid), ("participant", DbType.String), ("field", DbType.String), ("text", DbType.String), ("at", DbType.DateTime2));
        _close = Prepare("""UPDATE "Sessions" SET "EndedAt" = @at, "JoinCode" = NULL WHERE "Id" = @session""", ("at", DbType.DateTime2), ("session", DbType.Guid));
        _forgetDrafts = Prepare("""DELETE FROM "Drafts" WHERE "SessionId" = @session""", ("session", DbType.Guid));
    }

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
            default:
                throw new InvalidOperationException($"No way to store {row.GetType().Name}.");
        }
    }

    /// <summary>SQLite only: moves what stands in the write-ahead log into the database file. The caller holds the write lock.</summary>
    public void Checkpoint()
    {
        if (_connection is not SqliteConnection)
            return;
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        command.ExecuteNonQuery();
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

    private DbCommand[] Commands => [_epoch, _event, _deadline, _seat, _draft, _forgetDraft, _close, _forgetDrafts];

    private DbCommand Prepare(string sql, params (string Name, DbType Type)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ("@" + name, type);
            command.Parameters.Add(parameter);
        }
        return command;
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
