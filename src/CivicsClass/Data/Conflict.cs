using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CivicsClass.Data;

/// <summary>Tells a write that failed because somebody else was faster from one that failed.</summary>
internal static class Conflict
{
    public static bool Is(Exception problem) => problem switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true, // primary key, unique
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqlException { Number: 1205 or 2601 or 2627 } => true, // deadlock, unique index, unique constraint
        _ => false,
    };
}
