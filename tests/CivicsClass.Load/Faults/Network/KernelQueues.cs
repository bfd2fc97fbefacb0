namespace CivicsClass.Load.Faults.Network;

/// <summary>What the kernel holds of each connection to a port of this machine. Source: proc(5), /proc/net/tcp.</summary>
public static class KernelQueues
{
    private const string Established = "01";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <returns>By the client's port: bytes sent but not taken, on both ends. A connection that the server has ended is not there.</returns>
    public static IReadOnlyDictionary<int, long> Of(int server)
    {
        var (waiting, read) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        foreach (var line in Tables.Where(File.Exists).SelectMany(f => File.ReadLines(f).Skip(1)))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, var local, var remote, var state, var queues, ..])
                continue;
            if (PortOf(local) == server && state == Established)
                waiting[PortOf(remote)] = Convert.ToInt64(queues.Split(':')[0], 16);
            else if (PortOf(remote) == server)
                read[PortOf(local)] = Convert.ToInt64(queues.Split(':')[1], 16);
        }
        return waiting.ToDictionary(w => w.Key, w => w.Value + read.GetValueOrDefault(w.Key));
    }

    private static int PortOf(string address) => Convert.ToInt32(address.Split(':')[^1], 16);
}
