using CivicsClass.Data;

namespace CivicsClass.Servers;

/// <summary>Whether this server shares its database with others.</summary>
/// <param name="Address">Where the other servers reach this one; absent: it is alone.</param>
public sealed record ClusterSettings(Uri? Address)
{
    private const string Name = "Cluster:Address";

    /// <summary>Setting: <c>Cluster:Address</c>, such as "http://10.0.0.5:5080".</summary>
    /// <exception cref="OperatorException">The address is none, or the database is not made for several servers.</exception>
    public static ClusterSettings Read(IConfiguration settings, DatabaseSettings database)
    {
        if (!IsSet(settings) || settings[Name] is not { } typed)
            return new ClusterSettings((Uri?)null);
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
            throw new OperatorException($"Cluster:Address is “{typed}”. Set it to the address by which the other servers reach this one, such as “http://10.0.0.5:5080”, or leave it out for a single server.");
        if (database.IsSqlite)
            throw new OperatorException("Cluster:Address is set, but several servers need PostgreSQL or SQL Server. Set Database:Provider, or leave Cluster:Address out.");
        return new ClusterSettings(address);
    }

    public static bool IsSet(IConfiguration settings) => settings[Name] is { Length: > 0 };

    public bool IsAlone => Address is null;
}
