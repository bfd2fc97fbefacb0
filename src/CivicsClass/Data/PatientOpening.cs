using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CivicsClass.Data;

/// <summary>Opening a connection to SQL Server is tried again after a transient error, such as a failover: nothing has been asked
/// of the database yet, so nothing can happen twice.</summary>
internal sealed class PatientOpening : DbConnectionInterceptor
{
    public static readonly PatientOpening Instance = new();

    private static readonly SqlRetryLogicBaseProvider Tries = SqlConfigurableRetryFactory.CreateExponentialRetryProvider(new SqlRetryLogicOption
    {
        NumberOfTries = 4,
        DeltaTime = TimeSpan.FromMilliseconds(250),
        MaxTimeInterval = TimeSpan.FromSeconds(2),
    });

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData data, DbConnection connection)
    {
        if (connection is SqlConnection sql)
            sql.RetryLogicProvider = Tries;
        return connection;
    }
}
